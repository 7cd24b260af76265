# The list of suppliers with and without union, committee and agreement.

suppliers-title = Suppliers with and without union, worker committee and collective agreement
suppliers-tab = Suppliers
suppliers-here = Suppliers in this list
suppliers-filter = Choose other suppliers
suppliers-print = This page prints well on A4; the files hold the same list.
suppliers-counts = How many suppliers stand where
suppliers-more = The first { $shown } of { $total } suppliers; the files hold all.
made-on = Made on
country-code = Country code
os-id = OS ID
filter-elected = Committee elected
answers = Answers
link = Link
meaning-verified-yes = Yes, and a source that may settle it says so.
meaning-claimed-yes = Yes, but only sources that cannot settle it say so.
meaning-contested = Sources say different things.
meaning-claimed-no = No, but only sources that cannot settle it say so.
meaning-verified-no = No, and a source that may settle it says so.
meaning-unknown = Nobody who counts has answered. Unknown is not no.
meaning-not-applicable = The question does not apply here.

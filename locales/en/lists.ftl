# Supplier lists: bringing them in, looking before importing, and what became of them.

## All lists

lists-lead = Spreadsheets of suppliers that were brought in, newest first.
lists-none-title = No lists yet
lists-none-advice = Bring in the list of suppliers you have; any spreadsheet will do. You match its columns on the next page, and nothing is imported before you have seen it.
lists-working = Being imported now
lists-lost = The connection is lost; trying again.
lists-list = List
lists-suppliers-of = Suppliers of
lists-state = State
lists-rows = Rows
lists-new = New
lists-updated = Updated
lists-unchanged = Unchanged
lists-left-out = Left out
lists-brought-in = Brought in
lists-by = by { $name }
lists-see-result = See the result
lists-badge-uploaded = To be looked at
lists-badge-queued = Waits
lists-badge-running = Being imported
lists-badge-done = Imported
lists-badge-failed = Failed
lists-badge-cancelled = Stopped
lists-state-uploaded = Waits for you: match the columns, then import
lists-state-queued = Waits for its turn
lists-state-running = Being imported, { $percent } %
lists-state-done = Imported: { $new } new, { $updated } updated, { $unchanged } unchanged, { $refused } left out
lists-state-cancelled = Stopped; nothing was changed
lists-state-failed = Not imported; nothing was changed
lists-programme-itself = the programme, no brand

## Step 1: choose the file

lists-steps = Steps
lists-step-file = Choose the file
lists-step-match = Match the columns
lists-step-look = Look before importing
lists-file = The supplier list
lists-file-hint = A CSV, Excel (.xlsx) or OpenDocument (.ods) file of at most { $size } MB, with one facility in each row. Any column headings will do; those of the Open Supply Hub template are known.
lists-file-missing = Choose the file that holds the supplier list.
lists-file-name-long = The name of the file is too long. Rename the file to fewer than { $n } characters and choose it again.
lists-owner = Whose suppliers are these?
lists-owner-hint = The brand that buys from these facilities. Other brands do not see this list.
lists-owner-missing = Say whose suppliers these are.
lists-owner-none = Nobody's in particular: facilities of the programme
lists-owner-other = A brand that is not here yet
lists-new-brand = Name of the new brand
lists-new-brand-missing = Enter the name of the new brand.
lists-new-brand-exists = This brand is here already. Choose it from the list above.
lists-upload = Upload and look
lists-upload-too-big = { $name } is larger than { $limit } and will be refused.
lists-upload-sending = Sending, { $percent }%
lists-upload-lost = The connection was lost. Your choice is kept; send again.
lists-upload-refused = The server did not take it ({ $status }).
lists-upload-drop = or drop the file here
flash-list-uploaded = The file was read. Nothing is imported yet: look at it first.

## Step 2: match the columns

lists-twin = The same file was imported before, on { $day }. Importing it again updates and does not double.
lists-twin-open = Open that import
lists-remembered = Columns like these were matched before, so the same choices are filled in.
lists-guessed = The choices below are guessed from headings and content. Please check each.
lists-notes = About how the file was read
lists-reading = Read wrongly? Change how the file is read
lists-read-as = Read as { $format }
lists-sheet = Sheet
lists-header-row = Row with the headings
lists-header-row-hint = As numbered in the spreadsheet; empty for what the program finds.
lists-separator = Columns are parted by
lists-separator-own = what the program finds
lists-separator-comma = comma
lists-separator-semicolon = semicolon
lists-separator-tab = tab
lists-separator-pipe = vertical bar
lists-encoding = Characters are written in
lists-encoding-own = what the program finds
lists-read-again = Read again
lists-header-row-wrong = Enter the number of a row, or leave it empty.
lists-columns = Columns of the list
lists-columns-lead = { $n ->
    [one] { $n } column. Say which field it is; what you keep as a detail stands on the facility's page under its own heading.
   *[other] { $n } columns. Say which field each one is; what you keep as a detail stands on the facility's page under its own heading.
}
lists-column = Column
lists-heading = Heading
lists-samples = First values
lists-field = Is
lists-field-of = Field of column { $letter }, { $header }
lists-blank = blank
lists-default-country = Country for rows that state none
lists-default-country-none = none: such rows are left out
lists-look-again = Look again
lists-unplaced = No column is an address or a position. Facilities of the same name in one country will count as one, and none shows on the map.
flash-list-mapped = The columns are matched as you chose. Below is what the import would do.
flash-list-read-again = The file was read again as you chose.

## Step 3: the preview

lists-preview = What the import would do
lists-preview-wait = Match the columns first; the preview follows.
lists-preview-of = { $n ->
    [one] { $n } row in the file.
   *[other] { $n } rows in the file.
}
lists-count-new = { $n ->
    [one] new facility
   *[other] new facilities
}
lists-count-update = { $n ->
    [one] facility gets new details
   *[other] facilities get new details
}
lists-count-unchanged = { $n ->
    [one] facility stays as it is
   *[other] facilities stay as they are
}
lists-count-refused = { $n ->
    [one] row is left out
   *[other] rows are left out
}
lists-count-duplicates = { $n ->
    [one] { $n } row repeats an earlier row of the list; it counts once.
   *[other] { $n } rows repeat an earlier row of the list; each facility counts once.
}
lists-count-warnings = { $n ->
    [one] { $n } remark on a row that is imported all the same.
   *[other] { $n } remarks on rows that are imported all the same.
}
lists-first-rows = The first rows as they will be
lists-row = Row
lists-outcome = Will be
lists-outcome-new = new
lists-outcome-update = updated
lists-outcome-unchanged = unchanged
lists-position-none = no position
lists-problems = What is wrong with rows
lists-problems-lead = Rows with a mistake are left out until you correct them in the file and bring it in again. A remark leaves out one value at most.
lists-problems-more = The first { $shown } of { $n }; all of them are in the file to download.
lists-problems-download = Download all as CSV
lists-kind = Kind
lists-kind-error = Left out
lists-kind-warning = Remark
lists-what = What is wrong
lists-advice = What to do
lists-import-all = { $n ->
    [one] Import { $n } facility
   *[other] Import { $n } facilities
}
lists-import-rest = { $n ->
    [one] Import { $n } facility, leave out { $refused }
   *[other] Import { $n } facilities, leave out { $refused }
}
lists-import-none = No row can be imported yet. Correct the rows in the file, or match the columns otherwise.
lists-import-promise = All of these rows go in together, or none does.
lists-stop = Stop
flash-list-queued = The import has begun.
flash-list-stopped = The import was stopped. Nothing was changed.
flash-list-too-late = The import was finished before it could be stopped.

## After the import

lists-result = What became of it
lists-see-facilities = See the facilities
lists-failed-title = The import did not work
lists-failed-advice = Nothing was imported. Try again; if it happens again, tell the person who runs this server.
lists-not-matched = The columns of this list are not matched yet. Match them, then import.
lists-file-gone = The file itself is no longer in the storage of this server, so its rows cannot be shown. What was imported stays. To import it again, upload it again.
lists-trouble-title = The file cannot be read any more

## Fields that a column can be

field-name = Name of the facility
field-native-name = Name in the local script
field-address = Address
field-street = Street
field-city = City
field-state = State, province or district
field-postcode = Postcode
field-country = Country
field-latitude = Latitude
field-longitude = Longitude
field-coordinates = Latitude and longitude in one
field-sector = Sector
field-workers = Number of workers
field-parent-company = Parent company or group
field-facility-type = Type of facility
field-processing-type = Type of processing
field-product-type = Type of product
field-os-id = Open Supply Hub identifier
field-own-number = Your own number
field-brand = Brand
field-detail = Keep as a detail
field-ignore = Leave out

## Why the columns cannot be used so

mapping-name-missing = No column is the name of the facility. Choose the one that is.
mapping-country-missing = No column is the country. Choose one, or choose one country for all rows below the columns.
mapping-twice = The columns “{ $first }” and “{ $second }” are both “{ $field }”. Choose one of them.
mapping-half-position = A position needs both latitude and longitude. Choose the other column too.
mapping-other-list = The list has { $found } columns, but { $expected } were matched. Match the columns again.
mapping-unknown-country = “{ $code }” is no country code. Choose a country from the list.

## Why a file cannot be used

list-empty = The file is empty. Choose the file that holds the supplier list.
list-no-rows = The list has headings but no rows. Add the facilities below the headings, save it and choose it again.
list-too-large = The file has { $size } MB; this server takes { $limit } MB. Split the list into several files.
list-too-many-rows = The list has more than { $limit } rows. Split it into several files.
list-too-many-columns = Row { $row } has more than { $limit } columns. Delete the columns that are not needed, save the file and choose it again.
list-too-much-text = The cells hold more than { $limit } MB of text. Split the list into several files.
list-truncated = The file is cut off: its end is missing. Download or save it again, then choose it again.
list-quote-open = A quotation mark opened in row { $row } is never closed. Close it, save the file and choose it again.
list-encrypted = The workbook is protected by a password. Save it without one, then choose it again.
list-old-excel = This is an old Excel workbook (.xls). Open it, save it as .xlsx or CSV, then choose that file.
list-binary-excel = This is a binary Excel workbook (.xlsb). Open it, save it as .xlsx or CSV, then choose that file.
list-wrong-type = This is no list but another kind of file ({ $found }), whatever its name says. Choose a CSV, XLSX or ODS file.
list-unpacks-too-large = The file is small but unpacks into far more than a list needs, so it was not opened. Copy the rows into a new workbook and choose that one.
list-broken = The workbook is damaged. Open it in your spreadsheet program, save it again, then choose it again.
list-no-such-sheet = There is no sheet named “{ $sheet }”. Choose one of the sheets of the workbook.
list-no-such-row = There is no row { $row } to take headings from. Choose a row of the list.
list-unreadable = The file could not be read. Choose it again.

## What to know about how a file was read

list-note-wrong-name = The ending of the name says something else, but the content is { $format }; it was read as that.
list-note-encoding-guessed = The file does not say how its characters are written; { $encoding } fits best. Look at names with accents, and choose another below if they look wrong.
list-note-undecodable = Some characters could not be read and are shown as �. Choose another way of writing characters below, or correct them in the file.
list-note-lines-skipped = { $count ->
    [one] { $count } line above the headings was left out.
   *[other] { $count } lines above the headings were left out.
}
list-note-no-headers = No row looks like headings, so the columns are named by their letters.
list-note-header-twice = The heading “{ $header }” stands twice; the second is called “{ $renamed }” here.
list-note-formulas = { $count ->
    [one] { $count } cell holds a formula; its saved result was taken.
   *[other] { $count } cells hold formulas; their saved results were taken.
}
list-note-merged = { $count ->
    [one] { $count } cell merged with the one above got its value.
   *[other] { $count } cells merged with those above got their value.
}
list-note-other-sheets = { $count ->
    [one] The sheet “{ $sheet }” was read; { $count } other sheet holds rows too. Choose it below if it is the right one.
   *[other] The sheet “{ $sheet }” was read; { $count } other sheets hold rows too. Choose another below if it is the right one.
}
list-note-formula-text = { $count ->
    [one] { $count } cell holds text that a spreadsheet would run as a formula. It is kept as text.
   *[other] { $count } cells hold text that a spreadsheet would run as a formula. It is kept as text.
}
list-note-cut = { $count ->
    [one] { $count } cell was too long and was cut.
   *[other] { $count } cells were too long and were cut.
}
list-note-rows-too-wide = { $count ->
    [one] { $count } row has more cells than there are headings; the cells beyond were left out.
   *[other] { $count } rows have more cells than there are headings; the cells beyond were left out.
}

## What is wrong with a row

row-name-missing = The name of the facility is missing.
    .advice = Enter the name.
row-country-missing = The country is missing.
    .advice = Enter the country, or choose one country for all such rows.
row-country-unknown = “{ $value }” is no country we know.
    .advice = Write the name of the country in English, or its code, such as BD.
row-country-misspelled = “{ $value }” is no country we know.
    .advice = If { $suggestion } is meant, write that, or { $code }.
row-position-unreadable = “{ $value }” is no position.
    .advice = Write degrees, such as 23.81 and 90.41. The facility is imported without a position.
row-position-out-of-range = { $value } is no place on earth.
    .advice = Latitude lies between −90 and 90, longitude between −180 and 180. Look for a lost decimal point or swapped columns.
row-position-half = Only one of latitude and longitude is stated ({ $value }).
    .advice = Enter the other one. The facility is imported without a position.
row-position-zero = The position is 0, 0, which lies in the sea.
    .advice = Enter the position, or leave both empty. The facility is imported without a position.
row-position-swapped = { $value } lies outside the country; latitude and longitude seem to be swapped.
    .advice = Swap the two. The position is kept as it stands in the list.
row-position-outside-country = { $value } lies outside the country of this row.
    .advice = Check country and position. The position is kept as it stands in the list.
row-workers-unreadable = “{ $value }” is no number of workers.
    .advice = Write a whole number. The words are kept as a detail.
row-workers-about = “{ $value }” is not exact.
    .advice = The number is taken, and the words are kept as a detail.
row-workers-range = “{ $value }” is a range.
    .advice = Write one number if you know it. The range is kept as a detail.
row-os-id-shape = “{ $value }” is no Open Supply Hub identifier.
    .advice = It has 15 letters and digits. The facility is imported without it.
row-os-id-check = “{ $value }” is no Open Supply Hub identifier: its check sign is wrong.
    .advice = Look for a typing mistake. The facility is imported without it.
row-os-id-country = The Open Supply Hub identifier { $value } belongs to another country.
    .advice = Check country and identifier. Both are kept as they stand in the list.
row-formula-without-value = The cell holds a formula whose result was never saved.
    .advice = Open the file in a spreadsheet program, save it and bring it in again.
row-cell-error = The formula in this cell ends in an error.
    .advice = Correct the formula. The cell counts as empty.
row-cell-cut = The text of this cell is too long and was cut.
    .advice = Shorten it.
row-name-too-long = The name has more than { $limit } characters.
    .advice = Check that this column is the name, and shorten it.
row-address-too-long = The address has more than { $limit } characters.
    .advice = Check which columns are the address, and shorten it.
row-sector-too-long = The sectors have more than { $limit } characters.
    .advice = Check which columns are the sector, and shorten them.

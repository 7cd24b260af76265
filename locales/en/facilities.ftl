# The facilities list, the map, and one facility's page.

facilities-count = { $n ->
    [one] { $n } facility
   *[other] { $n } facilities
}
show-map = Show the map
show-list = Show the list
take-away = Take it away
add-facility = Add a facility
import-list = Import a list
no-facilities-title = No facilities yet
no-facilities-advice = Bring in the list of suppliers you have; any spreadsheet will do.
no-match-title = No facility fits these filters
no-match-advice = Clear a filter, or search for part of the name.
filter-union = Trade union
filter-committee = Worker committee
filter-agreement = Collective agreement
filter-grievance = Grievance mechanism
filter-brand = Brand
filter-freshness = Newest answer
freshness-year = within twelve months
freshness-older = older than twelve months
freshness-none = no answer yet
newest-answer = Newest answer
answers-count = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}

## Map

map-title = Map of facilities
map-count = { $placed } of { $total } facilities have a place on the map; the mark shows the standing of the trade union.
map-table = Facilities by country and standing of the trade union
map-open = Open the profile
map-visible = { $shown } of { $total } facilities in view
map-more = Zoom in to list them
map-cluster = { $count } facilities, zoom in
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-failed = The map could not be drawn. The table below has everything.
map-empty = No facility here has a place on the map yet.

## One facility

workers-count = { $n ->
    [one] { $n } worker
   *[other] { $n } workers
}
sourced-by = sourced by { $brands }
about-country = About { $country }
upload-audit = Upload an audit
add-evidence = Add evidence
known-title = What we know, and from whom
known-count = { $n } of { $of } questions have an answer; the eleven below matter first.
next-title = What to do next
next-none = No open gap calls for a step now. Look again when answers grow old.
route = Route
safety-first = Check first that nobody is endangered
audits-title = Audits, read
audits-none-here = No audit of this facility was uploaded yet.
topics-title = All questions by topic
topic-count = { $n } of { $of } answered
topic-open = Not asked yet:
answer-it = Answer it
facts-title = Details
position = Latitude, longitude

because-negative = Because of the answers to: { $label }
because-contested = Because sources contradict each other on: { $label }
because-audit-only = Because only the audit or document of { $day } speaks, and workers were not heard, on: { $label }
because-needs-worker-side = Because only the workers' side can settle it: { $label }
because-unconfirmed = Because nobody has confirmed it: { $label }
because-unreviewed = Because nobody has reviewed what the machine read on: { $label }
because-aged = Because every answer is too old to count on: { $label }
because-unknown = Because nobody has answered: { $label }
because-in-part = Because it is so only in part: { $label }
because-talk-about = A fact to talk about, not a breach: { $label }

## Adding a facility

flash-facility-added = The facility was added.
flash-answer-added = The answer was added. The profile below counts it.
facility-new-lead = For one facility that stands on no list. Several are quicker as a list.
facility-name-missing = Enter the facility's name as its papers have it.
facility-country-missing = Choose the country.
facility-position-wrong = Enter latitude (−90 to 90) and longitude (−180 to 180) in degrees, such as 23.81 and 90.41, or leave both empty.
facility-workers-wrong = Enter a whole number of workers, or leave it empty.
facility-exists = A facility with this name and address is here already.
facility-exists-open = Open it
latitude = Latitude
longitude = Longitude
sector = Sector
optional = optional

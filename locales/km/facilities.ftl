# The facilities list, the map, and one facility's page, in Khmer.
# Machine-drafted: to be reviewed by somebody of the field.

facilities-count = { $n ->
   *[other] រោងចក្រចំនួន { $n }
}
show-map = បង្ហាញផែនទី
show-list = បង្ហាញបញ្ជី
take-away = ទាញយក
add-facility = បន្ថែមរោងចក្រ
import-list = នាំចូលបញ្ជី
no-facilities-title = មិនទាន់មានរោងចក្រ
no-facilities-advice = សូមនាំចូលបញ្ជីអ្នកផ្គត់ផ្គង់ដែលអ្នកមាន តារាងប្រភេទណាក៏បាន។
no-match-title = គ្មានរោងចក្រត្រូវនឹងតម្រងទាំងនេះទេ
no-match-advice = សូមសម្អាតតម្រងមួយ ឬស្វែងរកតាមផ្នែកនៃឈ្មោះ។
filter-union = សហជីព
filter-committee = គណៈកម្មការកម្មករ
filter-agreement = អនុសញ្ញារួម
filter-grievance = យន្តការបណ្តឹងតវ៉ា
filter-brand = ម៉ាក
filter-freshness = ចម្លើយថ្មីបំផុត
freshness-year = ក្នុងរយៈពេលដប់ពីរខែ
freshness-older = ចាស់ជាងដប់ពីរខែ
freshness-none = មិនទាន់មានចម្លើយ
newest-answer = ចម្លើយថ្មីបំផុត
answers-count = { $n ->
   *[other] ចម្លើយចំនួន { $n }
}

## Map

map-title = ផែនទីរោងចក្រ
map-count = រោងចក្រចំនួន { $placed } ក្នុងចំណោម { $total } មានទីតាំងលើផែនទី។ សញ្ញាបង្ហាញស្ថានភាពសហជីព។
map-table = រោងចក្រតាមប្រទេស និងស្ថានភាពសហជីព
map-open = បើកប្រវត្តិរូប
map-visible = មើលឃើញរោងចក្រចំនួន { $shown } ក្នុងចំណោម { $total }
map-more = ពង្រីកដើម្បីមើលបញ្ជី
map-cluster = រោងចក្រចំនួន { $count } សូមពង្រីក
map-zoom-in = ពង្រីក
map-zoom-out = បង្រួម
map-failed = មិនអាចគូរផែនទីបានទេ។ តារាងខាងក្រោមមានព័ត៌មានទាំងអស់។
map-empty = មិនទាន់មានរោងចក្រណានៅទីនេះមានទីតាំងលើផែនទីទេ។

## One facility

workers-count = { $n ->
   *[other] កម្មករ { $n } នាក់
}
sourced-by = ម៉ាកទិញពីទីនេះ៖ { $brands }
about-country = អំពី { $country }
upload-audit = បញ្ចូលសវនកម្ម
add-evidence = បន្ថែមភស្តុតាង
known-title = អ្វីដែលយើងដឹង និងដឹងពីនរណា
known-count = សំណួរចំនួន { $n } ក្នុងចំណោម { $of } មានចម្លើយ។ សំណួរដប់មួយខាងក្រោមសំខាន់មុនគេ។
next-title = ត្រូវធ្វើអ្វីបន្ទាប់
next-none = ឥឡូវគ្មានចំណុចខ្វះខាតណាត្រូវការជំហានទេ។ សូមមើលម្តងទៀតនៅពេលចម្លើយចាស់។
route = ផ្លូវ
safety-first = សូមពិនិត្យជាមុនថាគ្មាននរណាម្នាក់មានគ្រោះថ្នាក់
audits-title = សវនកម្មដែលបានអាន
audits-none-here = មិនទាន់មានសវនកម្មរបស់រោងចក្រនេះត្រូវបានបញ្ចូលទេ។
topics-title = សំណួរទាំងអស់តាមប្រធានបទ
topic-count = បានឆ្លើយ { $n } ក្នុងចំណោម { $of }
topic-open = មិនទាន់បានសួរ៖
answer-it = ឆ្លើយ
facts-title = ព័ត៌មានលម្អិត
position = រយៈទទឹង រយៈបណ្តោយ

because-negative = ដោយសារចម្លើយចំពោះ៖ { $label }
because-contested = ដោយសារប្រភពនិយាយផ្ទុយគ្នាអំពី៖ { $label }
because-audit-only = ដោយសារមានតែសវនកម្ម ឬឯកសារថ្ងៃ { $day } ហើយមិនបានស្តាប់កម្មករ អំពី៖ { $label }
because-needs-worker-side = ដោយសារមានតែភាគីកម្មករទេដែលអាចបញ្ជាក់៖ { $label }
because-unconfirmed = ដោយសារគ្មាននរណាបានបញ្ជាក់៖ { $label }
because-unreviewed = ដោយសារគ្មាននរណាបានពិនិត្យអ្វីដែលម៉ាស៊ីនបានអានអំពី៖ { $label }
because-aged = ដោយសារចម្លើយទាំងអស់ចាស់ពេក មិនអាចយកជាការបាន អំពី៖ { $label }
because-unknown = ដោយសារគ្មាននរណាបានឆ្លើយ៖ { $label }
because-in-part = ដោយសារពិតតែមួយផ្នែក៖ { $label }
because-talk-about = ជាចំណុចសម្រាប់ពិភាក្សា មិនមែនជាការរំលោភទេ៖ { $label }

## Adding a facility

flash-facility-added = បានបន្ថែមរោងចក្រ។
flash-answer-added = បានបន្ថែមចម្លើយ។ ប្រវត្តិរូបខាងក្រោមបានរាប់បញ្ចូលចម្លើយនេះ។
facility-new-lead = សម្រាប់រោងចក្រមួយដែលមិនមានក្នុងបញ្ជីណា។ បើមានច្រើន នាំចូលជាបញ្ជីលឿនជាង។
facility-name-missing = សូមបញ្ចូលឈ្មោះរោងចក្រ ដូចក្នុងឯកសាររបស់រោងចក្រ។
facility-country-missing = សូមជ្រើសរើសប្រទេស។
facility-position-wrong = សូមបញ្ចូលរយៈទទឹង (−90 ដល់ 90) និងរយៈបណ្តោយ (−180 ដល់ 180) ជាដឺក្រេ ដោយប្រើលេខ 0–9 ដូចជា 23.81 និង 90.41 ឬទុកទាំងពីរឱ្យនៅទទេ។
facility-workers-wrong = សូមបញ្ចូលចំនួនកម្មករជាចំនួនគត់ ដោយប្រើលេខ 0–9 ឬទុកឱ្យនៅទទេ។
facility-exists = មានរោងចក្រដែលមានឈ្មោះ និងអាសយដ្ឋាននេះរួចហើយ។
facility-exists-open = បើករោងចក្រនោះ
latitude = រយៈទទឹង
longitude = រយៈបណ្តោយ
sector = វិស័យ
optional = មិនចាំបាច់

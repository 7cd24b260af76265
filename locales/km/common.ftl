# Words that stand on many pages, in Khmer. Machine-drafted: to be reviewed by somebody of the field.

skip-to-content = ទៅកាន់ខ្លឹមសារ
menu = ម៉ឺនុយ
programme = កម្មវិធី
fictional = ប្រឌិត
nav-main = ម៉ឺនុយចម្បង
nav-see = មើល
nav-report = រាយការណ៍
nav-facilities = រោងចក្រ
nav-audits = សវនកម្ម និងចម្លើយ
nav-lists = បញ្ជីអ្នកផ្គត់ផ្គង់
nav-countries = ប្រទេស
nav-search = ស្វែងរក
nav-suppliers = អ្នកផ្គត់ផ្គង់ និងតំណាង
language = ភាសា
language-drafted = ការបកប្រែនេះព្រាងដោយម៉ាស៊ីន។ មិនទាន់មានអ្នកប្រើភាសាខ្មែរជាភាសាកំណើតពិនិត្យបញ្ជាក់នៅឡើយទេ។
mistake = កំហុស៖
form-wrong = សូមពិនិត្យត្រង់នេះម្តងទៀត
go-to-start = ទៅទំព័រដើម

## Signing in

sign-in-title = ចូលគណនី
sign-in = ចូលគណនី
sign-out = ចាកចេញ
sign-in-wrong = អាសយដ្ឋានអ៊ីមែល និងពាក្យសម្ងាត់មិនត្រូវគ្នាទេ។ សូមពិនិត្យទាំងពីរ ហើយព្យាយាមម្តងទៀត។
sign-in-lost = បាត់ពាក្យសម្ងាត់ឬ? អ្នកថែទាំម៉ាស៊ីនបម្រើនេះអាចបង្កើតតំណថ្មីសម្រាប់ប្រើម្តង ដោយប្រើ “amplify link”។
email = អាសយដ្ឋានអ៊ីមែល
password = ពាក្យសម្ងាត់
your-name = ឈ្មោះរបស់អ្នក
welcome-title = សូមស្វាគមន៍
welcome-lead = តំណនេះប្រើបានតែម្តងទេ។ សូមប្រាប់ថាអ្នកជានរណា ហើយជ្រើសពាក្យសម្ងាត់ បន្ទាប់មកកម្មវិធីរបស់អ្នករួចរាល់។
welcome-signed-in = អ្នកបានចូលគណនីរួចហើយ។
welcome-name-missing = សូមបញ្ចូលឈ្មោះរបស់អ្នក ដូចដែលអ្នកដទៃនឹងឃើញ។
welcome-email-wrong = សូមបញ្ចូលអាសយដ្ឋានអ៊ីមែល ដូចជា name@union.example ។
welcome-password-short = សូមជ្រើសពាក្យសម្ងាត់យ៉ាងតិច { $n } តួអក្សរ។ ប្រយោគមួយងាយចាំជាងគេ។
welcome-password-hint = យ៉ាងតិច 12 តួអក្សរ។ ប្រយោគមួយងាយចាំជាងគេ។
welcome-begin = ចាប់ផ្តើម

## Problems

problem-title-sign-in-first = សូមចូលគណនីជាមុនសិន
problem-advice-sign-in-first = ត្រូវចូលគណនីដើម្បីធ្វើការនេះ។ សូមចូលគណនី ហើយព្យាយាមម្តងទៀត។
problem-title-not-found = នៅទីនេះគ្មានអ្វីទេ
problem-advice-not-found = អាសយដ្ឋានប្រហែលវាយខុស ឬអ្វីដែលនៅទីនេះត្រូវបានដកចេញ។ សូមទៅទំព័រដើម ហើយស្វែងរកនៅទីនោះ។
problem-title-other-site = សំណើនេះមកពីគេហទំព័រផ្សេង
problem-advice-other-site = ដើម្បីការពារអ្នក យើងទទួលតែការផ្លាស់ប្តូរពីទំព័ររបស់ Amplify ប៉ុណ្ណោះ។ សូមបើកទំព័រនៅទីនេះ ហើយធ្វើម្តងទៀត។
problem-title-malformed = មិនអាចយល់សំណើនេះបាន
problem-advice-malformed = មានអ្វីមួយខ្វះ ឬនៅខុសកន្លែងក្នុងសំណើ។ សូមត្រឡប់ក្រោយ ផ្ទុកទំព័រឡើងវិញ ហើយព្យាយាមម្តងទៀត។
problem-title-invalid = សូមពិនិត្យម្តងទៀត
problem-advice-invalid = ព័ត៌មានខ្លះមិនអាចទទួលយកបាន។ គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។
problem-title-conflict = មានអ្នកផ្សេងធ្វើមុនអ្នក
problem-advice-conflict = មានអ្នកផ្សេងបានកែនៅពេលអ្នកកំពុងមើល។ សូមត្រឡប់ក្រោយ ផ្ទុកទំព័រឡើងវិញដើម្បីមើលអ្វីដែលគាត់បានធ្វើ ហើយសម្រេចម្តងទៀត។ គ្មានអ្វីរបស់គាត់ត្រូវបានសរសេរជាន់ទេ។
problem-title-duplicate = មាននៅទីនេះរួចហើយ
problem-advice-duplicate = របស់ដដែលត្រូវបានបន្ថែមពីមុន។ មិនបានបន្ថែមពីរដងទេ។
problem-title-too-large = ឯកសារធំពេក
problem-advice-too-large = គ្មានអ្វីត្រូវបានរក្សាទុកទេ។ សូមបំបែកឯកសារ ឬសុំអ្នកថែទាំម៉ាស៊ីនបម្រើនេះឱ្យអនុញ្ញាតឯកសារធំជាងនេះ។
problem-title-slow-down = ព្យាយាមច្រើនដងពេក
problem-advice-slow-down = សូមរង់ចាំបន្តិច ហើយព្យាយាមម្តងទៀត។
problem-wait = ដើម្បីកុំឱ្យអ្នកដទៃទាយពាក្យសម្ងាត់ ការចូលគណនីត្រូវផ្អាក { $seconds } វិនាទី។ សូមរង់ចាំ ហើយព្យាយាមម្តងទៀត។ គណនីរបស់អ្នកមិនត្រូវបានបិទទេ។
problem-title-full = ម៉ាស៊ីនបម្រើពេញហើយ
problem-advice-full = គ្មានកន្លែងទំនេរក្នុងថាសទេ ដូច្នេះគ្មានអ្វីត្រូវបានផ្លាស់ប្តូរ។ សូមប្រាប់អ្នកថែទាំម៉ាស៊ីនបម្រើនេះ រួចព្យាយាមម្តងទៀត។
problem-title-unavailable = មូលដ្ឋានទិន្នន័យមិនឆ្លើយតប
problem-advice-unavailable = គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។ សូមរង់ចាំមួយនាទី រួចផ្ទុកទំព័រឡើងវិញ។ បើអ្នកត្រឡប់ក្រោយ អ្វីដែលអ្នកបានវាយនៅតែមានក្នុងទម្រង់។
problem-title-internal = មានបញ្ហានៅខាងយើង
problem-advice-internal = គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរពាក់កណ្តាលទេ។ សូមព្យាយាមម្តងទៀត។ បើកើតឡើងទៀត សូមប្រាប់អ្នកថែទាំម៉ាស៊ីនបម្រើនេះ ហើយឱ្យលេខខាងក្រោម។
problem-request = លេខនៃសំណើនេះ៖ { $id }

## Messages after a change

flash-signed-out = អ្នកបានចាកចេញហើយ។

## Description for programs

api-title = សម្រាប់កម្មវិធីកុំព្យូទ័រ
api-lead = ទំព័រនីមួយៗក៏មានជា JSON នៅអាសយដ្ឋានដដែល។ ទំព័រនេះបង្កើតពីការពិពណ៌នា OpenAPI។

## Words of many pages

address = អាសយដ្ឋាន
choose = ជ្រើសរើស …
close = បិទ
continue = បន្ត
country = ប្រទេស
crumbs = អ្នកនៅទីនេះ
evidence = ភស្តុតាង
facility = រោងចក្រ
filter-all = ទាំងអស់
filter-clear = សម្អាតតម្រង
filter-show = បង្ហាញ
filters = តម្រង
kept = អ្វីដែលអ្នកបានវាយពីមុនត្រូវបានដាក់ត្រឡប់មកវិញ។
leave-it = បោះបង់
legend = អត្ថន័យសញ្ញា
name = ឈ្មោះ
not-known = មិនដឹង
nothing-yet = មិនទាន់មាន
page = ទំព័រ
page-number = ទំ. { $n }
pages = ទំព័រ
pages-of = { $first }–{ $last } ក្នុងចំណោម { $total }
region = តំបន់
share = { $n }%
source = ប្រភព
text-too-long = អត្ថបទវែងពេក។ សូមសរសេរតិចជាង { $n } តួអក្សរ។
workers = កម្មករ

# Standings in Khmer: who settled a question, who only claims it, and why it is not more than that.
# Machine-drafted: to be reviewed by somebody of the field.

standing = ស្ថានភាព
standing-verified = បានផ្ទៀងផ្ទាត់
standing-claimed = បានអះអាង
standing-contested = មានការផ្ទុយគ្នា
standing-unknown = មិនទាន់ដឹង
standing-not-applicable = មិនពាក់ព័ន្ធ
standing-value = { $standing }៖ { $value }
standing-not-asked = មិនបានសួរ
standing-asked-unknown = បានសួរ តែមិនដឹង
standing-refused = បានសួរ តែបដិសេធ
standing-word-verified-yes = បានផ្ទៀងផ្ទាត់៖ បាទ/ចាស
standing-word-claimed-yes = បានអះអាង៖ បាទ/ចាស
standing-word-contested = មានការផ្ទុយគ្នា
standing-word-claimed-no = បានអះអាង៖ ទេ
standing-word-verified-no = បានផ្ទៀងផ្ទាត់៖ ទេ
standing-word-unknown = មិនទាន់ដឹង
standing-word-not-applicable = មិនពាក់ព័ន្ធ

## On the cards on top of a facility

glance-verified-yes = បាទ/ចាស
glance-claimed-yes = បាទ/ចាស
glance-contested = មានការផ្ទុយគ្នា
glance-claimed-no = ទេ
glance-verified-no = ទេ
glance-unknown = មិនទាន់ដឹង
glance-not-applicable = មិនពាក់ព័ន្ធ

## Why a standing is not more than it is

why-worker-side-against-others = ភាគីកម្មករនិយាយដូច្នេះ តែអ្នកផ្សេងនិយាយខុសពីនេះ
why-needs-worker-side = មានតែភាគីកម្មករទេដែលអាចបញ្ជាក់ចំណុចនេះ
why-only-audit-or-management = សវនកម្ម ឬថ្នាក់គ្រប់គ្រងតែម្ខាងមិនអាចបញ្ជាក់ចំណុចនេះបានទេ
why-nobody-who-verifies = គ្មានអ្នកណាដែលអាចបញ្ជាក់ចំណុចនេះបានឆ្លើយទេ
why-only-aged = ចម្លើយទាំងអស់ចាស់ពេក មិនអាចយកជាការបាន
why-only-unreviewed = ម៉ាស៊ីនបានអាន មិនទាន់មានមនុស្សពិនិត្យ
why-sources-differ = ប្រភពនិយាយខុសគ្នា
why-worker-side-differs = ភាគីកម្មករនិយាយខុសគ្នាក្នុងចំណោមខ្លួន
why-said-not-applicable = អ្នកដែលត្រូវបានសួរនិយាយថាមិនពាក់ព័ន្ធ
why-out-of-scope = មិនពាក់ព័ន្ធ ដោយសារចម្លើយមួយផ្សេងទៀត
said-otherwise = និយាយខុសពីនេះ៖ { $who }

## Sides

column-workers = កម្មករ
column-union = សហជីព
column-inspector = អធិការការងារ
column-audit = សវនកម្ម
column-management = ថ្នាក់គ្រប់គ្រង
column-other = ផ្សេងៗ
indicator = សូចនាករ
source-named = { $kind }៖ { $name }
answer-superseded = មានចម្លើយថ្មីជំនួស
answer-aged = ចាស់ពេក មិនអាចយកជាការបាន
answer-unreviewed = មិនទាន់ពិនិត្យ

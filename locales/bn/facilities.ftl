# The facilities list, the map, and one facility's page, in Bangla.
# Machine-drafted: to be reviewed by somebody of the field.

facilities-count = { $n ->
    [one] { $n }টি কারখানা
   *[other] { $n }টি কারখানা
}
show-map = মানচিত্র দেখান
show-list = তালিকা দেখান
take-away = নামিয়ে নিন
add-facility = কারখানা যোগ করুন
import-list = তালিকা আনুন
no-facilities-title = এখনো কোনো কারখানা নেই
no-facilities-advice = আপনার কাছে সরবরাহকারীর যে তালিকা আছে তা আনুন; যেকোনো স্প্রেডশিট চলবে।
no-match-title = এই ফিল্টারে কোনো কারখানা মেলে না
no-match-advice = একটি ফিল্টার মুছুন, বা নামের একটি অংশ দিয়ে খুঁজুন।
filter-union = ট্রেড ইউনিয়ন
filter-committee = শ্রমিক কমিটি
filter-agreement = যৌথ চুক্তি
filter-grievance = অভিযোগ ব্যবস্থা
filter-brand = ব্র্যান্ড
filter-freshness = সর্বশেষ উত্তর
freshness-year = বারো মাসের মধ্যে
freshness-older = বারো মাসের বেশি পুরোনো
freshness-none = এখনো উত্তর নেই
newest-answer = সর্বশেষ উত্তর
answers-count = { $n ->
    [one] { $n }টি উত্তর
   *[other] { $n }টি উত্তর
}

## Map

map-title = কারখানার মানচিত্র
map-count = { $total }টি কারখানার মধ্যে { $placed }টি মানচিত্রে আছে; চিহ্নটি ট্রেড ইউনিয়নের অবস্থা দেখায়।
map-table = দেশ ও ট্রেড ইউনিয়নের অবস্থা অনুযায়ী কারখানা
map-open = প্রোফাইল খুলুন
map-visible = { $total }টি কারখানার মধ্যে { $shown }টি দেখা যাচ্ছে
map-more = নাম দেখতে মানচিত্র বড় করুন
map-cluster = { $count }টি কারখানা, মানচিত্র বড় করুন
map-zoom-in = বড় করুন
map-zoom-out = ছোট করুন
map-failed = মানচিত্র আঁকা যায়নি। নিচের সারণিতে সব আছে।
map-empty = এখানকার কোনো কারখানার জায়গা এখনো মানচিত্রে নেই।

## One facility

workers-count = { $n ->
    [one] { $n } জন শ্রমিক
   *[other] { $n } জন শ্রমিক
}
sourced-by = ক্রেতা: { $brands }
about-country = { $country } সম্পর্কে
upload-audit = নিরীক্ষা আপলোড করুন
add-evidence = প্রমাণ যোগ করুন
known-title = আমরা কী জানি, কার কাছ থেকে
known-count = { $of }টি প্রশ্নের মধ্যে { $n }টির উত্তর আছে; নিচের এগারোটি আগে দরকার।
next-title = এরপর কী করবেন
next-none = এখন কোনো ঘাটতির জন্য পদক্ষেপ দরকার নেই। উত্তর পুরোনো হলে আবার দেখুন।
route = পথ
safety-first = আগে নিশ্চিত হোন যে কেউ বিপদে পড়বেন না
audits-title = যে নিরীক্ষা পড়া হয়েছে
audits-none-here = এই কারখানার কোনো নিরীক্ষা এখনো আপলোড করা হয়নি।
topics-title = বিষয় অনুযায়ী সব প্রশ্ন
topic-count = { $of }টির মধ্যে { $n }টির উত্তর আছে
topic-open = এখনো জিজ্ঞাসা করা হয়নি:
answer-it = উত্তর দিন
facts-title = বিস্তারিত
position = অক্ষাংশ, দ্রাঘিমাংশ

because-negative = এই প্রশ্নের উত্তরের কারণে: { $label }
because-contested = কারণ এ বিষয়ে উৎসগুলো পরস্পরবিরোধী কথা বলে: { $label }
because-audit-only = কারণ এ বিষয়ে শুধু { $day } তারিখের নিরীক্ষা বা দলিল আছে, শ্রমিকদের কথা শোনা হয়নি: { $label }
because-needs-worker-side = কারণ শুধু শ্রমিক পক্ষই এটি নিশ্চিত করতে পারে: { $label }
because-unconfirmed = কারণ কেউ এটি নিশ্চিত করেননি: { $label }
because-unreviewed = কারণ যন্ত্র যা পড়েছে তা এখনো কেউ দেখেননি: { $label }
because-aged = কারণ এ বিষয়ে সব উত্তর এত পুরোনো যে গণ্য হয় না: { $label }
because-unknown = কারণ কেউ উত্তর দেননি: { $label }
because-in-part = কারণ এটি শুধু আংশিক সত্য: { $label }
because-talk-about = এটি আলোচনার বিষয়, লঙ্ঘন নয়: { $label }

## Adding a facility

flash-facility-added = কারখানাটি যোগ করা হয়েছে।
flash-answer-added = উত্তরটি যোগ করা হয়েছে। নিচের প্রোফাইলে তা গণ্য হয়েছে।
facility-new-lead = কোনো তালিকায় নেই এমন একটি কারখানার জন্য। অনেকগুলো হলে তালিকা দিয়ে আনা দ্রুত হয়।
facility-name-missing = কারখানার নাম লিখুন, তার কাগজপত্রে যেমন আছে।
facility-country-missing = দেশ বেছে নিন।
facility-position-wrong = অক্ষাংশ (−90 থেকে 90) ও দ্রাঘিমাংশ (−180 থেকে 180) ডিগ্রিতে ইংরেজি অঙ্কে লিখুন, যেমন 23.81 ও 90.41; অথবা দুটোই খালি রাখুন।
facility-workers-wrong = শ্রমিকের সংখ্যা পূর্ণসংখ্যায় ইংরেজি অঙ্কে লিখুন, বা খালি রাখুন।
facility-exists = এই নাম ও ঠিকানার একটি কারখানা আগেই আছে।
facility-exists-open = সেটি খুলুন
latitude = অক্ষাংশ
longitude = দ্রাঘিমাংশ
sector = খাত
optional = না দিলেও চলে

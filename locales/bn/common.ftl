# Words that stand on many pages, in Bangla. Machine-drafted: to be reviewed by somebody of the field.

skip-to-content = মূল অংশে যান
menu = মেনু
programme = কর্মসূচি
fictional = কাল্পনিক
nav-main = প্রধান মেনু
nav-see = দেখুন
nav-report = প্রতিবেদন
nav-facilities = কারখানা
nav-audits = নিরীক্ষা ও উত্তর
nav-lists = সরবরাহকারীর তালিকা
nav-countries = দেশ
nav-search = খুঁজুন
nav-suppliers = সরবরাহকারী ও প্রতিনিধিত্ব
language = ভাষা
language-drafted = এই অনুবাদের খসড়া যন্ত্রে করা; কোনো বাংলাভাষী পাঠক এখনো তা দেখে নিশ্চিত করেননি।
mistake = ভুল:
form-wrong = অনুগ্রহ করে এখানে আরেকবার দেখুন
go-to-start = প্রথম পাতায় যান

## Signing in

sign-in-title = সাইন ইন
sign-in = সাইন ইন করুন
sign-out = সাইন আউট করুন
sign-in-wrong = এই ই-মেইল ঠিকানা ও পাসওয়ার্ড মেলে না। দুটোই দেখে আবার চেষ্টা করুন।
sign-in-lost = পাসওয়ার্ড হারিয়েছেন? যিনি এই সার্ভার চালান তিনি “amplify link” দিয়ে একবার ব্যবহারের নতুন লিংক দিতে পারেন।
email = ই-মেইল ঠিকানা
password = পাসওয়ার্ড
your-name = আপনার নাম
welcome-title = স্বাগতম
welcome-lead = এই লিংক একবারই কাজ করে। আপনি কে তা জানান ও একটি পাসওয়ার্ড বেছে নিন; তারপর আপনার কর্মসূচি তৈরি।
welcome-signed-in = আপনি আগেই সাইন ইন করেছেন।
welcome-name-missing = আপনার নাম লিখুন, অন্যরা যেভাবে দেখবেন।
welcome-email-wrong = একটি ই-মেইল ঠিকানা লিখুন, যেমন name@union.example।
welcome-password-short = অন্তত { $n } অক্ষরের পাসওয়ার্ড বেছে নিন; একটি বাক্য মনে রাখা সবচেয়ে সহজ।
welcome-password-hint = অন্তত ১২ অক্ষর। একটি বাক্য মনে রাখা সবচেয়ে সহজ।
welcome-begin = শুরু করুন

## Problems

problem-title-sign-in-first = আগে সাইন ইন করুন
problem-advice-sign-in-first = এর জন্য সাইন ইন করা দরকার। সাইন ইন করে আবার চেষ্টা করুন।
problem-title-not-found = এখানে কিছু নেই
problem-advice-not-found = হয়তো ঠিকানা ভুল লেখা হয়েছে, বা জিনিসটি সরানো হয়েছে। প্রথম পাতায় গিয়ে খুঁজুন।
problem-title-other-site = এটি অন্য সাইট থেকে এসেছে
problem-advice-other-site = আপনার সুরক্ষার জন্য শুধু Amplify-এর নিজের পাতা থেকে করা পরিবর্তন নেওয়া হয়। পাতাটি এখানে খুলে আবার করুন।
problem-title-malformed = এটি বোঝা যায়নি
problem-advice-malformed = অনুরোধে কিছু বাদ পড়েছে বা ভুল জায়গায় আছে। ফিরে যান, পাতাটি নতুন করে খুলুন ও আবার চেষ্টা করুন।
problem-title-invalid = অনুগ্রহ করে আরেকবার দেখুন
problem-advice-invalid = কিছু তথ্য গ্রহণ করা যায়নি; কিছুই বদলায়নি।
problem-title-conflict = আপনার আগে অন্য কেউ করেছেন
problem-advice-conflict = আপনি দেখার সময় অন্য একজন এটি বদলেছেন। ফিরে গিয়ে পাতাটি নতুন করে খুলুন, তিনি কী করেছেন দেখুন ও আবার সিদ্ধান্ত নিন। তাঁর কিছু মুছে যায়নি।
problem-title-duplicate = এটি আগেই আছে
problem-advice-duplicate = একই জিনিস আগে যোগ করা হয়েছে; দুবার যোগ হয়নি।
problem-title-too-large = ফাইলটি বেশি বড়
problem-advice-too-large = কিছুই রাখা হয়নি। ফাইলটি ভাগ করুন, বা যিনি এই সার্ভার চালান তাঁকে বড় ফাইলের অনুমতি দিতে বলুন।
problem-title-slow-down = অনেকবার চেষ্টা হয়েছে
problem-advice-slow-down = একটু অপেক্ষা করে আবার চেষ্টা করুন।
problem-wait = কেউ যেন পাসওয়ার্ড অনুমান করতে না পারে, তাই { $seconds } সেকেন্ড সাইন ইন বন্ধ আছে। অপেক্ষা করে আবার চেষ্টা করুন; আপনার অ্যাকাউন্ট বন্ধ হয়নি।
problem-title-full = সার্ভারে জায়গা নেই
problem-advice-full = ডিস্কে আর জায়গা নেই, তাই কিছুই বদলায়নি। যিনি এই সার্ভার চালান তাঁকে জানান; তারপর আবার চেষ্টা করুন।
problem-title-unavailable = ডেটাবেস সাড়া দিচ্ছে না
problem-advice-unavailable = কিছুই বদলায়নি। এক মিনিট অপেক্ষা করে পাতাটি নতুন করে খুলুন; ফিরে গেলে ফর্মে আপনার লেখা থাকবে।
problem-title-internal = আমাদের দিকে কিছু ভুল হয়েছে
problem-advice-internal = কিছুই অর্ধেক বদলায়নি। আবার চেষ্টা করুন; আবার হলে যিনি এই সার্ভার চালান তাঁকে জানান ও নিচের নম্বরটি দিন।
problem-request = এই অনুরোধের নম্বর: { $id }

## Messages after a change

flash-signed-out = আপনি সাইন আউট করেছেন।

## Description for programs

api-title = প্রোগ্রামের জন্য
api-lead = প্রতিটি পাতা একই ঠিকানায় JSON হিসেবেও পাওয়া যায়। এই পাতা OpenAPI বর্ণনা থেকে তৈরি।

## Words of many pages

address = ঠিকানা
choose = বেছে নিন …
close = বন্ধ করুন
continue = এগিয়ে যান
country = দেশ
crumbs = আপনি এখানে আছেন
evidence = প্রমাণ
facility = কারখানা
filter-all = সব
filter-clear = ফিল্টার মুছুন
filter-show = দেখান
filters = ফিল্টার
kept = আপনি আগে যা লিখেছিলেন তা ফিরিয়ে আনা হয়েছে।
leave-it = বাদ দিন
legend = চিহ্নের অর্থ
name = নাম
not-known = জানা নেই
nothing-yet = এখনো কিছু নেই
page = পাতা
page-number = পৃ. { $n }
pages = পাতাগুলো
pages-of = { $total }টির মধ্যে { $first }–{ $last }
region = অঞ্চল
share = { $n }%
source = উৎস
text-too-long = লেখাটি বেশি বড়; { $n } অক্ষরের কম রাখুন।
workers = শ্রমিক

# Standings in Bangla: who settled a question, who only claims it, and why it is not more than that.
# Machine-drafted: to be reviewed by somebody of the field.

standing = অবস্থা
standing-verified = যাচাইকৃত
standing-claimed = যাচাইহীন দাবি
standing-contested = মতভেদ আছে
standing-unknown = অজানা
standing-not-applicable = প্রযোজ্য নয়
standing-value = { $standing }: { $value }
standing-not-asked = জিজ্ঞাসা করা হয়নি
standing-asked-unknown = জিজ্ঞাসা করা হয়েছে, জানা নেই
standing-refused = জিজ্ঞাসা করা হয়েছে, উত্তর দিতে চাননি
standing-word-verified-yes = যাচাইকৃত: হ্যাঁ
standing-word-claimed-yes = যাচাইহীন দাবি: হ্যাঁ
standing-word-contested = মতভেদ আছে
standing-word-claimed-no = যাচাইহীন দাবি: না
standing-word-verified-no = যাচাইকৃত: না
standing-word-unknown = অজানা
standing-word-not-applicable = প্রযোজ্য নয়

## On the cards on top of a facility

glance-verified-yes = হ্যাঁ
glance-claimed-yes = হ্যাঁ
glance-contested = মতভেদ আছে
glance-claimed-no = না
glance-verified-no = না
glance-unknown = অজানা
glance-not-applicable = প্রযোজ্য নয়

## Why a standing is not more than it is

why-worker-side-against-others = শ্রমিক পক্ষ এ কথা বলে; অন্যরা ভিন্ন কথা বলে
why-needs-worker-side = শুধু শ্রমিক পক্ষই এটি নিশ্চিত করতে পারে
why-only-audit-or-management = শুধু নিরীক্ষা বা কর্তৃপক্ষ এটি নিশ্চিত করতে পারে না
why-nobody-who-verifies = যাঁরা এটি নিশ্চিত করতে পারেন তাঁদের কেউ উত্তর দেননি
why-only-aged = সব উত্তর এত পুরোনো যে আর গণ্য হয় না
why-only-unreviewed = যন্ত্র পড়েছে, কোনো মানুষ এখনো দেখেননি
why-sources-differ = উৎসগুলো ভিন্ন কথা বলে
why-worker-side-differs = শ্রমিক পক্ষের ভেতরেই ভিন্ন কথা আছে
why-said-not-applicable = যাঁদের জিজ্ঞাসা করা হয়েছে তাঁরা বলেন এটি প্রযোজ্য নয়
why-out-of-scope = অন্য একটি উত্তরের কারণে প্রযোজ্য নয়
said-otherwise = ভিন্ন কথা বলে: { $who }

## Sides

column-workers = শ্রমিক
column-union = ইউনিয়ন
column-inspector = পরিদর্শক
column-audit = নিরীক্ষা
column-management = কর্তৃপক্ষ
column-other = অন্য
indicator = সূচক
source-named = { $kind }: { $name }
answer-superseded = নতুন উত্তর এর জায়গা নিয়েছে
answer-aged = এত পুরোনো যে গণ্য হয় না
answer-unreviewed = কেউ দেখেননি

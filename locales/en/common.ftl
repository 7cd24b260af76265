# Words that stand on many pages: the frame, forms and problems.

skip-to-content = Skip to the content
menu = Menu
programme = Programme
fictional = fictional
nav-main = Main
nav-see = See
nav-report = Report
nav-facilities = Facilities
nav-audits = Audits and answers
nav-lists = Supplier lists
nav-countries = Countries
nav-search = Search
nav-suppliers = Suppliers and representation
language = Language
language-drafted = This translation was drafted by a machine; no native reader has confirmed it yet.
mistake = Mistake:
form-wrong = Please look at this again
go-to-start = Go to the start page

## Signing in

sign-in-title = Sign in
sign-in = Sign in
sign-out = Sign out
sign-in-wrong = The e-mail address and the password do not belong together. Check both and try again.
sign-in-lost = Lost your password? The person who runs this server can print a new one-time link with “amplify link”.
email = E-mail address
password = Password
your-name = Your name
welcome-title = Welcome
welcome-lead = This link works once. Say who you are and choose a password; then your programme is ready.
welcome-signed-in = You are signed in already.
welcome-name-missing = Enter your name as others should see it.
welcome-email-wrong = Enter an e-mail address such as name@union.example.
welcome-password-short = Choose a password of at least { $n } characters; a sentence is easiest to remember.
welcome-password-hint = At least 12 characters. A sentence is easiest to remember.
welcome-begin = Begin

## Problems

problem-title-sign-in-first = Sign in first
problem-advice-sign-in-first = This needs a signed-in person. Sign in and try again.
problem-title-not-found = Nothing is here
problem-advice-not-found = The address may be mistyped, or the thing was removed. Go to the start page and look for it there.
problem-title-other-site = This came from another site
problem-advice-other-site = To protect you, changes are accepted only from Amplify's own pages. Open the page here and do it again.
problem-title-malformed = This could not be understood
problem-advice-malformed = Something in the request is missing or out of place. Go back, reload the page and try again.
problem-title-invalid = Please look at this again
problem-advice-invalid = Some of the values cannot be accepted; nothing was changed.
problem-title-conflict = Somebody else was faster
problem-advice-conflict = Another person changed this while you were looking at it. Go back, reload the page to see what they did, and decide again. Nothing of theirs was overwritten.
problem-title-duplicate = This is here already
problem-advice-duplicate = The same thing was added before; nothing was added twice.
problem-title-too-large = The file is too large
problem-advice-too-large = Nothing was kept. Split the file, or ask the person who runs this server to allow larger files.
problem-title-slow-down = Too many attempts
problem-advice-slow-down = Wait a moment and try again.
problem-wait = To keep guessers out, sign-in rests for { $seconds } seconds. Wait and try again; your account is not locked.
problem-title-full = The server is full
problem-advice-full = There is no room left on the disk, so nothing was changed. Tell the person who runs this server; then try again.
problem-title-unavailable = The database does not answer
problem-advice-unavailable = Nothing was changed. Wait a minute, then reload the page; what you typed is still in the form if you go back.
problem-title-internal = Something went wrong on our side
problem-advice-internal = Nothing was half-changed. Try again; if it happens again, tell the person who runs this server and give them the number below.
problem-request = Number of this request: { $id }

## Messages after a change

flash-signed-out = You are signed out.

## Description for programs

api-title = For programs
api-lead = Every page is also JSON at the same address. This page is drawn from the OpenAPI description.

## Words of many pages

address = Address
choose = Choose …
close = Close
continue = Continue
country = Country
crumbs = Where you are
evidence = Evidence
facility = Facility
filter-all = All
filter-clear = Clear the filters
filter-show = Show
filters = Filters
kept = What you typed before is back.
leave-it = Leave it
legend = Legend
name = Name
not-known = not known
nothing-yet = nothing yet
page = Page
page-number = p. { $n }
pages = Pages
pages-of = { $first }–{ $last } of { $total }
region = Region
share = { $n } %
source = Source
text-too-long = This is too long; keep it under { $n } characters.
workers = Workers

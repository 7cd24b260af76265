# Audits: uploading, reading, reviewing, and what an audit could not see.

audits-lead = Documents about facilities, read by the machine and reviewed by people.
audits-empty-title = No audits yet
audits-empty-advice = Upload the reports you have. Amplify looks for what they say about unions, committees, agreements and grievances, with the page, and for what they could not see.
audits-uploaded = Uploaded { $when } by { $who }
audit-to-review = { $n ->
    [one] { $n } proposal to review
   *[other] { $n } proposals to review
}
audit-all-reviewed = all reviewed
audit-no-proposals = nothing found about association
audit-no-facility = facility not chosen yet
audit-review = Review
audit-cancel = Stop
audit-retry = Read again
audit-original = The original file
audit-state-queued = Waiting to be read
audit-state-reading = Being read
audit-state-read = Read
audit-state-failed = Could not be read
audit-state-cancelled = Stopped
audit-progress-lost = The connection is lost; trying again.
flash-audits-uploaded = Files uploaded: { $what }. They are being read; you may leave this page.
flash-audit-cancelled = Reading was stopped. The file is kept.
flash-audit-retried = The file will be read again.
flash-audit-placed = The facility was chosen; its profile shows the readings as not reviewed.
flash-answer-accepted = Accepted. It counts in the profile as reviewed.
flash-answer-corrected = Corrected. Your answer counts; the machine's proposal is kept for the record.
flash-answer-rejected = Rejected. It counts nowhere.

## Uploading

audits-new-title = Upload audits
audits-new-lead = PDF, Word (DOCX), Excel (XLSX), ODS, HTML or text; several at once. The originals are kept unchanged.
audits-choose-files = Choose the files
audits-drop = or drop files here
audits-which-facility = Which facility are they about?
audits-which-facility-hint = Leave this open if the files are about several; you choose for each when you review it.
audits-upload = Upload
audits-too-many = At most { $most } files are taken at a time. Upload this one next.
audits-no-file = Choose at least one file.
audits-too-big = { $name } is larger than { $limit } and will be refused.
audits-sending = Sending, { $percent } %
audits-lost = The connection was lost. Your choice is kept; send again.
audits-refused = The server did not take it ({ $status }).
audits-file-refused = { $name }: { $why }
audits-same-file = { $name } was uploaded before; it was not added twice.
audits-some-uploaded = { $n ->
    [one] { $n } file was taken and is being read; the others were not:
   *[other] { $n } files were taken and are being read; the others were not:
}

## Why a file could not be read

extract-empty = The file is empty. Save it again and upload it once more.
extract-unknown-format = This kind of file cannot be read. Save it as PDF, DOCX, XLSX, HTML or text.
extract-password-protected = The file is protected by a password. Save it without one and upload it again.
extract-legacy-office = This is an old Word or Excel file. Save it as DOCX, XLSX or PDF and upload it again.
extract-damaged = The file is damaged or cut off. Ask for it again, or save it anew.
extract-too-large = The file is larger than allowed. Split it, or ask the person who runs this server.
extract-zip-bomb = The file unpacks to far more than a document holds; it was not opened.
extract-timeout = Reading took too long. Split the file, or save it as text, and try again.
extract-tool-missing = The pages are pictures, and the server has no program to read them. Ask the person who runs it to install tesseract-ocr, then press “Read again”.
extract-no-text = There is no text in this file.
extract-unreadable = The file could not be read. Try to save it in another format.
note-recognised = The text was recognised from pictures and may hold mistakes; compare with the original.
note-images-unread = Some pages are pictures and were not read: the server has no tesseract-ocr.
note-truncated = The file is very long; only its beginning was read.
note-replaced = Some characters could not be read and were replaced.

## Reviewing

review-lead = Nothing here counts as reviewed before a person has said so.
review-document = The document's text
review-proposals = What the machine read
review-none = The machine found no statement about unions, committees, agreements or grievances. That is not a clean bill: see below what this document could not show.
review-choose-facility = Which facility is this document about?
review-choose-facility-why = Proposals can be reviewed once the facility is known.
review-facility-search = Part of its name
review-facility-find = Find
review-facility-this = It is this one
review-facility-none = No facility has this in its name. Add it first, or try another part.
review-accept = Accept
review-reject = Reject
review-correct = Correct it
review-correct-save = Save the correction
review-decided-reviewed = Accepted by { $who }, { $when }
review-decided-corrected = Corrected by { $who }, { $when }; the machine had read: { $was }
review-decided-rejected = Rejected by { $who }, { $when }
review-machine = { $value }, read by the machine
review-keys-next = next, previous
review-keys-accept = accept
review-keys-reject = reject
review-keys-on = Keys on
review-page = Page { $n }
review-day = Day of the audit
review-day-save = Save
review-day-wrong = Enter the day of the audit; it cannot lie in the future.
flash-audit-dated = The day of the audit was saved.
findings-title = Matters the document describes
findings-lead = Every matter found, alleged or not confirmed, by kind.
finding-uo = Union operations
finding-fa = Freedom to associate
finding-id = Interference and discrimination
finding-cb = Collective bargaining
finding-st = Strikes
finding-wr = Worker representation
finding-gm = Grievance mechanism
finding-rr = Retaliation, or remedy refused
finding-un = Association violated, without detail
finding-status-found = found
finding-status-alleged = alleged
finding-status-not-substantiated = looked for and not confirmed

quote-reused = { $n ->
    [one] The same words stand in { $n } report on another facility
   *[other] The same words stand in { $n } reports on other facilities
}

## What an audit could not see

blind-title = What this audit could not see
blind-count = { $n } of { $of } questions
blind-details = Which, and why
sight-examined = examined
sight-not-examined = not examined; silence is not compliance
sight-could-not-see = could not be seen
blind-boilerplate = the document repeats policy phrases only
blind-no-workers = no worker was interviewed
blind-no-representatives = no representative of the workers was interviewed
blind-only-on-site = workers were interviewed on site only
warning-announced = The management knew the day of the audit.
warning-window = The management knew in which days the audit would come.
warning-few-days = { $days } auditor-days for { $workforce } workers: fewer than one day for every 500.
warning-few-interviews = { $interviewed } of { $workforce } workers interviewed; at least { $expected } would be expected.
warning-interviews-not-stated = The document does not say how many workers were interviewed.
warning-no-representatives = No representative of the union was interviewed.
warning-only-on-site = Workers were interviewed on site only, where the management sees who talks.
warning-coaching = There were signs that workers had been told what to say.
warning-boilerplate = The document repeats policy phrases and reports no facts on association.
basis-stated = The document says so itself.
basis-not-stated = The document is silent on this.
basis-rule-of-thumb = Our own rule of thumb; it follows no standard and only says where to look twice.

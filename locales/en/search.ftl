# Search over facilities, audits and answers.

search-words = Words to look for
search-find = Find
search-lead = Looks in names and addresses of facilities, in the text of audits, and in quotes and notes of answers; in any language and script.
search-count = { $n ->
    [one] { $n } place found
   *[other] { $n } places found
}
search-first = The best { $n } places; add a word to find fewer.
search-none-title = Nothing found
search-none-advice = Try fewer or shorter words, or part of a name. All words must occur together.
search-kind-facility = Facility
search-kind-audit = Audit
search-kind-answer = Answer

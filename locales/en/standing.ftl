# Standings: who settled a question, who only claims it, and why it is not more than that.

standing = Standing
standing-verified = Verified
standing-claimed = Claimed
standing-contested = Contested
standing-unknown = Unknown
standing-not-applicable = Does not apply
standing-value = { $standing }: { $value }
standing-not-asked = Not asked
standing-asked-unknown = Asked, not known
standing-refused = Asked, refused
standing-word-verified-yes = Verified: yes
standing-word-claimed-yes = Claimed: yes
standing-word-contested = Contested
standing-word-claimed-no = Claimed: no
standing-word-verified-no = Verified: no
standing-word-unknown = Unknown
standing-word-not-applicable = Does not apply

## On the cards on top of a facility

glance-verified-yes = Yes
glance-claimed-yes = Yes
glance-contested = Contested
glance-claimed-no = No
glance-verified-no = No
glance-unknown = Unknown
glance-not-applicable = Does not apply

## Why a standing is not more than it is

why-worker-side-against-others = the workers' side says so; others say otherwise
why-needs-worker-side = only the workers' side can settle this
why-only-audit-or-management = an audit or the management alone cannot settle this
why-nobody-who-verifies = nobody who could settle this has answered
why-only-aged = every answer is too old to count
why-only-unreviewed = read by a machine, not yet reviewed
why-sources-differ = the sources differ
why-worker-side-differs = the workers' side differs within itself
why-said-not-applicable = those asked say that it does not apply
why-out-of-scope = ruled out by another answer
said-otherwise = Says otherwise: { $who }

## Sides

column-workers = Workers
column-union = Union
column-inspector = Inspector
column-audit = Audit
column-management = Management
column-other = Other
indicator = Indicator
source-named = { $kind }: { $name }
answer-superseded = replaced by a newer answer
answer-aged = too old to count
answer-unreviewed = not reviewed

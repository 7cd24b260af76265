# Words of the country pages.

## Sections of a country page

country-section-ratification = Conventions of the ILO
country-section-gri = ITUC Global Rights Index
country-section-law = Law
country-section-worker-body = Worker bodies by law or custom
country-section-grievance = Where complaints can go
country-section-actor = Who is there
country-section-programme = Programmes
country-section-agreement = Agreements
country-section-wage = Minimum wage
country-section-alert = Recent events
country-section-guidance = How to approach the subject

## Conventions

convention-c087 = Freedom of association (C87)
convention-c098 = Right to organise and bargain (C98)
convention-c135 = Workers' representatives (C135)
convention-c144 = Tripartite consultation (C144)
convention-c154 = Collective bargaining (C154)
convention-c190 = Violence and harassment (C190)
ratification-ratified = Ratified
ratification-not-ratified = Not ratified
ratification-unknown = Not known
gri-derived = follows from the published changes between two years

## Law

law-union-plurality = Several unions
law-union-min-members = Members needed to found a union
law-exclusions = Who is left out
law-zones = Export zones
law-registration = Registration
law-bargaining = Collective bargaining
law-strike = Strike
law-statutes = Main laws
law-density = Union members in the workforce
law-labour-rights-index = Labour Rights Index
law-minimum-wage = Minimum wage
law-dues = Union dues
law-layoffs = Layoffs
law-cba-legitimation = Vote on existing agreements
law-anti-union-protection = Protection against anti-union acts
law-due-diligence = Due diligence of companies
law-worker-bodies = Worker bodies
law-authority = Authority
law-min-members = Members needed
law-min-percent = Share needed

## One union only?

monopoly-no = No union monopoly
monopoly-yes = Union monopoly by law
monopoly-de-facto = Union monopoly in practice
monopoly-sector = One union for each sector
monopoly-enterprise = One union for each enterprise
monopoly-suppressed = Independent unions suppressed

## Worker bodies

worker-body-threshold = From { $workers } workers
chosen-elected = Elected
chosen-appointed = Appointed
chosen-mixed = Some elected, some appointed
chosen-unknown = Not known how chosen

## Grievance routes

grievance-kind-state = State
grievance-kind-non-state = Outside the state
grievance-kind-trade = Trade agreement
grievance-kind-oecd-ncp = OECD National Contact Point

## Actors

actor-kind-union-confederation = Union confederation
actor-kind-union-federation = Union federation
actor-kind-union-council = Council of unions
actor-kind-employers-association = Employers' association
actor-kind-ministry = Ministry
actor-kind-inspectorate = Labour inspectorate
actor-kind-registrar = Registrar of unions
actor-kind-zone-authority = Zone authority
actor-kind-tripartite-body = Tripartite body
actor-kind-agency = Public agency
actor-kind-msi = Multi-stakeholder initiative
actor-kind-ngo = Organisation
affiliate-yes = Affiliate of IndustriALL
affiliate-no = Not an affiliate of IndustriALL
affiliate-unknown = Affiliation not known

## Programmes and agreements

programme-kind-better-work = Better Work
programme-kind-accord = Accord
programme-kind-act = ACT on living wages
programme-kind-ilo-programme = ILO programme
programme-kind-brand-programme = Programme of brands
programme-kind-msi = Multi-stakeholder initiative
programme-kind-trade = Trade arrangement
programme-kind-report = Report
present-yes = At work now
present-no = Not present
present-ended = Ended
present-unknown = Not known
exists-yes = In force
exists-no = None
exists-ended = Ended
exists-unknown = Not known

## Events

alert-kind-reform = Reform
alert-kind-supervision = Supervision by the ILO
alert-kind-violence = Violence
alert-kind-court = Court
alert-kind-trade = Trade
alert-kind-law = Law
alert-kind-index = Index
alert-kind-practice = Practice
alert-kind-conflict = Conflict
alert-kind-civic-space = Civic space

## Guidance: our judgement, never a fact

guidance-independent-unions-legal = Are independent unions legal?
guidance-independent-unions-legal-yes = Yes
guidance-independent-unions-legal-restricted = Restricted
guidance-independent-unions-legal-no = No
guidance-parallel-means = Other ways of representation
guidance-parallel-means-not-needed = Not needed
guidance-parallel-means-supplementary = Beside unions
guidance-parallel-means-recommended = Recommended, where unions cannot safely exist
guidance-retaliation-risk = Risk of retaliation for workers
guidance-retaliation-risk-low = Low
guidance-retaliation-risk-medium = Medium
guidance-retaliation-risk-high = High
guidance-retaliation-risk-severe = Severe
guidance-union-contact-route = How to reach unions
guidance-union-contact-route-direct = Directly
guidance-union-contact-route-confederation-first = Through the confederation first
guidance-union-contact-route-global-union-first = Through the global union first
guidance-union-contact-route-remote-only = From abroad only
guidance-topic-sensitivity = How sensitive the subject is for management
guidance-topic-sensitivity-low = Low
guidance-topic-sensitivity-medium = Medium
guidance-topic-sensitivity-high = High
guidance-heightened-due-diligence = Heightened due diligence
guidance-heightened-due-diligence-true = Needed
guidance-heightened-due-diligence-false = Not needed
guidance-action-routes = Routes that can work
guidance-verify-before-talk = Check before the talk

## How sure a fact is

confidence-high = Well sourced
confidence-medium = One source
confidence-low = Not verified
confidence-unsourced = No source
confidence-editorial = Our judgement
completeness-good = Well documented
completeness-partial = Partly documented
completeness-basic = Little documented

## Regions

region-south-asia = South Asia
region-southeast-asia = Southeast Asia
region-east-asia = East Asia
region-europe = Europe
region-europe-and-west-asia = Europe and West Asia
region-latin-america = Latin America
region-caribbean = Caribbean
region-north-america = North America
region-middle-east = Middle East
region-north-africa = North Africa
region-east-africa = East Africa
region-southern-africa = Southern Africa
country-role-production = Production country
country-role-home = Home country of brands
country-sector-garment = Garments
country-sector-footwear = Footwear
country-sector-textile = Textiles
country-sector-electronics = Electronics
country-sector-automotive = Automotive

## Countries

country-bd = Bangladesh
country-bg = Bulgaria
country-cn = China
country-de = Germany
country-eg = Egypt
country-et = Ethiopia
country-gb = United Kingdom
country-hn = Honduras
country-ht = Haiti
country-id = Indonesia
country-in = India
country-it = Italy
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kh = Cambodia
country-lk = Sri Lanka
country-ls = Lesotho
country-ma = Morocco
country-mg = Madagascar
country-mm = Myanmar
country-mx = Mexico
country-ni = Nicaragua
country-nl = Netherlands
country-np = Nepal
country-ph = Philippines
country-pk = Pakistan
country-pt = Portugal
country-ro = Romania
country-th = Thailand
country-tn = Tunisia
country-tr = Türkiye
country-us = United States
country-vn = Vietnam

## Languages to plan interpreters for

language-am = Amharic
language-ar = Arabic
language-bg = Bulgarian
language-bn = Bangla
language-de = German
language-en = English
language-es = Spanish
language-fr = French
language-hi = Hindi
language-ht = Haitian Creole
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-km = Khmer
language-kn = Kannada
language-mg = Malagasy
language-my = Burmese
language-ne = Nepali
language-nl = Dutch
language-om = Oromo
language-pa = Punjabi
language-pt = Portuguese
language-ro = Romanian
language-sd = Sindhi
language-si = Sinhala
language-st = Sesotho
language-sw = Swahili
language-ta = Tamil
language-th = Thai
language-tl = Filipino
language-tr = Turkish
language-ur = Urdu
language-vi = Vietnamese
language-zh = Chinese

## Words around the facts

countries-lead = Dated facts on law and practice, each with its source. Not legal advice.
rights-index = ITUC Global Rights Index
documented = How well documented
no-guidance = No country page yet
interpreters = interpreters for { $languages }
country-note = Compiled on { $day }; { $share } % of these facts have a source. Facts without one are greyed. Ask a local union or lawyer before you rely on a law.
country-unions-here = Trade unions at this programme's facilities
country-judgement = Our judgement from the facts below, never a fact itself.
as-of = As of { $when }
fact-old = More than five years old; ask again

# Words of the country pages, in Dutch. Machine-drafted: to be reviewed by somebody of the field.

## Sections of a country page

country-section-ratification = Verdragen van de ILO
country-section-gri = Global Rights Index van de ITUC
country-section-law = Wet
country-section-worker-body = Werknemersorganen volgens wet of gebruik
country-section-grievance = Waar klachten terechtkunnen
country-section-actor = Wie er zijn
country-section-programme = Programma's
country-section-agreement = Akkoorden
country-section-wage = Minimumloon
country-section-alert = Recente gebeurtenissen
country-section-guidance = Hoe het onderwerp te benaderen

## Conventions

convention-c087 = Vakbondsvrijheid (C87)
convention-c098 = Recht zich te organiseren en collectief te onderhandelen (C98)
convention-c135 = Werknemersvertegenwoordigers (C135)
convention-c144 = Tripartiet overleg (C144)
convention-c154 = Collectief onderhandelen (C154)
convention-c190 = Geweld en intimidatie (C190)
ratification-ratified = Bekrachtigd
ratification-not-ratified = Niet bekrachtigd
ratification-unknown = Niet bekend
gri-derived = volgt uit de gepubliceerde wijzigingen tussen twee jaren

## Law

law-union-plurality = Meerdere vakbonden
law-union-min-members = Leden nodig om een vakbond op te richten
law-exclusions = Wie erbuiten valt
law-zones = Exportzones
law-registration = Registratie
law-bargaining = Collectief onderhandelen
law-strike = Staking
law-statutes = Belangrijkste wetten
law-density = Vakbondsleden onder werknemers
law-labour-rights-index = Labour Rights Index
law-minimum-wage = Minimumloon
law-dues = Vakbondscontributie
law-layoffs = Collectief ontslag
law-cba-legitimation = Stemming over bestaande cao's
law-anti-union-protection = Bescherming tegen antivakbondsgedrag
law-due-diligence = Gepaste zorgvuldigheid van bedrijven
law-worker-bodies = Werknemersorganen
law-authority = Instantie
law-min-members = Leden nodig
law-min-percent = Aandeel nodig

## One union only?

monopoly-no = Geen vakbondsmonopolie
monopoly-yes = Vakbondsmonopolie in de wet
monopoly-de-facto = Vakbondsmonopolie in de praktijk
monopoly-sector = Eén vakbond per sector
monopoly-enterprise = Eén vakbond per onderneming
monopoly-suppressed = Onafhankelijke vakbonden onderdrukt

## Worker bodies

worker-body-threshold = Vanaf { $workers } werknemers
chosen-elected = Gekozen
chosen-appointed = Benoemd
chosen-mixed = Deels gekozen, deels benoemd
chosen-unknown = Niet bekend hoe gekozen

## Grievance routes

grievance-kind-state = Staat
grievance-kind-non-state = Buiten de staat
grievance-kind-trade = Handelsakkoord
grievance-kind-oecd-ncp = Nationaal Contactpunt van de OESO

## Actors

actor-kind-union-confederation = Vakcentrale
actor-kind-union-federation = Vakbondsfederatie
actor-kind-union-council = Raad van vakbonden
actor-kind-employers-association = Werkgeversorganisatie
actor-kind-ministry = Ministerie
actor-kind-inspectorate = Arbeidsinspectie
actor-kind-registrar = Register van vakbonden
actor-kind-zone-authority = Autoriteit van de exportzone
actor-kind-tripartite-body = Tripartiet orgaan
actor-kind-agency = Overheidsinstelling
actor-kind-msi = Multistakeholderinitiatief
actor-kind-ngo = Maatschappelijke organisatie
affiliate-yes = Aangesloten bij IndustriALL
affiliate-no = Niet aangesloten bij IndustriALL
affiliate-unknown = Aansluiting niet bekend

## Programmes and agreements

programme-kind-better-work = Better Work
programme-kind-accord = Akkoord (Accord)
programme-kind-act = ACT voor leefbaar loon
programme-kind-ilo-programme = ILO-programma
programme-kind-brand-programme = Programma van merken
programme-kind-msi = Multistakeholderinitiatief
programme-kind-trade = Handelsregeling
programme-kind-report = Rapport
present-yes = Nu actief
present-no = Niet aanwezig
present-ended = Beëindigd
present-unknown = Niet bekend
exists-yes = Van kracht
exists-no = Geen
exists-ended = Beëindigd
exists-unknown = Niet bekend

## Events

alert-kind-reform = Hervorming
alert-kind-supervision = Toezicht door de ILO
alert-kind-violence = Geweld
alert-kind-court = Rechtspraak
alert-kind-trade = Handel
alert-kind-law = Wet
alert-kind-index = Index
alert-kind-practice = Praktijk
alert-kind-conflict = Conflict
alert-kind-civic-space = Maatschappelijke ruimte

## Guidance: our judgement, never a fact

guidance-independent-unions-legal = Zijn onafhankelijke vakbonden toegestaan?
guidance-independent-unions-legal-yes = Ja
guidance-independent-unions-legal-restricted = Beperkt
guidance-independent-unions-legal-no = Nee
guidance-parallel-means = Andere vormen van vertegenwoordiging
guidance-parallel-means-not-needed = Niet nodig
guidance-parallel-means-supplementary = Naast vakbonden
guidance-parallel-means-recommended = Aanbevolen, waar vakbonden niet veilig kunnen bestaan
guidance-retaliation-risk = Risico op represailles voor werknemers
guidance-retaliation-risk-low = Laag
guidance-retaliation-risk-medium = Gemiddeld
guidance-retaliation-risk-high = Hoog
guidance-retaliation-risk-severe = Zeer hoog
guidance-union-contact-route = Hoe vakbonden te bereiken
guidance-union-contact-route-direct = Rechtstreeks
guidance-union-contact-route-confederation-first = Eerst via de vakcentrale
guidance-union-contact-route-global-union-first = Eerst via de internationale vakbond
guidance-union-contact-route-remote-only = Alleen vanuit het buitenland
guidance-topic-sensitivity = Hoe gevoelig het onderwerp is voor de directie
guidance-topic-sensitivity-low = Laag
guidance-topic-sensitivity-medium = Gemiddeld
guidance-topic-sensitivity-high = Hoog
guidance-heightened-due-diligence = Verscherpte zorgvuldigheid
guidance-heightened-due-diligence-true = Nodig
guidance-heightened-due-diligence-false = Niet nodig
guidance-action-routes = Routes die kunnen werken
guidance-verify-before-talk = Nagaan vóór het gesprek

## How sure a fact is

confidence-high = Goed onderbouwd
confidence-medium = Eén bron
confidence-low = Niet geverifieerd
confidence-unsourced = Geen bron
confidence-editorial = Ons oordeel
completeness-good = Goed gedocumenteerd
completeness-partial = Deels gedocumenteerd
completeness-basic = Weinig gedocumenteerd

## Regions

region-south-asia = Zuid-Azië
region-southeast-asia = Zuidoost-Azië
region-east-asia = Oost-Azië
region-europe = Europa
region-europe-and-west-asia = Europa en West-Azië
region-latin-america = Latijns-Amerika
region-caribbean = Caraïben
region-north-america = Noord-Amerika
region-middle-east = Midden-Oosten
region-north-africa = Noord-Afrika
region-east-africa = Oost-Afrika
region-southern-africa = Zuidelijk Afrika
country-role-production = Productieland
country-role-home = Thuisland van merken
country-sector-garment = Kleding
country-sector-footwear = Schoenen
country-sector-textile = Textiel
country-sector-electronics = Elektronica
country-sector-automotive = Auto-industrie

## Countries

country-bd = Bangladesh
country-bg = Bulgarije
country-cn = China
country-de = Duitsland
country-eg = Egypte
country-et = Ethiopië
country-gb = Verenigd Koninkrijk
country-hn = Honduras
country-ht = Haïti
country-id = Indonesië
country-in = India
country-it = Italië
country-jo = Jordanië
country-jp = Japan
country-ke = Kenia
country-kh = Cambodja
country-lk = Sri Lanka
country-ls = Lesotho
country-ma = Marokko
country-mg = Madagaskar
country-mm = Myanmar
country-mx = Mexico
country-ni = Nicaragua
country-nl = Nederland
country-np = Nepal
country-ph = Filipijnen
country-pk = Pakistan
country-pt = Portugal
country-ro = Roemenië
country-th = Thailand
country-tn = Tunesië
country-tr = Turkije
country-us = Verenigde Staten
country-vn = Vietnam

## Languages to plan interpreters for

language-am = Amhaars
language-ar = Arabisch
language-bg = Bulgaars
language-bn = Bengaals
language-de = Duits
language-en = Engels
language-es = Spaans
language-fr = Frans
language-hi = Hindi
language-ht = Haïtiaans Creools
language-id = Indonesisch
language-it = Italiaans
language-ja = Japans
language-km = Khmer
language-kn = Kannada
language-mg = Malagassisch
language-my = Birmaans
language-ne = Nepalees
language-nl = Nederlands
language-om = Oromo
language-pa = Punjabi
language-pt = Portugees
language-ro = Roemeens
language-sd = Sindhi
language-si = Singalees
language-st = Zuid-Sotho
language-sw = Swahili
language-ta = Tamil
language-th = Thais
language-tl = Filipijns
language-tr = Turks
language-ur = Urdu
language-vi = Vietnamees
language-zh = Chinees

## Woorden rond de feiten

countries-lead = Gedateerde feiten over recht en praktijk, elk met zijn bron. Geen juridisch advies.
rights-index = ITUC Global Rights Index
documented = Hoe goed gedocumenteerd
no-guidance = Nog geen landenpagina
interpreters = tolken voor { $languages }
country-note = Samengesteld op { $day }; { $share } % van deze feiten heeft een bron. Feiten zonder bron zijn grijs. Vraag een plaatselijke vakbond of jurist voordat u op een wet vertrouwt.
country-unions-here = Vakbonden bij de fabrieken van dit programma
country-judgement = Ons oordeel op grond van de feiten hieronder, zelf nooit een feit.
as-of = Stand { $when }
fact-old = Ouder dan vijf jaar; vraag het opnieuw

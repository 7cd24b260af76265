# Status: wie een vraag heeft beslist, wie het alleen beweert, en waarom het niet meer is dan dat.

standing = Status
standing-verified = Geverifieerd
standing-claimed = Beweerd
standing-contested = Omstreden
standing-unknown = Onbekend
standing-not-applicable = Niet van toepassing
standing-value = { $standing }: { $value }
standing-not-asked = Niet gevraagd
standing-asked-unknown = Gevraagd, niet bekend
standing-refused = Gevraagd, geweigerd
standing-word-verified-yes = Geverifieerd: ja
standing-word-claimed-yes = Beweerd: ja
standing-word-contested = Omstreden
standing-word-claimed-no = Beweerd: nee
standing-word-verified-no = Geverifieerd: nee
standing-word-unknown = Onbekend
standing-word-not-applicable = Niet van toepassing

## Op de kaarten boven een fabriek

glance-verified-yes = Ja
glance-claimed-yes = Ja
glance-contested = Omstreden
glance-claimed-no = Nee
glance-verified-no = Nee
glance-unknown = Onbekend
glance-not-applicable = Niet van toepassing

## Waarom een status niet meer is dan dat

why-worker-side-against-others = de werknemerskant zegt dit; anderen zeggen iets anders
why-needs-worker-side = alleen de werknemerskant kan hier uitsluitsel over geven
why-only-audit-or-management = een audit of de directie alleen kan hier geen uitsluitsel over geven
why-nobody-who-verifies = niemand die hier uitsluitsel over kan geven, heeft geantwoord
why-only-aged = elk antwoord is te oud om mee te tellen
why-only-unreviewed = door een machine gelezen, nog niet nagekeken
why-sources-differ = de bronnen zeggen verschillende dingen
why-worker-side-differs = binnen de werknemerskant lopen de antwoorden uiteen
why-said-not-applicable = de ondervraagden zeggen dat het niet van toepassing is
why-out-of-scope = uitgesloten door een ander antwoord
said-otherwise = Zegt iets anders: { $who }

## Kanten

column-workers = Werknemers
column-union = Vakbond
column-inspector = Inspecteur
column-audit = Audit
column-management = Directie
column-other = Overig
indicator = Indicator
source-named = { $kind }: { $name }
answer-superseded = vervangen door een nieuwer antwoord
answer-aged = te oud om mee te tellen
answer-unreviewed = niet nagekeken

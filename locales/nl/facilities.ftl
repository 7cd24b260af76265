# De lijst van fabrieken, de kaart en de pagina van één fabriek.

facilities-count = { $n ->
    [one] { $n } fabriek
   *[other] { $n } fabrieken
}
show-map = Kaart tonen
show-list = Lijst tonen
take-away = Lijst downloaden
add-facility = Fabriek toevoegen
import-list = Lijst importeren
no-facilities-title = Nog geen fabrieken
no-facilities-advice = Importeer de leverancierslijst die u al heeft; elke spreadsheet is goed.
no-match-title = Geen fabriek voldoet aan deze filters
no-match-advice = Wis een filter, of zoek op een deel van de naam.
filter-union = Vakbond
filter-committee = Werknemerscomité
filter-agreement = Cao
filter-grievance = Klachtenregeling
filter-brand = Merk
filter-freshness = Nieuwste antwoord
freshness-year = binnen twaalf maanden
freshness-older = ouder dan twaalf maanden
freshness-none = nog geen antwoord
newest-answer = Nieuwste antwoord
answers-count = { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}

## Kaart

map-title = Kaart van fabrieken
map-count = { $placed } van { $total } fabrieken hebben een plaats op de kaart; het teken toont de status van de vakbond.
map-table = Fabrieken per land en status van de vakbond
map-open = Profiel openen
map-visible = { $shown } van { $total } fabrieken in beeld
map-more = Zoom in om ze als lijst te zien
map-cluster = { $count } fabrieken, zoom in
map-zoom-in = Inzoomen
map-zoom-out = Uitzoomen
map-failed = De kaart kon niet worden getekend. In de tabel hieronder staat alles.
map-empty = Nog geen van deze fabrieken heeft een plaats op de kaart.

## Eén fabriek

workers-count = { $n ->
    [one] { $n } werknemer
   *[other] { $n } werknemers
}
sourced-by = levert aan { $brands }
about-country = Over { $country }
upload-audit = Audit uploaden
add-evidence = Bewijs toevoegen
known-title = Wat we weten, en van wie
known-count = { $n } van { $of } vragen zijn beantwoord; de elf hieronder gaan voor.
next-title = Wat u nu kunt doen
next-none = Geen enkele leemte vraagt nu om een stap. Kijk opnieuw als antwoorden verouderen.
route = Route
safety-first = Ga eerst na of niemand gevaar loopt
audits-title = Gelezen audits
audits-none-here = Van deze fabriek is nog geen audit geüpload.
topics-title = Alle vragen per onderwerp
topic-count = { $n } van { $of } beantwoord
topic-open = Nog niet gevraagd:
answer-it = Beantwoorden
facts-title = Gegevens
position = Breedte- en lengtegraad

because-negative = Vanwege de antwoorden op: { $label }
because-contested = Omdat bronnen elkaar tegenspreken over: { $label }
because-audit-only = Omdat er alleen een audit of document van { $day } is, en werknemers niet zijn gehoord, over: { $label }
because-needs-worker-side = Omdat alleen de werknemerskant hier uitsluitsel over kan geven: { $label }
because-unconfirmed = Omdat niemand het heeft bevestigd: { $label }
because-unreviewed = Omdat niemand heeft nagekeken wat de machine las over: { $label }
because-aged = Omdat elk antwoord te oud is om mee te tellen: { $label }
because-unknown = Omdat niemand heeft geantwoord op: { $label }
because-in-part = Omdat het maar gedeeltelijk zo is: { $label }
because-talk-about = Iets om over te praten, geen schending: { $label }

## Een fabriek toevoegen

flash-facility-added = De fabriek is toegevoegd.
flash-answer-added = Het antwoord is toegevoegd. Het telt mee in het profiel hieronder.
facility-new-lead = Voor één fabriek die op geen lijst staat. Meerdere fabrieken toevoegen gaat sneller met een lijst.
facility-name-missing = Vul de naam van de fabriek in zoals die op papier staat.
facility-country-missing = Kies het land.
facility-position-wrong = Vul breedtegraad (−90 tot 90) en lengtegraad (−180 tot 180) in graden in, zoals 23.81 en 90.41, of laat beide leeg.
facility-workers-wrong = Vul het aantal werknemers in als heel getal, of laat het leeg.
facility-exists = Er is al een fabriek met deze naam en dit adres.
facility-exists-open = Fabriek openen
latitude = Breedtegraad
longitude = Lengtegraad
sector = Sector
optional = mag leeg blijven

# De lijst van fabrieken, de kaart en de pagina van één fabriek.

facilities-count = { $n ->
    [one] { $n } fabriek
   *[other] { $n } fabrieken
}
show-map = Kaart tonen
show-list = Lijst tonen
take-away = Meenemen
add-facility = Fabriek toevoegen
import-list = Lijst importeren
no-facilities-title = Nog geen fabrieken
no-facilities-advice = Breng de leverancierslijst in die u heeft; elke spreadsheet is goed.
no-match-title = Geen fabriek past bij deze filters
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
map-count = { $placed } van { $total } fabrieken hebben een plaats op de kaart; het teken toont de stand van de vakbond.
map-table = Fabrieken per land en stand van de vakbond
map-open = Profiel openen
map-visible = { $shown } van { $total } fabrieken in beeld
map-more = Zoom in om ze op te sommen
map-cluster = { $count } fabrieken, zoom in
map-zoom-in = Inzoomen
map-zoom-out = Uitzoomen
map-failed = De kaart kon niet worden getekend. De tabel hieronder heeft alles.
map-empty = Nog geen fabriek hier heeft een plaats op de kaart.

## Eén fabriek

workers-count = { $n ->
    [one] { $n } werknemer
   *[other] { $n } werknemers
}
sourced-by = ingekocht door { $brands }
about-country = Over { $country }
upload-audit = Audit uploaden
add-evidence = Bewijs toevoegen
known-title = Wat we weten, en van wie
known-count = { $n } van { $of } vragen hebben een antwoord; de elf hieronder gaan voor.
next-title = Wat nu te doen
next-none = Geen open gat vraagt nu om een stap. Kijk opnieuw als antwoorden oud worden.
route = Route
safety-first = Ga eerst na dat niemand gevaar loopt
audits-title = Audits, gelezen
audits-none-here = Van deze fabriek is nog geen audit geüpload.
topics-title = Alle vragen per onderwerp
topic-count = { $n } van { $of } beantwoord
topic-open = Nog niet gevraagd:
answer-it = Beantwoorden
facts-title = Gegevens
position = Breedte- en lengtegraad

because-negative = Vanwege de antwoorden op: { $label }
because-contested = Omdat bronnen elkaar tegenspreken over: { $label }
because-audit-only = Omdat alleen de audit of het document van { $day } spreekt, en werknemers niet zijn gehoord, over: { $label }
because-needs-worker-side = Omdat alleen de werknemerskant het kan beslissen: { $label }
because-unconfirmed = Omdat niemand het heeft bevestigd: { $label }
because-unreviewed = Omdat niemand heeft nagekeken wat de machine las over: { $label }
because-aged = Omdat elk antwoord te oud is om te tellen over: { $label }
because-unknown = Omdat niemand heeft geantwoord op: { $label }
because-in-part = Omdat het maar ten dele zo is: { $label }
because-talk-about = Een feit om over te praten, geen schending: { $label }

## Een fabriek toevoegen

flash-facility-added = De fabriek is toegevoegd.
flash-answer-added = Het antwoord is toegevoegd. Het profiel hieronder telt het mee.
facility-new-lead = Voor één fabriek die op geen lijst staat. Meerdere gaan sneller als lijst.
facility-name-missing = Vul de naam van de fabriek in zoals die op papier staat.
facility-country-missing = Kies het land.
facility-position-wrong = Vul breedtegraad (−90 tot 90) en lengtegraad (−180 tot 180) in graden in, zoals 23.81 en 90.41, of laat beide leeg.
facility-workers-wrong = Vul een heel aantal werknemers in, of laat het leeg.
facility-exists = Een fabriek met deze naam en dit adres is er al.
facility-exists-open = Open haar
latitude = Breedtegraad
longitude = Lengtegraad
sector = Sector
optional = mag leeg blijven

# Leverancierslijsten: inlezen, eerst bekijken, en wat het resultaat is.

## Alle lijsten

lists-lead = Ingelezen spreadsheets met leveranciers, de nieuwste bovenaan.
lists-none-title = Nog geen lijsten
lists-none-advice = Importeer de lijst met leveranciers die u al heeft; elke spreadsheet is goed. Op de volgende pagina koppelt u de kolommen, en er wordt niets geïmporteerd voordat u het hebt gezien.
lists-working = Wordt nu geïmporteerd
lists-lost = De verbinding is weggevallen; er wordt opnieuw verbinding gemaakt.
lists-list = Lijst
lists-suppliers-of = Leveranciers van
lists-state = Status
lists-rows = Rijen
lists-new = Nieuw
lists-updated = Bijgewerkt
lists-unchanged = Ongewijzigd
lists-left-out = Weggelaten
lists-brought-in = Ingelezen op
lists-by = door { $name }
lists-see-result = Bekijk het resultaat
lists-badge-uploaded = Te bekijken
lists-badge-queued = Wacht
lists-badge-running = Wordt geïmporteerd
lists-badge-done = Geïmporteerd
lists-badge-failed = Mislukt
lists-badge-cancelled = Gestopt
lists-state-uploaded = Wacht op u: koppel de kolommen en importeer dan
lists-state-queued = Wacht op zijn beurt
lists-state-running = Wordt geïmporteerd, { $percent } %
lists-state-done = Geïmporteerd: { $new } nieuw, { $updated } bijgewerkt, { $unchanged } ongewijzigd, { $refused } weggelaten
lists-state-cancelled = Gestopt; er is niets veranderd
lists-state-failed = Niet geïmporteerd; er is niets veranderd
lists-programme-itself = het programma, geen merk

## Stap 1: het bestand kiezen

lists-steps = Stappen
lists-step-file = Kies het bestand
lists-step-match = Koppel de kolommen
lists-step-look = Bekijk vóór het importeren
lists-file = De leverancierslijst
lists-file-hint = Een bestand in CSV, Excel (.xlsx) of OpenDocument (.ods) van hoogstens { $size } MB, met één fabriek per rij. Elke kolomkop is goed; die van het sjabloon van Open Supply Hub zijn bekend.
lists-file-missing = Kies het bestand met de leverancierslijst.
lists-file-name-long = De naam van het bestand is te lang. Geef het een naam van minder dan { $n } tekens en kies het opnieuw.
lists-owner = Van wie zijn dit de leveranciers?
lists-owner-hint = Het merk dat bij deze fabrieken inkoopt. Andere merken zien deze lijst niet.
lists-owner-missing = Geef aan van wie dit de leveranciers zijn.
lists-owner-none = Van niemand in het bijzonder: fabrieken van het programma
lists-owner-other = Een merk dat hier nog niet staat
lists-new-brand = Naam van het nieuwe merk
lists-new-brand-missing = Vul de naam van het nieuwe merk in.
lists-new-brand-exists = Dit merk staat hier al. Kies het in de lijst hierboven.
lists-upload = Uploaden en bekijken
lists-upload-too-big = { $name } is groter dan { $limit } en wordt geweigerd.
lists-upload-sending = Versturen, { $percent }%
lists-upload-lost = De verbinding viel weg. Uw keuze is bewaard; verstuur opnieuw.
lists-upload-refused = De server heeft het niet aangenomen ({ $status }).
lists-upload-drop = of sleep het bestand hierheen
flash-list-uploaded = Het bestand is gelezen. Er is nog niets geïmporteerd: bekijk het eerst.

## Stap 2: de kolommen koppelen

lists-twin = Hetzelfde bestand is al geïmporteerd, op { $day }. Opnieuw importeren werkt de gegevens bij; er komt niets dubbel in.
lists-twin-open = Open die import
lists-remembered = Zulke kolommen zijn eerder gekoppeld, dus dezelfde keuzes zijn ingevuld.
lists-guessed = De keuzes hieronder zijn geraden uit koppen en inhoud. Controleer ze één voor één.
lists-notes = Hoe het bestand is gelezen
lists-reading = Verkeerd gelezen? Verander hoe het bestand wordt gelezen
lists-read-as = Gelezen als { $format }
lists-sheet = Werkblad
lists-header-row = Rij met de koppen
lists-header-row-hint = Zoals genummerd in de spreadsheet; leeg voor wat het programma vindt.
lists-separator = Kolommen zijn gescheiden door
lists-separator-own = wat het programma vindt
lists-separator-comma = komma
lists-separator-semicolon = puntkomma
lists-separator-tab = tab
lists-separator-pipe = verticale streep
lists-encoding = Tekens zijn geschreven in
lists-encoding-own = wat het programma vindt
lists-read-again = Opnieuw lezen
lists-header-row-wrong = Vul het nummer van een rij in, of laat het leeg.
lists-columns = Kolommen van de lijst
lists-columns-lead = { $n ->
    [one] { $n } kolom. Geef aan welk veld het is; wat u als detail bewaart, staat op de pagina van de fabriek onder de eigen kop.
   *[other] { $n } kolommen. Geef per kolom aan welk veld het is; wat u als detail bewaart, staat op de pagina van de fabriek onder de eigen kop.
}
lists-column = Kolom
lists-heading = Kop
lists-samples = Eerste waarden
lists-field = Is
lists-field-of = Veld van kolom { $letter }, { $header }
lists-blank = leeg
lists-default-country = Land voor rijen die er geen noemen
lists-default-country-none = geen: zulke rijen worden weggelaten
lists-look-again = Opnieuw bekijken
lists-unplaced = Geen kolom is een adres of positie. Fabrieken met dezelfde naam in één land tellen dan als één, en geen ervan komt op de kaart.
flash-list-mapped = De kolommen zijn gekoppeld zoals u koos. Hieronder staat wat de import zou doen.
flash-list-read-again = Het bestand is opnieuw gelezen zoals u koos.

## Stap 3: het voorbeeld

lists-preview = Wat de import zou doen
lists-preview-wait = Koppel eerst de kolommen; dan volgt het voorbeeld.
lists-preview-of = { $n ->
    [one] { $n } rij in het bestand.
   *[other] { $n } rijen in het bestand.
}
lists-count-new = { $n ->
    [one] nieuwe fabriek
   *[other] nieuwe fabrieken
}
lists-count-update = { $n ->
    [one] fabriek krijgt nieuwe gegevens
   *[other] fabrieken krijgen nieuwe gegevens
}
lists-count-unchanged = { $n ->
    [one] fabriek blijft zoals die is
   *[other] fabrieken blijven zoals ze zijn
}
lists-count-refused = { $n ->
    [one] rij wordt weggelaten
   *[other] rijen worden weggelaten
}
lists-count-duplicates = { $n ->
    [one] { $n } rij herhaalt een eerdere rij van de lijst; die telt één keer.
   *[other] { $n } rijen herhalen een eerdere rij van de lijst; elke fabriek telt één keer.
}
lists-count-warnings = { $n ->
    [one] { $n } opmerking bij een rij die toch wordt geïmporteerd.
   *[other] { $n } opmerkingen bij rijen die toch worden geïmporteerd.
}
lists-first-rows = De eerste rijen zoals ze worden geïmporteerd
lists-row = Rij
lists-outcome = Wordt
lists-outcome-new = nieuw
lists-outcome-update = bijgewerkt
lists-outcome-unchanged = ongewijzigd
lists-position-none = geen positie
lists-problems = Wat er mis is met rijen
lists-problems-lead = Rijen met een fout worden weggelaten totdat u ze in het bestand verbetert en het opnieuw uploadt. Een opmerking laat hoogstens één waarde weg.
lists-problems-more = De eerste { $shown } van { $n }; ze staan allemaal in het bestand om te downloaden.
lists-problems-download = Download alles als CSV
lists-kind = Soort
lists-kind-error = Weggelaten
lists-kind-warning = Opmerking
lists-what = Wat er mis is
lists-advice = Wat te doen
lists-import-all = { $n ->
    [one] Importeer { $n } fabriek
   *[other] Importeer { $n } fabrieken
}
lists-import-rest = { $n ->
    [one] Importeer { $n } fabriek, laat er { $refused } weg
   *[other] Importeer { $n } fabrieken, laat er { $refused } weg
}
lists-import-none = Er kan nog geen rij worden geïmporteerd. Verbeter de rijen in het bestand, of koppel de kolommen anders.
lists-import-promise = Al deze rijen gaan er samen in, of geen enkele.
lists-stop = Stop
flash-list-queued = Het importeren is begonnen.
flash-list-stopped = Het importeren is gestopt. Er is niets veranderd.
flash-list-too-late = Het importeren was klaar voordat het kon worden gestopt.

## Na het importeren

lists-result = Het resultaat
lists-see-facilities = Bekijk de fabrieken
lists-failed-title = Het importeren is niet gelukt
lists-failed-advice = Er is niets geïmporteerd. Probeer het opnieuw; gebeurt het nog eens, meld het dan aan de beheerder van deze server.
lists-not-matched = De kolommen van deze lijst zijn nog niet gekoppeld. Koppel ze en importeer dan.
lists-file-gone = Het bestand zelf staat niet meer in de opslag van deze server, dus de rijen kunnen niet worden getoond. Wat geïmporteerd is, blijft. Upload het opnieuw om het nog eens te importeren.
lists-trouble-title = Het bestand kan niet meer worden gelezen

## Velden die een kolom kan zijn

field-name = Naam van de fabriek
field-native-name = Naam in het plaatselijke schrift
field-address = Adres
field-street = Straat
field-city = Plaats
field-state = Staat, provincie of district
field-postcode = Postcode
field-country = Land
field-latitude = Breedtegraad
field-longitude = Lengtegraad
field-coordinates = Breedte- en lengtegraad in één
field-sector = Sector
field-workers = Aantal werknemers
field-parent-company = Moederbedrijf of groep
field-facility-type = Soort fabriek
field-processing-type = Soort bewerking
field-product-type = Soort product
field-os-id = Kenmerk van Open Supply Hub
field-own-number = Uw eigen nummer
field-brand = Merk
field-detail = Bewaar als detail
field-ignore = Weglaten

## Waarom de kolommen zo niet kunnen

mapping-name-missing = Geen kolom is de naam van de fabriek. Kies welke dat is.
mapping-country-missing = Geen kolom is het land. Kies er een, of kies onder de kolommen één land voor alle rijen.
mapping-twice = De kolommen “{ $first }” en “{ $second }” zijn allebei “{ $field }”. Kies er één.
mapping-half-position = Een positie heeft breedte- en lengtegraad nodig. Kies ook de andere kolom.
mapping-other-list = De lijst heeft { $found } kolommen, maar er zijn er { $expected } gekoppeld. Koppel de kolommen opnieuw.
mapping-unknown-country = “{ $code }” is geen landcode. Kies een land uit de lijst.

## Waarom een bestand niet kan worden gebruikt

list-empty = Het bestand is leeg. Kies het bestand met de leverancierslijst.
list-no-rows = De lijst heeft koppen maar geen rijen. Zet de fabrieken onder de koppen, sla op en kies het bestand opnieuw.
list-too-large = Het bestand is { $size } MB; deze server neemt { $limit } MB aan. Verdeel de lijst over meer bestanden.
list-too-many-rows = De lijst heeft meer dan { $limit } rijen. Verdeel ze over meer bestanden.
list-too-many-columns = Rij { $row } heeft meer dan { $limit } kolommen. Verwijder de kolommen die niet nodig zijn, sla op en kies het bestand opnieuw.
list-too-much-text = De cellen bevatten meer dan { $limit } MB tekst. Verdeel de lijst over meer bestanden.
list-truncated = Het bestand is afgebroken: het einde ontbreekt. Download het opnieuw of sla het opnieuw op en kies het dan nog eens.
list-quote-open = Een aanhalingsteken dat in rij { $row } begint, wordt nergens gesloten. Sluit het, sla op en kies het bestand opnieuw.
list-encrypted = De werkmap is beveiligd met een wachtwoord. Sla die op zonder wachtwoord en kies die dan opnieuw.
list-old-excel = Dit is een oude Excel-werkmap (.xls). Open die, sla die op als .xlsx of CSV en kies dan dat bestand.
list-binary-excel = Dit is een binaire Excel-werkmap (.xlsb). Open die, sla die op als .xlsx of CSV en kies dan dat bestand.
list-wrong-type = Dit is geen lijst maar een ander soort bestand ({ $found }), wat de naam ook zegt. Kies een bestand in CSV, XLSX of ODS.
list-unpacks-too-large = Het bestand is klein maar uitgepakt veel groter dan een lijst hoort te zijn, dus het is niet geopend. Kopieer de rijen naar een nieuwe werkmap en kies die.
list-broken = De werkmap is beschadigd. Open die in uw spreadsheetprogramma, sla die opnieuw op en kies die dan nog eens.
list-no-such-sheet = Er is geen werkblad “{ $sheet }”. Kies een van de werkbladen van de werkmap.
list-no-such-row = Er is geen rij { $row } om koppen uit te nemen. Kies een rij van de lijst.
list-unreadable = Het bestand kon niet worden gelezen. Kies het opnieuw.

## Wat te weten is over hoe een bestand is gelezen

list-note-wrong-name = De naam eindigt op iets anders, maar de inhoud is { $format }; zo is het gelezen.
list-note-encoding-guessed = Het bestand zegt niet hoe zijn tekens zijn geschreven; { $encoding } past het best. Kijk naar namen met accenten, en kies hieronder iets anders als ze er verkeerd uitzien.
list-note-undecodable = Sommige tekens konden niet worden gelezen en staan er als �. Kies hieronder een andere schrijfwijze van tekens, of verbeter ze in het bestand.
list-note-lines-skipped = { $count ->
    [one] { $count } regel boven de koppen is weggelaten.
   *[other] { $count } regels boven de koppen zijn weggelaten.
}
list-note-no-headers = Geen rij lijkt op koppen, dus de kolommen zijn naar hun letter genoemd.
list-note-header-twice = De kop “{ $header }” staat er twee keer; de tweede heet hier “{ $renamed }”.
list-note-formulas = { $count ->
    [one] { $count } cel bevat een formule; de opgeslagen uitkomst is genomen.
   *[other] { $count } cellen bevatten formules; de opgeslagen uitkomsten zijn genomen.
}
list-note-merged = { $count ->
    [one] { $count } cel die was samengevoegd met die erboven kreeg daarvan de waarde.
   *[other] { $count } cellen die waren samengevoegd met die erboven kregen daarvan de waarde.
}
list-note-other-sheets = { $count ->
    [one] Het werkblad “{ $sheet }” is gelezen; { $count } ander werkblad bevat ook rijen. Kies het hieronder als dat het goede is.
   *[other] Het werkblad “{ $sheet }” is gelezen; { $count } andere werkbladen bevatten ook rijen. Kies hieronder een ander als dat het goede is.
}
list-note-formula-text = { $count ->
    [one] { $count } cel bevat tekst die een spreadsheet als formule zou uitvoeren. Die blijft tekst.
   *[other] { $count } cellen bevatten tekst die een spreadsheet als formule zou uitvoeren. Ze blijven tekst.
}
list-note-cut = { $count ->
    [one] { $count } cel was te lang en is afgekapt.
   *[other] { $count } cellen waren te lang en zijn afgekapt.
}
list-note-rows-too-wide = { $count ->
    [one] { $count } rij heeft meer cellen dan er koppen zijn; de cellen daarbuiten zijn weggelaten.
   *[other] { $count } rijen hebben meer cellen dan er koppen zijn; de cellen daarbuiten zijn weggelaten.
}

## Wat er mis is met een rij

row-name-missing = De naam van de fabriek ontbreekt.
    .advice = Vul de naam in.
row-country-missing = Het land ontbreekt.
    .advice = Vul het land in, of kies één land voor al zulke rijen.
row-country-unknown = “{ $value }” is geen land dat we kennen.
    .advice = Schrijf de naam van het land in het Engels, of de code, zoals BD.
row-country-misspelled = “{ $value }” is geen land dat we kennen.
    .advice = Bedoelt u { $suggestion }? Schrijf dat dan, of { $code }.
row-position-unreadable = “{ $value }” is geen positie.
    .advice = Schrijf graden, zoals 23.81 en 90.41. De fabriek wordt zonder positie geïmporteerd.
row-position-out-of-range = { $value } is geen plaats op aarde.
    .advice = Breedte ligt tussen −90 en 90, lengte tussen −180 en 180. Kijk of een punt is weggevallen of de kolommen zijn verwisseld.
row-position-half = Alleen breedte of lengte is genoemd ({ $value }).
    .advice = Vul de andere in. De fabriek wordt zonder positie geïmporteerd.
row-position-zero = De positie is 0, 0, en dat ligt in zee.
    .advice = Vul de positie in, of laat beide leeg. De fabriek wordt zonder positie geïmporteerd.
row-position-swapped = { $value } ligt buiten het land; breedte en lengte lijken verwisseld.
    .advice = Verwissel de twee. De positie blijft zoals die in de lijst staat.
row-position-outside-country = { $value } ligt buiten het land van deze rij.
    .advice = Controleer land en positie. De positie blijft zoals die in de lijst staat.
row-workers-unreadable = “{ $value }” is geen aantal werknemers.
    .advice = Schrijf een geheel getal. De woorden worden als detail bewaard.
row-workers-about = “{ $value }” is niet exact.
    .advice = Het getal wordt genomen, en de woorden worden als detail bewaard.
row-workers-range = “{ $value }” is een marge.
    .advice = Schrijf één getal als u het weet. De marge wordt als detail bewaard.
row-os-id-shape = “{ $value }” is geen kenmerk van Open Supply Hub.
    .advice = Het heeft 15 letters en cijfers. De fabriek wordt zonder kenmerk geïmporteerd.
row-os-id-check = “{ $value }” is geen kenmerk van Open Supply Hub: het controleteken klopt niet.
    .advice = Zoek de tikfout. De fabriek wordt zonder kenmerk geïmporteerd.
row-os-id-country = Het kenmerk { $value } van Open Supply Hub hoort bij een ander land.
    .advice = Controleer land en kenmerk. Beide blijven zoals ze in de lijst staan.
row-formula-without-value = De cel bevat een formule waarvan de uitkomst nooit is opgeslagen.
    .advice = Open het bestand in een spreadsheetprogramma, sla het op en upload het opnieuw.
row-cell-error = De formule in deze cel eindigt in een fout.
    .advice = Verbeter de formule. De cel telt als leeg.
row-cell-cut = De tekst van deze cel is te lang en is afgekapt.
    .advice = Maak hem korter.
row-name-too-long = De naam heeft meer dan { $limit } tekens.
    .advice = Controleer of deze kolom de naam is, en maak hem korter.
row-address-too-long = Het adres heeft meer dan { $limit } tekens.
    .advice = Controleer welke kolommen het adres zijn, en maak het korter.
row-sector-too-long = De sectoren hebben meer dan { $limit } tekens.
    .advice = Controleer welke kolommen de sector zijn, en maak ze korter.

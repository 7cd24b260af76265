# Audits: uploaden, lezen, nakijken, en wat een audit niet kon zien.

audits-lead = Documenten over fabrieken, door de machine gelezen en door mensen nagekeken.
audits-empty-title = Nog geen audits
audits-empty-advice = Upload de rapporten die u heeft. Amplify zoekt op wat ze zeggen over vakbonden, comités, cao's en klachten, met de pagina erbij, en wat ze niet konden zien.
audits-uploaded = Geüpload { $when } door { $who }
audit-to-review = { $n ->
    [one] { $n } voorstel na te kijken
   *[other] { $n } voorstellen na te kijken
}
audit-all-reviewed = alles nagekeken
audit-no-proposals = niets gevonden over vakbondsvrijheid
audit-no-facility = fabriek nog niet gekozen
audit-review = Nakijken
audit-cancel = Stoppen
audit-retry = Opnieuw lezen
audit-original = Het originele bestand
audit-state-queued = In de wachtrij
audit-state-reading = Wordt gelezen
audit-state-read = Gelezen
audit-state-failed = Kon niet worden gelezen
audit-state-cancelled = Gestopt
audit-progress-lost = De verbinding is weggevallen; er wordt opnieuw verbinding gemaakt.
flash-audits-uploaded = Bestanden geüpload: { $what }. Ze worden gelezen; u kunt deze pagina verlaten.
flash-audit-cancelled = Het lezen is gestopt. Het bestand is bewaard.
flash-audit-retried = Het bestand wordt opnieuw gelezen.
flash-audit-placed = De fabriek is gekozen; het profiel toont wat er is gelezen als niet nagekeken.
flash-answer-accepted = Overgenomen. Het telt in het profiel mee als nagekeken.
flash-answer-corrected = Verbeterd. Uw antwoord telt; het voorstel van de machine blijft ter informatie bewaard.
flash-answer-rejected = Afgewezen. Het telt nergens mee.

## Uploaden

audits-new-title = Audits uploaden
audits-new-lead = PDF, Word (DOCX), Excel (XLSX), ODS, HTML of tekst; meerdere tegelijk. De originelen blijven onveranderd bewaard.
audits-choose-files = Kies de bestanden
audits-drop = of sleep bestanden hierheen
audits-which-facility = Over welke fabriek gaan ze?
audits-which-facility-hint = Laat dit open als de bestanden over meerdere fabrieken gaan; u kiest bij het nakijken.
audits-upload = Uploaden
audits-too-many = Er gaan hoogstens { $most } bestanden tegelijk. Upload dit bestand hierna.
audits-no-file = Kies minstens één bestand.
audits-too-big = { $name } is groter dan { $limit } en zal worden geweigerd.
audits-sending = Bezig met versturen, { $percent } %
audits-lost = De verbinding viel weg. Uw keuze is bewaard; verstuur opnieuw.
audits-refused = De server heeft het niet aangenomen ({ $status }).
audits-file-refused = { $name }: { $why }
audits-same-file = { $name } was al eerder geüpload; het is niet dubbel toegevoegd.
audits-some-uploaded = { $n ->
    [one] { $n } bestand is aangenomen en wordt gelezen; de andere niet:
   *[other] { $n } bestanden zijn aangenomen en worden gelezen; de andere niet:
}

## Waarom een bestand niet kon worden gelezen

extract-empty = Het bestand is leeg. Sla het opnieuw op en upload het nog eens.
extract-unknown-format = Dit soort bestand kan niet worden gelezen. Sla het op als PDF, DOCX, XLSX, HTML of tekst.
extract-password-protected = Het bestand is beveiligd met een wachtwoord. Sla het zonder wachtwoord op en upload het opnieuw.
extract-legacy-office = Dit is een oud Word- of Excel-bestand. Sla het op als DOCX, XLSX of PDF en upload het opnieuw.
extract-damaged = Het bestand is beschadigd of afgebroken. Vraag het opnieuw op, of sla het opnieuw op.
extract-too-large = Het bestand is groter dan toegestaan. Splits het, of vraag het aan de beheerder van deze server.
extract-zip-bomb = Uitgepakt is het bestand veel groter dan een document hoort te zijn; het is niet geopend.
extract-timeout = Het lezen duurde te lang. Splits het bestand, of sla het op als tekst, en probeer het opnieuw.
extract-tool-missing = De pagina's zijn afbeeldingen en de server heeft geen programma om ze te lezen. Vraag de beheerder om tesseract-ocr te installeren en kies daarna “Opnieuw lezen”.
extract-no-text = Er staat geen tekst in dit bestand.
extract-unreadable = Het bestand kon niet worden gelezen. Probeer het in een ander formaat op te slaan.
note-recognised = De tekst is herkend uit afbeeldingen en kan fouten bevatten; vergelijk met het origineel.
note-images-unread = Sommige pagina's zijn afbeeldingen en zijn niet gelezen: de server heeft geen tesseract-ocr.
note-truncated = Het bestand is erg lang; alleen het begin is gelezen.
note-replaced = Sommige tekens waren onleesbaar en zijn vervangen.

## Nakijken

review-lead = Niets hier telt als nagekeken zolang geen mens dat heeft gezegd.
review-document = De tekst van het document
review-proposals = Wat de machine las
review-none = De machine vond geen uitspraak over vakbonden, comités, cao's of klachten. Dat betekent niet dat alles in orde is: zie hieronder wat dit document niet kon laten zien.
review-choose-facility = Over welke fabriek gaat dit document?
review-choose-facility-why = Voorstellen kunnen worden nagekeken zodra de fabriek bekend is.
review-facility-search = Deel van de naam
review-facility-find = Zoeken
review-facility-this = Deze is het
review-facility-none = Geen fabriek heeft dit in de naam. Voeg de fabriek eerst toe, of probeer een ander deel.
review-accept = Overnemen
review-reject = Afwijzen
review-correct = Verbeteren
review-correct-save = Verbetering opslaan
review-decided-reviewed = Overgenomen door { $who }, { $when }
review-decided-corrected = Verbeterd door { $who }, { $when }; de machine las: { $was }
review-decided-rejected = Afgewezen door { $who }, { $when }
review-machine = { $value }, door de machine gelezen
review-keys-next = volgende, vorige
review-keys-accept = overnemen
review-keys-reject = afwijzen
review-keys-on = Sneltoetsen aan
review-page = Pagina { $n }
review-day = Dag van de audit
review-day-save = Opslaan
review-day-wrong = Vul de dag van de audit in; die kan niet in de toekomst liggen.
flash-audit-dated = De dag van de audit is opgeslagen.
findings-title = Zaken die het document beschrijft
findings-lead = Alles wat is gevonden – geconstateerd, gemeld of niet bevestigd – naar soort.
finding-uo = Werk van de vakbond
finding-fa = Vrijheid om zich te verenigen
finding-id = Inmenging en discriminatie
finding-cb = Collectief onderhandelen
finding-st = Stakingen
finding-wr = Vertegenwoordiging van werknemers
finding-gm = Klachtenregeling
finding-rr = Represailles, of geweigerd herstel
finding-un = Vakbondsvrijheid geschonden, zonder details
finding-status-found = geconstateerd
finding-status-alleged = gemeld
finding-status-not-substantiated = onderzocht en niet bevestigd

quote-reused = { $n ->
    [one] Dezelfde woorden staan in { $n } rapport over een andere fabriek
   *[other] Dezelfde woorden staan in { $n } rapporten over andere fabrieken
}

## Wat een audit niet kon zien

blind-title = Wat deze audit niet kon zien
blind-count = { $n } van { $of } vragen
blind-details = Welke, en waarom
sight-examined = onderzocht
sight-not-examined = niet onderzocht; stilzwijgen is geen naleving
sight-could-not-see = kon niet worden gezien
blind-boilerplate = het document herhaalt alleen standaardzinnen uit beleid
blind-no-workers = er is geen werknemer geïnterviewd
blind-no-representatives = er is geen vertegenwoordiger van de werknemers geïnterviewd
blind-only-on-site = werknemers zijn alleen op de werkplek geïnterviewd
warning-announced = De directie wist op welke dag de audit zou zijn.
warning-window = De directie wist in welke periode van enkele dagen de audit zou zijn.
warning-few-days = { $days } auditdagen voor { $workforce } werknemers: minder dan één dag per 500.
warning-few-interviews = { $interviewed } van { $workforce } werknemers geïnterviewd; minstens { $expected } zou te verwachten zijn.
warning-interviews-not-stated = Het document zegt niet hoeveel werknemers zijn geïnterviewd.
warning-no-representatives = Er is geen vertegenwoordiger van de vakbond geïnterviewd.
warning-only-on-site = Werknemers zijn alleen op de werkplek geïnterviewd, waar de directie ziet wie praat.
warning-coaching = Er waren aanwijzingen dat werknemers was voorgezegd wat ze moesten zeggen.
warning-boilerplate = Het document herhaalt standaardzinnen uit beleid en meldt geen feiten over vakbondsvrijheid.
basis-stated = Het document zegt dit zelf.
basis-not-stated = Het document zwijgt hierover.
basis-rule-of-thumb = Onze eigen vuistregel; die volgt geen norm en zegt alleen waar u nog eens moet kijken.

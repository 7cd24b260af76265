# Woorden die op veel pagina's staan: het kader, formulieren en problemen.

skip-to-content = Naar de inhoud
menu = Menu
programme = Programma
fictional = fictief
nav-main = Hoofdmenu
nav-see = Zien
nav-report = Rapporteren
nav-facilities = Fabrieken
nav-audits = Audits en antwoorden
nav-lists = Leverancierslijsten
nav-countries = Landen
nav-search = Zoeken
nav-suppliers = Leveranciers en vertegenwoordiging
language = Taal
language-drafted = Deze vertaling is door een machine gemaakt; een moedertaalspreker heeft haar nog niet nagekeken.
mistake = Fout:
form-wrong = Kijk hier nog eens naar
go-to-start = Naar de startpagina

## Inloggen

sign-in-title = Inloggen
sign-in = Inloggen
sign-out = Uitloggen
sign-in-wrong = Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw.
sign-in-lost = Wachtwoord kwijt? De beheerder van deze server kan met “amplify link” een nieuwe eenmalige link maken.
email = E-mailadres
password = Wachtwoord
your-name = Uw naam
welcome-title = Welkom
welcome-lead = Deze link werkt één keer. Zeg wie u bent en kies een wachtwoord; daarna staat uw programma klaar.
welcome-signed-in = U bent al ingelogd.
welcome-name-missing = Vul uw naam in zoals anderen die moeten zien.
welcome-email-wrong = Vul een e-mailadres in, zoals naam@vakbond.example.
welcome-password-short = Kies een wachtwoord van minstens { $n } tekens; een zin onthoudt u het makkelijkst.
welcome-password-hint = Minstens 12 tekens. Een zin onthoudt u het makkelijkst.
welcome-begin = Beginnen

## Problemen

problem-title-sign-in-first = Log eerst in
problem-advice-sign-in-first = Hiervoor moet u ingelogd zijn. Log in en probeer het opnieuw.
problem-title-not-found = Hier is niets
problem-advice-not-found = Het adres is misschien verkeerd getypt, of wat hier stond is verwijderd. Ga naar de startpagina en zoek het daar.
problem-title-other-site = Dit kwam van een andere site
problem-advice-other-site = Om u te beschermen worden wijzigingen alleen vanaf de pagina's van Amplify zelf aangenomen. Open de pagina hier en doe het opnieuw.
problem-title-malformed = Dit verzoek is niet te begrijpen
problem-advice-malformed = Er ontbreekt iets in het verzoek, of iets staat op de verkeerde plaats. Ga terug, laad de pagina opnieuw en probeer het nog eens.
problem-title-invalid = Kijk hier nog eens naar
problem-advice-invalid = Sommige gegevens kunnen niet worden aangenomen; er is niets gewijzigd.
problem-title-conflict = Iemand anders was u voor
problem-advice-conflict = Iemand anders heeft dit gewijzigd terwijl u ernaar keek. Ga terug, laad de pagina opnieuw om te zien wat er is gewijzigd, en beslis dan opnieuw. Er is niets van die ander overschreven.
problem-title-duplicate = Dit is er al
problem-advice-duplicate = Hetzelfde is eerder toegevoegd; er is niets dubbel toegevoegd.
problem-title-too-large = Het bestand is te groot
problem-advice-too-large = Er is niets opgeslagen. Splits het bestand, of vraag de beheerder van deze server om grotere bestanden toe te staan.
problem-title-slow-down = Te veel pogingen
problem-advice-slow-down = Wacht even en probeer het opnieuw.
problem-wait = Om het raden van wachtwoorden tegen te gaan, is inloggen { $seconds } seconden niet mogelijk. Wacht en probeer het opnieuw; uw account is niet geblokkeerd.
problem-title-full = De server is vol
problem-advice-full = Er is geen ruimte meer op de schijf, dus er is niets gewijzigd. Meld het aan de beheerder van deze server en probeer het daarna opnieuw.
problem-title-unavailable = De database antwoordt niet
problem-advice-unavailable = Er is niets gewijzigd. Wacht een minuut en laad de pagina opnieuw; wat u typte, staat nog in het formulier als u teruggaat.
problem-title-internal = Er ging bij ons iets mis
problem-advice-internal = Er is niets half doorgevoerd. Probeer het opnieuw; gebeurt het weer, meld het dan aan de beheerder van deze server en geef het nummer hieronder door.
problem-request = Nummer van dit verzoek: { $id }

## Berichten na een wijziging

flash-signed-out = U bent uitgelogd.

## Beschrijving voor programma's

api-title = Voor programma's
api-lead = Elke pagina is op hetzelfde adres ook als JSON beschikbaar. Deze pagina is gemaakt op basis van de OpenAPI-beschrijving.

## Woorden van veel pagina's

address = Adres
choose = Kies …
close = Sluiten
continue = Verder
country = Land
crumbs = U bent hier
evidence = Bewijs
facility = Fabriek
filter-all = Alle
filter-clear = Filters wissen
filter-show = Tonen
filters = Filters
kept = Wat u eerder had getypt, staat er weer.
leave-it = Annuleren
legend = Legenda
name = Naam
not-known = niet bekend
nothing-yet = nog niets
page = Pagina
page-number = p. { $n }
pages = Pagina's
pages-of = { $first }–{ $last } van { $total }
region = Regio
share = { $n } %
source = Bron
text-too-long = Dit is te lang; houd het onder { $n } tekens.
workers = Werknemers

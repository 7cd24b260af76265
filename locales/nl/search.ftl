# Zoeken in fabrieken, audits en antwoorden.

search-words = Zoekwoorden
search-find = Zoeken
search-lead = Zoekt in namen en adressen van fabrieken, in de tekst van audits, en in citaten en notities van antwoorden; in elke taal en elk schrift.
search-count = { $n ->
    [one] { $n } vindplaats
   *[other] { $n } vindplaatsen
}
search-first = De beste { $n } vindplaatsen; voeg een woord toe om er minder te vinden.
search-none-title = Niets gevonden
search-none-advice = Probeer minder of kortere woorden, of een deel van een naam. Alle woorden moeten samen voorkomen.
search-kind-facility = Fabriek
search-kind-audit = Audit
search-kind-answer = Antwoord

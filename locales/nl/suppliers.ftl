# De lijst van leveranciers met en zonder vakbond, comité en cao.

suppliers-title = Leveranciers met en zonder vakbond, werknemerscomité en cao
suppliers-tab = Leveranciers
suppliers-here = Leveranciers in deze lijst
suppliers-filter = Andere leveranciers kiezen
suppliers-print = Deze pagina is goed af te drukken op A4; de bestanden bevatten dezelfde lijst.
suppliers-counts = Aantal leveranciers per status
suppliers-more = De eerste { $shown } van { $total } leveranciers; de bestanden bevatten alles.
made-on = Gemaakt op
country-code = Landcode
os-id = OS ID
filter-elected = Gekozen comité
answers = Antwoorden
link = Link
meaning-verified-yes = Ja, volgens een bron die hier uitsluitsel over kan geven.
meaning-claimed-yes = Ja, maar alleen volgens bronnen die hier geen uitsluitsel over kunnen geven.
meaning-contested = Bronnen zeggen verschillende dingen.
meaning-claimed-no = Nee, maar alleen volgens bronnen die hier geen uitsluitsel over kunnen geven.
meaning-verified-no = Nee, volgens een bron die hier uitsluitsel over kan geven.
meaning-unknown = Er is geen antwoord dat meetelt. Onbekend is geen nee.
meaning-not-applicable = De vraag is hier niet van toepassing.

# De lijst van leveranciers met en zonder vakbond, comité en cao.

suppliers-title = Leveranciers met en zonder vakbond, werknemerscomité en cao
suppliers-tab = Leveranciers
suppliers-here = Leveranciers in deze lijst
suppliers-filter = Andere leveranciers kiezen
suppliers-print = Deze pagina is goed af te drukken op A4; de bestanden bevatten dezelfde lijst.
suppliers-counts = Hoeveel leveranciers waar staan
suppliers-more = De eerste { $shown } van { $total } leveranciers; de bestanden bevatten alles.
made-on = Gemaakt op
country-code = Landcode
os-id = OS ID
filter-elected = Comité gekozen
answers = Antwoorden
link = Link
meaning-verified-yes = Ja, en een bron die het kan beslissen zegt dat.
meaning-claimed-yes = Ja, maar alleen bronnen die het niet kunnen beslissen zeggen dat.
meaning-contested = Bronnen zeggen verschillende dingen.
meaning-claimed-no = Nee, maar alleen bronnen die het niet kunnen beslissen zeggen dat.
meaning-verified-no = Nee, en een bron die het kan beslissen zegt dat.
meaning-unknown = Niemand die telt heeft geantwoord. Onbekend is geen nee.
meaning-not-applicable = De vraag is hier niet van toepassing.

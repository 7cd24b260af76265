//! The languages of the pages: nothing is left untranslated, and numbers look as readers write them.

use crate::story::{REPORT, alone};

#[test]
fn a_dutch_reader_meets_no_english_and_no_bare_keys() {
    alone(async |place| {
        let english = place.officer();
        let dutch = english.reading("nl");
        let facility = english.add_facility("Hilsa Knitwear", "BD").await;
        let audit = english
            .read_audit(place, &facility, "report.txt", REPORT.as_bytes())
            .await;
        for (page, only_english) in [
            (
                "/facilities",
                vec!["Add a facility", "Trade union<", "Worker committee"],
            ),
            (
                "/facilities/map",
                vec!["Map of facilities", "Show the list"],
            ),
            ("/facilities/new", vec!["Number of workers", "Latitude<"]),
            (
                &facility,
                vec![
                    "What we know, and from whom",
                    "Not asked",
                    "What to do next",
                ],
            ),
            (
                &format!("{facility}/answers/new"),
                vec!["Add an answer", "Choose"],
            ),
            (&audit, vec!["What the machine read", "Nothing here counts"]),
            ("/audits", vec!["Upload", "proposals to review"]),
            ("/audits/new", vec!["Choose the files"]),
            ("/lists", vec!["No lists yet"]),
            ("/countries", vec!["Countries<"]),
            ("/suppliers", vec!["Made on", "Take it away"]),
            ("/search", vec!["Search<"]),
            ("/api", vec![]),
            ("/no-such-page", vec!["Nothing is here"]),
        ] {
            let reply = dutch.page(page).await;
            reply.says("lang=\"nl\"");
            for words in only_english {
                reply.does_not_say(words);
            }
            for language in ["en", "nl", "bn", "km"] {
                let text = english.reading(language).page(page).await.text();
                for line in text
                    .lines()
                    .filter(|line| !line.contains("<script") && !line.contains("<link"))
                {
                    for bare in [
                        ">nav-",
                        ">problem-",
                        ">audit-",
                        ">audits-",
                        ">filter-",
                        ">standing-",
                        ">facility-",
                        ">review-",
                        ">indicator-",
                        ">lists-",
                    ] {
                        assert!(!line.contains(bare), "{language} {page}: {line}");
                    }
                }
            }
        }
        dutch.page("/suppliers.csv").await.says("Vakbond");
    });
}

#[test]
fn numbers_and_days_are_written_as_the_reader_writes_them() {
    alone(async |place| {
        let officer = place.officer();
        let facility = officer
            .add_facility_with(&[("name", "Hilsa"), ("country", "BD"), ("workers", "12345")])
            .await;
        officer.page(&facility).await.says("12,345");
        officer.reading("nl").page(&facility).await.says("12.345");
        officer
            .reading("bn")
            .page(&facility)
            .await
            .says("১২,৩৪৫")
            .does_not_say("12,345");
        let code = officer.reading("bn").json(&facility).await;
        assert_eq!(code["workers"], 12345, "programs get plain numbers");
    });
}

#[test]
fn a_language_is_chosen_before_signing_in_and_only_a_shipped_one() {
    alone(async |place| {
        let stranger = place.stranger();
        let page = stranger.reading("nl").page("/sign-in").await;
        page.is(200).says("lang=\"nl\"");
        let chosen = stranger
            .send("/language", &[("language", "bn"), ("back", "/sign-in")])
            .await;
        assert!(
            chosen
                .is(303)
                .cookie("amplify_language")
                .unwrap()
                .starts_with("amplify_language=bn")
        );
        stranger
            .send("/language", &[("language", "xx"), ("back", "/sign-in")])
            .await
            .is(400);
    });
}

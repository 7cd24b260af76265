//! Whatever the text: the reader does not panic, every quote stands in the document word for word,
//! and no value comes without one.

use documents::read::{Lexicon, Reading, read};
use documents::text::Document;
use proptest::prelude::*;
use std::sync::OnceLock;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new().unwrap())
}

/// Fields of the record that need a quote, with whether the reading states them.
fn stated(reading: &Reading) -> Vec<String> {
    let conditions = &reading.conditions;
    let mut fields: Vec<String> = reading.labels.keys().cloned().collect();
    fields.extend(
        reading
            .findings
            .iter()
            .map(|finding| format!("finding.{}", finding.code)),
    );
    for (field, is_stated) in [
        ("union_names", !reading.union_names.is_empty()),
        ("committee_names", !reading.committee_names.is_empty()),
        ("cba_expiry", reading.cba_expiry.is_some()),
        ("announced", conditions.announced.is_some()),
        ("auditor_days", conditions.auditor_days.is_some()),
        (
            "workers_interviewed",
            conditions.workers_interviewed.is_some(),
        ),
        ("workforce", conditions.workforce.is_some()),
        (
            "union_reps_interviewed",
            conditions.union_representatives_interviewed.is_some(),
        ),
        (
            "offsite_interviews",
            conditions.offsite_interviews.is_some(),
        ),
        ("worker_coaching", conditions.worker_coaching),
    ] {
        if is_stated {
            fields.push(field.to_owned());
        }
    }
    fields
}

fn holds_together(text: &str) {
    let document = Document::from_plain(text);
    let reading = read(&document, lexicon());
    for quote in &reading.quotes {
        assert_eq!(
            document.text.get(quote.range.clone()),
            Some(quote.text.as_str())
        );
        assert!(!quote.text.trim().is_empty());
        let inside = document.blocks.iter().any(|block| {
            block.range.start <= quote.range.start && quote.range.end <= block.range.end
        });
        assert!(inside, "the quote `{}` leaves its block", quote.text);
    }
    for field in stated(&reading) {
        assert!(
            reading.quotes.iter().any(|quote| quote.field == field),
            "{field} has no quote in {text:?}"
        );
    }
}

/// Pieces of which foreign texts are made here, on top of arbitrary characters.
const PIECES: [&str; 24] = [
    "No trade union",
    " exists at the factory",
    ". ",
    "; ",
    "\n",
    " | ",
    "\t",
    "☒ Yes ☐ No",
    "[x]",
    "Is there a union?",
    "Workers: 1,200",
    " 31 December 2025",
    "工厂没有工会。",
    "İşyerinde sendika yoktur",
    "công đoàn cơ sở",
    "The CBA expired",
    ", but ",
    "it was elected",
    "12 workers were interviewed",
    "(",
    "’s",
    "\u{a0}",
    "🧵",
    "Sindicato Aurora (SA)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_gives_verbatim_quotes_and_no_value_without_one(parts in prop::collection::vec(prop_oneof![(0..PIECES.len()).prop_map(|at| PIECES[at].to_owned()), "\\PC{0,12}"], 0..14)) {
        holds_together(&parts.concat());
    }
}

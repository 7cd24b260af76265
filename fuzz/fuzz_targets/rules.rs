//! The reader's rules over any text: every quote is verbatim words of the document, and no label is
//! stated without one.
#![no_main]

use documents::read::{Lexicon, read};
use documents::text::Document;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new().expect("the shipped word lists are sound"));

fuzz_target!(|text: &str| {
    let document = Document::from_plain(text);
    let reading = read(&document, &LEXICON);
    for quote in &reading.quotes {
        assert_eq!(document.text.get(quote.range.clone()), Some(quote.text.as_str()));
    }
    for field in reading.labels.keys() {
        assert!(reading.quotes.iter().any(|quote| quote.field == *field), "{field} without a quote");
    }
});

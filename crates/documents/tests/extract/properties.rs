//! What holds for any bytes: no panic, and offsets that fit.

use super::made::{bare, docx, fixture, ods, paragraph, pdf, read_bytes};
use documents::extract::{self, ExtractError};
use documents::text::{BlockKind, Document};
use proptest::prelude::*;
use std::fmt::Write as _;

/// What [`documents::text`] promises about offsets.
fn holds(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.range.start >= end && block.range.end > block.range.start);
        let between = &document.text[end..block.range.start];
        assert!(between.trim().is_empty(), "{between:?} is in no block");
        let text = &document.text[block.range.clone()];
        assert_eq!(text.trim_end(), text);
        if block.kind != BlockKind::Row {
            assert_eq!(text.trim_start(), text);
        }
        end = block.range.end;
    }
    assert_eq!(document.text[end..].trim(), "");
    let mut end = 0;
    for page in &document.pages {
        assert!(page.start >= end && page.end >= page.start && page.end <= document.text.len());
        assert_eq!(document.text[end..page.start].trim(), "");
        end = page.end;
    }
}

fn check(result: Result<Document, ExtractError>) {
    match result {
        Ok(document) => holds(&document),
        Err(error) => assert!(error.code().starts_with("extract-")),
    }
}

/// One file of each kind, as it is read without any program.
#[expect(
    clippy::unwrap_used,
    reason = "a test ends where its own files cannot be made"
)]
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let body = format!(
        "{}<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        paragraph("The committee met."),
        paragraph("Union?"),
        paragraph("No.")
    );
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .write(1, 2, "Union?")
        .unwrap()
        .write(3, 0, 4.5)
        .unwrap();
    vec![
        ("a.docx", docx(&body)),
        ("a.xlsx", book.save_to_buffer().unwrap()),
        (
            "a.ods",
            ods(
                "<table:table table:name=\"A\"><table:table-row><table:table-cell>\
                 <text:p>Union?</text:p></table:table-cell></table:table-row></table:table>",
            ),
        ),
        (
            "a.html",
            b"<html><body><h1>A</h1><p>B<table><tr><td>C<td>D</table>".to_vec(),
        ),
        (
            "a.txt",
            "Zażółć gęślą jaźń.\nThe committee met.\n"
                .as_bytes()
                .to_vec(),
        ),
        ("a.pdf", pdf(2)),
        ("b.pdf", std::fs::read(fixture("report.pdf")).unwrap()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        check(read_bytes(&bytes, "a.bin"));
    }

    #[test]
    fn any_text_keeps_its_words(text in "[ -~\\n\\tàéßşğ한글中文বাং]{1,400}") {
        if let Ok(document) = read_bytes(text.as_bytes(), "a.txt") {
            holds(&document);
            prop_assert_eq!(super::made::normal(&document.text), super::made::normal(&text));
        }
    }

    #[test]
    fn any_web_page_is_read_or_refused(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("<table>"), Just("</table>"), Just("<tr>"), Just("<td>"), Just("<p>"),
                Just("</p>"), Just("<li>"), Just("<h1>"), Just("</h1>"), Just("<br>"), Just("<b>"),
                Just("text "), Just(" "), Just("<pre>"), Just("</pre>"), Just("&amp;"),
                Just("<template>"), Just("<input type=checkbox>"), Just("</div>")
            ],
            0..60,
        )
    ) {
        check(read_bytes(format!("<html>{}", parts.concat()).as_bytes(), "a.html"));
    }

    #[test]
    fn any_places_of_words_make_a_document(
        words in proptest::collection::vec(
            (0_f32..600.0, 0_f32..800.0, 1_f32..300.0, 1_f32..60.0, "[a-z☐.]{1,8}", any::<bool>()),
            1..60,
        )
    ) {
        let mut printed = String::from("<page width=\"600\" height=\"800\">\n");
        for (left, top, width, height, word, fresh) in &words {
            let place = format!(
                "xMin=\"{left}\" yMin=\"{top}\" xMax=\"{}\" yMax=\"{}\"",
                left + width, top + height
            );
            if *fresh || printed.ends_with("800\">\n") {
                let _ = writeln!(printed, "<block {place}>");
            }
            let _ = writeln!(printed, "<line {place}>\n<word {place}>{word}</word>");
        }
        let document = extract::from_printed(&printed, &bare()).unwrap();
        holds(&document);
        // Whatever the order, no word is lost.
        let mut got: Vec<&str> = document.text.split_whitespace().collect();
        let mut given: Vec<&str> = words.iter().map(|word| word.4.as_str()).collect();
        got.sort_unstable();
        given.sort_unstable();
        prop_assert_eq!(got, given);
    }

    #[test]
    fn cut_and_damaged_files_are_read_or_refused(
        cut in 0.0_f64..1.0,
        flips in proptest::collection::vec((0.0_f64..1.0, any::<u8>()), 0..12),
    ) {
        for (name, file) in files() {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a place inside a small file"
            )]
            let place = |share: f64| (share * file.len() as f64) as usize;
            check(read_bytes(&file[..place(cut)], name));
            let mut flipped = file.clone();
            for (share, byte) in &flips {
                flipped[place(*share)] ^= byte;
            }
            check(read_bytes(&flipped, name));
        }
    }
}

//! Pages: where they begin, and what happens to text that goes over them.

use super::made::{bare, blocks, docx, installed, pdf, read_bytes};
use documents::extract::{self, Limits};
use documents::text::{BlockKind, Note};
use std::fmt::Write as _;

#[test]
fn stored_page_breaks_of_a_docx_count_and_a_paragraph_may_go_over_one() {
    let bytes = docx(
        "<w:p><w:r><w:t>The talks have </w:t></w:r><w:r><w:lastRenderedPageBreak/>\
         <w:t>not begun.</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\
         <w:p><w:r><w:lastRenderedPageBreak/><w:t>Annex</w:t></w:r></w:p>",
    );
    let document = read_bytes(&bytes, "visit.docx").unwrap();
    assert_eq!(document.pages.len(), 3);
    assert_eq!(blocks(&document), ["The talks have\nnot begun.", "Annex"]);
    assert_eq!(
        document.page_of(document.text.find("not begun").unwrap()),
        2
    );
    assert_eq!(document.page_of(document.text.find("Annex").unwrap()), 3);
}

#[test]
fn a_word_that_a_page_break_would_part_stays_whole() {
    let bytes = docx(
        "<w:p><w:r><w:t>The commit</w:t></w:r><w:r><w:lastRenderedPageBreak/>\
         <w:t>tee met.</w:t></w:r></w:p>",
    );
    let document = read_bytes(&bytes, "visit.docx").unwrap();
    assert_eq!(blocks(&document), ["The\ncommittee met."]);
}

#[test]
fn breaks_set_by_the_author_count_where_no_layout_was_stored() {
    let bytes = docx(
        "<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/>\
         <w:t>Two</w:t></w:r></w:p>",
    );
    let document = read_bytes(&bytes, "visit.docx").unwrap();
    assert_eq!(document.page_of(document.text.find("Two").unwrap()), 2);
}

#[test]
fn a_form_feed_ends_a_page_of_plain_text() {
    let document = read_bytes(b"One\n\x0CTwo\n", "note.txt").unwrap();
    assert_eq!(document.page_of(document.text.find("Two").unwrap()), 2);
}

#[test]
fn a_document_of_five_thousand_pages_is_read_to_the_last() {
    if installed("pdftotext") {
        let document = extract::extract_bytes(&pdf(5_000), "long.pdf", &Limits::default()).unwrap();
        assert_eq!((document.pages.len(), document.notes), (5_000, vec![]));
        let last = document.text.rfind("Leaf 5000 says").unwrap();
        let document = extract::extract_bytes(&pdf(5_000), "long.pdf", &Limits::default()).unwrap();
        assert_eq!(document.page_of(last), 5_000);
    }
}

#[test]
fn pages_beyond_the_limit_are_left_out_and_that_is_noted() {
    let file = pdf(12);
    let limits = [
        Limits {
            pages: 10,
            ..Limits::default()
        },
        Limits {
            pages: 10,
            ..bare()
        },
    ];
    for limits in limits {
        let document = extract::extract_bytes(&file, "long.pdf", &limits).unwrap();
        assert_eq!(document.pages.len(), 10);
        assert!(document.text.contains("Leaf 10 says") && !document.text.contains("Leaf 11"));
        assert_eq!(document.notes, vec![Note::Truncated]);
    }
}

#[test]
fn text_beyond_the_limit_is_left_out_and_that_is_noted() {
    let limits = Limits {
        text: 1_000,
        ..bare()
    };
    let text = "The committee met again and wrote it down.\n".repeat(100);
    let page = format!(
        "<html><body><p>{}</p></body></html>",
        text.replace('\n', "<p>")
    );
    let file = docx(&super::made::paragraph("The committee met again.").repeat(100));
    for (bytes, name) in [
        (text.as_bytes(), "a.txt"),
        (page.as_bytes(), "a.html"),
        (&file, "a.docx"),
    ] {
        let document = extract::extract_bytes(bytes, name, &limits).unwrap();
        assert!(document.text.len() <= 1_000, "{name}");
        assert_eq!(document.notes, vec![Note::Truncated], "{name}");
    }
}

/// What `pdftotext -bbox-layout` prints for pages of lines, each with its left edge, its top, its
/// right edge and its words.
fn printed(pages: &[&[(f32, f32, f32, &str)]]) -> String {
    let mut text = String::new();
    for page in pages {
        text.push_str("<page width=\"600\" height=\"800\">\n<flow>\n");
        for (left, top, right, words) in *page {
            let bottom = top + 10.0;
            let place =
                format!("xMin=\"{left}\" yMin=\"{top}\" xMax=\"{right}\" yMax=\"{bottom}\"");
            let _ = writeln!(text, "<block {place}>\n<line {place}>");
            let _ = writeln!(text, "<word {place}>{words}</word>\n</line>\n</block>");
        }
        text.push_str("</flow>\n</page>\n");
    }
    text
}

#[test]
fn a_header_that_comes_again_does_not_cut_a_sentence() {
    let document = extract::from_printed(
        &printed(&[
            &[
                (60.0, 20.0, 300.0, "Heron Lane, page 1"),
                (60.0, 400.0, 500.0, "The talks that began in spring have"),
            ],
            &[
                (60.0, 20.0, 300.0, "Heron Lane, page 2"),
                (60.0, 100.0, 500.0, "not ended. The next round is due."),
            ],
        ]),
        &bare(),
    )
    .unwrap();
    assert_eq!(
        blocks(&document),
        [
            "Heron Lane, page 1",
            "The talks that began in spring have\nnot ended. The next round is due."
        ]
    );
    assert_eq!(document.blocks[0].kind, BlockKind::Margin);
    assert_eq!(
        document.page_of(document.text.find("not ended").unwrap()),
        2
    );
}

#[test]
fn answers_ticked_at_the_edge_of_every_page_are_no_footer() {
    let page: &[(f32, f32, f32, &str)] = &[(60.0, 760.0, 300.0, "☒ Yes ☐ No")];
    let document = extract::from_printed(&printed(&[page, page, page]), &bare()).unwrap();
    assert_eq!(document.blocks.len(), 3);
}

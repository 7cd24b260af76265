//! What a good file of each format gives.

use super::made::{blocks, docx, installed, ods, package, paragraph, read, read_bytes, shown};
use documents::text::{BlockKind, Note};

#[test]
fn a_pdf_gives_rows_headings_items_and_sentences_over_a_page_break() {
    if installed("pdftotext") {
        insta::assert_snapshot!(shown(&read("report.pdf").unwrap()));
    }
}

#[test]
fn a_pdf_is_read_without_any_program_too() {
    let bytes = std::fs::read(super::made::fixture("report.pdf")).unwrap();
    let document = read_bytes(&bytes, "report.pdf").unwrap();
    assert_eq!(document.pages.len(), 2);
    let text = super::made::normal(&document.text);
    assert!(text.contains("The workers said that one was tried in 2019. It was not registered."));
    assert!(text.contains("Minutes in two languages"));
}

#[test]
fn columns_of_running_text_are_read_one_after_the_other() {
    if installed("pdftotext") {
        let document = read("columns.pdf").unwrap();
        assert!(
            document
                .blocks
                .iter()
                .all(|block| block.kind == BlockKind::Paragraph)
        );
        let texts = blocks(&document);
        assert!(texts[0].starts_with("Letters from"));
        assert!(texts.last().unwrap().starts_with("The workers' committee"));
    }
}

#[test]
fn a_pdf_that_forbids_copying_but_opens_without_a_password_is_read() {
    if installed("pdftotext") {
        assert!(read("no-copying.pdf").unwrap().text.contains("Heron Lane"));
    }
}

#[test]
fn a_docx_gives_headings_items_rows_and_boxes() {
    let bytes = docx(
        &[
            "<w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>Association</w:t></w:r></w:p>",
            "<w:p><w:r><w:t xml:space=\"preserve\">No union &amp; no </w:t></w:r>\
         <w:del><w:r><w:delText>works </w:delText></w:r></w:del>\
         <w:r><w:t>committee.</w:t></w:r></w:p>",
            "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Hold an election</w:t></w:r></w:p>",
            "<w:tbl><w:tr><w:tc>",
            &paragraph("Elected?"),
            "</w:tc><w:tc><w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t> Yes </w:t>\
         <w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t> No</w:t></w:r></w:p>",
            &paragraph("By show of hands."),
            "</w:tc></w:tr></w:tbl>",
            "<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/>\
         </w:checkBox></w:ffData></w:fldChar><w:t> announced</w:t></w:r></w:p>",
            "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>A box</w:t></w:r></mc:Choice>\
         <mc:Fallback><w:r><w:t>A box</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
        ]
        .concat(),
    );
    insta::assert_snapshot!(shown(&read_bytes(&bytes, "visit.docx").unwrap()), @r#"
    pages 1 notes []
    1 Heading "Association"
    1 Paragraph "No union & no committee."
    1 Item "Hold an election"
    1 Row "Elected?\t☑ Yes ☐ No\nBy show of hands."
    1 Paragraph "☒ announced"
    1 Paragraph "A box"
    "#);
}

#[test]
fn headers_and_notes_of_a_docx_do_not_stand_between_its_sentences() {
    let bytes = package(&[
        (
            "word/document.xml",
            &format!("<w:document>{}</w:document>", paragraph("The body.")),
        ),
        (
            "word/header1.xml",
            &format!("<w:hdr>{}</w:hdr>", paragraph("Draft")),
        ),
        (
            "word/header2.xml",
            &format!("<w:hdr>{}</w:hdr>", paragraph("Draft")),
        ),
        (
            "word/footnotes.xml",
            &format!("<w:footnotes>{}</w:footnotes>", paragraph("A note.")),
        ),
    ]);
    insta::assert_snapshot!(shown(&read_bytes(&bytes, "visit.docx").unwrap()), @r#"
    pages 1 notes []
    1 Margin "Draft"
    1 Paragraph "The body."
    1 Paragraph "A note."
    "#);
}

#[test]
fn a_workbook_gives_a_page_a_sheet_and_a_row_a_row() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    let sheet = book
        .add_worksheet()
        .set_name("Worker representation")
        .unwrap();
    sheet
        .write(0, 0, "Question")
        .unwrap()
        .write(0, 2, "Note")
        .unwrap();
    sheet
        .write(1, 0, "Workers")
        .unwrap()
        .write(1, 1, 1412)
        .unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 5, 14).unwrap();
    sheet.write(2, 0, "Election").unwrap();
    sheet.write_with_format(2, 1, &day, &date).unwrap();
    sheet
        .write(3, 0, "Share")
        .unwrap()
        .write(3, 1, 0.25)
        .unwrap();
    let percent = rust_xlsxwriter::Format::new().set_num_format("0%");
    let thousands = rust_xlsxwriter::Format::new().set_num_format("#,##0");
    sheet.write_with_format(5, 0, 0.875, &percent).unwrap();
    sheet
        .write_with_format(5, 1, 1_234_567, &thousands)
        .unwrap();
    sheet.write(4, 16_000, "far off").unwrap();
    book.add_worksheet()
        .set_name("Sheet2")
        .unwrap()
        .write(0, 0, "Second")
        .unwrap();
    let hidden = book.add_worksheet().set_name("Lists").unwrap();
    hidden.write(0, 0, "Yes").unwrap();
    hidden.set_hidden(true);
    let bytes = book.save_to_buffer().unwrap();
    insta::assert_snapshot!(shown(&read_bytes(&bytes, "data.xlsx").unwrap()));
}

#[test]
fn an_opendocument_workbook_is_read_the_same_way() {
    let bytes = ods(
        "<table:table table:name=\"Answers\"><table:table-row><table:table-cell>\
         <text:p>Union?</text:p></table:table-cell><table:table-cell \
         table:number-columns-repeated=\"2\"/><table:table-cell><text:p>No</text:p>\
         <text:p>None heard of</text:p></table:table-cell><table:table-cell \
         table:number-columns-repeated=\"16380\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row><table:table-row>\
         <table:table-cell office:date-value=\"2024-02-06\"><text:p>6 Feb</text:p>\
         </table:table-cell></table:table-row></table:table>",
    );
    insta::assert_snapshot!(shown(&read_bytes(&bytes, "data.ods").unwrap()), @r#"
    pages 1 notes []
    1 Heading "Answers"
    1 Row "Union?\t\t\tNo\nNone heard of"
    1 Row "2024-02-06"
    "#);
}

#[test]
fn a_web_page_gives_what_a_browser_shows() {
    let page = "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>\
        <h2>Right to <em>organise</em></h2><script>var a = '<p>no</p>';</script>\
        <p>The union was\n   registered<br>in May.</p><ul><li>First<li><p>Second</p></ul>\
        <table><tr><th>Question<th>Answer<tr><td>CBA?<td><p>No.</p><p>Talks began.</p></table>\
        <p hidden>secret</p><p><select><option>audit<option selected>visit</select> <input type=checkbox checked> announced \
        <input type=checkbox> not</p></body></html>";
    insta::assert_snapshot!(shown(&read_bytes(page.as_bytes(), "page.htm").unwrap()), @r#"
    pages 1 notes []
    1 Heading "Right to organise"
    1 Paragraph "The union was registered\nin May."
    1 Item "First"
    1 Item "Second"
    1 Row "Question\tAnswer"
    1 Row "CBA?\tNo.\nTalks began."
    1 Paragraph "visit ☒ announced ☐ not"
    "#);
}

#[test]
fn lines_that_were_wrapped_belong_together_and_others_do_not() {
    let text = "2. FREEDOM OF ASSOCIATION\n\
        The committee meets every second month and keeps minutes that hang\n\
        at the canteen door.\n\nUnion: none\nCommittee: yes\n- An item\n";
    insta::assert_snapshot!(shown(&read_bytes(text.as_bytes(), "note.txt").unwrap()), @r#"
    pages 1 notes []
    1 Heading "2. FREEDOM OF ASSOCIATION"
    1 Paragraph "The committee meets every second month and keeps minutes that hang\nat the canteen door."
    1 Paragraph "Union: none"
    1 Paragraph "Committee: yes"
    1 Item "- An item"
    "#);
}

#[test]
fn text_is_read_in_the_encoding_it_is_in() {
    let vietnamese = "Công đoàn cơ sở được thành lập năm 2019.";
    let little: Vec<u8> = vietnamese
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked: Vec<u8> = [&[0xFF, 0xFE], little.as_slice()].concat();
    let big: Vec<u8> = "Sendika var mi?"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let western = b"D\xE9l\xE9gu\xE9s du personnel \xE9lus en 2022, r\xE9unions trimestrielles.";
    for (bytes, words) in [
        (vietnamese.as_bytes().to_vec(), vietnamese),
        (marked, vietnamese),
        (big, "Sendika var mi?"),
        (
            western.to_vec(),
            "Délégués du personnel élus en 2022, réunions trimestrielles.",
        ),
    ] {
        let document = read_bytes(&bytes, "note.txt").unwrap();
        assert_eq!((document.text.as_str(), document.notes), (words, vec![]));
    }
}

#[test]
fn bytes_that_are_no_text_in_their_encoding_are_replaced_and_noted() {
    let bytes = b"\xEF\xBB\xBFThe union \xFF was registered in May.";
    let document = read_bytes(bytes, "note.txt").unwrap();
    assert_eq!(document.notes, vec![Note::Replaced]);
    assert!(document.text.contains("was registered in May."));
}

#[test]
fn a_wrongly_named_file_is_read_by_what_it_is() {
    let document = read_bytes(&docx(&paragraph("A text document.")), "audit.pdf").unwrap();
    assert_eq!(document.text, "A text document.");
    let document = read_bytes(b"<html><body><p>A page.</p></body></html>", "audit.docx").unwrap();
    assert_eq!(document.text, "A page.");
}

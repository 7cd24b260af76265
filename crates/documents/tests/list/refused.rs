//! Files that are no list, broken or hostile: each gets its own reason.

use crate::made::*;
use documents::list::{self, Limits, ListError};
use std::fmt::Write as _;

fn code(bytes: impl AsRef<[u8]>) -> &'static str {
    open(bytes).unwrap_err().code()
}

#[test]
fn nothing_is_empty_and_headers_alone_are_no_rows() {
    for nothing in ["", " ", "\n\n\n", "\u{feff}", ",,,\n,,,\n"] {
        assert_eq!(code(nothing), "list-empty", "{nothing:?}");
    }
    assert_eq!(code("name,address,country\n"), "list-no-rows");
    assert_eq!(code(xlsx(&[("List", "", "")])), "list-empty");
    assert_eq!(code(ods(&[("List", "")])), "list-empty");
}

#[test]
fn a_file_cut_off_is_said_to_be() {
    let rows = row(1, &["Name", "Country"]) + &row(2, &["Lotus", "BD"]);
    let whole = xlsx(&[("List", &rows, "")]);
    assert_eq!(code(&whole[..whole.len() / 2]), "list-truncated");
    let whole = ods(&[(
        "List",
        &(ods_row(&["Name", "Country"]) + &ods_row(&["Lotus", "BD"])),
    )]);
    let error = open(&whole[..whole.len() - 40]).unwrap_err();
    assert_eq!(
        (error.code(), error.args()),
        ("list-truncated", vec![("format", "ODS".to_owned())])
    );
    let error = open("name,country\nLotus,BD\n\"Delta,VN\nRiver,KH\n").unwrap_err();
    assert_eq!(error, ListError::QuoteOpen { row: 3 });
}

#[test]
fn a_workbook_under_a_password_and_an_old_one_are_told_apart() {
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        code([ole.clone(), vec![0; 600], name].concat()),
        "list-encrypted"
    );
    assert_eq!(code([ole, vec![0; 600]].concat()), "list-old-excel");
    let sheet = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let encrypted = pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", sheet),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    assert_eq!(code(encrypted), "list-encrypted");
    assert_eq!(
        code(pack(&[
            ("[Content_Types].xml", ""),
            ("xl/workbook.bin", "")
        ])),
        "list-binary-excel"
    );
}

#[test]
fn another_kind_of_file_is_named() {
    let found = |bytes: &[u8]| match open(bytes) {
        Err(ListError::WrongType { found }) => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(b"%PDF-1.7\n"), "pdf");
    assert_eq!(found(b"\x89PNG\r\n\x1a\n"), "image");
    assert_eq!(
        found(b"<html><table><tr><td>Name</td></tr></table></html>"),
        "html"
    );
    assert_eq!(found(b"MZ\x90\x00\x03\x00\x00\x00"), "binary");
    assert_eq!(
        found(&pack(&[("word/document.xml", "<w:document/>")])),
        "docx"
    );
    assert_eq!(found(&pack(&[("photo.jpg", "")])), "zip");
    let text = pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<a/>"),
    ]);
    assert_eq!(found(&text), "odf");
}

#[test]
fn a_file_that_unpacks_without_end_is_stopped() {
    let bomb = " ".repeat(40 << 20);
    let rows = format!("{}{bomb}", row(1, &["Name", "Country"]));
    assert_eq!(code(xlsx(&[("List", &rows, "")])), "list-unpacks-too-large");
    let many: Vec<(String, String)> = (0..5_100)
        .map(|at| (format!("xl/{at}.xml"), String::new()))
        .collect();
    let many: Vec<(&str, &str)> = many
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    assert_eq!(code(pack(&many)), "list-unpacks-too-large");
}

#[test]
fn repeats_in_a_small_opendocument_file_do_not_fill_the_memory() {
    let wide = r#"<table:table-row><table:table-cell office:value-type="string" table:number-columns-repeated="4000000000"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(code(ods(&[("List", wide)])), "list-too-many-columns");
    let tall = ods_row(&["Name", "Country"])
        + r#"<table:table-row table:number-rows-repeated="4000000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    assert_eq!(code(ods(&[("List", &tall)])), "list-too-many-rows");
}

#[test]
fn more_rows_or_columns_than_the_limit_are_refused_early() {
    let mut text = String::from("name,country\n");
    for at in 0..1_000_001 {
        writeln!(text, "F{at},BD").unwrap();
    }
    let error = open(&text).unwrap_err();
    assert_eq!(
        (error.code(), error.args()),
        ("list-too-many-rows", vec![("limit", "1000000".to_owned())])
    );
    assert_eq!(
        table(&text[..text.rfind("F1000000").unwrap()]).rows.len(),
        1_000_000
    );

    let limits = Limits {
        rows: 2,
        columns: 3,
        ..Limits::default()
    };
    let refused = |bytes: &[u8]| list::open(bytes, "", &limits).unwrap_err().code();
    let rows: String = (2..6).map(|number| row(number, &["Lotus", "BD"])).collect();
    assert_eq!(
        refused(&xlsx(&[(
            "List",
            &(row(1, &["Name", "Country"]) + &rows),
            ""
        )])),
        "list-too-many-rows"
    );
    assert_eq!(refused(b"a,b,c,d\n1,2,3,4\n"), "list-too-many-columns");
    assert_eq!(
        refused(&xlsx(&[("List", &row(1, &["a", "b", "c", "d"]), "")])),
        "list-too-many-columns"
    );
}

#[test]
fn a_file_larger_than_the_limit_is_refused_before_it_is_read() {
    let limits = Limits {
        file_bytes: 10,
        ..Limits::default()
    };
    let error = list::open(b"name,country\nLotus,BD\n", "", &limits).unwrap_err();
    assert_eq!(
        error,
        ListError::TooLarge {
            size: 22,
            limit: 10
        }
    );
}

#[test]
fn one_long_shared_text_in_many_cells_does_not_fill_the_memory() {
    let limits = Limits {
        text_bytes: 50_000,
        ..Limits::default()
    };
    let long = "x".repeat(5_000);
    let rows: String = (1..40).map(|number| row(number, &[&long, "BD"])).collect();
    let error = list::open(&xlsx(&[("List", &rows, "")]), "", &limits).unwrap_err();
    assert_eq!(error.code(), "list-too-much-text");
}

#[test]
fn a_damaged_workbook_is_said_to_be() {
    let rows = row(1, &["Name", "Country"]) + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>7</v></c>";
    assert_eq!(code(xlsx(&[("List", &rows, "")])), "list-broken");
    let back = row(3, &["Name", "Country"]) + &row(2, &["Lotus", "BD"]);
    assert_eq!(code(xlsx(&[("List", &back, "")])), "list-broken");
}

#[test]
fn sizes_and_places_that_cannot_be_are_refused_without_making_room() {
    let workbook = |part: &str, text: &str| {
        let rows = row(1, &["Name", "Country"]) + &row(2, &["Lotus", "BD"]);
        let mut bytes = std::io::Cursor::new(xlsx(&[("List", &rows, "")]));
        let mut archive = zip::ZipWriter::new_append(&mut bytes).unwrap();
        archive
            .start_file(part, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
        archive.finish().unwrap();
        bytes.into_inner()
    };
    let strings = r#"<sst uniqueCount="24294967295"><si><t>x</t></si></sst>"#;
    assert_eq!(
        code(workbook("xl/sharedStrings.xml", strings)),
        "list-broken"
    );
    let gap = " ".repeat(200);
    for far in [format!("{gap}="), format!("={gap}")] {
        let strings = strings.replace('=', &far);
        assert_eq!(
            code(workbook("xl/sharedStrings.xml", &strings)),
            "list-broken"
        );
    }
    let fair = r#"<sst uniqueCount="1"><si><t>x</t></si></sst>"#;
    assert!(open(workbook("xl/sharedStrings.xml", fair)).is_ok());
    let quoted = "<sst><si><t>uniqueCount is a word</t></si></sst>";
    assert!(open(workbook("xl/sharedStrings.xml", quoted)).is_ok());
    let place = r#"<row r="1"><c r="ZZZZZZZZZZ9" t="inlineStr"><is><t>x</t></is></c></row>"#;
    assert!(open(xlsx(&[("List", place, "")])).is_err());
}

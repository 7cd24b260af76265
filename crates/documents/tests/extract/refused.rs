//! What bad files get: a clear refusal with a stable code, and never a crash.

use super::made::{bare, docx, fixture, installed, ods, package, paragraph, pdf, read, read_bytes};
use documents::extract::{self, ExtractError, Format, Limits, sniff};
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// The code of the refusal of some bytes.
fn code(bytes: &[u8], name: &str) -> &'static str {
    read_bytes(bytes, name)
        .err()
        .map_or("read", |error| error.code())
}

#[test]
fn an_empty_file_is_called_empty() {
    assert_eq!(code(b"", "audit.pdf"), "extract-empty");
    assert_eq!(code(b" \r\n\t \n", "note.txt"), "extract-empty");
}

#[test]
fn a_file_over_the_limit_is_refused_with_both_numbers() {
    let limits = Limits {
        bytes: 10,
        ..bare()
    };
    let error = extract::extract_bytes(b"more than ten bytes", "a.txt", &limits).unwrap_err();
    assert_eq!(
        error,
        ExtractError::TooLarge {
            bytes: 19,
            limit: 10
        }
    );
}

#[test]
fn what_is_no_document_is_named() {
    let found = |bytes: &[u8]| match sniff(bytes, "audit.pdf") {
        Err(ExtractError::UnknownFormat { found }) => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found(b"\x89PNG\r\n\x1A\n"), "a picture");
    assert_eq!(
        found(&[1, 2, 3, 0, 255, 7, 6, 5, 4, 200, 0, 1]),
        "a binary file"
    );
    assert_eq!(found(&package(&[("readme.txt", "hello")])), "a zip archive");
    assert_eq!(
        found(&package(&[("ppt/slide.xml", "<a/>")])),
        "a presentation"
    );
}

#[test]
fn files_of_old_office_programs_are_named_with_what_to_save_them_as() {
    let old = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(600, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        sniff(&bytes, "audit").unwrap_err()
    };
    let legacy = |found: &str, instead: &str| ExtractError::LegacyOffice {
        found: found.to_owned(),
        instead: instead.to_owned(),
    };
    assert_eq!(old("WordDocument"), legacy(".doc", "DOCX"));
    assert_eq!(old("Workbook"), legacy(".xls", "XLSX"));
    assert_eq!(old("EncryptedPackage"), ExtractError::PasswordProtected);
}

#[test]
fn files_with_a_password_are_called_so() {
    assert_eq!(
        read("password.docx").unwrap_err(),
        ExtractError::PasswordProtected
    );
    let bytes = std::fs::read(fixture("password.pdf")).unwrap();
    assert_eq!(code(&bytes, "password.pdf"), "extract-password-protected");
    if installed("pdftotext") {
        assert_eq!(
            read("password.pdf").unwrap_err(),
            ExtractError::PasswordProtected
        );
    }
    let sheet = package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ("content.xml", "garbage"),
    ]);
    assert_eq!(code(&sheet, "a.ods"), "extract-password-protected");
}

#[test]
fn a_cut_off_file_is_called_damaged_and_its_kind_named() {
    let file = docx(&paragraph("A text document that is long enough to be cut."));
    let cut = &file[..file.len() / 2];
    assert_eq!(
        read_bytes(cut, "a.docx").unwrap_err(),
        ExtractError::Damaged {
            format: Format::Docx
        }
    );
    let file = std::fs::read(fixture("report.pdf")).unwrap();
    assert_eq!(code(&file[..200], "a.pdf"), "extract-damaged");
    if installed("pdftotext") {
        let error = extract::extract_bytes(&file[..200], "a.pdf", &Limits::default()).unwrap_err();
        assert_eq!(
            error,
            ExtractError::Damaged {
                format: Format::Pdf
            }
        );
    }
}

#[test]
fn a_part_that_ends_in_the_middle_is_damage_and_not_half_a_document() {
    let file = package(&[(
        "word/document.xml",
        "<w:document><w:p><w:r><w:t>Half a sent",
    )]);
    assert_eq!(code(&file, "a.docx"), "extract-damaged");
}

#[test]
fn a_zip_bomb_is_refused_without_being_kept_in_memory() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file("word/document.xml", SimpleFileOptions::default())
        .unwrap();
    let blank = vec![b' '; 1 << 20];
    for _ in 0..40 {
        writer.write_all(&blank).unwrap();
    }
    let file = writer.finish().unwrap().into_inner();
    assert!(file.len() < 100_000);
    assert_eq!(code(&file, "a.docx"), "extract-zip-bomb");
}

#[test]
fn many_parts_that_are_large_only_together_are_a_bomb_too() {
    let part = "The committee met and wrote it down. ".repeat(30_000);
    let names: Vec<String> = (0..10)
        .map(|number| format!("word/part{number}.xml"))
        .collect();
    let parts: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), part.as_str()))
        .collect();
    let limits = Limits {
        unpacked: 5_000_000,
        ..bare()
    };
    let error = extract::extract_bytes(&package(&parts), "a.docx", &limits).unwrap_err();
    assert_eq!(error, ExtractError::ZipBomb);
}

#[test]
fn entities_of_a_document_are_never_expanded() {
    let file = package(&[(
        "word/document.xml",
        "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;\">\
         <!ENTITY c SYSTEM \"file:///etc/passwd\">]>\
         <w:document><w:p><w:r><w:t>Before &b;&c; after</w:t></w:r></w:p></w:document>",
    )]);
    assert_eq!(read_bytes(&file, "a.docx").unwrap().text, "Before after");
}

#[test]
fn nesting_without_end_is_refused_or_read_but_never_a_crash() {
    let deep = format!(
        "{}{}",
        "<w:sdt>".repeat(100_000),
        "</w:sdt>".repeat(100_000)
    );
    assert_eq!(code(&docx(&deep), "a.docx"), "extract-damaged");
    let page = format!("<html><body>{}The end.", "<div><b>".repeat(20_000));
    assert_eq!(
        read_bytes(page.as_bytes(), "a.html").unwrap().text,
        "The end."
    );
}

#[test]
fn a_sheet_that_claims_a_million_columns_is_read_as_what_it_holds() {
    let file = ods("<table:table table:name=\"Union\"><table:table-row \
         table:number-rows-repeated=\"999999999\"><table:table-cell \
         table:number-columns-repeated=\"999999999999\"><text:p>x</text:p></table:table-cell>\
         </table:table-row></table:table>");
    assert!(read_bytes(&file, "a.ods").unwrap().text.len() < 100);
}

#[test]
fn reading_ends_when_the_time_is_over() {
    let limits = Limits {
        time: Duration::ZERO,
        ..Limits::default()
    };
    let text = "The committee met.\n".repeat(100_000);
    let started = Instant::now();
    let error = extract::extract_bytes(text.as_bytes(), "a.txt", &limits).unwrap_err();
    assert_eq!(error, ExtractError::Timeout { seconds: 0 });
    if installed("pdftotext") {
        let error = extract::extract_bytes(&pdf(3_000), "a.pdf", &limits).unwrap_err();
        assert_eq!(error, ExtractError::Timeout { seconds: 0 });
    }
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_document_without_words_says_so() {
    assert_eq!(code(&docx("<w:p/>"), "a.docx"), "extract-no-text");
    assert_eq!(
        code(b"<html><body><script>1</script></body></html>", "a.html"),
        "extract-no-text"
    );
}

#[test]
fn a_program_that_fails_does_not_take_the_caller_down() {
    let limits = Limits {
        child: Some("/bin/false".into()),
        ..bare()
    };
    let error = extract::extract_bytes(&docx(&paragraph("x")), "a.docx", &limits).unwrap_err();
    assert_eq!(
        error,
        ExtractError::Damaged {
            format: Format::Docx
        }
    );
    let limits = Limits {
        child: Some("/no/such/program".into()),
        ..bare()
    };
    assert!(extract::extract_bytes(&docx(&paragraph("x")), "a.docx", &limits).is_err());
}

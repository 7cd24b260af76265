//! Files that are made in the test, and ways to look at what was read.

use documents::extract::{self, ExtractError, Limits, Tools};
use documents::text::Document;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;

pub(crate) use super::pdf::pdf;

/// Where the fixtures are.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

/// Reads a fixture with the programs of this machine.
pub(crate) fn read(name: &str) -> Result<Document, ExtractError> {
    extract::extract(&fixture(name), name, &Limits::default())
}

/// Reads bytes without any program of this machine.
pub(crate) fn read_bytes(bytes: &[u8], name: &str) -> Result<Document, ExtractError> {
    extract::extract_bytes(bytes, name, &bare())
}

/// Limits of a machine on which nothing is installed.
pub(crate) fn bare() -> Limits {
    Limits {
        tools: Tools::None,
        ..Limits::default()
    }
}

/// True if a program is installed here.
pub(crate) fn installed(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}

/// A zip package of the given parts.
pub(crate) fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A DOCX file with the given body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:w14=\"w14\" xmlns:mc=\"mc\">\
         <w:body>{body}</w:body></w:document>"
    );
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        (
            "word/styles.xml",
            "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/>\
             </w:style></w:styles>",
        ),
    ])
}

/// A paragraph of a DOCX body.
pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// An ODS file with the given sheets.
pub(crate) fn ods(sheets: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ])
}

/// The blocks of a document, one a line, with their pages.
pub(crate) fn shown(document: &Document) -> String {
    let mut text = format!(
        "pages {} notes {:?}\n",
        document.pages.len(),
        document.notes
    );
    for block in &document.blocks {
        let _ = writeln!(
            text,
            "{} {:?} {:?}",
            document.page_of(block.range.start),
            block.kind,
            &document.text[block.range.clone()]
        );
    }
    text
}

/// The texts of the blocks.
pub(crate) fn blocks(document: &Document) -> Vec<&str> {
    document
        .blocks
        .iter()
        .map(|block| &document.text[block.range.clone()])
        .collect()
}

/// White space made one blank, as quotes are compared.
pub(crate) fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

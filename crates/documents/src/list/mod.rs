//! Supplier lists: CSV, XLSX and ODS into rows, columns mapped to the fields of a facility. A
//! list is judged by its content, never by its name; every cell stays text until the mapping
//! says what it means, and what cannot be read is said with its row and column, never guessed.

mod coordinates;
pub mod countries;
mod delimited;
mod error;
mod field;
mod headers;
pub mod mapping;
mod note;
mod ods;
pub mod os_id;
mod packed;
mod reading;
pub mod rows;
mod table;
mod values;
mod workbook;
mod xlsx;

pub use error::ListError;
pub use field::Field;
pub use mapping::{Mapping, MappingError};
pub use note::{Mark, Note};
pub use rows::{FacilityRow, RowError, RowsReport, Severity, facility_rows};
pub use table::{Choice, Flag, Format, Limits, Row, Table, letter};

use packed::Kind;
use std::path::Path;
use table::Grid;

/// Reads a list, deciding by itself what a [`Choice`] would decide.
pub fn open(bytes: &[u8], name: &str, limits: &Limits) -> Result<Table, ListError> {
    open_with(bytes, name, limits, &Choice::default())
}

/// Reads a list from a file, whose size is looked at first.
pub fn open_file(path: &Path, limits: &Limits, choice: &Choice) -> Result<Table, ListError> {
    let unreadable = |error: std::io::Error| ListError::Unreadable {
        detail: error.to_string(),
    };
    check_size(path.metadata().map_err(unreadable)?.len(), limits)?;
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    open_with(&bytes, &name, limits, choice)
}

/// Reads a list as a person chose to have it read. The name serves only to say that it is wrong.
pub fn open_with(
    bytes: &[u8],
    name: &str,
    limits: &Limits,
    choice: &Choice,
) -> Result<Table, ListError> {
    check_size(bytes.len() as u64, limits)?;
    let mut table = match kind(bytes)? {
        Content::Packed => match packed::inspect(bytes, limits)? {
            Kind::Xlsx { merges } => workbook(
                Format::Xlsx,
                xlsx::read(bytes, merges, limits, choice)?,
                limits,
                choice,
            ),
            Kind::Ods => workbook(
                Format::Ods,
                ods::read(bytes, limits, choice)?,
                limits,
                choice,
            ),
        },
        Content::Text => {
            let read = delimited::read(bytes, limits, choice)?;
            let mut table = headers::settle(Format::Csv, read.grid, limits, choice)?;
            table.encoding = Some(read.encoding);
            table.separator = Some(read.separator);
            table.notes.splice(0..0, read.notes);
            Ok(table)
        }
    }?;
    if ending_disagrees(name, table.format) {
        table.notes.insert(
            0,
            Note::WrongName {
                format: table.format,
            },
        );
    }
    Ok(table)
}

fn workbook(
    format: Format,
    read: workbook::Sheets,
    limits: &Limits,
    choice: &Choice,
) -> Result<Table, ListError> {
    let mut table = headers::settle(format, read.grid, limits, choice)?;
    if read.others > 0 {
        table.notes.insert(
            0,
            Note::OtherSheets {
                sheet: read.sheet.clone(),
                count: read.others,
            },
        );
    }
    table.sheets = read.names;
    table.sheet = Some(read.sheet);
    Ok(table)
}

fn check_size(size: u64, limits: &Limits) -> Result<(), ListError> {
    match size {
        0 => Err(ListError::Empty),
        size if size > limits.file_bytes => Err(ListError::TooLarge {
            size,
            limit: limits.file_bytes,
        }),
        _ => Ok(()),
    }
}

enum Content {
    Packed,
    Text,
}

/// What the bytes are, by their first ones.
fn kind(bytes: &[u8]) -> Result<Content, ListError> {
    const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.starts_with(OLE) {
        // Names in such a container are UTF-16; a password hides the workbook in this stream.
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        return Err(if packed::contains(bytes, &name) {
            ListError::Encrypted
        } else {
            ListError::OldExcel
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Content::Packed);
    }
    let signatures: [(&[u8], &str); 9] = [
        (b"%PDF", "pdf"),
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"GIF8", "image"),
        (b"II*\0", "image"),
        (b"MM\0*", "image"),
        (b"\x1f\x8b", "gzip"),
        (b"Rar!", "rar"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
    ];
    let found = signatures
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, found)) = found {
        return Err(ListError::WrongType { found });
    }
    let head = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(head)
        .trim_start_matches('\u{feff}')
        .trim_start()
        .to_ascii_lowercase();
    let markup = [
        ("<!doctype html", "html"),
        ("<html", "html"),
        ("<table", "html"),
        ("<?xml", "xml"),
        ("{\\rtf", "rtf"),
    ];
    if let Some((_, found)) = markup.iter().find(|(opening, _)| text.starts_with(opening)) {
        return Err(ListError::WrongType { found });
    }
    let marked = encoding_rs::Encoding::for_bom(bytes).is_some();
    if head.contains(&0) && !marked && delimited::utf16_by_zeros(bytes).is_none() {
        return Err(ListError::WrongType { found: "binary" });
    }
    Ok(Content::Text)
}

fn ending_disagrees(name: &str, format: Format) -> bool {
    let Some((_, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let ending = ending.to_ascii_lowercase();
    let belongs = match ending.as_str() {
        "csv" | "tsv" | "tab" | "txt" => Format::Csv,
        "xlsx" | "xlsm" | "xltx" => Format::Xlsx,
        "ods" | "ots" => Format::Ods,
        "xls" | "xlsb" | "pdf" | "docx" | "doc" | "zip" | "html" => return true,
        _ => return false,
    };
    belongs != format
}

/// True for text that a spreadsheet would run as a formula when it opens the cell: it begins
/// with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number or telephone number.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let harmless = |letter: char| letter.is_ascii_digit() || " +-.,()/%°".contains(letter);
    risky
        && !(text.len() > 1
            && !text.starts_with(['=', '@', '\t', '\r'])
            && text.chars().all(harmless))
}

/// Text folded so that spellings of the same words are equal: lower case, compatibility forms
/// made plain, accents of Latin letters dropped, everything but letters and digits one space.
pub(crate) fn fold(text: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let letters = text
        .nfkd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter));
    for letter in letters.flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(match letter {
                'ı' => 'i',
                'đ' => 'd',
                'ß' => 's',
                other => other,
            });
        } else if !matches!(
            letter,
            '\'' | '’' | '.' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}'
        ) {
            gap = true;
        }
    }
    folded
}

/// Marks the cells of a grid whose text looks like a formula; for the note only.
fn formula_texts(grid: &Grid) -> usize {
    grid.rows
        .iter()
        .flat_map(Row::cells)
        .filter(|cell| looks_like_formula(cell))
        .count()
}

//! What kind of file the bytes are. The name is only a last hint between kinds that look alike;
//! a wrongly named file is read by what it is.

use super::ExtractError;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::Path;

/// A kind of file that can be read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// A text document of Office Open XML.
    Docx,
    /// A workbook of Office Open XML.
    Xlsx,
    /// A workbook of OpenDocument.
    Ods,
    /// A web page.
    Html,
    /// Plain text in any encoding.
    Text,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Format::Pdf => "PDF",
            Format::Docx => "DOCX",
            Format::Xlsx => "XLSX",
            Format::Ods => "ODS",
            Format::Html => "HTML",
            Format::Text => "text",
        })
    }
}

impl Format {
    /// The media type, as registered with IANA.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Format::Html => "text/html",
            Format::Text => "text/plain",
        }
    }
}

/// How many bytes of the start are looked at.
const HEAD: u64 = 64 * 1024;

/// Tells the kind of a file by its content.
pub fn sniff(bytes: &[u8], name: &str) -> Result<Format, ExtractError> {
    sniff_reader(&mut Cursor::new(bytes), name)
}

/// Tells the kind of a file on disk by its content.
pub fn sniff_file(path: &Path, name: &str) -> Result<Format, ExtractError> {
    sniff_reader(&mut File::open(path)?, name)
}

pub(super) fn sniff_reader<R: Read + Seek>(
    reader: &mut R,
    name: &str,
) -> Result<Format, ExtractError> {
    let mut head = Vec::new();
    reader.seek(SeekFrom::Start(0))?;
    reader.by_ref().take(HEAD).read_to_end(&mut head)?;
    if head.is_empty() {
        return Err(ExtractError::Empty);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return sniff_package(reader, name);
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(sniff_compound(reader, name));
    }
    // Real files carry bytes of mail programs and printers before the mark; readers allow a
    // kilobyte of them.
    if find(&head[..head.len().min(1024)], b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if let Some(found) = foreign(&head) {
        return Err(ExtractError::UnknownFormat {
            found: found.to_owned(),
        });
    }
    if is_html(&head) {
        return Ok(Format::Html);
    }
    if super::plain::is_text(&head) {
        return Ok(Format::Text);
    }
    Err(ExtractError::UnknownFormat {
        found: "a binary file".to_owned(),
    })
}

/// Which document a zip package holds, told by the names inside.
fn sniff_package<R: Read + Seek>(reader: &mut R, name: &str) -> Result<Format, ExtractError> {
    let unknown = |found: &str| ExtractError::UnknownFormat {
        found: found.to_owned(),
    };
    let Ok(mut archive) = zip::ZipArchive::new(&mut *reader) else {
        // Cut off in the middle: only the name can say what it was meant to be.
        let format = match ending(name).as_str() {
            "docx" => Format::Docx,
            "xlsx" | "xlsm" => Format::Xlsx,
            "ods" => Format::Ods,
            _ => return Err(unknown("a damaged zip archive")),
        };
        return Err(ExtractError::Damaged { format });
    };
    let names: Vec<String> = (0..archive.len().min(10_000))
        .filter_map(|index| {
            archive
                .name_for_index(index)?
                .ok()
                .map(std::borrow::Cow::into_owned)
        })
        .collect();
    let starts = |prefix: &str| names.iter().any(|name| name.starts_with(prefix));
    if starts("word/") {
        return Ok(Format::Docx);
    }
    if names.iter().any(|name| name == "xl/workbook.bin") {
        return Err(ExtractError::LegacyOffice {
            found: ".xlsb".to_owned(),
            instead: "XLSX".to_owned(),
        });
    }
    if starts("xl/") {
        return Ok(Format::Xlsx);
    }
    if starts("ppt/") {
        return Err(unknown("a presentation"));
    }
    let mut kind = String::new();
    if let Ok(entry) = archive.by_name("mimetype") {
        let _ = entry.take(200).read_to_string(&mut kind);
    }
    if kind.contains("opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if kind.contains("opendocument.text") {
        return Err(unknown("an OpenDocument text"));
    }
    Err(unknown("a zip archive"))
}

/// What an OLE compound file is: an encrypted package or a file of an old office program.
fn sniff_compound<R: Read + Seek>(reader: &mut R, name: &str) -> ExtractError {
    // Names of streams stand in the directory as UTF-16, wherever its sectors lie.
    let mut bytes = Vec::new();
    let read = reader.seek(SeekFrom::Start(0)).and_then(|_| {
        reader
            .by_ref()
            .take(64 * 1024 * 1024)
            .read_to_end(&mut bytes)
    });
    if let Err(error) = read {
        return error.into();
    }
    let holds = |stream: &str| {
        let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(&bytes, &wide).is_some()
    };
    let legacy = |found: &str, instead: &str| ExtractError::LegacyOffice {
        found: found.to_owned(),
        instead: instead.to_owned(),
    };
    if holds("EncryptedPackage") {
        ExtractError::PasswordProtected
    } else if holds("WordDocument") {
        legacy(".doc", "DOCX")
    } else if holds("Workbook") {
        legacy(".xls", "XLSX")
    } else if holds("PowerPoint Document") {
        legacy(".ppt", "PDF")
    } else {
        match ending(name).as_str() {
            "doc" => legacy(".doc", "DOCX"),
            "xls" => legacy(".xls", "XLSX"),
            _ => ExtractError::UnknownFormat {
                found: "an old Office file".to_owned(),
            },
        }
    }
}

/// Kinds that people upload by mistake, told by their first bytes.
fn foreign(head: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 12] = [
        (b"\x89PNG\r\n", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"{\\rtf", "a rich text (RTF) file"),
        (b"%!PS", "a PostScript file"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
        (b"\x7FELF", "a program"),
        (b"MZ\x90\0", "a program"),
    ];
    MARKS
        .iter()
        .find(|(mark, _)| head.starts_with(mark))
        .map(|(_, found)| *found)
}

fn is_html(head: &[u8]) -> bool {
    // ASCII letters survive in every encoding once the zero bytes of UTF-16 are gone.
    let letters: Vec<u8> = head
        .iter()
        .filter(|byte| **byte != 0)
        .take(4096)
        .map(u8::to_ascii_lowercase)
        .collect();
    let start = letters
        .iter()
        .position(|byte| byte.is_ascii() && !byte.is_ascii_whitespace())
        .unwrap_or(letters.len());
    let rest = &letters[start..];
    rest.starts_with(b"<!doctype html")
        || rest.starts_with(b"<html")
        || (rest.starts_with(b"<")
            && [
                &b"<html"[..],
                b"<body",
                b"<head>",
                b"<table",
                b"<div",
                b"<p>",
            ]
            .iter()
            .any(|tag| find(rest, tag).is_some()))
}

/// The ending of a name in lower case, without its dot.
fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

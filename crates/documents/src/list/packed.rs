//! What a packed file holds and whether it is safe to unpack. Every part is unpacked once into
//! nothing, counted, so that sizes stated in the file need not be believed.

use super::table::Limits;
use super::{Format, ListError};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes kept from one read to the next: longer than any word looked for and its number.
const OVERLAP: usize = 128;

/// What a packed file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A workbook of Office Open XML; true if any of its sheets merges cells.
    Xlsx { merges: bool },
    /// A spreadsheet of OpenDocument.
    Ods,
}

/// Looks through a packed file without keeping anything of it.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<Kind, ListError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error, bytes))?;
    if archive.len() > limits.entries {
        return Err(ListError::UnpacksTooLarge);
    }
    let has = |archive: &ZipArchive<_>, name: &str| archive.index_for_name(name).is_some();
    let xlsx = has(&archive, "xl/workbook.xml")
        || (has(&archive, "[Content_Types].xml") && holds_folder(&archive, "xl/"));
    let ods = !xlsx && has(&archive, "content.xml") && has(&archive, "mimetype");
    if has(&archive, "xl/workbook.bin") {
        return Err(ListError::BinaryExcel);
    }
    if !xlsx && !ods {
        let found = match () {
            () if has(&archive, "word/document.xml") => "docx",
            () if has(&archive, "ppt/presentation.xml") => "pptx",
            () => "zip",
        };
        return Err(ListError::WrongType { found });
    }
    let mut merges = false;
    let mut total = 0;
    let mut buffer = vec![0; 64 << 10];
    for index in 0..archive.len() {
        let mut part = archive
            .by_index(index)
            .map_err(|error| refused(&error, bytes))?;
        let sheet = part
            .name()
            .is_ok_and(|name| name.starts_with("xl/worksheets/"));
        let most = part
            .compressed_size()
            .saturating_mul(limits.ratio)
            .max(1 << 20);
        let mut size = 0;
        // Words may lie across two reads, so the end of one is kept before the next.
        let mut kept = 0;
        let mut strings = 0;
        loop {
            let count = match part.read(&mut buffer[kept..]) {
                Ok(0) => break,
                Ok(count) => count,
                Err(_) => {
                    return Err(ListError::Truncated {
                        format: begun_as(bytes),
                    });
                }
            };
            size += count as u64;
            total += count as u64;
            if size > most || total > limits.unpacked_bytes {
                return Err(ListError::UnpacksTooLarge);
            }
            let end = kept + count;
            merges |= sheet && contains(&buffer[..end], b"mergeCells");
            strings = strings.max(stated_strings(&buffer[..end]));
            kept = end.min(OVERLAP);
            buffer.copy_within(end - kept..end, 0);
        }
        // Room is made for as many strings as are stated before the first is read.
        if strings > size {
            return Err(ListError::Broken {
                format: begun_as(bytes),
                detail: format!("{strings} strings stated in {size} bytes"),
            });
        }
    }
    if ods && part_contains(&mut archive, "META-INF/manifest.xml", b"encryption-data") {
        return Err(ListError::Encrypted);
    }
    if ods && !part_contains(&mut archive, "mimetype", b"opendocument.spreadsheet") {
        return Err(ListError::WrongType { found: "odf" });
    }
    Ok(if xlsx {
        Kind::Xlsx { merges }
    } else {
        Kind::Ods
    })
}

/// The largest number of shared strings stated in some bytes; as many as can be if what stands
/// there is no plain number.
fn stated_strings(bytes: &[u8]) -> u64 {
    const WORD: &[u8] = b"uniqueCount";
    let mut most = 0;
    let mut rest = bytes;
    while let Some(at) = rest.windows(WORD.len()).position(|window| window == WORD) {
        rest = &rest[at + WORD.len()..];
        let near = &rest[..rest.len().min(OVERLAP / 2)];
        most = most.max(match near.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'=') if near.iter().any(u8::is_ascii_digit) => number_in(near),
            Some(b'=') | None if near.len() == OVERLAP / 2 => u64::MAX,
            _ => 0,
        });
    }
    most
}

/// The first number in some bytes. A number cut off by their end comes again with the next ones.
fn number_in(bytes: &[u8]) -> u64 {
    let digits = bytes.iter().skip_while(|byte| !byte.is_ascii_digit());
    digits
        .take_while(|byte| byte.is_ascii_digit())
        .fold(0, |number: u64, byte| {
            number
                .saturating_mul(10)
                .saturating_add(u64::from(byte - b'0'))
        })
}

fn holds_folder(archive: &ZipArchive<Cursor<&[u8]>>, folder: &str) -> bool {
    archive
        .file_names_raw()
        .any(|name| name.starts_with(folder.as_bytes()))
}

/// True if the head of a part holds some bytes.
fn part_contains(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, word: &[u8]) -> bool {
    let mut head = Vec::new();
    archive
        .by_name(name)
        .is_ok_and(|part| part.take(1 << 20).read_to_end(&mut head).is_ok())
        && contains(&head, word)
}

pub(super) fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// What a packed file that cannot be opened began as.
fn begun_as(bytes: &[u8]) -> Format {
    if contains(&bytes[..bytes.len().min(200)], b"application/vnd.oasis") {
        Format::Ods
    } else {
        Format::Xlsx
    }
}

fn refused(error: &ZipError, bytes: &[u8]) -> ListError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            ListError::Encrypted
        }
        // The directory of a packed file stands at its end, so a file cut off has none.
        ZipError::InvalidArchive(_) | ZipError::Io(_) => ListError::Truncated {
            format: begun_as(bytes),
        },
        other => ListError::Broken {
            format: begun_as(bytes),
            detail: other.to_string(),
        },
    }
}

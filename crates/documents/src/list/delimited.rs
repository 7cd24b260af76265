//! CSV and its relatives: bytes into text by the encoding that fits, text into rows by the
//! separator that fits. A quoted cell may hold separators and line breaks; nothing is run,
//! and no row is dropped unless it is blank.

use super::note::Note;
use super::table::{Grid, Limits, Row};
use super::{Choice, ListError};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How much of the text the separator is judged by.
const SNIFF_RECORDS: usize = 30;
const SNIFF_BYTES: usize = 64 << 10;

/// A CSV file, read.
pub(super) struct Delimited {
    pub(super) grid: Grid,
    pub(super) encoding: &'static str,
    pub(super) separator: char,
    pub(super) notes: Vec<Note>,
}

/// Reads a text with separators.
pub(super) fn read(bytes: &[u8], limits: &Limits, choice: &Choice) -> Result<Delimited, ListError> {
    let mut notes = Vec::new();
    let (text, encoding) = decode(bytes, choice, &mut notes);
    let wanted = choice
        .separator
        .and_then(|letter| u8::try_from(letter).ok())
        .filter(|byte| separates(*byte));
    let (rows, declared, first) = match declaration(&text) {
        Some((separator, rows)) => (rows, Some(separator), 2),
        None => (&*text, None, 1),
    };
    let separator = wanted.or(declared).unwrap_or_else(|| sniff(rows));
    let grid = split(rows, separator, first, limits)?;
    Ok(Delimited {
        grid,
        encoding: encoding.name(),
        separator: char::from(separator),
        notes,
    })
}

/// The separator that a first line such as `sep=;` states for spreadsheets, and the text after it.
fn declaration(text: &str) -> Option<(u8, &str)> {
    let (line, rest) = text.split_once('\n')?;
    match line
        .trim_end_matches('\r')
        .trim_matches('"')
        .strip_prefix("sep=")?
        .as_bytes()
    {
        [separator] if separates(*separator) => Some((*separator, rest)),
        _ => None,
    }
}

/// True for what can stand between cells: no letter, no digit, no quotation mark. A byte beyond
/// ASCII would cut letters in two.
fn separates(byte: u8) -> bool {
    matches!(byte, b'\t' | b' ') || (byte.is_ascii_punctuation() && byte != b'"')
}

/// Text of the bytes: by the encoding a person chose, by the byte order mark, as UTF-8 if it is
/// valid, and by the letters' statistics otherwise.
fn decode<'a>(
    bytes: &'a [u8],
    choice: &Choice,
    notes: &mut Vec<Note>,
) -> (Cow<'a, str>, &'static Encoding) {
    let chosen = choice
        .encoding
        .as_deref()
        .and_then(|name| Encoding::for_label(name.as_bytes()));
    let encoding = match (chosen, Encoding::for_bom(bytes)) {
        (Some(encoding), _) | (None, Some((encoding, _))) => encoding,
        (None, None) => match std::str::from_utf8(bytes) {
            // A file cut within a letter is UTF-8 all the same.
            Ok(_) => utf16_by_zeros(bytes).unwrap_or(UTF_8),
            Err(error) if error.error_len().is_none() => UTF_8,
            Err(_) => {
                let encoding = utf16_by_zeros(bytes).unwrap_or_else(|| guess(bytes));
                notes.push(Note::EncodingGuessed {
                    encoding: encoding.name(),
                });
                encoding
            }
        },
    };
    let (text, malformed) = encoding.decode_with_bom_removal(bytes);
    if malformed {
        notes.push(Note::Undecodable);
    }
    (text, encoding)
}

/// UTF-16 without a mark shows in its zero bytes, which no other text has.
pub(super) fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (high, low, half) = (zeros(0), zeros(1), head.len() / 2);
    if low * 3 > half && high * 20 < half {
        Some(UTF_16LE)
    } else if high * 3 > half && low * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// The separator that cuts the first rows into the same number of cells most often; more cells
/// decide between equals, and the comma where none cuts anything.
fn sniff(text: &str) -> u8 {
    let end = (0..=text.len().min(SNIFF_BYTES))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    let head = &text[..end.unwrap_or(0)];
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let widths: Vec<usize> = reader(head, separator)
            .byte_records()
            .take(SNIFF_RECORDS)
            .flatten()
            .map(|record| record.len())
            .collect();
        let score = widths
            .iter()
            .filter(|width| **width > 1)
            .map(|width| {
                let alike = widths.iter().filter(|other| *other == width).count();
                alike * 1_000 / widths.len().max(1) * 100 + (*width).min(99)
            })
            .max()
            .unwrap_or(0);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn split(text: &str, separator: u8, first: u32, limits: &Limits) -> Result<Grid, ListError> {
    let mut grid = Grid::default();
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let mut number = first.saturating_sub(1);
    let mut start = 0;
    let mut last = (0, number);
    // The text is a `str`, so the only error left would be one of unequal lengths, which
    // `flexible` allows; a record that fails all the same ends the list.
    while let Ok(true) = reader.read_record(&mut record) {
        number += 1 + blank_lines(text, start);
        last = (start, number);
        start = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        let mut row = Row::new(number);
        for (column, cell) in record.iter().enumerate() {
            if column > limits.columns as usize {
                break;
            }
            row.push(grid.fit(unwrap_text_formula(cell), number, column, limits));
        }
        grid.add(row, limits)?;
    }
    if never_closed(&text.as_bytes()[last.0..], separator) {
        return Err(ListError::QuoteOpen { row: last.1 });
    }
    Ok(grid)
}

/// Blank lines at an offset, which the reader passes over without a record.
fn blank_lines(text: &str, start: usize) -> u32 {
    let bytes = text.as_bytes();
    let mut at = start;
    // The second half of a line break that ended the row before.
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut count = 0;
    loop {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => at += 2,
            (Some(b'\r' | b'\n'), _) => at += 1,
            _ => return count,
        }
        count += 1;
    }
}

/// Spreadsheets write `="00123"` to keep leading zeros, and our own export puts an apostrophe
/// before text that looks like a formula, also if that starts with apostrophes of its own; what is
/// meant is the text within.
fn unwrap_text_formula(cell: &str) -> &str {
    let inner = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'));
    match (inner, cell.strip_prefix('\'')) {
        (Some(inner), _) => inner,
        (None, Some(rest)) if super::looks_like_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// True if the bytes end within a quoted cell.
fn never_closed(bytes: &[u8], separator: u8) -> bool {
    let (mut quoted, mut cell_start) = (false, true);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (quoted, byte) {
            (true, b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
            (true, b'"') => quoted = false,
            (true, _) => {}
            (false, b'"') if cell_start => (quoted, cell_start) = (true, false),
            (false, byte) => cell_start = *byte == separator || matches!(byte, b'\r' | b'\n'),
        }
        at += 1;
    }
    quoted
}

//! Plain text in whatever encoding it came. Bytes that no encoding explains are replaced and the
//! document says so; what is no text at all is refused.

use super::builder::Builder;
use super::{ExtractError, Limits, lines};
use crate::text::{BlockKind, Document, Note};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The longest line, in characters, that was broken by hand or by a mail program.
const WRAPPED: usize = 110;

/// True if bytes look like text of some encoding.
pub(super) fn is_text(head: &[u8]) -> bool {
    if Encoding::for_bom(head).is_some() || without_mark(head).is_some() {
        return true;
    }
    let odd = head
        .iter()
        .filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127))
        .count();
    !head.contains(&0) && odd * 200 <= head.len()
}

/// UTF-16 without a byte order mark shows in zeros at every other place.
fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let pairs = head.len() / 2;
    if pairs < 4 {
        return None;
    }
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= pairs * 6 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 6 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Turns bytes into text; says whether any had to be replaced.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| std::str::from_utf8(bytes).ok().map(|_| UTF_8))
        .or_else(|| without_mark(bytes))
        .unwrap_or_else(|| {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            detector.guess(None, Utf8Detection::Allow)
        });
    let (text, _, replaced) = encoding.decode(bytes);
    (text.into_owned(), replaced)
}

/// Reads a plain text file.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Document, ExtractError> {
    let mut builder = Builder::new(limits);
    // No encoding makes text longer than three bytes a byte.
    let taken = &bytes[..bytes.len().min(limits.text.saturating_mul(2))];
    if taken.len() < bytes.len() {
        builder.note(Note::Truncated);
    }
    let (text, replaced) = decode(taken);
    if replaced {
        builder.note(Note::Replaced);
    }
    if text.trim().is_empty() {
        return Err(ExtractError::Empty);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let width = wrap(&text);
    for (index, page) in text.split('\u{C}').enumerate() {
        if builder.is_full() {
            builder.note(Note::Truncated);
            break;
        }
        if index > 0 {
            builder.page();
        }
        paragraphs(&mut builder, page, width)?;
    }
    builder.finish()
}

/// The width at which the text was broken into lines, if it was.
fn wrap(text: &str) -> Option<usize> {
    let longest = text
        .lines()
        .map(|line| line.trim_end().chars().count())
        .max()?;
    (longest <= WRAPPED).then_some(longest)
}

/// A line of the file is a block, unless the lines were broken at a width: then a full line and
/// the next one belong together.
fn paragraphs(builder: &mut Builder, page: &str, width: Option<usize>) -> Result<(), ExtractError> {
    let mut full = false;
    for line in page.lines() {
        builder.tick()?;
        if builder.is_full() {
            builder.note(Note::Truncated);
            return Ok(());
        }
        let trimmed = line.trim();
        let kind = if trimmed.contains('\t') {
            BlockKind::Row
        } else if lines::is_item(trimmed) {
            BlockKind::Item
        } else if lines::is_heading(trimmed) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        if full && kind == BlockKind::Paragraph && !trimmed.is_empty() {
            builder.extend(trimmed);
        } else {
            builder.block(kind.clone(), line);
        }
        let length = trimmed.chars().count();
        full = kind != BlockKind::Row
            && kind != BlockKind::Heading
            && length > 40
            && width.is_some_and(|width| length + 16 >= width);
    }
    Ok(())
}

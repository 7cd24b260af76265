//! Asks poppler's `pdftotext` for the words of a PDF with their places, and reads its answer. The
//! answer is foreign input too: what does not look as expected is skipped.

use super::layout::{Chunk, Line, Page};
use crate::extract::run::{self, Bounds, Output, Stopped};
use crate::extract::{ExtractError, Format, Limits};
use std::path::Path;

/// Words and places of all pages, and whether there were more pages than the limit.
pub(super) fn pages(
    program: &Path,
    path: &Path,
    limits: &Limits,
) -> Result<(Vec<Page>, bool), ExtractError> {
    let last = limits.pages.saturating_add(1).to_string();
    let mut arguments = run::arguments(["-enc", "UTF-8", "-bbox-layout", "-l", &last]);
    arguments.push(path.as_os_str().to_owned());
    arguments.push("-".into());
    let bounds = Bounds {
        time: limits.time,
        memory: limits.memory,
        // Places take many times the room of the words.
        output: limits.text.saturating_mul(10),
    };
    let output = run::run(program, &arguments, bounds).map_err(|stopped| match stopped {
        Stopped::TimedOut => ExtractError::Timeout {
            seconds: limits.time.as_secs(),
        },
        Stopped::Failed(error) => error.into(),
    })?;
    let mut pages = parse(&String::from_utf8_lossy(&output.printed));
    if pages.is_empty() && !output.succeeded {
        return Err(refusal(&output));
    }
    // One that crashed in the middle has pages missing as well.
    let more = pages.len() > limits.pages || !output.succeeded;
    pages.truncate(limits.pages);
    Ok((pages, more))
}

/// What the complaints of poppler mean for the person who uploaded the file.
fn refusal(output: &Output) -> ExtractError {
    if output.complaints.contains("Incorrect password") {
        ExtractError::PasswordProtected
    } else {
        ExtractError::Damaged {
            format: Format::Pdf,
        }
    }
}

/// Reads the pages, blocks, lines and words out of what `pdftotext -bbox-layout` prints: one tag
/// a line, places in attributes.
pub(super) fn parse(printed: &str) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut last_end = 0.0;
    for row in printed.lines() {
        let row = row.trim_start();
        if let Some(rest) = row.strip_prefix("<word ") {
            let Some((attributes, text)) = rest.split_once('>') else {
                continue;
            };
            let Some(text) = text.strip_suffix("</word>") else {
                continue;
            };
            let Some(line) = pages
                .last_mut()
                .and_then(|page| page.chunks.last_mut())
                .and_then(|chunk| chunk.lines.last_mut())
            else {
                continue;
            };
            let [left, _, right, _] = corners(attributes);
            // Poppler also parts words where only the font changes; those touch each other.
            let apart = left - last_end > line.height() * 0.08 || left < last_end - line.height();
            if !line.text.is_empty() && apart {
                line.text.push(' ');
            }
            unescape(text, &mut line.text);
            last_end = right;
        } else if let Some(rest) = row.strip_prefix("<line ") {
            if let Some(chunk) = pages.last_mut().and_then(|page| page.chunks.last_mut()) {
                let [left, top, right, bottom] = corners(rest);
                chunk.lines.push(Line {
                    left,
                    top,
                    right,
                    bottom,
                    text: String::new(),
                });
            }
        } else if row.starts_with("<block ") {
            if let Some(page) = pages.last_mut() {
                page.chunks.push(Chunk::default());
            }
        } else if let Some(rest) = row.strip_prefix("<page ") {
            pages.push(Page {
                width: attribute(rest, "width=\""),
                height: attribute(rest, "height=\""),
                chunks: Vec::new(),
            });
        }
    }
    for page in &mut pages {
        for chunk in &mut page.chunks {
            chunk.lines.retain(|line| !line.text.trim().is_empty());
        }
        page.chunks.retain(|chunk| !chunk.lines.is_empty());
    }
    pages
}

/// Left, top, right and bottom, which poppler writes in this order.
fn corners(attributes: &str) -> [f32; 4] {
    let mut numbers = attributes.split('"').skip(1).step_by(2);
    std::array::from_fn(|_| numbers.next().map_or(0.0, number))
}

fn attribute(attributes: &str, name: &str) -> f32 {
    attributes
        .split_once(name)
        .and_then(|(_, rest)| rest.split('"').next())
        .map_or(0.0, number)
}

/// A number that arithmetic can be done with.
fn number(text: &str) -> f32 {
    text.parse()
        .ok()
        .filter(|n: &f32| n.is_finite())
        .unwrap_or(0.0)
}

/// The five entities that poppler writes; there are no others in its output.
fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [
            ("&amp;", '&'),
            ("&lt;", '<'),
            ("&gt;", '>'),
            ("&quot;", '"'),
            ("&apos;", '\''),
        ];
        if let Some((entity, character)) = known.iter().find(|(entity, _)| rest.starts_with(entity))
        {
            out.push(*character);
            rest = &rest[entity.len()..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
}

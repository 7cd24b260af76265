//! PDF. The words come from poppler's `pdftotext` where it is installed and from the `unpdf` crate
//! otherwise; pages that are images are recognised by `tesseract` where that is installed. All of
//! them run in other processes (see [`super::child`]) with limits. Passwords are never guessed.

pub(super) mod fallback;
mod layout;
mod margin;
mod poppler;
mod recognised;
mod scan;
mod table;

use super::builder::Builder;
use super::{ExtractError, Format, Limits, child};
use crate::text::{Document, Note};
use layout::{Page, Unit};
use std::path::Path;

/// A page with less text than this, in letters, may be the picture of one.
const SCANT: usize = 24;

/// Reads a PDF with the best program there is.
pub(super) fn extract(path: &Path, limits: &Limits) -> Result<Document, ExtractError> {
    let Some(program) = limits.tools.find("pdftotext") else {
        return child::isolated(path, Format::Pdf, limits);
    };
    // A name that starts with a dash would be taken for an option.
    let path = std::path::absolute(path)?;
    let (mut pages, more) = poppler::pages(&program, &path, limits)?;
    let mut notes = Vec::new();
    if more {
        notes.push(Note::Truncated);
    }
    let scant: Vec<usize> = (0..pages.len())
        .filter(|&page| is_scant(&pages[page]))
        .collect();
    if !scant.is_empty() {
        scan::recognise(&path, &mut pages, &scant, limits, &mut notes)?;
    }
    assemble(pages, &notes, limits)
}

fn is_scant(page: &Page) -> bool {
    let letters = page
        .chunks
        .iter()
        .flat_map(|chunk| &chunk.lines)
        .flat_map(|line| line.text.chars())
        .filter(|character| character.is_alphanumeric())
        .take(SCANT)
        .count();
    letters < SCANT
}

/// Puts the pages together: layout, headers and footers, sentences that go over a page break.
fn assemble(pages: Vec<Page>, notes: &[Note], limits: &Limits) -> Result<Document, ExtractError> {
    let body = layout::body_height(&pages);
    let mut settled: Vec<(f32, Vec<Unit>)> = pages
        .into_iter()
        .map(|page| (page.height, layout::units(page, body)))
        .collect();
    margin::settle(&mut settled);
    let mut builder = Builder::new(limits);
    for note in notes {
        builder.note(*note);
    }
    let mut before: Option<Unit> = None;
    for (index, (_, units)) in settled.into_iter().enumerate() {
        if index > 0 {
            builder.page();
        }
        // A sentence goes on over the page break only if nothing was put between its parts.
        let mut first = true;
        for unit in layout::join(units) {
            builder.tick()?;
            if first
                && before
                    .as_ref()
                    .is_some_and(|before| layout::continues(before, &unit))
            {
                builder.extend(&unit.text);
            } else {
                builder.block(unit.kind.clone(), &unit.text);
            }
            first = false;
            before = Some(unit);
        }
    }
    builder.finish()
}

/// Everything that follows what `pdftotext` printed.
pub(super) fn from_printed(printed: &str, limits: &Limits) -> Result<Document, ExtractError> {
    assemble(poppler::parse(printed), &[], limits)
}

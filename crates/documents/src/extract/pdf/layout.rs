//! From lines with places to blocks in reading order. Lines that stand beside each other are a row
//! of a table or columns of running text; either way a cell and a column stay whole, since a quote
//! is cut out of them. It never reorders words inside a line.

use crate::extract::lines;
use crate::text::BlockKind;
use std::collections::HashMap;

/// A page as the PDF engine saw it.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// In points.
    pub(super) width: f32,
    /// In points.
    pub(super) height: f32,
    /// Groups of lines that the engine thinks belong together.
    pub(super) chunks: Vec<Chunk>,
}

/// Lines that the engine thinks belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    pub(super) lines: Vec<Line>,
}

/// A line and its place; the origin is the upper left corner of the page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
    pub(super) text: String,
}

/// A block of a page, before it gets its place in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Unit {
    pub(super) kind: BlockKind,
    pub(super) text: String,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

impl Line {
    pub(super) fn height(&self) -> f32 {
        (self.bottom - self.top).max(1.0)
    }
}

impl Chunk {
    fn left(&self) -> f32 {
        self.lines
            .iter()
            .map(|line| line.left)
            .fold(f32::MAX, f32::min)
    }
    fn right(&self) -> f32 {
        self.lines
            .iter()
            .map(|line| line.right)
            .fold(f32::MIN, f32::max)
    }
    fn top(&self) -> f32 {
        self.lines
            .iter()
            .map(|line| line.top)
            .fold(f32::MAX, f32::min)
    }
    fn bottom(&self) -> f32 {
        self.lines
            .iter()
            .map(|line| line.bottom)
            .fold(f32::MIN, f32::max)
    }
}

/// The height of a line of running text: that in which most letters of the document stand.
pub(super) fn body_height(pages: &[Page]) -> f32 {
    let mut letters: HashMap<i32, usize> = HashMap::new();
    for line in pages
        .iter()
        .flat_map(|page| &page.chunks)
        .flat_map(|chunk| &chunk.lines)
    {
        *letters.entry(tenths(line.height())).or_default() += line.text.len();
    }
    let most = letters
        .iter()
        .max_by_key(|(height, count)| (**count, **height));
    #[expect(
        clippy::cast_precision_loss,
        reason = "a height in tenths of a point is small"
    )]
    most.map_or(10.0, |(height, _)| *height as f32 / 10.0)
}

fn tenths(height: f32) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    let tenths = (height.clamp(0.0, 10_000.0) * 10.0).round() as i32;
    tenths
}

/// The blocks of a page in reading order; [`join`] comes after headers and footers are out of the
/// way, since a sentence may go on after one.
pub(super) fn units(page: Page, body: f32) -> Vec<Unit> {
    let width = page.width;
    let mut units = Vec::new();
    for band in bands(page.chunks) {
        let columns = columns(band);
        if columns.len() == 1 || is_prose(&columns, width) {
            for chunk in columns.into_iter().flatten() {
                running(chunk, body, &mut units);
            }
        } else {
            super::table::rows(columns, &mut units);
        }
    }
    units
}

/// Chunks that share a stretch of the page's height, from top to bottom.
fn bands(mut chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    chunks.sort_by(|one, other| one.top().total_cmp(&other.top()));
    let mut bands: Vec<Vec<Chunk>> = Vec::new();
    let mut end = f32::MIN;
    for chunk in chunks {
        let slack = chunk.lines.first().map_or(0.0, Line::height) * 0.3;
        let bottom = chunk.bottom();
        match bands.last_mut() {
            Some(band) if chunk.top() < end - slack => band.push(chunk),
            _ => bands.push(vec![chunk]),
        }
        end = end.max(bottom);
    }
    bands
}

/// The chunks of a band by the columns they stand in, from left to right.
fn columns(mut band: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    if band.len() == 1 {
        return vec![band];
    }
    band.sort_by(|one, other| one.left().total_cmp(&other.left()));
    let mut columns: Vec<Vec<Chunk>> = Vec::new();
    let mut end = f32::MIN;
    for chunk in band {
        let right = chunk.right();
        match columns.last_mut() {
            Some(column) if chunk.left() < end - 1.0 => column.push(chunk),
            _ => columns.push(vec![chunk]),
        }
        end = end.max(right);
    }
    for column in &mut columns {
        column.sort_by(|one, other| one.top().total_cmp(&other.top()));
    }
    columns
}

/// True if the columns hold running text side by side, as in a magazine, and not cells of a row.
fn is_prose(columns: &[Vec<Chunk>], width: f32) -> bool {
    // A row of a table has one cell a column, however long.
    let tall = columns.iter().any(|column| column.len() > 1);
    tall && columns.len() <= 3
        && columns.iter().all(|column| {
            let left = column.iter().map(Chunk::left).fold(f32::MAX, f32::min);
            let right = column.iter().map(Chunk::right).fold(f32::MIN, f32::max);
            let lines = column.iter().map(|chunk| chunk.lines.len()).sum::<usize>();
            let full = column
                .iter()
                .flat_map(|chunk| &chunk.lines)
                .filter(|line| line.right - line.left > (right - left) * 0.75)
                .count();
            lines >= 4 && full * 2 >= lines && right - left > width * 0.22
        })
}

/// Cuts a chunk of one column into headings, items and paragraphs.
fn running(chunk: Chunk, body: f32, units: &mut Vec<Unit>) {
    let right = chunk.right();
    let width = right - chunk.left();
    let alone = chunk.lines.len() == 1;
    let mut open: Option<(Unit, bool)> = None;
    for line in chunk.lines {
        let large = line.height() > body * 1.12 && line.text.chars().count() < 120;
        // A heading may stand close above its text, and then leaves most of the line empty.
        let short = line.right < right - width * 0.3 && open.is_none();
        let heading = large || ((alone || short) && lines::is_heading(&line.text));
        let item = lines::is_item(&line.text);
        let kind = match (heading, item) {
            (true, _) => BlockKind::Heading,
            (_, true) => BlockKind::Item,
            _ => BlockKind::Paragraph,
        };
        // The last line of a paragraph ends a sentence and leaves room at its end.
        let ends = lines::ends_sentence(&line.text) && line.right < right - width * 0.2;
        let goes_on = open.as_ref().is_some_and(|(unit, ended)| {
            !ended && !item && (unit.kind == BlockKind::Heading) == heading
        });
        match &mut open {
            Some((unit, ended)) if goes_on => {
                unit.text.push('\n');
                unit.text.push_str(&line.text);
                unit.bottom = line.bottom;
                *ended = ends;
            }
            _ => {
                units.extend(open.take().map(|(unit, _)| unit));
                let unit = Unit {
                    kind,
                    text: line.text,
                    top: line.top,
                    bottom: line.bottom,
                };
                open = Some((unit, ends));
            }
        }
    }
    units.extend(open.map(|(unit, _)| unit));
}

/// Joins what the engine parted in the middle of a sentence.
pub(super) fn join(units: Vec<Unit>) -> Vec<Unit> {
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        match joined.last_mut() {
            Some(last) if continues(last, &unit) => {
                last.text.push('\n');
                last.text.push_str(&unit.text);
                last.bottom = unit.bottom;
            }
            _ => joined.push(unit),
        }
    }
    joined
}

/// True if a block is the rest of the one before it.
pub(super) fn continues(before: &Unit, unit: &Unit) -> bool {
    matches!(before.kind, BlockKind::Paragraph | BlockKind::Item)
        && unit.kind == BlockKind::Paragraph
        && !lines::ends_sentence(&before.text)
        && before.text.len() > 30
        && lines::goes_on(&unit.text)
}

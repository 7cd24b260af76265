//! Rows of a table out of cells that stand beside each other. Where the lines between the rows are
//! not to be seen, a row is rather too large than a cell cut in two.

use super::layout::{Chunk, Line, Unit};
use crate::text::BlockKind;

/// A line and the column it stands in.
struct Placed {
    column: usize,
    /// Which chunk of the page it is from.
    chunk: usize,
    line: Line,
}

/// Turns columns of one stretch of the page into rows.
pub(super) fn rows(columns: Vec<Vec<Chunk>>, units: &mut Vec<Unit>) {
    let count = columns.len();
    let mut placed = Vec::new();
    let mut chunk = 0;
    for (column, chunks) in columns.into_iter().enumerate() {
        for part in chunks {
            placed.extend(part.lines.into_iter().map(|line| Placed {
                column,
                chunk,
                line,
            }));
            chunk += 1;
        }
    }
    let levels = levels(placed);
    let cuts = cuts(&levels, chunk);
    let mut row: Vec<Vec<Line>> = vec![Vec::new(); count];
    for (index, level) in levels.into_iter().enumerate() {
        if cuts.contains(&index) {
            units.extend(unit(&row));
            row.iter_mut().for_each(Vec::clear);
        }
        for placed in level {
            row[placed.column].push(placed.line);
        }
    }
    units.extend(unit(&row));
}

/// Lines that share a height, from top to bottom.
fn levels(mut placed: Vec<Placed>) -> Vec<Vec<Placed>> {
    placed.sort_by(|one, other| one.line.top.total_cmp(&other.line.top));
    let mut levels: Vec<Vec<Placed>> = Vec::new();
    let mut end = f32::MIN;
    for one in placed {
        let slack = one.line.height() * 0.3;
        let bottom = one.line.bottom;
        match levels.last_mut() {
            Some(level) if one.line.top < end - slack => level.push(one),
            _ => levels.push(vec![one]),
        }
        end = end.max(bottom);
    }
    levels
}

/// Before which levels a new row begins.
fn cuts(levels: &[Vec<Placed>], chunks: usize) -> Vec<usize> {
    let mut last: Vec<Option<&Line>> = vec![None; chunks];
    // For each level the smallest gap inside a chunk that crosses into it.
    let mut crossing: Vec<Option<f32>> = Vec::with_capacity(levels.len());
    let mut remaining: Vec<usize> = vec![0; chunks];
    for placed in levels.iter().flatten() {
        remaining[placed.chunk] += 1;
    }
    let mut started: Vec<usize> = Vec::new();
    for level in levels {
        let mut gap = None::<f32>;
        // A chunk that has begun and has not ended crosses, with a line at this level or not.
        started.retain(|chunk| remaining[*chunk] > 0);
        for &chunk in &started {
            let next = level
                .iter()
                .filter(|placed| placed.chunk == chunk)
                .map(|placed| placed.line.top)
                .fold(f32::MAX, f32::min);
            let before = last[chunk].map_or(f32::MIN, |line| line.bottom);
            let here = if next < f32::MAX { next - before } else { 0.0 };
            gap = Some(gap.map_or(here, |gap| gap.min(here)));
        }
        for placed in level {
            if last[placed.chunk].is_none() {
                started.push(placed.chunk);
            }
            last[placed.chunk] = Some(&placed.line);
            remaining[placed.chunk] -= 1;
        }
        crossing.push(gap);
    }
    let height = levels
        .iter()
        .flatten()
        .map(|placed| placed.line.height())
        .fold(f32::MAX, f32::min);
    let smallest = crossing
        .iter()
        .flatten()
        .copied()
        .filter(|gap| *gap != 0.0)
        .fold(f32::MAX, f32::min);
    let by_gap: Vec<usize> = (1..levels.len())
        .filter(|&index| crossing[index].is_none_or(|gap| gap > smallest + height * 0.25))
        .collect();
    if by_gap.is_empty() && is_grid(levels) {
        return (1..levels.len())
            .filter(|&index| {
                levels[index].iter().any(|placed| {
                    placed.column == 0 && !crate::extract::lines::goes_on(&placed.line.text)
                })
            })
            .collect();
    }
    by_gap
}

/// True if nearly every level has a cell in the first column and in another one, as in a tight
/// table of one line a row.
fn is_grid(levels: &[Vec<Placed>]) -> bool {
    let filled = levels
        .iter()
        .filter(|level| {
            level.iter().any(|placed| placed.column == 0)
                && level.iter().any(|placed| placed.column > 0)
        })
        .count();
    levels.len() >= 3 && filled * 5 >= levels.len() * 4
}

/// A row; its cells are parted by tabs, and lines inside a cell by line breaks.
fn unit(row: &[Vec<Line>]) -> Option<Unit> {
    let lines = || row.iter().flatten();
    let top = lines().map(|line| line.top).fold(f32::MAX, f32::min);
    let bottom = lines().map(|line| line.bottom).fold(f32::MIN, f32::max);
    let filled = row.iter().filter(|cell| !cell.is_empty()).count();
    let kind = match filled {
        0 => return None,
        1 => BlockKind::Paragraph,
        _ => BlockKind::Row,
    };
    let mut text = String::new();
    for (index, cell) in row.iter().enumerate() {
        if index > 0 && kind == BlockKind::Row {
            text.push('\t');
        }
        for (number, line) in cell.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            text.push_str(&line.text);
        }
    }
    Some(Unit {
        kind,
        text,
        top,
        bottom,
    })
}

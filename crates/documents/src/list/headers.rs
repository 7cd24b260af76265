//! Which row holds the headers, and what each column is called. Titles above the headers are
//! left out with a note; a list without headers gets the letters of its columns.

use super::mapping::synonym;
use super::note::{Mark, Note};
use super::table::{Grid, Limits, Row, letter};
use super::{Choice, Format, ListError, Table, countries, formula_texts};
use std::collections::HashSet;

/// How many rows from the top may hold titles.
const TITLE_ROWS: usize = 40;

/// Makes a table of a grid: headers named, rows below them counted against the limit.
pub(super) fn settle(
    format: Format,
    mut grid: Grid,
    limits: &Limits,
    choice: &Choice,
) -> Result<Table, ListError> {
    if grid.rows.is_empty() {
        return Err(ListError::Empty);
    }
    let mut notes = Vec::new();
    let formula_text = formula_texts(&grid);
    let header = match choice.header_row {
        Some(0) => None,
        Some(row) => {
            let at = grid.rows.iter().position(|each| each.number == row);
            Some(at.ok_or(ListError::NoSuchRow { row })?)
        }
        None => find(&grid.rows),
    };
    let rows = grid.rows.split_off(header.map_or(0, |at| at + 1));
    let header = header.and_then(|_| grid.rows.pop());
    if !grid.rows.is_empty() {
        notes.push(Note::LinesSkipped {
            count: grid.rows.len(),
        });
    }
    if rows.is_empty() {
        return Err(ListError::NoRows);
    }
    if rows.len() > limits.rows as usize {
        return Err(ListError::TooManyRows { limit: limits.rows });
    }
    if header.is_none() {
        notes.push(Note::NoHeaders);
    }
    let width = rows.iter().map(used).max().unwrap_or(0);
    let stated = header.as_ref().map_or(width, used);
    let too_wide = rows.iter().filter(|row| used(row) > stated).count();
    if too_wide > 0 {
        notes.push(Note::RowsTooWide { count: too_wide });
    }
    let headers = name(header.as_ref(), width.max(stated), &mut notes);
    grid.flags.sort_unstable();
    let cut = grid
        .flags
        .iter()
        .filter(|flag| flag.mark == Mark::Cut)
        .count();
    let counted = [
        (
            grid.formulas,
            Note::Formulas {
                count: grid.formulas,
            },
        ),
        (grid.merged, Note::Merged { count: grid.merged }),
        (
            formula_text,
            Note::FormulaText {
                count: formula_text,
            },
        ),
        (cut, Note::Cut { count: cut }),
    ];
    notes.extend(
        counted
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, note)| note),
    );
    Ok(Table {
        format,
        encoding: None,
        separator: None,
        sheets: Vec::new(),
        sheet: None,
        header_row: header.map(|row| row.number),
        headers,
        rows,
        flags: grid.flags,
        notes,
    })
}

/// Number of cells up to the last one that is not blank.
fn used(row: &Row) -> usize {
    (0..row.len())
        .rev()
        .find(|at| !row.cell(*at).trim().is_empty())
        .map_or(0, |at| at + 1)
}

fn filled(row: &Row) -> usize {
    row.cells().filter(|cell| !cell.trim().is_empty()).count()
}

/// The row with the most words known as headers; without any, the first row that is as wide as
/// the rows below it and holds words only. None if the first row already reads like a facility.
fn find(rows: &[Row]) -> Option<usize> {
    let top = &rows[..rows.len().min(TITLE_ROWS)];
    let known = |row: &Row| row.cells().filter(|cell| synonym(cell).is_some()).count();
    let mut best = (0, 0);
    for (at, row) in top.iter().enumerate() {
        let (known, filled) = (known(row), filled(row));
        // One word alone is a header only if it is the whole row or most of it.
        if known > best.1 && (known > 1 || filled <= 3) {
            best = (at, known);
        }
    }
    if best.1 > 0 {
        return Some(best.0);
    }
    let mut widths: Vec<usize> = top.iter().map(filled).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    let wide = top.iter().position(|row| filled(row) * 10 >= usual * 6)?;
    let row = top.get(wide)?;
    let facility = row
        .cells()
        .any(|cell| cell.trim().parse::<f64>().is_ok() || countries::find(cell).is_some());
    (!facility).then_some(wide)
}

/// A different name for each column, whatever the case of its letters.
fn name(header: Option<&Row>, width: usize, notes: &mut Vec<Note>) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut names: Vec<String> = Vec::with_capacity(width);
    for column in 0..width {
        let written = header.map_or("", |row| row.cell(column));
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let base = if written.is_empty() {
            letter(column)
        } else {
            written.clone()
        };
        let mut name = base.clone();
        let mut number = 1;
        while !taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{base} ({number})");
        }
        if number > 1 && !written.is_empty() {
            notes.push(Note::HeaderTwice {
                header: written,
                renamed: name.clone(),
            });
        }
        names.push(name);
    }
    names
}

//! Workbooks of Office Open XML, cell by cell, so that a sheet beyond a limit is refused before
//! it is in memory. Saved results of formulas are taken; no formula is computed.

use super::note::Mark;
use super::table::{Flag, Grid, Limits, Row};
use super::workbook::{Sheets, larger};
use super::{Choice, Format, ListError};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::borrow::Cow;
use std::fmt::Write;
use std::io::Cursor;

/// Most cells that merged regions may fill; beyond it they are left as they are.
const MERGE_STEPS: usize = 2_000_000;

/// Reads the chosen sheet, or the one with the most rows among those that are shown.
pub(super) fn read(
    bytes: &[u8],
    merges: bool,
    limits: &Limits,
    choice: &Choice,
) -> Result<Sheets, ListError> {
    // The library computes with places and sizes that a damaged file may state wrongly, and
    // panics on some of them; nothing outlives the call that such a panic could leave half done.
    std::panic::catch_unwind(|| read_sheets(bytes, merges, limits, choice)).unwrap_or_else(|_| {
        Err(ListError::Broken {
            format: Format::Xlsx,
            detail: "a place or size stated in it cannot be".to_owned(),
        })
    })
}

fn read_sheets(
    bytes: &[u8],
    merges: bool,
    limits: &Limits,
    choice: &Choice,
) -> Result<Sheets, ListError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let sheets: Vec<(String, bool)> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let names: Vec<String> = sheets.iter().map(|(name, _)| name.clone()).collect();
    if let Some(sheet) = choice.sheet.as_ref().filter(|sheet| !names.contains(sheet)) {
        return Err(ListError::NoSuchSheet {
            sheet: sheet.clone(),
        });
    }
    let mut taken: Option<(String, Grid)> = None;
    let mut with_rows = 0;
    for (name, visible) in sheets {
        let wanted = match &choice.sheet {
            Some(sheet) => *sheet == name,
            None => visible,
        };
        if !wanted {
            continue;
        }
        let grid = sheet(&mut workbook, &name, limits)?;
        with_rows += usize::from(!grid.rows.is_empty());
        if larger(&grid, taken.as_ref()) {
            taken = Some((name, grid));
        }
    }
    let (sheet, mut grid) = taken.ok_or(ListError::Empty)?;
    if merges {
        fill_merged(&mut workbook, &sheet, &mut grid, limits)?;
    }
    Ok(Sheets {
        names,
        others: with_rows.saturating_sub(1),
        sheet,
        grid,
    })
}

fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
) -> Result<Grid, ListError> {
    let mut grid = Grid::default();
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(grid),
        Err(error) => return Err(broken(&error)),
    };
    let mut row = Row::new(1);
    while let Some(cell) = cells
        .next_cell_with_formula_metadata()
        .map_err(|error| broken(&error))?
    {
        let number = cell.pos.0.saturating_add(1);
        let column = cell.pos.1 as usize;
        if number < row.number || (number == row.number && column < row.len()) {
            return Err(ListError::Broken {
                format: Format::Xlsx,
                detail: format!("cells of row {number} are out of order"),
            });
        }
        if number > row.number {
            grid.add(std::mem::replace(&mut row, Row::new(number)), limits)?;
        }
        let value = text(&cell.value);
        if cell.formula.is_some() {
            grid.formulas += 1;
        }
        let mark = match (&cell.value, &cell.formula) {
            (DataRef::Error(_), _) => Some(Mark::ErrorValue),
            (DataRef::Empty, Some(_)) => Some(Mark::FormulaWithoutValue),
            _ => None,
        };
        if value.is_empty() && mark.is_none() {
            continue;
        }
        if column >= limits.columns as usize {
            return Err(ListError::TooManyColumns {
                row: number,
                limit: limits.columns,
            });
        }
        if let Some(mark) = mark {
            grid.flag(number, column, mark);
        }
        let value = grid.fit(&value, number, column, limits);
        row.pad(column);
        row.push(value);
    }
    grid.add(row, limits)?;
    Ok(grid)
}

/// Text of a cell as a person would read it.
fn text<'a>(value: &'a DataRef<'_>) -> Cow<'a, str> {
    match value {
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Cow::Borrowed(text)
        }
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        // Rust writes the shortest digits that mean the same number, without an exponent.
        DataRef::Float(number) => Cow::Owned(number.to_string()),
        DataRef::Bool(true) => Cow::Borrowed("TRUE"),
        DataRef::Bool(false) => Cow::Borrowed("FALSE"),
        DataRef::DateTime(moment) if moment.is_duration() => {
            Cow::Owned(moment.as_f64().to_string())
        }
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let mut date = format!("{year:04}-{month:02}-{day:02}");
            if (hour, minute, second) != (0, 0, 0) {
                // Writing to a `String` cannot fail.
                let _ = write!(date, "T{hour:02}:{minute:02}:{second:02}");
            }
            Cow::Owned(date)
        }
        DataRef::Error(_) | DataRef::Empty => Cow::Borrowed(""),
    }
}

/// Gives the value of cells merged downwards to each of their rows, as it is meant. Cells merged
/// sideways are left: their value would be read twice in one row.
fn fill_merged(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    grid: &mut Grid,
    limits: &Limits,
) -> Result<(), ListError> {
    let regions = workbook
        .merge_cells_by_sheet_name(sheet)
        .map_err(|error| broken(&error))?;
    let mut steps = 0;
    for region in regions {
        let (top, column) = (region.start.0.saturating_add(1), region.start.1 as usize);
        let bottom = region.end.0.saturating_add(1);
        let start = grid.rows.partition_point(|row| row.number < top);
        let end = grid.rows.partition_point(|row| row.number <= bottom);
        let rows = grid.rows.get_mut(start..end).unwrap_or_default();
        steps += rows.len();
        if steps > MERGE_STEPS || column >= limits.columns as usize {
            return Ok(());
        }
        let Some((first, rest)) = rows.split_first_mut() else {
            continue;
        };
        let value = first.cell(column).to_owned();
        if first.number != top || value.is_empty() {
            continue;
        }
        for row in rest.iter_mut().filter(|row| row.cell(column).is_empty()) {
            row.set(column, &value);
            grid.merged += 1;
            grid.flags.push(Flag {
                row: row.number,
                column: region.start.1,
                mark: Mark::Merged,
            });
        }
    }
    Ok(())
}

fn broken(error: &XlsxError) -> ListError {
    match error {
        XlsxError::Password => ListError::Encrypted,
        other => ListError::Broken {
            format: Format::Xlsx,
            detail: other.to_string(),
        },
    }
}

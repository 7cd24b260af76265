//! OpenDocument spreadsheets, event by event: repeated rows and cells are counted before they
//! are written out, so that a small file cannot fill the memory. No formula is computed.

use super::note::Mark;
use super::table::{Grid, Limits, Row};
use super::workbook::{Sheets, larger};
use super::{Choice, Format, ListError};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

type Xml<R> = Reader<BufReader<R>>;

/// Reads the chosen sheet, or the one with the most rows.
pub(super) fn read(bytes: &[u8], limits: &Limits, choice: &Choice) -> Result<Sheets, ListError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let content = archive
        .by_name("content.xml")
        .map_err(|error| broken(&error))?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut names = Vec::new();
    let mut taken: Option<(String, Grid)> = None;
    let mut with_rows = 0;
    loop {
        match event(&mut xml, &mut buffer)? {
            Event::Start(start) if is(&start, "table") => {
                let name = attribute(&start, "name").unwrap_or_default();
                let grid = sheet(&mut xml, limits)?;
                names.push(name.clone());
                let wanted = choice.sheet.as_ref().is_none_or(|sheet| *sheet == name);
                with_rows += usize::from(!grid.rows.is_empty());
                if wanted && larger(&grid, taken.as_ref()) {
                    taken = Some((name, grid));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match (taken, &choice.sheet) {
        (Some((sheet, grid)), _) => Ok(Sheets {
            names,
            others: with_rows.saturating_sub(1),
            sheet,
            grid,
        }),
        (None, Some(sheet)) => Err(ListError::NoSuchSheet {
            sheet: sheet.clone(),
        }),
        (None, None) => Err(ListError::Empty),
    }
}

/// Cells merged downwards that are still open: column, rows to come, value.
type Spans = Vec<(usize, u32, String)>;

fn sheet<R: Read>(xml: &mut Xml<R>, limits: &Limits) -> Result<Grid, ListError> {
    let mut grid = Grid::default();
    let mut buffer = Vec::new();
    let mut number: u32 = 1;
    let mut spans = Spans::new();
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(start) if is(&start, "table-row") => {
                let repeated = count(&start, "number-rows-repeated");
                let row = row(xml, number, &mut grid, &mut spans, limits)?;
                let marked = grid.flags.last().is_some_and(|flag| flag.row == number);
                if !row.is_empty() || marked {
                    for offset in 0..repeated {
                        let mut copy = row.clone();
                        copy.number = number.saturating_add(offset);
                        grid.add(copy, limits)?;
                    }
                }
                number = number.saturating_add(repeated);
            }
            Event::End(end) if end.local_name().as_ref() == "table" => return Ok(grid),
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

fn row<R: Read>(
    xml: &mut Xml<R>,
    number: u32,
    grid: &mut Grid,
    spans: &mut Spans,
    limits: &Limits,
) -> Result<Row, ListError> {
    let mut row = Row::new(number);
    let mut buffer = Vec::new();
    let mut column: usize = 0;
    let before = std::mem::take(spans);
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(start) if is(&start, "table-cell") || is(&start, "covered-table-cell") => {
                let covered = is(&start, "covered-table-cell");
                let repeated = count(&start, "number-columns-repeated") as usize;
                let rows = count(&start, "number-rows-spanned");
                let formula = attribute(&start, "formula").is_some();
                let stored = stored_value(&start);
                let is_error = attribute(&start, "value-type").is_none() && formula
                    || start
                        .attributes()
                        .flatten()
                        .any(|each| &*each.value == "error");
                let shown = paragraphs(xml)?;
                let (mut value, mut mark) = (stored.unwrap_or(shown), None);
                if formula {
                    grid.formulas += 1;
                    mark = match (is_error && !value.is_empty(), value.is_empty()) {
                        (true, _) => Some(Mark::ErrorValue),
                        (_, true) => Some(Mark::FormulaWithoutValue),
                        _ => None,
                    };
                    if mark.is_some() {
                        value.clear();
                    }
                }
                if covered
                    && value.is_empty()
                    && let Some((_, _, above)) = before.iter().find(|span| span.0 == column)
                {
                    value.clone_from(above);
                    grid.merged += 1;
                    mark = Some(Mark::Merged);
                }
                if !value.is_empty() || mark.is_some() {
                    if column.saturating_add(repeated) > limits.columns as usize {
                        return Err(ListError::TooManyColumns {
                            row: number,
                            limit: limits.columns,
                        });
                    }
                    row.pad(column);
                    for index in column..column + repeated {
                        if let Some(mark) = mark {
                            grid.flag(number, index, mark);
                        }
                        let fitted = grid.fit(&value, number, index, limits);
                        row.push(fitted);
                    }
                }
                if rows > 1 {
                    spans.push((column, rows - 1, value));
                }
                column = column.saturating_add(repeated);
            }
            Event::End(end) if end.local_name().as_ref() == "table-row" => break,
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
    spans.extend(
        before
            .into_iter()
            .filter(|span| span.1 > 1)
            .map(|span| (span.0, span.1 - 1, span.2)),
    );
    Ok(row)
}

/// Value kept in the attributes of a cell, which is exact where the shown text is rounded.
fn stored_value(start: &BytesStart<'_>) -> Option<String> {
    let kind = attribute(start, "value-type")?;
    match kind.as_str() {
        "float" | "percentage" | "currency" => attribute(start, "value"),
        "date" => attribute(start, "date-value"),
        "time" => attribute(start, "time-value"),
        "boolean" => attribute(start, "boolean-value").map(|value| value.to_uppercase()),
        _ => attribute(start, "string-value"),
    }
}

/// Text of the paragraphs up to the end of the cell, without its comment.
fn paragraphs<R: Read>(xml: &mut Xml<R>) -> Result<String, ListError> {
    let mut text = String::new();
    let mut buffer = Vec::new();
    let (mut depth, mut comment) = (0_u32, 0_u32);
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(start) => {
                depth = depth.saturating_add(1);
                let name = start.local_name();
                match name.as_ref() {
                    "annotation" => comment = depth,
                    "p" if comment == 0 && !text.is_empty() => text.push('\n'),
                    "s" | "tab" | "line-break" if comment == 0 => {
                        let spaces = attribute(&start, "c").and_then(|count| count.parse().ok());
                        text.extend(std::iter::repeat_n(' ', spaces.unwrap_or(1_usize).min(100)));
                    }
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if comment == depth {
                    comment = 0;
                }
                depth -= 1;
            }
            Event::Text(part) if comment == 0 => text.push_str(&part.xml10_content()),
            Event::CData(part) if comment == 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if comment == 0 => {
                let name = format!("&{};", &*reference);
                if let Ok(letter) = quick_xml::escape::unescape(&name) {
                    text.push_str(&letter);
                }
            }
            Event::Eof => return Err(cut_off()),
            _ => {}
        }
    }
}

fn event<'b, R: Read>(xml: &mut Xml<R>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, ListError> {
    buffer.clear();
    xml.read_event_into(buffer).map_err(|error| broken(&error))
}

fn is(start: &BytesStart<'_>, name: &str) -> bool {
    start.local_name().as_ref() == name
}

/// An attribute by its name without the prefix, which writers choose.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start
        .attributes()
        .flatten()
        .find(|each| each.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

fn count(start: &BytesStart<'_>, name: &str) -> u32 {
    attribute(start, name)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1)
        .max(1)
}

fn cut_off() -> ListError {
    ListError::Truncated {
        format: Format::Ods,
    }
}

fn broken(error: &impl ToString) -> ListError {
    ListError::Broken {
        format: Format::Ods,
        detail: error.to_string(),
    }
}

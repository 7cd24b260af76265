//! Workbooks as documents: a sheet is a page, a row of cells a block. Hidden sheets are left out,
//! since they hold the lists of choices of a form and not its answers. Formulas are never worked
//! out; the value that was stored counts.

use super::builder::Builder;
use super::package::Package;
use super::xml::{self, Piece, attribute};
use super::{ExtractError, Format, Limits};
use crate::text::{BlockKind, Document, Note};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};
use std::io::{Read, Seek};

/// So many empty cells in a row are kept as such; a stray cell far off would be all tabs.
const EMPTY: usize = 32;

/// Reads a workbook of Office Open XML.
pub(super) fn parse_xlsx<R: Read + Seek>(
    reader: R,
    limits: &Limits,
) -> Result<Document, ExtractError> {
    let damaged = || ExtractError::Damaged {
        format: Format::Xlsx,
    };
    let package = Package::open(reader, Format::Xlsx, limits)?;
    let mut book = Xlsx::new(package.into_inner()).map_err(|_| damaged())?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut builder = Builder::new(limits);
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            builder.page();
        }
        title(name, &mut builder);
        // A sheet that calamine cannot open is a drawing or a macro sheet; the others count.
        let Ok(mut cells) = book.worksheet_cells_reader(name) else {
            continue;
        };
        let mut row = Row::default();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|_| damaged())? {
            builder.tick()?;
            let format = cells
                .styles()
                .get(style)
                .and_then(|style| style.number_format.as_ref());
            let format = format.map_or("", |format| &format.format_code);
            let (number, column) = cell.get_position();
            if number != row.number {
                row.flush(&mut builder);
                row.number = number;
            }
            row.push(column as usize, &shown(cell.get_value(), format));
            if builder.is_full() {
                builder.note(Note::Truncated);
                return builder.finish();
            }
        }
        row.flush(&mut builder);
    }
    builder.finish()
}

/// The name of a sheet is a heading, unless it is the one that the program gave it.
fn title(name: &str, builder: &mut Builder) {
    let own = name.trim_end_matches(|last: char| last.is_numeric());
    let given = own.len() < name.len() && !own.trim().contains(' ') && own.trim().len() < 12;
    if !given {
        builder.block(BlockKind::Heading, name);
    }
}

/// The cells of one row.
#[derive(Default)]
struct Row {
    number: u32,
    cells: Vec<(usize, String)>,
}

impl Row {
    fn push(&mut self, column: usize, text: &str) {
        if !text.trim().is_empty() {
            // A tab or line break inside a cell is not the end of it.
            self.cells.push((column, text.replace('\t', " ")));
        }
    }

    fn flush(&mut self, builder: &mut Builder) {
        self.cells.sort_by_key(|(column, _)| *column);
        let mut text = String::new();
        let mut at = 0;
        for (column, cell) in self.cells.drain(..) {
            // Two cells that claim the same place are still two.
            let apart = usize::from(!text.is_empty());
            let tabs = column.saturating_sub(at).clamp(apart, EMPTY);
            text.extend(std::iter::repeat_n('\t', tabs));
            text.push_str(&cell);
            at = column;
        }
        builder.block(BlockKind::Row, &text);
    }
}

/// A value as the sheet shows it, but for dates, which are ISO.
fn shown(value: &DataRef<'_>, format: &str) -> String {
    match value {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a sheet holds its numbers as floats too"
        )]
        DataRef::Int(number) => number_shown(*number as f64, format),
        DataRef::Float(number) => number_shown(*number, format),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => {
            let days = moment.as_f64();
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            if moment.is_duration() || (0.0..1.0).contains(&days) {
                let minutes = (days * 24.0 * 60.0).round();
                format!("{:02}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
            } else if hour == 0 && minute == 0 {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number with the decimals, thousands and percent sign of a plain format; with any other format
/// the shortest digits that mean the same number.
fn number_shown(number: f64, format: &str) -> String {
    let plain = format.contains('0') && format.chars().all(|sign| "#0,.%".contains(sign));
    if !plain {
        return number.to_string();
    }
    let decimals = format
        .split_once('.')
        .map_or(0, |(_, rest)| rest.matches(['0', '#']).count());
    let percent = format.ends_with('%');
    let number = if percent { number * 100.0 } else { number };
    let mut text = format!("{number:.decimals$}");
    if format.contains("#,##0") {
        let digits = text.find('.').unwrap_or(text.len());
        let first = usize::from(text.starts_with('-'));
        let mut at = digits;
        while at > first + 3 {
            at -= 3;
            text.insert(at, ',');
        }
    }
    if percent {
        text.push('%');
    }
    text
}

/// Reads a workbook of OpenDocument.
pub(super) fn parse_ods<R: Read + Seek>(
    reader: R,
    limits: &Limits,
) -> Result<Document, ExtractError> {
    let mut package = Package::open(reader, Format::Ods, limits)?;
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(ExtractError::PasswordProtected);
    }
    let content = package.part("content.xml")?.ok_or(ExtractError::Damaged {
        format: Format::Ods,
    })?;
    let mut builder = Builder::new(limits);
    let mut sheets = 0;
    let mut row = Row::default();
    let mut column = 0;
    let mut repeated = 1;
    let mut date = None;
    let mut text = String::new();
    let mut paragraphs = 0_usize;
    let mut notes = 0_usize;
    xml::pieces(&content, Format::Ods, |piece| {
        builder.tick()?;
        match piece {
            Piece::Open(element) => match element.local_name().as_ref() {
                "table" if attribute(&element, "name").is_some() => {
                    if sheets > 0 {
                        builder.page();
                    }
                    sheets += 1;
                    title(
                        &attribute(&element, "name").unwrap_or_default(),
                        &mut builder,
                    );
                }
                "table-row" => column = 0,
                "table-cell" | "covered-table-cell" => {
                    repeated = attribute(&element, "number-columns-repeated")
                        .and_then(|count| count.parse::<usize>().ok())
                        .unwrap_or(1)
                        .max(1);
                    date = attribute(&element, "date-value");
                    text.clear();
                }
                "annotation" => notes += 1,
                "p" => {
                    if !text.is_empty() && notes == 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "s" | "tab" if notes == 0 => text.push(' '),
                "line-break" if notes == 0 => text.push('\n'),
                _ => {}
            },
            Piece::Close(name) => match name.as_str() {
                "table-cell" | "covered-table-cell" => {
                    // An answer that was filled to the right is there in each cell; the far end
                    // of a sheet is not.
                    for index in 0..repeated.min(if text.is_empty() { 0 } else { 16 }) {
                        let shown = match &date {
                            Some(date) => date.trim_end_matches("T00:00:00").to_owned(),
                            None => text.clone(),
                        };
                        row.push(column + index, &shown);
                    }
                    column = column.saturating_add(repeated);
                }
                "table-row" => row.flush(&mut builder),
                "annotation" => notes = notes.saturating_sub(1),
                "p" => paragraphs = paragraphs.saturating_sub(1),
                _ => {}
            },
            Piece::Text(piece) => {
                if paragraphs > 0 && notes == 0 {
                    text.push_str(&piece);
                }
            }
        }
        Ok(!builder.is_full())
    })?;
    if builder.is_full() {
        builder.note(Note::Truncated);
    }
    builder.finish()
}

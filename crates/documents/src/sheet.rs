//! Tables out: XLSX workbooks and CSV. A cell that would run as a formula in the reader's
//! spreadsheet is written as text; what a table leaves out is said in its notes, which the
//! caller gives. Nothing is computed here.

use crate::list::looks_like_formula;
use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};
use std::fmt::Write;

/// A cell of a table.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell {
    /// Text, shown as it is.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// An address on the web and the text that stands for it.
    Link {
        /// Where it leads.
        url: String,
        /// What is shown.
        text: String,
    },
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text.to_owned())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(text)
        }
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Cell::Number(f64::from(number))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// One sheet.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// Name on the tab; signs that spreadsheets refuse there are replaced.
    pub name: String,
    /// Title above the table; empty for none.
    pub title: String,
    /// Lines under the title, each a name and a text: generated when, by which programme, which
    /// filters, how many of how many.
    pub about: Vec<(String, String)>,
    /// Headers.
    pub headers: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
    /// What the marks in the table mean, each a mark and its meaning. Stands above the table, so
    /// that below the headers there are rows of the table only.
    pub legend: Vec<(String, String)>,
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// More than a worksheet holds.
    #[error(
        "A worksheet holds 1,048,576 rows and 16,384 columns at most. Narrow the filter, or take CSV."
    )]
    TooLarge,
    /// The writer refused it.
    #[error("The workbook could not be written: {0}")]
    Refused(XlsxError),
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => SheetError::TooLarge,
            other => SheetError::Refused(other),
        }
    }
}

/// Longest text that a cell of a workbook holds.
const CELL_CHARS: usize = 32_767;
/// Longest name that a tab of a workbook holds.
const TAB_CHARS: usize = 31;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (9, 48);

struct Looks {
    title: Format,
    about: Format,
    header: Format,
    text: Format,
    date: Format,
    link: Format,
}

impl Looks {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Looks {
            title: Format::new().set_bold().set_font_size(16),
            about: Format::new().set_font_color(Color::RGB(0x57_53_4E)),
            header: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x0F_4C_4A))
                .set_font_color(Color::White)
                .set_border_bottom(FormatBorder::Thin),
            date: text.clone().set_num_format("yyyy-mm-dd"),
            link: text.clone().set_hyperlink(),
            text,
        }
    }
}

/// Writes a workbook with the sheets in their order.
pub fn write_xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, SheetError> {
    let looks = Looks::new();
    let mut workbook = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = tab_name(&sheet.name, &names);
        let page = workbook.add_worksheet();
        page.set_name(&name)?;
        names.push(name.to_lowercase());
        fill(page, sheet, &looks)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(page: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Result<(), SheetError> {
    let mut row = 0;
    if !sheet.title.is_empty() {
        page.write_string_with_format(row, 0, shortened(&sheet.title), &looks.title)?;
        row += 1;
    }
    for (name, text) in sheet.about.iter().chain(&sheet.legend) {
        let line = format!("{name}: {text}");
        page.write_string_with_format(row, 0, shortened(&line), &looks.about)?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    let header = row;
    let mut widths = Vec::new();
    for (at, text) in sheet.headers.iter().enumerate() {
        page.write_string_with_format(header, column(at)?, shortened(text), &looks.header)?;
        widths.push(text.chars().count() + 3);
    }
    for cells in &sheet.rows {
        row += 1;
        for (at, cell) in cells.iter().enumerate() {
            let length = write_cell(page, row, column(at)?, cell, looks)?;
            match widths.get_mut(at) {
                Some(width) => *width = (*width).max(length),
                None => widths.push(length),
            }
        }
    }
    for (at, width) in widths.iter().enumerate() {
        let width = u16::try_from((*width).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(u16::MAX);
        page.set_column_width(column(at)?, f64::from(width))?;
    }
    if let Some(last) = sheet.headers.len().checked_sub(1) {
        page.set_freeze_panes(header + 1, 0)?;
        page.autofilter(header, 0, row.max(header + 1), column(last)?)?;
        page.set_repeat_rows(header, header)?;
    }
    page.set_landscape();
    page.set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Writes a cell and says how many characters it shows.
fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    looks: &Looks,
) -> Result<usize, SheetError> {
    let length = match cell {
        Cell::Text(text) => {
            page.write_string_with_format(row, column, shortened(text), &looks.text)?;
            text.lines()
                .map(|line| line.chars().count())
                .max()
                .unwrap_or(0)
        }
        Cell::Number(number) if number.is_finite() => {
            page.write_number_with_format(row, column, *number, &looks.text)?;
            number.to_string().len()
        }
        Cell::Number(_) | Cell::Empty => 0,
        Cell::Date(date) => {
            let parts = (
                u16::try_from(date.year()),
                u8::try_from(date.month()),
                u8::try_from(date.day()),
            );
            let day = match parts {
                (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
                _ => None,
            };
            match day {
                Some(day) => page.write_datetime_with_format(row, column, &day, &looks.date)?,
                // Workbooks know no day before 1900.
                None => {
                    page.write_string_with_format(row, column, date.to_string(), &looks.text)?
                }
            };
            10
        }
        Cell::Link { url, text } => {
            let web = url.starts_with("https://") || url.starts_with("http://");
            // A worksheet holds 65,530 links of 2,079 characters at most.
            if web && row < 60_000 && url.len() <= 2_000 {
                let link = Url::new(url.as_str()).set_text(shortened(text));
                page.write_url_with_format(row, column, link, &looks.link)?;
            } else {
                page.write_string_with_format(row, column, shortened(text), &looks.text)?;
            }
            text.chars().count()
        }
    };
    Ok(length)
}

fn column(at: usize) -> Result<u16, SheetError> {
    u16::try_from(at).map_err(|_| SheetError::TooLarge)
}

fn shortened(text: &str) -> &str {
    // Characters outside the basic plane count twice in a workbook.
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        units += letter.len_utf16();
        if units > CELL_CHARS {
            return &text[..at];
        }
    }
    text
}

/// A name that spreadsheets accept on a tab and that no other tab has.
fn tab_name(wanted: &str, taken: &[String]) -> String {
    let plain: String = wanted
        .chars()
        .map(|letter| {
            if "[]:*?/\\".contains(letter) || letter.is_control() {
                ' '
            } else {
                letter
            }
        })
        .collect();
    let plain = plain.trim().trim_matches('\'').to_owned();
    let base = if plain.is_empty() {
        "List".to_owned()
    } else {
        plain
    };
    (1..10_000)
        .map(|number| {
            let ending = if number == 1 {
                String::new()
            } else {
                format!(" ({number})")
            };
            let room = TAB_CHARS - ending.len();
            let mut units = 0;
            let fitting = base.chars().take_while(|letter| {
                units += letter.len_utf16();
                units <= room
            });
            fitting.collect::<String>().trim_end().to_owned() + &ending
        })
        .find(|name| !taken.contains(&name.to_lowercase()))
        .unwrap_or(base)
}

/// How a CSV file begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// With a byte order mark, by which Excel knows UTF-8.
    ForExcel,
    /// Without, as programs like it.
    Plain,
}

/// Writes headers and rows of a sheet as CSV in UTF-8; title, notes and legend are for people and
/// left out. Text that a spreadsheet would run as a formula gets an apostrophe in front.
pub fn write_csv(sheet: &Sheet, mark: Mark) -> Vec<u8> {
    let mut out = String::new();
    if mark == Mark::ForExcel {
        out.push('\u{feff}');
    }
    line(&mut out, sheet.headers.iter().map(|text| guarded(text)));
    for cells in &sheet.rows {
        line(&mut out, cells.iter().map(csv_text));
    }
    out.into_bytes()
}

fn csv_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        Cell::Number(number) if number.is_finite() => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Link { url, .. } => guarded(url),
        Cell::Number(_) | Cell::Empty => String::new(),
    }
}

/// Text with an apostrophe in front if it looks like a formula. Text that already starts with
/// apostrophes before a formula gets one more, so that the reader, who takes one away, finds it as
/// it was.
fn guarded(text: &str) -> String {
    if looks_like_formula(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) || cell != cell.trim() {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "\"{}\"", cell.replace('"', "\"\""));
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

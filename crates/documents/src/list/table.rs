//! A list as a table: headers, rows with their numbers in the file, and what a person should
//! know about how it was read. It holds text only; what the text means is for the mapping.

use super::ListError;
use super::note::{Mark, Note};

/// What a list may hold at most. A file beyond a limit is refused before it fills the memory.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Bytes of all parts of a packed file together, unpacked.
    pub unpacked_bytes: u64,
    /// How many times larger than packed a part over one mebibyte may be.
    pub ratio: u64,
    /// Parts of a packed file.
    pub entries: usize,
    /// Rows that are not blank, headers not counted.
    pub rows: u32,
    /// Columns.
    pub columns: u32,
    /// Characters of a cell; longer ones are cut and flagged.
    pub cell_chars: usize,
    /// Bytes of the text of all cells together.
    pub text_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 100 << 20,
            unpacked_bytes: 1 << 30,
            ratio: 300,
            entries: 5_000,
            rows: 1_000_000,
            columns: 1_000,
            cell_chars: 8_000,
            text_bytes: 300 << 20,
        }
    }
}

/// What a person chose instead of what the reader would.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Sheet by name.
    pub sheet: Option<String>,
    /// Number of the row with the headers, as in the file.
    pub header_row: Option<u32>,
    /// Separator of a CSV file.
    pub separator: Option<char>,
    /// Encoding of a CSV file, by its name on the web ("windows-1252").
    pub encoding: Option<String>,
}

/// Format of a list, told by its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Text with separators.
    Csv,
    /// Office Open XML workbook.
    Xlsx,
    /// OpenDocument spreadsheet.
    Ods,
}

impl Format {
    /// Short name, as people say it.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Xlsx => "XLSX",
            Format::Ods => "ODS",
        }
    }
}

/// One row of a list: its cells as text.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Number of the row as a spreadsheet shows it, from 1, blank rows counted.
    pub number: u32,
    text: String,
    ends: Vec<u32>,
}

impl Row {
    /// A row without cells.
    pub(crate) fn new(number: u32) -> Self {
        Row {
            number,
            text: String::new(),
            ends: Vec::new(),
        }
    }

    /// Adds a cell at the end. Text beyond four gibibytes in one row is left out.
    pub(crate) fn push(&mut self, cell: &str) {
        if let Ok(end) = u32::try_from(self.text.len() + cell.len()) {
            self.text.push_str(cell);
            self.ends.push(end);
        }
    }

    /// Adds blank cells until there are `length`.
    pub(crate) fn pad(&mut self, length: usize) {
        while self.ends.len() < length {
            self.push("");
        }
    }

    /// Puts a value into a cell, which is added if it is not there.
    pub(crate) fn set(&mut self, column: usize, value: &str) {
        let mut changed = Row::new(self.number);
        for index in 0..self.len().max(column + 1) {
            changed.push(if index == column {
                value
            } else {
                self.cell(index)
            });
        }
        *self = changed;
    }

    /// Text of a cell; empty beyond the last one.
    pub fn cell(&self, column: usize) -> &str {
        let start = match column.checked_sub(1) {
            None => 0,
            Some(before) => self.ends.get(before).copied().unwrap_or(0) as usize,
        };
        self.ends
            .get(column)
            .and_then(|end| self.text.get(start..*end as usize))
            .unwrap_or("")
    }

    /// All cells, first to last.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|column| self.cell(column))
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True if no cell holds more than white space.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Bytes of text.
    pub(crate) fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// A cell with a [`Mark`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Flag {
    /// Number of the row in the file.
    pub row: u32,
    /// Column from 0.
    pub column: u32,
    /// What is special.
    pub mark: Mark,
}

/// A list that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct Table {
    /// Format by content.
    pub format: Format,
    /// Encoding of a CSV file.
    pub encoding: Option<&'static str>,
    /// Separator of a CSV file.
    pub separator: Option<char>,
    /// Names of all sheets of a workbook.
    pub sheets: Vec<String>,
    /// Name of the sheet that was taken.
    pub sheet: Option<String>,
    /// Number of the row with the headers; none if the list has no headers.
    pub header_row: Option<u32>,
    /// Headers, each different; a column without one is named by its letter.
    pub headers: Vec<String>,
    /// The rows below the headers that are not blank.
    pub rows: Vec<Row>,
    /// Cells to know about, by row and column.
    pub flags: Vec<Flag>,
    /// What to tell the person.
    pub notes: Vec<Note>,
}

/// Letter of a column as spreadsheets show it: 0 is A, 26 is AA.
pub fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

/// All rows of a sheet before headers are told from rows; blank ones are already gone.
#[derive(Default)]
pub(crate) struct Grid {
    pub(crate) rows: Vec<Row>,
    pub(crate) flags: Vec<Flag>,
    pub(crate) formulas: usize,
    pub(crate) merged: usize,
    bytes: u64,
}

impl Grid {
    /// Adds a row if it is not blank, within the limits.
    pub(crate) fn add(&mut self, row: Row, limits: &Limits) -> Result<(), ListError> {
        let marked = self.flags.last().is_some_and(|flag| flag.row == row.number);
        if row.is_empty() && !marked {
            return Ok(());
        }
        // Titles and headers come on top of the rows that count.
        if self.rows.len() > limits.rows as usize + 1 {
            return Err(ListError::TooManyRows { limit: limits.rows });
        }
        if row.len() > limits.columns as usize {
            return Err(ListError::TooManyColumns {
                row: row.number,
                limit: limits.columns,
            });
        }
        self.bytes += row.bytes() as u64;
        if self.bytes > limits.text_bytes {
            return Err(ListError::TooMuchText {
                limit: limits.text_bytes,
            });
        }
        self.rows.push(row);
        Ok(())
    }

    /// The text of a cell, cut and flagged if it is too long.
    pub(crate) fn fit<'a>(
        &mut self,
        text: &'a str,
        row: u32,
        column: usize,
        limits: &Limits,
    ) -> &'a str {
        if text.len() <= limits.cell_chars {
            return text;
        }
        match text.char_indices().nth(limits.cell_chars) {
            None => text,
            Some((end, _)) => {
                self.flag(row, column, Mark::Cut);
                &text[..end]
            }
        }
    }

    /// Notes what is special about a cell.
    pub(crate) fn flag(&mut self, row: u32, column: usize, mark: Mark) {
        self.flags.push(Flag {
            row,
            column: u32::try_from(column).unwrap_or(u32::MAX),
            mark,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, letter};

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        assert_eq!(
            [0, 25, 26, 51, 52, 701, 702].map(letter),
            ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn a_cell_can_be_set_within_and_beyond_the_row() {
        let mut row = Row::new(3);
        row.push("a");
        row.push("");
        row.set(1, "b");
        row.set(3, "d");
        assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "b", "", "d"]);
        assert_eq!(row.cell(9), "");
    }
}

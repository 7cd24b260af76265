//! What a person should know about how a list was read: notes on the whole, marks on cells. None
//! of it stops an import by itself.

use super::Format;

/// What is special about a cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// A formula whose result was not saved.
    FormulaWithoutValue,
    /// A formula that ended in an error such as `#REF!`.
    ErrorValue,
    /// The value comes from the cell above, with which this one is merged.
    Merged,
    /// The text was cut at the limit.
    Cut,
}

/// Something a person should know about how a list was read; none of it stops an import.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// The ending of the name says something else than the content.
    WrongName {
        /// What the content is.
        format: Format,
    },
    /// No encoding was stated; this one fits the bytes best.
    EncodingGuessed {
        /// Its name.
        encoding: &'static str,
    },
    /// Bytes that the encoding cannot hold were replaced.
    Undecodable,
    /// Lines above the headers were left out.
    LinesSkipped {
        /// How many.
        count: usize,
    },
    /// No row looked like headers, so columns are named by their letters.
    NoHeaders,
    /// A header stood twice and got a number.
    HeaderTwice {
        /// The header as written.
        header: String,
        /// Its name now.
        renamed: String,
    },
    /// Cells hold formulas; their saved results were taken.
    Formulas {
        /// How many cells.
        count: usize,
    },
    /// Cells merged downwards; each of the rows got the value.
    Merged {
        /// How many cells were filled.
        count: usize,
    },
    /// The workbook has more sheets with rows; one was taken.
    OtherSheets {
        /// The sheet taken.
        sheet: String,
        /// How many others hold rows.
        count: usize,
    },
    /// Text that a spreadsheet would run as a formula; kept as text.
    FormulaText {
        /// How many cells.
        count: usize,
    },
    /// Cells cut at the limit.
    Cut {
        /// How many cells.
        count: usize,
    },
    /// Rows with more cells than there are headers.
    RowsTooWide {
        /// How many rows.
        count: usize,
    },
}

impl Note {
    /// Key in the message catalogue; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Note::WrongName { .. } => "list-note-wrong-name",
            Note::EncodingGuessed { .. } => "list-note-encoding-guessed",
            Note::Undecodable => "list-note-undecodable",
            Note::LinesSkipped { .. } => "list-note-lines-skipped",
            Note::NoHeaders => "list-note-no-headers",
            Note::HeaderTwice { .. } => "list-note-header-twice",
            Note::Formulas { .. } => "list-note-formulas",
            Note::Merged { .. } => "list-note-merged",
            Note::OtherSheets { .. } => "list-note-other-sheets",
            Note::FormulaText { .. } => "list-note-formula-text",
            Note::Cut { .. } => "list-note-cut",
            Note::RowsTooWide { .. } => "list-note-rows-too-wide",
        }
    }

    /// Arguments of the message, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Note::WrongName { format } => vec![("format", format.name().to_owned())],
            Note::EncodingGuessed { encoding } => vec![("encoding", (*encoding).to_owned())],
            Note::Undecodable | Note::NoHeaders => Vec::new(),
            Note::HeaderTwice { header, renamed } => {
                vec![("header", header.clone()), ("renamed", renamed.clone())]
            }
            Note::OtherSheets { sheet, count } => {
                vec![("sheet", sheet.clone()), ("count", count.to_string())]
            }
            Note::LinesSkipped { count }
            | Note::Formulas { count }
            | Note::Merged { count }
            | Note::FormulaText { count }
            | Note::Cut { count }
            | Note::RowsTooWide { count } => vec![("count", count.to_string())],
        }
    }
}

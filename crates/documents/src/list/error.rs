//! Why a file is no supplier list, and what to do about it. Every reason has a stable code for
//! the message catalogue and its arguments; nothing here knows a language other than the English
//! of logs.

use super::Format;

/// Why a file could not be read as a list.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ListError {
    /// No bytes, or nothing but blank cells.
    #[error("The file is empty. Choose the file that holds the supplier list.")]
    Empty,
    /// Headers without rows.
    #[error("The list has headers but no rows. Add the facilities below the headers.")]
    NoRows,
    /// More bytes than the limit.
    #[error("The file has {size} bytes, more than {limit}. Split the list into several files.")]
    TooLarge {
        /// Size of the file.
        size: u64,
        /// Largest size taken.
        limit: u64,
    },
    /// More rows than the limit.
    #[error("The list has more than {limit} rows. Split it into several files.")]
    TooManyRows {
        /// Most rows taken.
        limit: u32,
    },
    /// More columns than the limit.
    #[error("Row {row} has more than {limit} columns. Delete the columns that are not needed.")]
    TooManyColumns {
        /// Row in the file.
        row: u32,
        /// Most columns taken.
        limit: u32,
    },
    /// The cells hold more text than the limit.
    #[error("The cells hold more than {limit} bytes of text. Split the list into several files.")]
    TooMuchText {
        /// Most bytes of text taken.
        limit: u64,
    },
    /// The file ends before it is complete.
    #[error("The file is cut off. Download or save it again, then choose it again.")]
    Truncated {
        /// What it began as.
        format: Format,
    },
    /// A quotation mark opens a cell and is never closed, so the rest of the file is one cell.
    #[error("A quotation mark opened in row {row} is never closed. Close it and save again.")]
    QuoteOpen {
        /// Row in the file.
        row: u32,
    },
    /// A workbook under a password.
    #[error("The workbook is protected by a password. Save it without one, then choose it again.")]
    Encrypted,
    /// An Excel workbook of before 2007.
    #[error("This is an old Excel workbook (.xls). Save it as .xlsx or CSV.")]
    OldExcel,
    /// A binary Excel workbook.
    #[error("This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV.")]
    BinaryExcel,
    /// Another kind of file altogether.
    #[error("This is no list but {found}. Choose a CSV, XLSX or ODS file.")]
    WrongType {
        /// Short name of what it is.
        found: &'static str,
    },
    /// A packed file that unpacks into far more than a list needs.
    #[error("The file unpacks into far more than a list needs. Copy the rows into a new workbook.")]
    UnpacksTooLarge,
    /// A workbook that breaks the rules of its format.
    #[error("The workbook is damaged ({detail}). Open it and save it again.")]
    Broken {
        /// What it should have been.
        format: Format,
        /// What the reader said; for the log.
        detail: String,
    },
    /// The chosen sheet is not there.
    #[error("There is no sheet named {sheet}. Choose one of the sheets of the workbook.")]
    NoSuchSheet {
        /// The name that was asked for.
        sheet: String,
    },
    /// The chosen header row is not there.
    #[error("There is no row {row} to take headers from. Choose a row of the list.")]
    NoSuchRow {
        /// The row that was asked for.
        row: u32,
    },
    /// The file could not be read from disk.
    #[error("The file could not be read: {detail}")]
    Unreadable {
        /// What the system said.
        detail: String,
    },
}

impl ListError {
    /// Key in the message catalogue; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            ListError::Empty => "list-empty",
            ListError::NoRows => "list-no-rows",
            ListError::TooLarge { .. } => "list-too-large",
            ListError::TooManyRows { .. } => "list-too-many-rows",
            ListError::TooManyColumns { .. } => "list-too-many-columns",
            ListError::TooMuchText { .. } => "list-too-much-text",
            ListError::Truncated { .. } => "list-truncated",
            ListError::QuoteOpen { .. } => "list-quote-open",
            ListError::Encrypted => "list-encrypted",
            ListError::OldExcel => "list-old-excel",
            ListError::BinaryExcel => "list-binary-excel",
            ListError::WrongType { .. } => "list-wrong-type",
            ListError::UnpacksTooLarge => "list-unpacks-too-large",
            ListError::Broken { .. } => "list-broken",
            ListError::NoSuchSheet { .. } => "list-no-such-sheet",
            ListError::NoSuchRow { .. } => "list-no-such-row",
            ListError::Unreadable { .. } => "list-unreadable",
        }
    }

    /// Arguments of the message, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            ListError::TooLarge { size, limit } => {
                vec![("size", size.to_string()), ("limit", limit.to_string())]
            }
            ListError::TooManyRows { limit } => vec![("limit", limit.to_string())],
            ListError::TooManyColumns { row, limit } => {
                vec![("row", row.to_string()), ("limit", limit.to_string())]
            }
            ListError::TooMuchText { limit } => vec![("limit", limit.to_string())],
            ListError::Truncated { format } => vec![("format", format.name().to_owned())],
            ListError::Broken { format, detail } => vec![
                ("format", format.name().to_owned()),
                ("detail", detail.clone()),
            ],
            ListError::QuoteOpen { row } | ListError::NoSuchRow { row } => {
                vec![("row", row.to_string())]
            }
            ListError::WrongType { found } => vec![("found", (*found).to_owned())],
            ListError::NoSuchSheet { sheet } => vec![("sheet", sheet.clone())],
            ListError::Unreadable { detail } => vec![("detail", detail.clone())],
            ListError::Empty
            | ListError::NoRows
            | ListError::Encrypted
            | ListError::OldExcel
            | ListError::BinaryExcel
            | ListError::UnpacksTooLarge => Vec::new(),
        }
    }
}

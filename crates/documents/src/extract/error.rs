//! Why a file could not be read, in words for the log and with a stable code and arguments for the
//! message catalogue. Nothing of a file's content is ever part of an error.

use super::format::Format;
use serde::{Deserialize, Serialize};

/// Why a file could not be turned into text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExtractError {
    /// The file has no bytes, or nothing but white space.
    #[error("the file is empty; upload it again from where it was saved")]
    Empty,
    /// The content is of a kind that is not read.
    #[error(
        "this is {found}, which cannot be read; save it as PDF, DOCX, XLSX, ODS, HTML or plain text"
    )]
    UnknownFormat {
        /// What the content looks like, in a word or two.
        found: String,
    },
    /// A file of the office programs of before 2007.
    #[error("this is an old {found} file; open it and save it as {instead} or PDF")]
    LegacyOffice {
        /// The ending of such files, for example `.doc`.
        found: String,
        /// The ending to save it as.
        instead: String,
    },
    /// The file opens with a password only.
    #[error("the file is protected by a password; save a copy without one and upload that")]
    PasswordProtected,
    /// The content is of a known kind, but broken.
    #[error("the {format} file is damaged; open it in its own program, save it again and retry")]
    Damaged {
        /// The kind.
        format: Format,
    },
    /// The file has more bytes than the limit.
    #[error("the file has {bytes} bytes, and the limit is {limit}; split it or remove pictures")]
    TooLarge {
        /// How many bytes it has.
        bytes: u64,
        /// How many are allowed.
        limit: u64,
    },
    /// The file unpacks to far more than any real document.
    #[error("the file unpacks to more than is allowed and was not read; save it again and retry")]
    ZipBomb,
    /// Reading took longer than is allowed.
    #[error("reading took longer than {seconds} seconds and was stopped; split the file and retry")]
    Timeout {
        /// The time allowed.
        seconds: u64,
    },
    /// The file needs a program that is not installed.
    #[error(
        "this file needs the program {tool}; ask the operator to install the package {package}"
    )]
    ToolMissing {
        /// The program.
        tool: String,
        /// The package of Debian and Ubuntu that holds it.
        package: String,
    },
    /// The file was read, and there is no text in it.
    #[error("no text was found in the file; if it is a scan, scan it again with a better contrast")]
    NoText,
    /// The file could not be opened or a program not be started; says nothing about the file.
    #[error("the file could not be opened: {reason}")]
    Unreadable {
        /// What the operating system says.
        reason: String,
    },
}

impl ExtractError {
    /// The key of this error in the message catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            ExtractError::Empty => "extract-empty",
            ExtractError::UnknownFormat { .. } => "extract-unknown-format",
            ExtractError::LegacyOffice { .. } => "extract-legacy-office",
            ExtractError::PasswordProtected => "extract-password-protected",
            ExtractError::Damaged { .. } => "extract-damaged",
            ExtractError::TooLarge { .. } => "extract-too-large",
            ExtractError::ZipBomb => "extract-zip-bomb",
            ExtractError::Timeout { .. } => "extract-timeout",
            ExtractError::ToolMissing { .. } => "extract-tool-missing",
            ExtractError::NoText => "extract-no-text",
            ExtractError::Unreadable { .. } => "extract-unreadable",
        }
    }

    /// Names and values of the arguments of its message; byte counts are whole numbers.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            ExtractError::UnknownFormat { found } => vec![("found", found.clone())],
            ExtractError::LegacyOffice { found, instead } => {
                vec![("found", found.clone()), ("instead", instead.clone())]
            }
            ExtractError::Damaged { format } => vec![("format", format.to_string())],
            ExtractError::TooLarge { bytes, limit } => {
                vec![("bytes", bytes.to_string()), ("limit", limit.to_string())]
            }
            ExtractError::Timeout { seconds } => vec![("seconds", seconds.to_string())],
            ExtractError::ToolMissing { tool, package } => {
                vec![("tool", tool.clone()), ("package", package.clone())]
            }
            ExtractError::Unreadable { reason } => vec![("reason", reason.clone())],
            ExtractError::Empty
            | ExtractError::PasswordProtected
            | ExtractError::ZipBomb
            | ExtractError::NoText => Vec::new(),
        }
    }

    /// True if the same file may be read well at another time: the fault lies with this machine.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            ExtractError::ToolMissing { .. } | ExtractError::Unreadable { .. }
        )
    }
}

impl From<std::io::Error> for ExtractError {
    fn from(error: std::io::Error) -> Self {
        ExtractError::Unreadable {
            reason: error.to_string(),
        }
    }
}

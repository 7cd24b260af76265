//! Text and tables out of PDF, DOCX, XLSX, ODS, HTML and plain text, with pages and offsets. What
//! a file is, its content says and not its name. Nothing here changes a word of a document, and no
//! file makes the caller panic, hang or run out of memory: what is foreign is read under
//! [`Limits`], and in another process wherever one is at hand.

mod builder;
pub mod child;
mod docx;
mod error;
mod format;
mod html;
mod lines;
mod package;
mod pdf;
mod plain;
mod run;
mod sheets;
mod tools;
mod xml;

pub use error::ExtractError;
pub use format::{Format, sniff, sniff_file};
pub use tools::{Tool, tools};

use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How much of a file is read, how long it may take, and which programs may help.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of a file; a larger one is refused.
    pub bytes: u64,
    /// Pages of a document; the rest is not read and [`crate::text::Note::Truncated`] says so.
    pub pages: usize,
    /// Bytes of text; the rest is not read and [`crate::text::Note::Truncated`] says so.
    pub text: usize,
    /// Bytes that a zip package may unpack to, in all.
    pub unpacked: u64,
    /// How long reading one file may take.
    pub time: Duration,
    /// How long the recognition of its scanned pages may take beyond that; the pages that are not
    /// reached are left out and [`crate::text::Note::ImagesUnread`] says so.
    pub recognition: Duration,
    /// Bytes of address space that another program may take.
    pub memory: u64,
    /// Pages of images that are sent to text recognition.
    pub scanned_pages: usize,
    /// Whether programs installed on this machine (poppler, tesseract) are used.
    pub tools: Tools,
    /// A program that offers `extract-child` (see [`child`]); `None` reads in this process, where
    /// a crash is caught but an endless loop inside a parser is not.
    pub child: Option<PathBuf>,
}

/// Whether programs installed on this machine are used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tools {
    /// Those that are found in the search path.
    Installed,
    /// None, as on a machine where nothing is installed.
    None,
}

impl Tools {
    /// Where a program is, if it may be used.
    fn find(self, program: &str) -> Option<PathBuf> {
        match self {
            Tools::Installed => run::which(program),
            Tools::None => None,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 100 * 1024 * 1024,
            pages: 5_000,
            text: 20 * 1024 * 1024,
            unpacked: 400 * 1024 * 1024,
            time: Duration::from_mins(2),
            recognition: Duration::from_mins(15),
            memory: 2 * 1024 * 1024 * 1024,
            scanned_pages: 200,
            tools: Tools::Installed,
            child: None,
        }
    }
}

/// Reads a file on disk. `name` is what its owner called it, for the rare case in which the
/// content leaves open what it is.
pub fn extract(path: &Path, name: &str, limits: &Limits) -> Result<Document, ExtractError> {
    let mut file = File::open(path)?;
    let bytes = file.metadata()?.len();
    if bytes == 0 {
        return Err(ExtractError::Empty);
    }
    if bytes > limits.bytes {
        return Err(ExtractError::TooLarge {
            bytes,
            limit: limits.bytes,
        });
    }
    match format::sniff_reader(&mut file, name)? {
        Format::Pdf => pdf::extract(path, limits),
        format => child::isolated(path, format, limits),
    }
}

/// Reads a file that is in memory.
pub fn extract_bytes(bytes: &[u8], name: &str, limits: &Limits) -> Result<Document, ExtractError> {
    if bytes.is_empty() {
        return Err(ExtractError::Empty);
    }
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(bytes)?;
    file.flush()?;
    extract(file.path(), name, limits)
}

/// Puts together a document from what `pdftotext -bbox-layout` printed. Only tests and fuzzing need
/// this door: the printed text is foreign input as well.
#[doc(hidden)]
pub fn from_printed(printed: &str, limits: &Limits) -> Result<Document, ExtractError> {
    pdf::from_printed(printed, limits)
}

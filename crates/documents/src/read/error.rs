//! What can be wrong with the files of the lexicon. It names the file and the entry, so that the
//! person who edited it finds the place; nothing is mended here.

/// What is wrong with the lexicon's files.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A file is no valid TOML or lacks a part.
    #[error("the reader's file {file} cannot be read: {reason}. Correct the file and build again")]
    File {
        /// Which file.
        file: String,
        /// What is wrong.
        reason: String,
    },
    /// A rule cannot be understood.
    #[error(
        "rule {number} ({gives}) of the reader's file {file} is wrong: {reason}. Correct it and build again"
    )]
    Rule {
        /// Which file.
        file: String,
        /// Position in the file, counted from 1.
        number: usize,
        /// What it gives.
        gives: String,
        /// What is wrong.
        reason: String,
    },
}

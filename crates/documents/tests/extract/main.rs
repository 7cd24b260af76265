//! Text out of files: what each format gives, what bad files get, and what holds for any bytes.
//! The fixtures and everything in them are fictional; `fixtures/make.py` makes the PDFs.

mod demo;
mod formats;
#[expect(
    clippy::unwrap_used,
    reason = "a test ends where its own files cannot be made"
)]
mod made;
mod pages;
mod pdf;
mod properties;
mod refused;
mod scans;

//! The programs that reading uses where they are installed, for `amplify check`.

use std::process::{Command, Stdio};

/// A program beside this one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// First line of what it says of its version; `None` if it is not installed.
    pub version: Option<String>,
    /// What reading does without it, and the package that holds it on Debian and Ubuntu.
    pub without: &'static str,
}

/// Asks each program for its version.
pub fn tools() -> Vec<Tool> {
    [
        (
            "pdftotext",
            "-v",
            "PDF files are read by the built-in reader, which keeps tables less well; install poppler-utils",
        ),
        (
            "pdftoppm",
            "-v",
            "scanned PDF files cannot be read; install poppler-utils",
        ),
        (
            "tesseract",
            "--version",
            "scanned PDF files cannot be read; install tesseract-ocr and its languages",
        ),
    ]
    .into_iter()
    .map(|(name, flag, without)| Tool {
        name,
        version: version(name, flag),
        without,
    })
    .collect()
}

fn version(name: &str, flag: &str) -> Option<String> {
    let output = Command::new(name)
        .arg(flag)
        .stdin(Stdio::null())
        .output()
        .ok()?;
    // Some print their version on standard error.
    let said = if output.stdout.is_empty() {
        output.stderr
    } else {
        output.stdout
    };
    let text = String::from_utf8_lossy(&said);
    text.lines().next().map(|line| line.trim().to_owned())
}

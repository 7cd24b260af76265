//! Reading in another process: a program that wants it (`amplify`) answers to the hidden command
//! `extract-child` by calling [`main`], and names itself in [`Limits::child`]. Then a parser that
//! crashes, loops or eats memory takes only that process down. Without such a program the parsers
//! run here, on a thread of their own with a large stack; a panic there becomes an error.

use super::run::{self, Bounds, Stopped};
use super::{ExtractError, Format, Limits, docx, html, pdf, plain, sheets};
use crate::text::Document;
use std::ffi::OsString;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;
use std::thread;

/// The command that the program has to answer to.
pub const COMMAND: &str = "extract-child";

/// Does what `extract-child FORMAT LIMITS PATH` is asked for, given those three arguments, and
/// prints the result as JSON. Returns the exit code of the process.
pub fn main<I: IntoIterator<Item = OsString>>(arguments: I) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let [format, limits, path] = arguments.as_slice() else {
        return 2;
    };
    let parsed = format.to_str().zip(limits.to_str()).and_then(|(f, l)| {
        Some((
            serde_json::from_str::<Format>(f).ok()?,
            serde_json::from_str::<Limits>(l).ok()?,
        ))
    });
    let Some((format, limits)) = parsed else {
        return 2;
    };
    let result = guarded(Path::new(path), format, &limits);
    let Ok(json) = serde_json::to_vec(&result) else {
        return 3;
    };
    let written = std::io::stdout().lock().write_all(&json);
    u8::from(written.is_err())
}

/// Reads in a child process if there is a program for it, else on a guarded thread.
pub(super) fn isolated(
    path: &Path,
    format: Format,
    limits: &Limits,
) -> Result<Document, ExtractError> {
    // Plain text is read by a few loops of our own; a process for it would be a waste.
    let program = limits.child.as_ref().filter(|_| format != Format::Text);
    let Some(program) = program else {
        return guarded(path, format, limits);
    };
    let json = |error: serde_json::Error| ExtractError::Unreadable {
        reason: error.to_string(),
    };
    let inner = Limits {
        child: None,
        ..limits.clone()
    };
    let arguments = [
        OsString::from(COMMAND),
        serde_json::to_string(&format).map_err(json)?.into(),
        serde_json::to_string(&inner).map_err(json)?.into(),
        path.as_os_str().to_owned(),
    ];
    let bounds = Bounds {
        time: limits.time,
        memory: limits.memory,
        // JSON escapes and the list of blocks make it longer than the text.
        output: limits.text.saturating_mul(8).saturating_add(1 << 20),
    };
    match run::run(program, &arguments, bounds) {
        Ok(output) if output.succeeded => serde_json::from_slice(&output.printed).map_err(json)?,
        Ok(_) => Err(ExtractError::Damaged { format }),
        Err(Stopped::TimedOut) => Err(ExtractError::Timeout {
            seconds: limits.time.as_secs(),
        }),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// Reads on a thread of its own, so that deep nesting has room and a panic ends only the thread.
fn guarded(path: &Path, format: Format, limits: &Limits) -> Result<Document, ExtractError> {
    const STACK: usize = 64 * 1024 * 1024;
    thread::scope(|scope| {
        thread::Builder::new()
            .name("extract".to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, || parse(path, format, limits))?
            .join()
            .unwrap_or(Err(ExtractError::Damaged { format }))
    })
}

fn parse(path: &Path, format: Format, limits: &Limits) -> Result<Document, ExtractError> {
    let open = || File::open(path).map(BufReader::new);
    match format {
        Format::Pdf => pdf::fallback::parse(&std::fs::read(path)?, limits),
        Format::Docx => docx::parse(open()?, limits),
        Format::Xlsx => sheets::parse_xlsx(open()?, limits),
        Format::Ods => sheets::parse_ods(open()?, limits),
        Format::Html => html::parse(&std::fs::read(path)?, limits),
        Format::Text => plain::parse(&std::fs::read(path)?, limits),
    }
}

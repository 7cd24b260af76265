//! `amplify read`: what audit files say, with verbatim quotes. Needs no database, so that a script
//! can use the reader by itself.

use super::WITH_FAULTS;
use clap::Args;
use documents::read::Lexicon;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which files, and in which form.
#[derive(Args)]
pub(super) struct Read {
    /// Audit files: PDF, DOCX, XLSX, ODS, HTML or text.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// One JSON object per file and line: id, labels, evidence.
    #[arg(long)]
    json: bool,
}

/// Reads each file; a file that cannot be read is reported and the others go on.
pub(super) fn run(command: &Read) -> anyhow::Result<ExitCode> {
    let lexicon = Lexicon::new()?;
    let bar = super::open::progress_bar(command.files.len(), command.json);
    let mut out = std::io::stdout().lock();
    let mut faults = 0_usize;
    // Files are taken apart in a child process here too: a broken one ends the child alone.
    let limits = documents::extract::Limits {
        child: std::env::current_exe().ok(),
        ..documents::extract::Limits::default()
    };
    for path in &command.files {
        bar.set_message(path.display().to_string());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match documents::extract::extract(path, &name, &limits) {
            Ok(document) => {
                let reading = documents::read::read(&document, &lexicon);
                if command.json {
                    serde_json::to_writer(&mut out, &reading.to_record(&stem(path)))?;
                    writeln!(out)?;
                } else {
                    bar.suspend(|| print(&mut out, path, &reading))?;
                }
            }
            Err(error) => {
                faults += 1;
                bar.suspend(|| eprintln!("{}: {error}", path.display()));
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(if faults == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(WITH_FAULTS)
    })
}

/// The file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn print(
    out: &mut impl Write,
    path: &Path,
    reading: &documents::read::Reading,
) -> std::io::Result<()> {
    writeln!(out, "{}", path.display())?;
    let mut fields: Vec<&str> = reading
        .quotes
        .iter()
        .map(|quote| quote.field.as_str())
        .collect();
    fields.dedup();
    if fields.is_empty() {
        writeln!(out, "  says nothing that this reader understands")?;
    }
    for quote in &reading.quotes {
        let value = reading.labels.get(&quote.field).map_or("", String::as_str);
        let words = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
        writeln!(
            out,
            "  {:<28} {value:<16} p. {}  “{words}”",
            quote.field, quote.page
        )?;
    }
    Ok(())
}

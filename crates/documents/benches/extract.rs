//! How fast text comes out of PDFs, beside a bare `pdftotext` over the same files: `cargo bench -p
//! documents --bench extract [-- FILE...]`. Without files it takes the PDFs of the demo and one of
//! 200 pages that it makes. Both sides start one process a file; the runs alternate, and the ratio
//! is that of the medians.

use documents::extract::{self, Limits};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of each side for each file.
const RUNS: usize = 15;

fn main() -> std::io::Result<()> {
    let mut files: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .map(PathBuf::from)
        .collect();
    let folder = tempfile::tempdir()?;
    if files.is_empty() {
        files = demo();
        let long = folder.path().join("made-200-pages.pdf");
        std::fs::write(&long, made::pdf(200))?;
        files.push(long);
    }
    println!("| file | pages | pdftotext, pages/s | extract, pages/s | ratio of time |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    let mut all = (0, Duration::ZERO, Duration::ZERO);
    for file in &files {
        let Some((pages, bare, ours)) = compare(file) else {
            println!("| {} | not read | | | |", file.display());
            continue;
        };
        row(&name(file), pages, bare, ours);
        all = (all.0 + pages, all.1 + bare, all.2 + ours);
    }
    row("all files, one by one", all.0, all.1, all.2);
    Ok(())
}

fn row(name: &str, pages: usize, bare: Duration, ours: Duration) {
    #[expect(clippy::cast_precision_loss, reason = "a number of pages is small")]
    let speed = |time: Duration| pages as f64 / time.as_secs_f64();
    println!(
        "| {name} | {pages} | {:.0} | {:.0} | {:.2} |",
        speed(bare),
        speed(ours),
        ours.as_secs_f64() / bare.as_secs_f64()
    );
}

/// Pages of a file, and the median time of either side.
fn compare(file: &Path) -> Option<(usize, Duration, Duration)> {
    let pages = extract::extract(file, "", &Limits::default())
        .ok()?
        .pages
        .len();
    let mut bare = Vec::new();
    let mut ours = Vec::new();
    for _ in 0..RUNS {
        let started = Instant::now();
        let status = Command::new("pdftotext")
            .args([file, Path::new("-")])
            .stdout(Stdio::null())
            .status()
            .ok()?;
        bare.push(started.elapsed());
        if !status.success() {
            return None;
        }
        let started = Instant::now();
        extract::extract(file, "", &Limits::default()).ok()?;
        ours.push(started.elapsed());
    }
    Some((pages, median(bare), median(ours)))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn name(file: &Path) -> String {
    file.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn demo() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/audits");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            // A scan has one more ending, and recognising it is another matter.
            path.extension().is_some_and(|ending| ending == "pdf")
                && path
                    .file_stem()
                    .map(Path::new)
                    .and_then(Path::extension)
                    .is_none()
        })
        .collect();
    files.sort();
    files
}

#[path = "../tests/extract/pdf.rs"]
mod made;

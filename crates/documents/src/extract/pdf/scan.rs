//! Pages that are pictures: `pdftoppm` paints them and `tesseract` reads them, in the languages
//! that are installed. What was recognised may be wrong, and the document says so in a note.

use super::layout::{Chunk, Page};
use super::recognised;
use crate::extract::run::{self, Bounds, Stopped};
use crate::extract::{ExtractError, Limits};
use crate::text::Note;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Dots an inch at which pages are painted: enough for print of 8 points.
const RESOLUTION: u16 = 300;
/// More languages at once make recognition slow and unsure.
const LANGUAGES: usize = 6;

/// Small words that tell languages apart, by tesseract's codes.
const COMMON: [(&str, &[&str]); 9] = [
    (
        "eng",
        &["the", "of", "and", "to", "is", "was", "with", "by"],
    ),
    (
        "spa",
        &["el", "los", "las", "del", "una", "con", "por", "y"],
    ),
    (
        "tur",
        &["ve", "bir", "bu", "ile", "için", "icin", "da", "olan"],
    ),
    (
        "fra",
        &["le", "les", "des", "du", "et", "une", "est", "dans"],
    ),
    (
        "nld",
        &["het", "een", "van", "en", "niet", "zijn", "met", "voor"],
    ),
    ("por", &["os", "as", "do", "da", "uma", "com", "não", "nao"]),
    (
        "deu",
        &["der", "die", "und", "das", "nicht", "mit", "ist", "ein"],
    ),
    (
        "ind",
        &[
            "dan", "yang", "di", "tidak", "dengan", "untuk", "ini", "oleh",
        ],
    ),
    (
        "vie",
        &["và", "của", "không", "có", "các", "được", "là", "cho"],
    ),
];

/// The programs that are needed.
struct Scanner {
    painter: PathBuf,
    reader: PathBuf,
    languages: Vec<String>,
}

/// What to say when recognition is needed and not there.
pub(super) fn missing() -> ExtractError {
    ExtractError::ToolMissing {
        tool: "tesseract".to_owned(),
        package: "tesseract-ocr".to_owned(),
    }
}

/// Recognises those of the `scant` pages that hold images, in place.
pub(super) fn recognise(
    path: &Path,
    pages: &mut [Page],
    scant: &[usize],
    limits: &Limits,
    notes: &mut Vec<Note>,
) -> Result<(), ExtractError> {
    let started = Instant::now();
    let left = || limits.recognition.saturating_sub(started.elapsed());
    let Some(pictures) = with_images(path, limits) else {
        return Ok(());
    };
    let wanted: Vec<usize> = scant
        .iter()
        .copied()
        .filter(|page| pictures.contains(page))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let Some(mut scanner) = Scanner::find(limits) else {
        notes.push(Note::ImagesUnread);
        return if scant.len() == pages.len() {
            Err(missing())
        } else {
            Ok(())
        };
    };
    let mut read = 0;
    for &page in wanted.iter().take(limits.scanned_pages) {
        let mut result = scanner.page(path, page, &pages[page], left(), limits);
        if let Ok(chunks) = &result
            && read == 0
            && scanner.prefer(chunks)
        {
            result = scanner.page(path, page, &pages[page], left(), limits);
        }
        match result {
            Ok(chunks) => {
                // A stamp or a page number that is text stands in the picture too.
                pages[page].chunks = chunks;
                read += 1;
            }
            Err(ExtractError::Timeout { .. }) => break,
            Err(error) => return Err(error),
        }
    }
    if read > 0 {
        notes.push(Note::Recognised);
    }
    if read < wanted.len() {
        if read == 0 {
            return Err(ExtractError::Timeout {
                seconds: limits.recognition.as_secs(),
            });
        }
        notes.push(Note::ImagesUnread);
    }
    Ok(())
}

/// The pages, counted from 0, that hold images; `None` if there are none.
fn with_images(path: &Path, limits: &Limits) -> Option<Vec<usize>> {
    let program = limits.tools.find("pdfimages")?;
    let last = limits.pages.to_string();
    let mut arguments = run::arguments(["-list", "-l", &last]);
    arguments.push(path.as_os_str().to_owned());
    let bounds = Bounds {
        time: limits.time,
        memory: limits.memory,
        output: 4 * 1024 * 1024,
    };
    let output = run::run(&program, &arguments, bounds).ok()?;
    let pages: Vec<usize> = String::from_utf8_lossy(&output.printed)
        .lines()
        .filter_map(|line| {
            line.split_whitespace()
                .next()?
                .parse::<usize>()
                .ok()?
                .checked_sub(1)
        })
        .collect();
    (!pages.is_empty()).then_some(pages)
}

impl Scanner {
    fn find(limits: &Limits) -> Option<Scanner> {
        let painter = limits.tools.find("pdftoppm")?;
        let reader = limits.tools.find("tesseract")?;
        let bounds = Bounds {
            time: Duration::from_secs(10),
            memory: limits.memory,
            output: 64 * 1024,
        };
        let output = run::run(&reader, &run::arguments(["--list-langs"]), bounds).ok()?;
        // The heading ends with a colon; "osd" finds directions and "equ" formulas, not words.
        let mut languages: Vec<String> = String::from_utf8_lossy(&output.printed)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.ends_with(':') && !line.contains(' '))
            .filter(|line| !matches!(*line, "osd" | "equ"))
            .map(str::to_owned)
            .collect();
        languages.sort_by_key(|language| language != "eng");
        languages.truncate(LANGUAGES);
        (!languages.is_empty()).then_some(Scanner {
            painter,
            reader,
            languages,
        })
    }

    /// Puts the language of the text first, since tesseract trusts the first one most and loses
    /// the accents of the others. True if that is a change.
    fn prefer(&mut self, chunks: &[Chunk]) -> bool {
        let words: Vec<String> = chunks
            .iter()
            .flat_map(|chunk| &chunk.lines)
            .flat_map(|line| line.text.split_whitespace())
            .map(str::to_lowercase)
            .collect();
        let count = |language: &String| {
            let common = COMMON.iter().find(|(code, _)| code == language);
            let common = common.map_or(&[][..], |(_, common)| common);
            words
                .iter()
                .filter(|word| common.contains(&word.as_str()))
                .count()
        };
        let best = (0..self.languages.len()).max_by_key(|&index| count(&self.languages[index]));
        match best {
            Some(index) if count(&self.languages[index]) > count(&self.languages[0]) => {
                let language = self.languages.remove(index);
                self.languages.insert(0, language);
                true
            }
            _ => false,
        }
    }

    /// The words of one page with their places.
    fn page(
        &self,
        path: &Path,
        page: usize,
        shape: &Page,
        time: Duration,
        limits: &Limits,
    ) -> Result<Vec<Chunk>, ExtractError> {
        let started = Instant::now();
        let folder = tempfile::tempdir()?;
        let picture = folder.path().join("page");
        let number = (page + 1).to_string();
        let resolution = resolution(shape).to_string();
        let mut paint = run::arguments([
            "-q",
            "-r",
            &resolution,
            "-gray",
            "-png",
            "-singlefile",
            "-f",
            &number,
            "-l",
            &number,
        ]);
        paint.push(path.as_os_str().to_owned());
        paint.push(picture.clone().into_os_string());
        run_bounded(&self.painter, &paint, time, limits)?;
        let mut read: Vec<OsString> = vec![picture.with_extension("png").into_os_string()];
        read.extend(run::arguments([
            "-",
            "-l",
            &self.languages.join("+"),
            "--dpi",
            &resolution,
            "--psm",
            "4",
            "tsv",
        ]));
        let left = time.saturating_sub(started.elapsed());
        let printed = run_bounded(&self.reader, &read, left, limits)?;
        let scale = 72.0 / f32::from(self::resolution(shape));
        Ok(recognised::chunks(
            &String::from_utf8_lossy(&printed),
            scale,
        ))
    }
}

/// Runs a program and gives what it printed.
fn run_bounded(
    program: &Path,
    arguments: &[OsString],
    time: Duration,
    limits: &Limits,
) -> Result<Vec<u8>, ExtractError> {
    let bounds = Bounds {
        time,
        memory: limits.memory,
        output: limits.text,
    };
    match run::run(program, arguments, bounds) {
        Ok(output) => Ok(output.printed),
        Err(Stopped::TimedOut) => Err(ExtractError::Timeout {
            seconds: time.as_secs(),
        }),
        Err(Stopped::Failed(error)) => Err(error.into()),
    }
}

/// The usual resolution, or less on a page so large that its picture would fill the memory.
fn resolution(page: &Page) -> u16 {
    let long = page.width.max(page.height).max(1.0);
    let most = 6_000.0 * 72.0 / long;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits"
    )]
    let resolution = f32::from(RESOLUTION).min(most).clamp(1.0, 600.0) as u16;
    resolution
}

//! Pages that are pictures: `pdftoppm` paints them and `tesseract` reads them, in the languages
//! that are installed. What was recognised may be wrong, and the document says so in a note.

use super::layout::{Chunk, Line, Page};
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

/// The programs that are needed.
struct Scanner {
    painter: PathBuf,
    reader: PathBuf,
    languages: String,
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
    let left = || limits.time.saturating_sub(started.elapsed());
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
    let Some(scanner) = Scanner::find(limits) else {
        notes.push(Note::ImagesUnread);
        return if scant.len() == pages.len() {
            Err(missing())
        } else {
            Ok(())
        };
    };
    let mut read = 0;
    for &page in wanted.iter().take(limits.scanned_pages) {
        match scanner.page(path, page, &pages[page], left(), limits) {
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
                seconds: limits.time.as_secs(),
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
        (!languages.is_empty()).then(|| Scanner {
            painter,
            reader,
            languages: languages.join("+"),
        })
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
            &self.languages,
            "--dpi",
            &resolution,
            "--psm",
            "3",
            "tsv",
        ]));
        let left = time.saturating_sub(started.elapsed());
        let printed = run_bounded(&self.reader, &read, left, limits)?;
        let scale = 72.0 / f32::from(self::resolution(shape));
        Ok(parse(&String::from_utf8_lossy(&printed), scale))
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
            seconds: limits.time.as_secs(),
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

/// A word of tesseract's table.
struct Word<'a> {
    /// Block, paragraph and line.
    place: [u32; 3],
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
    text: &'a str,
}

/// Reads the table that tesseract prints.
fn parse(printed: &str, scale: f32) -> Vec<Chunk> {
    let words: Vec<Word<'_>> = printed.lines().filter_map(|row| word(row, scale)).collect();
    let mut heights: Vec<f32> = words.iter().map(|word| word.bottom - word.top).collect();
    heights.sort_by(f32::total_cmp);
    let usual = heights.get(heights.len() / 2).copied().unwrap_or(10.0);
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut place = [u32::MAX; 3];
    let mut open: Vec<usize> = Vec::new();
    for word in words {
        let same_line = word.place == place;
        let same_paragraph = word.place[..2] == place[..2];
        place = word.place;
        if !same_paragraph {
            open.clear();
        }
        if same_line
            && let Some(line) = open
                .last()
                .and_then(|&chunk| chunks.get_mut(chunk))
                .and_then(|chunk: &mut Chunk| chunk.lines.last_mut())
            && word.left - line.right < usual * 2.0
        {
            line.text.push(' ');
            line.text.push_str(word.text);
            line.right = word.right;
            line.top = line.top.min(word.top);
            line.bottom = line.bottom.max(word.bottom);
            continue;
        }
        let line = Line {
            left: word.left,
            top: word.top,
            right: word.right,
            bottom: word.bottom,
            text: word.text.to_owned(),
        };
        // A new line goes on in the column that it begins under.
        let under = open.iter().position(|&chunk| {
            !same_line
                && chunks[chunk]
                    .lines
                    .last()
                    .is_some_and(|last| (last.left - line.left).abs() < usual * 3.0)
        });
        if let Some(index) = under {
            let chunk = open.remove(index);
            chunks[chunk].lines.push(line);
            open.push(chunk);
        } else {
            open.push(chunks.len());
            chunks.push(Chunk { lines: vec![line] });
        }
    }
    for line in chunks.iter_mut().flat_map(|chunk| &mut chunk.lines) {
        level(line, usual);
    }
    chunks
}

/// Boxes of recognised lines hug their letters; lines of about the usual height get the usual one,
/// so that a line without ascenders does not look like smaller print.
fn level(line: &mut Line, usual: f32) {
    let height = line.bottom - line.top;
    if height > usual * 0.4 && height < usual * 1.7 {
        let middle = f32::midpoint(line.top, line.bottom);
        line.top = middle - usual / 2.0;
        line.bottom = middle + usual / 2.0;
    }
}

fn word(row: &str, scale: f32) -> Option<Word<'_>> {
    let mut columns = row.splitn(12, '\t');
    let mut number = || {
        columns
            .next()?
            .parse::<f32>()
            .ok()
            .filter(|n| n.is_finite())
    };
    let level = number()?;
    let _page = number()?;
    let place = [number()?, number()?, number()?];
    let _word = number()?;
    let [left, top, width, height] = [number()?, number()?, number()?, number()?];
    let _confidence = number()?;
    let text = columns.next()?.trim();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float cast saturates"
    )]
    let place = place.map(|number| number as u32);
    (level >= 5.0 && !text.is_empty()).then_some(Word {
        place,
        left: left * scale,
        top: top * scale,
        right: (left + width) * scale,
        bottom: (top + height) * scale,
        text,
    })
}

//! From the words that tesseract recognised to lines and columns. Its own guesses at paragraphs are
//! not used: the gaps between words tell the cells of a table better.

use super::layout::{Chunk, Line};

/// A recognised word and its place.
struct Word<'a> {
    line: [u32; 3],
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
    text: &'a str,
}

/// Reads the table that tesseract prints; `scale` turns its dots into points.
pub(super) fn chunks(printed: &str, scale: f32) -> Vec<Chunk> {
    let words: Vec<Word<'_>> = printed.lines().filter_map(|row| word(row, scale)).collect();
    let usual = middle(words.iter().map(|word| word.bottom - word.top)).max(1.0);
    let mut chunks: Vec<Chunk> = Vec::new();
    for line in lines(&words, usual) {
        // A line goes on in the column that it begins under, unless a wide gap is between.
        let above = chunks.iter_mut().rev().take(12).find(|chunk| {
            chunk.lines.last().is_some_and(|last| {
                let pitch = line.top - last.top;
                (last.left - line.left).abs() < usual * 2.0
                    && pitch > usual * 0.5
                    && pitch < usual * 2.3
            })
        });
        match above {
            Some(chunk) => chunk.lines.push(line),
            None => chunks.push(Chunk { lines: vec![line] }),
        }
    }
    chunks
}

/// Words that stand close together in a line; a wide gap parts two cells.
fn lines(words: &[Word<'_>], usual: f32) -> Vec<Line> {
    let close = |before: &Word<'_>, word: &Word<'_>| {
        before.line == word.line && word.left - before.right < usual * 1.9
    };
    words
        .chunk_by(close)
        .map(|words| {
            let text: Vec<&str> = words.iter().map(|word| word.text).collect();
            let mut line = Line {
                left: words.first().map_or(0.0, |word| word.left),
                top: middle(words.iter().map(|word| word.top)),
                right: words.last().map_or(0.0, |word| word.right),
                bottom: middle(words.iter().map(|word| word.bottom)),
                text: text.join(" "),
            };
            level(&mut line, usual);
            line
        })
        .collect()
}

/// The median, since a word that touches a rule of the table has a box of any size.
fn middle(values: impl Iterator<Item = f32>) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
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
    let line = [number()?, number()?, number()?];
    let _word = number()?;
    let [left, top, width, height] = [number()?, number()?, number()?, number()?];
    let _confidence = number()?;
    // Rules of tables are recognised as strokes; they are no words.
    let text = columns
        .next()?
        .trim_matches(|edge: char| edge.is_whitespace() || matches!(edge, '|' | '_' | '¦'));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float cast saturates"
    )]
    let line = line.map(|number| number as u32);
    (level >= 5.0 && !text.is_empty()).then_some(Word {
        line,
        left: left * scale,
        top: top * scale,
        right: (left + width) * scale,
        bottom: (top + height) * scale,
        text,
    })
}

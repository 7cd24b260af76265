//! Cuts a document into units: headings, questions, sentences, cells, lines of tick boxes. A unit
//! never crosses a block, so every quote stays inside one. What a unit says is not decided here.

use super::lexicon::Language;
use super::marks::is_wide;
use crate::text::{BlockKind, Document};
use std::ops::Range;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A sentence or a clause.
    Sentence,
    /// A short line that opens a part of the document.
    Heading,
    /// Something asked; says nothing by itself.
    Question,
    /// A line of tick boxes.
    Options,
    /// A cell or value that answers the unit's parent.
    Answer,
}

/// One unit.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
    /// Index of the block the unit stands in.
    pub(super) block: usize,
    /// End of the key, in `key: value`.
    pub(super) key_end: Option<usize>,
    /// Unit whose subject this one continues (a question, a row's label, a clause before).
    pub(super) parent: Option<usize>,
    /// The part of the document: index of its heading.
    pub(super) section: Option<usize>,
}

/// Characters that mark a box, ticked or not.
pub(super) const TICKED: [&str; 9] = ["☒", "☑", "✓", "✔", "[x]", "(x)", "■", "✗", "[✓]"];
pub(super) const UNTICKED: [&str; 5] = ["☐", "□", "[ ]", "( )", "○"];

/// Cuts the document.
pub(super) fn cut(document: &Document, twin: &str, languages: &[&Language]) -> Vec<Unit> {
    let mut cutter = Cutter {
        twin,
        languages,
        units: Vec::new(),
        section: None,
        header: Vec::new(),
    };
    for (index, block) in document.blocks.iter().enumerate() {
        let Some(text) = document.text.get(block.range.clone()) else {
            continue;
        };
        cutter.block(index, &block.kind, block.range.start, text);
    }
    cutter.units
}

struct Cutter<'a> {
    twin: &'a str,
    languages: &'a [&'a Language],
    units: Vec<Unit>,
    section: Option<usize>,
    /// Words of the header cells of the table being read.
    header: Vec<String>,
}

impl Cutter<'_> {
    fn block(&mut self, block: usize, kind: &BlockKind, start: usize, text: &str) {
        if *kind == BlockKind::Row || text.contains('\t') || text.contains(" | ") {
            return self.row(block, start, text);
        }
        self.header.clear();
        for (offset, line) in paragraphs(text) {
            self.line(block, kind, start + offset, line);
        }
    }

    fn line(&mut self, block: usize, kind: &BlockKind, start: usize, line: &str) {
        let range = start..start + line.len();
        if has_box(line) {
            let before = line
                .find(|c: char| {
                    UNTICKED
                        .iter()
                        .chain(&TICKED)
                        .any(|mark| mark.starts_with(c))
                })
                .unwrap_or(0);
            let lead = line[..before].trim_end();
            if lead.chars().filter(|c| c.is_alphabetic()).count() > 3 {
                self.push(block, start..start + lead.len(), Kind::Question, None, None);
                let parent = self.units.len().checked_sub(1);
                self.push(
                    block,
                    start + before..range.end,
                    Kind::Options,
                    None,
                    parent,
                );
            } else {
                let parent = self.question_before();
                self.push(block, range, Kind::Options, None, parent);
            }
            return;
        }
        if let Some(key) = key_of(line) {
            return self.key_value(block, start, line, key);
        }
        if *kind == BlockKind::Heading
            || (looks_like_heading(line) && *kind == BlockKind::Paragraph)
        {
            self.push(block, range, Kind::Heading, None, None);
            self.section = self.units.len().checked_sub(1);
            return;
        }
        let parent = self.units.len().checked_sub(1).filter(|last| {
            matches!(
                self.units[*last].kind,
                Kind::Options | Kind::Question | Kind::Answer
            )
        });
        let parent = parent.and_then(|last| {
            if self.units[last].kind == Kind::Question {
                Some(last)
            } else {
                self.units[last].parent
            }
        });
        self.sentences(block, start, line, parent);
    }

    /// The line before a line of boxes is what the boxes answer.
    fn question_before(&mut self) -> Option<usize> {
        let last = self.units.len().checked_sub(1)?;
        match self.units[last].kind {
            Kind::Options => return self.units[last].parent,
            Kind::Heading => self.section = Some(last),
            _ => {}
        }
        self.units[last].kind = Kind::Question;
        Some(last)
    }

    fn key_value(&mut self, block: usize, start: usize, line: &str, key: usize) {
        let key_end = start + key;
        let value = line[key..].trim_start_matches([':', '：', ' ', '?']).trim();
        if value.is_empty() {
            return self.push(
                block,
                start..start + line.trim_end().len(),
                Kind::Question,
                None,
                None,
            );
        }
        let first = self.units.len();
        for (index, (offset, sentence)) in sentences(line, self.languages).into_iter().enumerate() {
            let key = (index == 0).then_some(key_end);
            let parent = (index > 0).then_some(first);
            self.push(
                block,
                start + offset..start + offset + sentence.len(),
                Kind::Sentence,
                key,
                parent,
            );
        }
    }

    fn sentences(&mut self, block: usize, start: usize, line: &str, parent: Option<usize>) {
        let mut parent = parent;
        let mut clause_of = None;
        for (offset, sentence) in sentences(line, self.languages) {
            let range = start + offset..start + offset + sentence.len();
            let asks = sentence.ends_with(['?', '？']);
            let kind = if asks { Kind::Question } else { Kind::Sentence };
            self.push(block, range, kind, None, parent.or(clause_of));
            let index = self.units.len().checked_sub(1);
            clause_of = index;
            if asks {
                parent = index;
            }
        }
    }

    fn row(&mut self, block: usize, start: usize, text: &str) {
        let separator = if text.contains('\t') { "\t" } else { " | " };
        let mut offset = 0;
        let mut cells = Vec::new();
        for cell in text.split(separator) {
            let content = cell.trim();
            let lead = cell.len() - cell.trim_start().len();
            cells.push((start + offset + lead, content));
            offset += cell.len() + separator.len();
        }
        let roles = header_roles(&cells);
        if roles.len() >= 2 {
            self.header = roles;
            return;
        }
        let columns = self.header.len();
        let asks = self
            .header
            .iter()
            .position(|role| role == "question")
            .filter(|_| columns > 0);
        let label = asks.unwrap_or(usize::from(
            cells.len() > 2 && cells.first().is_some_and(|(_, cell)| is_number(cell)),
        ));
        let mut parent = None;
        for (index, (at, cell)) in cells.iter().enumerate() {
            if cell.is_empty() || index < label {
                continue;
            }
            let range = *at..*at + cell.len();
            if index == label && cells.len() > label + 1 {
                self.push(block, range, Kind::Question, None, None);
                parent = self.units.len().checked_sub(1);
            } else if has_box(cell) {
                self.push(block, range, Kind::Options, None, parent);
            } else if cell.split_whitespace().count() <= 4 && parent.is_some() {
                self.push(block, range, Kind::Answer, None, parent);
            } else if let Some(key) = key_of(cell) {
                self.key_value(block, *at, cell, key);
            } else {
                self.sentences(block, *at, cell, parent);
            }
        }
    }

    fn push(
        &mut self,
        block: usize,
        range: Range<usize>,
        kind: Kind,
        key_end: Option<usize>,
        parent: Option<usize>,
    ) {
        if self
            .twin
            .get(range.clone())
            .is_some_and(|text| !text.trim().is_empty())
        {
            self.units.push(Unit {
                range,
                kind,
                block,
                key_end,
                parent,
                section: self.section,
            });
        }
    }
}

/// Lines of a block; a line that goes on in the next one is joined with it.
fn paragraphs(text: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        let lead = line.len() - line.trim_start().len();
        let at = offset + lead;
        offset += line.len();
        if content.is_empty() {
            continue;
        }
        let goes_on = found.last().is_some_and(|(_, before)| {
            !has_box(before)
                && !has_box(content)
                && !before.ends_with(['.', '!', '?', ':', '。', '？', '；', ';'])
                && (content.starts_with(|c: char| {
                    c.is_lowercase() || c.is_numeric() || is_wide(c) || "(\"'“".contains(c)
                }) || before.chars().count() > 60)
                && before.chars().count() > 30
        });
        match found.last_mut() {
            Some((begin, before)) if goes_on => {
                *before = &text[*begin..at + content.len()];
            }
            _ => found.push((at, content)),
        }
    }
    found
}

/// Is there a tick box in the line?
pub(super) fn has_box(line: &str) -> bool {
    let lowered = line.to_lowercase();
    UNTICKED
        .iter()
        .chain(&TICKED)
        .any(|mark| lowered.contains(mark))
}

/// The length of the key in `key: value`.
fn key_of(line: &str) -> Option<usize> {
    let colon = line.find([':', '：'])?;
    let key = line.get(..colon)?;
    let words = key.split_whitespace().count();
    let long = key.chars().count() > 64 || words > 8;
    let after = line[colon..].chars().nth(1);
    let time =
        after.is_some_and(|c| c.is_ascii_digit()) && key.ends_with(|c: char| c.is_ascii_digit());
    let letters = key.chars().filter(|c| c.is_alphanumeric()).count();
    (!long
        && !time
        && letters > 1
        && !key.contains(['.', '。', '；', ';', ','])
        && !key.trim().is_empty())
    .then_some(colon)
}

fn looks_like_heading(line: &str) -> bool {
    let characters = line.chars().count();
    let closed = line.ends_with([
        '.', '!', '?', ';', '。', '？', '；', ',', '，', '"', '”', '\'',
    ]);
    let starts = line.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || is_wide(c));
    let limit = if line.chars().any(is_wide) { 30 } else { 90 };
    let words = line.split_whitespace().count();
    let speaks = line.contains(['?', '？', '。']) || line.contains(". ");
    !closed && !speaks && starts && characters < limit && words <= 12
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty()
        && cell.split_whitespace().count() <= 1
        && cell.chars().count() <= 8
        && cell.chars().any(|c| c.is_ascii_digit() || c == '-')
}

/// The roles of a header row's cells; empty if it is no header.
fn header_roles(cells: &[(usize, &str)]) -> Vec<String> {
    const ROLES: [(&str, &[&str]); 3] = [
        (
            "question",
            &[
                "question",
                "requirement",
                "point",
                "compliance point",
                "item",
                "indicator",
                "topic",
                "criterion",
                "description",
                "checkpoint",
                "pregunta",
                "soru",
                "vraag",
                "pertanyaan",
                "câu hỏi",
                "问题",
                "项目",
            ],
        ),
        (
            "answer",
            &[
                "answer",
                "status",
                "result",
                "response",
                "yes/no",
                "rating",
                "finding",
                "score",
                "respuesta",
                "cevap",
                "antwoord",
                "réponse",
                "jawaban",
                "trả lời",
                "答案",
                "结果",
            ],
        ),
        (
            "note",
            &[
                "evidence",
                "note",
                "notes",
                "comment",
                "comments",
                "remark",
                "remarks",
                "verifier's note",
                "observation",
                "observations",
                "details",
                "time scale",
                "explanation",
                "备注",
            ],
        ),
    ];
    let mut roles = Vec::new();
    let mut known = 0;
    for (_, cell) in cells {
        let lowered = cell.to_lowercase();
        let role = ROLES
            .iter()
            .find(|(_, words)| words.contains(&lowered.as_str()))
            .map_or("", |(role, _)| *role);
        known += usize::from(!role.is_empty());
        roles.push(role.to_owned());
    }
    if known >= 2 { roles } else { Vec::new() }
}

/// Sentences and clauses of a line, with their offsets.
pub(super) fn sentences<'t>(line: &'t str, languages: &[&Language]) -> Vec<(usize, &'t str)> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut characters = line.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let end = at + character.len_utf8();
        let next = characters.peek().map(|(_, next)| *next);
        let stops = match character {
            '。' | '！' | '？' | '；' => true,
            '.' | '!' | '?' => {
                next.is_none_or(char::is_whitespace) && !abbreviates(line, at, character, languages)
            }
            ';' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        let turns = character == ',' && CONTRASTS.iter().any(|word| line[end..].starts_with(word));
        if stops || turns {
            add(&mut found, line, begin, end);
            begin = end;
        }
    }
    add(&mut found, line, begin, line.len());
    found
}

/// Words after a comma at which another thought begins.
const CONTRASTS: [&str; 14] = [
    " but ",
    " although ",
    " though ",
    " whereas ",
    " yet ",
    " however",
    " pero ",
    " aunque ",
    " mais ",
    " maar ",
    " ancak ",
    " tetapi ",
    " namun ",
    " nhưng ",
];

fn add<'t>(found: &mut Vec<(usize, &'t str)>, line: &'t str, begin: usize, end: usize) {
    let Some(piece) = line.get(begin..end) else {
        return;
    };
    let content = piece.trim();
    if content.chars().any(char::is_alphanumeric) {
        found.push((begin + piece.len() - piece.trim_start().len(), content));
    }
}

/// Does the full stop belong to an abbreviation, an initial or a number?
fn abbreviates(line: &str, at: usize, character: char, languages: &[&Language]) -> bool {
    if character != '.' {
        return false;
    }
    let before = &line[..at];
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || c == '(')
        .map_or(0, |space| space + 1);
    let Some(word) = before.get(word_start..) else {
        return false;
    };
    let lowered = word.to_lowercase();
    let last = line[at + 1..].trim().is_empty();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let dotted = word.contains('.') && word.chars().all(|c| c.is_uppercase() || c == '.');
    let after_lower = line[at + 1..].trim_start().starts_with(char::is_lowercase);
    let number = !word.is_empty() && word_start == 0 && word.chars().all(|c| c.is_ascii_digit());
    let known = languages
        .iter()
        .any(|language| language.abbreviations.iter().any(|a| *a == lowered));
    !last && (initial || number || known || ((dotted || lowered.len() <= 3) && after_lower))
}

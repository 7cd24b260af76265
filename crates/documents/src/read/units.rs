//! Cuts a document into units: headings, questions, sentences, cells, lines of tick boxes. A unit
//! never crosses a block, so every quote stays inside one. What a unit says is not decided here.

use super::lexicon::Language;
use super::lines::{
    TICKED, UNTICKED, cell_parts, has_box, header_roles, is_number, is_ticked, key_of,
    looks_like_heading, paragraphs, sentences,
};
use super::schemes::Heads;
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
    /// The label of a table's row; its values read as if it stood before them.
    Key,
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
    /// What a tick in this cell answers, by the head of its column.
    pub(super) column: Option<Column>,
    /// The part of the document: index of its heading.
    pub(super) section: Option<usize>,
}

/// What the head of a column says a tick under it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Yes,
    No,
    Open,
}

/// Cuts the document.
pub(super) fn cut(
    document: &Document,
    twin: &str,
    languages: &[&Language],
    heads: &Heads,
) -> Vec<Unit> {
    let mut cutter = Cutter {
        twin,
        languages,
        heads,
        units: Vec::new(),
        section: None,
        header: Vec::new(),
        after_table: false,
    };
    for (index, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Margin {
            continue;
        }
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
    heads: &'a Heads,
    units: Vec<Unit>,
    section: Option<usize>,
    /// Words of the header cells of the table being read.
    header: Vec<String>,
    /// Was the last block a row of a table?
    after_table: bool,
}

impl Cutter<'_> {
    fn block(&mut self, block: usize, kind: &BlockKind, start: usize, text: &str) {
        if *kind == BlockKind::Row || text.contains('\t') || text.contains(" | ") {
            self.row(block, start, text);
            self.after_table = true;
            return;
        }
        self.header.clear();
        for (offset, line) in paragraphs(text) {
            self.line(block, kind, start + offset, line);
            self.after_table = false;
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
        let asks = line.ends_with(['?', '？']);
        let parent = self.asked_before().filter(|_| !asks);
        self.sentences(block, start, line, parent);
    }

    /// The question that a line goes on to answer: boxes or a question stand right before it.
    fn asked_before(&self) -> Option<usize> {
        let last = self.units.len().checked_sub(1)?;
        if self.after_table {
            return None;
        }
        match self.units[last].kind {
            Kind::Question => Some(last),
            Kind::Options => self.units[last].parent,
            _ => None,
        }
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
        let roles = header_roles(&cells, self.heads);
        if roles.len() >= 2 {
            self.header = roles;
            return;
        }
        let asks = self.header.iter().position(|role| role == "question");
        let numbered = cells.len() > 2 && cells.first().is_some_and(|(_, cell)| is_number(cell));
        let label = asks.unwrap_or(usize::from(numbered));
        let mut parent = None;
        for (index, (at, cell)) in cells.iter().enumerate() {
            if cell.is_empty() || index < label {
                continue;
            }
            if index == label && cells.len() > label + 1 {
                let asks = cell.ends_with(['?', '？'])
                    || cells.len() > label + 2
                    || cells[label + 1..].iter().any(|(_, next)| has_box(next));
                let kind = if asks { Kind::Question } else { Kind::Key };
                self.push(block, *at..*at + cell.len(), kind, None, None);
                parent = self.units.len().checked_sub(1);
            } else if let Some(column) = self.column(index) {
                let ticked = is_ticked(cell);
                if ticked {
                    self.push(block, *at..*at + cell.len(), Kind::Options, None, parent);
                }
                if let Some(unit) = self.units.last_mut().filter(|_| ticked) {
                    unit.column = Some(column);
                }
            } else {
                self.cell(block, *at, cell, parent);
            }
        }
    }

    fn column(&self, index: usize) -> Option<Column> {
        match self.header.get(index)?.as_str() {
            "yes" => Some(Column::Yes),
            "no" => Some(Column::No),
            "open" => Some(Column::Open),
            _ => None,
        }
    }

    /// A cell: lines of boxes, and the running text around them.
    fn cell(&mut self, block: usize, start: usize, text: &str, parent: Option<usize>) {
        for (offset, part) in cell_parts(text) {
            let at = start + offset;
            if has_box(part) {
                self.push(block, at..at + part.len(), Kind::Options, None, parent);
            } else if part.split_whitespace().count() <= 4 && parent.is_some() {
                self.push(block, at..at + part.len(), Kind::Answer, None, parent);
            } else if let Some(key) = key_of(part).filter(|_| parent.is_none()) {
                self.key_value(block, at, part, key);
            } else {
                self.sentences(block, at, part, parent);
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
                column: None,
                section: self.section,
            });
        }
    }
}

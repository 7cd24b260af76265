//! Puts a document together block by block, so that offsets, pages and limits are right by
//! construction. It never changes a word; it only drops what no reader can see.

use super::{ExtractError, Limits};
use crate::text::{Block, BlockKind, Document, Note};
use std::time::{Duration, Instant};

/// A document under construction.
pub(super) struct Builder {
    document: Document,
    page_start: usize,
    limit: usize,
    pages: usize,
    deadline: Instant,
    allowed: Duration,
    ticks: u32,
}

impl Builder {
    pub(super) fn new(limits: &Limits) -> Self {
        Builder {
            document: Document::default(),
            page_start: 0,
            limit: limits.text,
            pages: limits.pages,
            deadline: Instant::now() + limits.time,
            allowed: limits.time,
            ticks: 0,
        }
    }

    /// Appends a block; white space around it is dropped, and an empty one is not a block.
    pub(super) fn block(&mut self, kind: BlockKind, text: &str) {
        let start = self.document.text.len();
        let parted = start > 0 && !self.document.text.ends_with('\n');
        if parted {
            self.document.text.push('\n');
        }
        let from = self.document.text.len();
        let tabs = kind == BlockKind::Row;
        clean(text, &mut self.document.text);
        let content = &self.document.text[from..];
        let kept = if tabs {
            // A leading tab is an empty first cell and says in which column the next one stands.
            content.trim_end().trim_start_matches([' ', '\n'])
        } else {
            content.trim()
        };
        if kept.trim().is_empty() {
            self.document.text.truncate(start);
            return;
        }
        let kept = kept.to_owned();
        self.document.text.truncate(from);
        self.document.text.push_str(&kept);
        self.document.blocks.push(Block {
            kind,
            range: from..self.document.text.len(),
        });
        self.cut();
    }

    /// Appends to the last block, which goes on here, over a page break or not.
    pub(super) fn extend(&mut self, text: &str) {
        let Some(last) = self.document.blocks.len().checked_sub(1) else {
            return self.block(BlockKind::Paragraph, text);
        };
        if !self.document.text.ends_with('\n') {
            self.document.text.push('\n');
        }
        clean(text.trim(), &mut self.document.text);
        self.document.blocks[last].range.end = self.document.text.trim_end().len();
        self.cut();
    }

    /// Ends the page; what follows stands on the next one.
    pub(super) fn page(&mut self) {
        let end = self.document.text.len();
        self.document.pages.push(self.page_start..end);
        if end > 0 {
            self.document.text.push('\n');
        }
        self.page_start = self.document.text.len();
    }

    pub(super) fn note(&mut self, note: Note) {
        if !self.document.notes.contains(&note) {
            self.document.notes.push(note);
        }
    }

    /// True once nothing more is taken in; the caller can stop reading.
    pub(super) fn is_full(&self) -> bool {
        self.document.text.len() >= self.limit || self.document.pages.len() >= self.pages
    }

    /// To be called in every loop over foreign input: ends it when the time is over.
    pub(super) fn tick(&mut self) -> Result<(), ExtractError> {
        self.ticks = self.ticks.wrapping_add(1);
        if self.ticks.is_multiple_of(512) && Instant::now() > self.deadline {
            return Err(ExtractError::Timeout {
                seconds: self.allowed.as_secs(),
            });
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<Document, ExtractError> {
        if self.document.blocks.is_empty() {
            return Err(ExtractError::NoText);
        }
        let end = self.document.text.trim_end().len();
        let length = self.document.text.len();
        // A last page that was opened by a trailing break and stayed empty is no page.
        if self.page_start < length || self.document.pages.is_empty() {
            self.document.pages.push(self.page_start..length);
        }
        self.document.text.truncate(end);
        for page in &mut self.document.pages {
            page.end = page.end.min(end);
            page.start = page.start.min(end);
        }
        Ok(self.document)
    }

    /// Holds the limit of the text.
    fn cut(&mut self) {
        if self.document.text.len() <= self.limit {
            return;
        }
        let mut end = self.limit;
        while !self.document.text.is_char_boundary(end) {
            end -= 1;
        }
        self.document.text.truncate(end);
        self.document.blocks.retain(|block| block.range.start < end);
        if let Some(last) = self.document.blocks.last_mut() {
            last.range.end = last.range.end.min(end);
        }
        self.note(Note::Truncated);
    }
}

/// Copies text without the characters that no reader can see, with plain spaces and with
/// typesetters' ligatures as the letters they stand for; runs of blanks become one.
fn clean(text: &str, out: &mut String) {
    out.reserve(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' => {
                if out.ends_with(' ') {
                    out.pop();
                }
                out.push(character);
            }
            _ if character.is_whitespace() => {
                if !out.ends_with([' ', '\n', '\t']) {
                    out.push(' ');
                }
            }
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FEFF}' | '\u{AD}' => {}
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
}

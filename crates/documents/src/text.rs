//! The text of a document with its pages and blocks, as every reader sees it. Offsets are byte
//! offsets into [`Document::text`] and always lie on character boundaries.
//!
//! What a reader may count on:
//! - The words stand as in the file and in reading order; only white space, invisible characters
//!   and typesetters' ligatures may differ. Line breaks inside a block are those of the layout, so
//!   a quote is compared after runs of white space were made one blank.
//! - Blocks are in order and do not overlap; between two blocks there is white space only. A block
//!   begins and ends with a visible character, but for the leading tabs of a [`BlockKind::Row`].
//! - No sentence lies in two blocks if the extraction could help it. A paragraph that goes over a
//!   page break is one block that begins on one page and ends on the next; the page of a quote is
//!   that of its first byte.
//! - Headers and footers that come again are there once, as [`BlockKind::Margin`].

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A document's text, once it is out of its file format.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Document {
    /// All the text; pages and blocks follow each other with a newline between.
    pub text: String,
    /// Byte range of each page; a document without pages has one.
    pub pages: Vec<Range<usize>>,
    /// Byte range and kind of each block, in reading order, not overlapping.
    pub blocks: Vec<Block>,
    /// What the extraction wants the reader to know.
    pub notes: Vec<Note>,
}

/// One block of text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Where it stands in the text.
    pub range: Range<usize>,
}

/// What a block is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading.
    Heading,
    /// Running text; a quote may cross its line breaks.
    Paragraph,
    /// An item of a list, with its bullet or number where that is part of the text.
    Item,
    /// One row of a table or of a form, its cells parted by a tab in the text. A cell may hold
    /// line breaks and several sentences or check boxes; an empty cell between others is kept. A
    /// quote may cross line breaks but no tab. Question and answer of a form are usually the cells
    /// of one row.
    Row,
    /// A header or footer that stands on several pages. It is kept where it is first met, ahead of
    /// that page's text, and says nothing about the text around it.
    Margin,
}

/// Something that the extraction noticed and a person should know.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The text was recognised from images and may hold mistakes.
    Recognised,
    /// Some pages are images without text, and tesseract is not installed.
    ImagesUnread,
    /// The file was longer than the limit; the rest was not read.
    Truncated,
    /// Bytes that are no text in the detected encoding were replaced.
    Replaced,
}

impl Document {
    /// A document of one page of plain text, its blocks parted by line breaks.
    pub fn from_plain(text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let content = line.trim_end();
            if !content.trim().is_empty() {
                blocks.push(Block {
                    kind: BlockKind::Paragraph,
                    range: start..start + content.len(),
                });
            }
            start += line.len();
        }
        Document {
            text: text.to_owned(),
            pages: std::iter::once(0..text.len()).collect(),
            blocks,
            notes: Vec::new(),
        }
    }

    /// The page, counted from 1, on which a byte offset lies.
    pub fn page_of(&self, offset: usize) -> u32 {
        let before = self.pages.partition_point(|page| page.end <= offset);
        u32::try_from(before.min(self.pages.len().saturating_sub(1)) + 1).unwrap_or(u32::MAX)
    }
}

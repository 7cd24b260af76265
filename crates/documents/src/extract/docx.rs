//! Text documents of Office Open XML: paragraphs, headings, lists, tables, check boxes, notes and
//! the page breaks that were stored when the document was last laid out. Text that was deleted
//! with changes tracked, field codes and comments are not the document's text and are left out.

use super::builder::Builder;
use super::package::Package;
use super::xml::{self, Piece, attribute};
use super::{ExtractError, Format, Limits};
use crate::text::{BlockKind, Document, Note};
use quick_xml::events::BytesStart;
use std::collections::HashSet;
use std::io::{Read, Seek};

/// Stands for a page break while a paragraph is gathered; no document holds this character.
const BREAK: char = '\u{C}';

/// Reads a DOCX file.
pub(super) fn parse<R: Read + Seek>(reader: R, limits: &Limits) -> Result<Document, ExtractError> {
    let mut package = Package::open(reader, Format::Docx, limits)?;
    let mut names = package.names();
    names.sort();
    let main = names
        .iter()
        .filter(|name| is_part(name, "word/document"))
        .min_by_key(|name| name.len());
    let damaged = ExtractError::Damaged {
        format: Format::Docx,
    };
    let main = main.ok_or_else(|| damaged.clone())?;
    let body = package.part(main)?.ok_or(damaged)?;
    let headings = match package.part("word/styles.xml")? {
        Some(styles) => headings(&styles).unwrap_or_default(),
        None => HashSet::new(),
    };
    let mut builder = Builder::new(limits);
    let parts = |prefix: &'static str| names.iter().filter(move |name| is_part(name, prefix));
    let mut seen = HashSet::new();
    for name in parts("word/header").chain(parts("word/footer")) {
        for text in margin(&package.part(name)?.unwrap_or_default(), &headings, limits) {
            if seen.insert(text.clone()) {
                builder.block(BlockKind::Margin, &text);
            }
        }
    }
    let rendered = body.contains("lastRenderedPageBreak");
    walk(&body, &headings, rendered, &mut builder)?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(name)? {
            walk(&notes, &headings, false, &mut builder)?;
        }
    }
    if builder.is_full() {
        builder.note(Note::Truncated);
    }
    builder.finish()
}

/// True if a name is that of an XML part which is numbered, as in `word/header2.xml`.
fn is_part(name: &str, prefix: &str) -> bool {
    name.strip_suffix(".xml")
        .is_some_and(|stem| stem.starts_with(prefix))
}

/// The paragraphs of a header or footer; a broken one is no reason to refuse the document.
fn margin(part: &str, headings: &HashSet<String>, limits: &Limits) -> Vec<String> {
    let mut builder = Builder::new(limits);
    match walk(part, headings, false, &mut builder).and_then(|()| builder.finish()) {
        Ok(document) => document
            .blocks
            .iter()
            .map(|block| document.text[block.range.clone()].to_owned())
            .collect(),
        Err(_) => Vec::new(),
    }
}

/// The identifiers of the styles that mark headings.
fn headings(styles: &str) -> Result<HashSet<String>, ExtractError> {
    let mut found = HashSet::new();
    let mut current = String::new();
    xml::pieces(styles, Format::Docx, |piece| {
        if let Piece::Open(element) = piece {
            let value = || {
                attribute(&element, "val")
                    .unwrap_or_default()
                    .to_lowercase()
            };
            match element.local_name().as_ref() {
                "style" => current = attribute(&element, "styleId").unwrap_or_default(),
                "name" if value().starts_with("heading") || value() == "title" => {
                    found.insert(current.clone());
                }
                "outlineLvl" if value() != "9" => {
                    found.insert(current.clone());
                }
                _ => {}
            }
        }
        Ok(true)
    })?;
    Ok(found)
}

/// A paragraph that is being read; text boxes put one into another.
#[derive(Default)]
struct Paragraph {
    text: String,
    heading: bool,
    item: bool,
}

/// A row of the outermost table.
#[derive(Default)]
struct Row {
    cells: Vec<String>,
}

/// Where in the document the reading stands.
struct State<'a> {
    headings: &'a HashSet<String>,
    /// Whether page breaks come from the last layout or from the author.
    rendered: bool,
    paragraphs: Vec<Paragraph>,
    row: Option<Row>,
    tables: usize,
    /// Names of elements whose text is not shown, as far as they are open.
    hidden: usize,
    in_text: bool,
    symbols: bool,
}

fn walk(
    part: &str,
    headings: &HashSet<String>,
    rendered: bool,
    builder: &mut Builder,
) -> Result<(), ExtractError> {
    let mut state = State {
        headings,
        rendered,
        paragraphs: Vec::new(),
        row: None,
        tables: 0,
        hidden: 0,
        in_text: false,
        symbols: false,
    };
    xml::pieces(part, Format::Docx, |piece| {
        builder.tick()?;
        match piece {
            Piece::Open(element) => {
                if is_hidden(element.local_name().as_ref()) {
                    state.hidden += 1;
                }
                if state.hidden == 0 {
                    state.open(&element);
                }
            }
            Piece::Close(name) => {
                if state.hidden == 0 {
                    state.close(&name, builder);
                }
                if is_hidden(&name) {
                    state.hidden = state.hidden.saturating_sub(1);
                }
            }
            Piece::Text(text) => {
                if state.hidden == 0 && state.in_text {
                    state.text(&text);
                }
            }
        }
        Ok(!builder.is_full())
    })
}

/// Moved away, deleted, or there a second time for old programs.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "del" | "moveFrom" | "Fallback" | "instrText" | "delText"
    )
}

impl State<'_> {
    fn open(&mut self, element: &BytesStart<'_>) {
        let value = || attribute(element, "val");
        match element.local_name().as_ref() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.symbols = false,
            "t" => self.in_text = true,
            "pStyle" => {
                let heading = value().is_some_and(|style| {
                    self.headings.contains(&style) || style.to_lowercase().starts_with("heading")
                });
                self.paragraph(|paragraph| paragraph.heading |= heading);
            }
            "outlineLvl" if value().as_deref() != Some("9") => {
                self.paragraph(|paragraph| paragraph.heading = true);
            }
            "numPr" => self.paragraph(|paragraph| paragraph.item = true),
            "rFonts" => {
                let font = attribute(element, "ascii").unwrap_or_default();
                self.symbols = font.starts_with("Wingdings");
            }
            // Inside paragraph properties a tab is a stop of the ruler, and has a value.
            "tab" if value().is_none() => self.push(if self.row.is_some() { ' ' } else { '\t' }),
            "cr" => self.push('\n'),
            "br" => match attribute(element, "type").as_deref() {
                Some("page") if !self.rendered => self.push(BREAK),
                Some("page") => {}
                _ => self.push('\n'),
            },
            "lastRenderedPageBreak" if self.rendered => self.push(BREAK),
            "pageBreakBefore" if !self.rendered && value().as_deref() != Some("0") => {
                self.push(BREAK);
            }
            "noBreakHyphen" => self.push('-'),
            "sym" => self.push(symbol(element)),
            // Boxes of forms made with old programs; newer ones hold their mark as text.
            "checkBox" => self.push('☐'),
            "default" | "checked" => self.tick_box(value().as_deref()),
            "tbl" => self.tables += 1,
            "tr" if self.tables == 1 => self.row = Some(Row::default()),
            "tc" if self.tables == 1 => {
                if let Some(row) = &mut self.row {
                    row.cells.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str, builder: &mut Builder) {
        match name {
            "t" => self.in_text = false,
            "p" => {
                let Some(paragraph) = self.paragraphs.pop() else {
                    return;
                };
                match self.row.as_mut().and_then(|row| row.cells.last_mut()) {
                    Some(cell) => {
                        if !cell.is_empty() && !paragraph.text.trim().is_empty() {
                            cell.push('\n');
                        }
                        cell.push_str(&paragraph.text);
                    }
                    None => emit(builder, &paragraph),
                }
            }
            "tr" if self.tables == 1 => {
                if let Some(row) = self.row.take() {
                    let text = row.cells.join("\t");
                    if text.contains(BREAK) {
                        builder.page();
                    }
                    builder.block(BlockKind::Row, &text.replace(BREAK, ""));
                }
            }
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let symbols = self.symbols;
        self.paragraph(|paragraph| {
            if symbols {
                paragraph.text.extend(
                    text.chars()
                        .map(|character| wingding(u32::from(character), character)),
                );
            } else {
                paragraph
                    .text
                    .extend(text.chars().filter(|character| *character != BREAK));
            }
        });
    }

    fn push(&mut self, character: char) {
        self.paragraph(|paragraph| paragraph.text.push(character));
    }

    /// Turns the box that stands last to what its default or its state says.
    fn tick_box(&mut self, value: Option<&str>) {
        let on = !matches!(value, Some("0" | "false" | "off"));
        self.paragraph(|paragraph| {
            if paragraph.text.ends_with(['☐', '☒']) {
                paragraph.text.pop();
                paragraph.text.push(if on { '☒' } else { '☐' });
            }
        });
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }
}

/// Puts a paragraph into the document, over page breaks if it has any.
fn emit(builder: &mut Builder, paragraph: &Paragraph) {
    let kind = match (paragraph.heading, paragraph.item) {
        (true, _) => BlockKind::Heading,
        (_, true) => BlockKind::Item,
        _ => BlockKind::Paragraph,
    };
    let mut begun = false;
    let mut carried = String::new();
    let mut parts = paragraph.text.split(BREAK).peekable();
    while let Some(part) = parts.next() {
        let mut text = std::mem::take(&mut carried);
        text.push_str(part);
        // A break inside a word would part it; the word goes to the next page as a whole.
        if let Some(next) = parts.peek()
            && text.ends_with(|last: char| !last.is_whitespace())
            && next.starts_with(|first: char| !first.is_whitespace())
        {
            let space = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            carried = text.split_off(space);
        }
        if !text.trim().is_empty() {
            if begun {
                builder.extend(&text);
            } else {
                builder.block(kind.clone(), &text);
                begun = true;
            }
        }
        if parts.peek().is_some() {
            builder.page();
        }
    }
}

fn symbol(element: &BytesStart<'_>) -> char {
    let code = attribute(element, "char")
        .and_then(|hex| u32::from_str_radix(&hex, 16).ok())
        .unwrap_or(0xFFFD);
    let font = attribute(element, "font").unwrap_or_default();
    let plain = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
    if font.starts_with("Wingdings 2") {
        match code & 0xFF {
            0x50 | 0x52 => '☑',
            0x4F | 0x51 | 0x53 | 0x54 => '☒',
            0x2A | 0x30 | 0xA3 => '☐',
            _ => plain,
        }
    } else if font.starts_with("Wingdings") {
        wingding(code, plain)
    } else {
        plain
    }
}

/// The boxes, ticks and bullets of the font Wingdings as characters of their own.
fn wingding(code: u32, plain: char) -> char {
    match code & 0xFF {
        0x6F | 0x71 | 0x72 | 0xA8 => '☐',
        0x78 | 0xFD | 0x54 => '☒',
        0xFE => '☑',
        0xFC => '✓',
        0xFB => '✗',
        0xA7 | 0x6E => '▪',
        0x6C | 0x9F => '•',
        _ => plain,
    }
}

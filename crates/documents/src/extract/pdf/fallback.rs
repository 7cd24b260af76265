//! PDF without any installed program: the parser of the `unpdf` crate. It finds the words, though
//! tables and columns less well than poppler does. It is run where a crash does no harm.

use crate::extract::builder::Builder;
use crate::extract::{ExtractError, Format, Limits};
use crate::text::{BlockKind, Document, Note};
use std::ops::ControlFlow;
use unpdf::parser::ParseEvent;

/// Reads a PDF in this process.
pub(in crate::extract) fn parse(bytes: &[u8], limits: &Limits) -> Result<Document, ExtractError> {
    let options = unpdf::ParseOptions::new()
        .lenient()
        .with_resources(false)
        .sequential();
    let parser = unpdf::PdfParser::from_bytes_with_options(bytes, options.clone())
        .map_err(|error| refusal(&error))?;
    let mut builder = Builder::new(limits);
    if usize::try_from(parser.page_count()).unwrap_or(usize::MAX) > limits.pages {
        builder.note(Note::Truncated);
    }
    let mut stopped = Ok(());
    let mut current = 1;
    let mut images = false;
    let stream = unpdf::PageStreamOptions::default();
    parser
        .for_each_page(stream, |event| {
            let ParseEvent::PageParsed(page) = event else {
                return ControlFlow::Continue(());
            };
            // A page that could not be read keeps its number.
            while current < page.number && !builder.is_full() {
                builder.page();
                current += 1;
            }
            if builder.is_full() {
                builder.note(Note::Truncated);
                return ControlFlow::Break(());
            }
            images |= page.plain_text().trim().len() < 24 && page.image_op_count > 0;
            for element in &page.elements {
                if let Err(error) = builder.tick() {
                    stopped = Err(error);
                    return ControlFlow::Break(());
                }
                push(&mut builder, element);
            }
            ControlFlow::Continue(())
        })
        .map_err(|error| refusal(&error))?;
    stopped?;
    if images {
        builder.note(Note::ImagesUnread);
    }
    builder.finish().map_err(|error| match error {
        ExtractError::NoText if images => super::scan::missing(),
        other => other,
    })
}

fn push(builder: &mut Builder, element: &unpdf::Block) {
    match element {
        unpdf::Block::Paragraph(paragraph) => {
            let kind = if paragraph.is_heading() {
                BlockKind::Heading
            } else if paragraph.is_list_item() {
                BlockKind::Item
            } else {
                BlockKind::Paragraph
            };
            builder.block(kind, &paragraph.plain_text());
        }
        unpdf::Block::Table(table) => {
            for row in &table.rows {
                builder.block(BlockKind::Row, &row.plain_text());
            }
        }
        other => {
            let mut text = String::new();
            other.append_plain_text(&mut text);
            builder.block(BlockKind::Paragraph, &text);
        }
    }
}

fn refusal(error: &unpdf::Error) -> ExtractError {
    match error {
        unpdf::Error::Encrypted | unpdf::Error::InvalidPassword => ExtractError::PasswordProtected,
        _ => ExtractError::Damaged {
            format: Format::Pdf,
        },
    }
}

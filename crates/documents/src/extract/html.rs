//! Web pages and e-mails saved as such. Scripts, styles and everything else that a browser does
//! not show are dropped; nothing is ever fetched.

use super::builder::Builder;
use super::{ExtractError, Limits, plain};
use crate::text::{BlockKind, Document, Note};
use scraper::{Html, Node};

/// Longest page that is parsed; the tree takes many times its room.
const LENGTH: usize = 20 * 1024 * 1024;

/// What text is being gathered for.
struct Open {
    kind: BlockKind,
    text: String,
}

/// Reads a web page.
pub(super) fn parse(bytes: &[u8], limits: &Limits) -> Result<Document, ExtractError> {
    let mut builder = Builder::new(limits);
    let taken = &bytes[..bytes.len().min(LENGTH)];
    if taken.len() < bytes.len() {
        builder.note(Note::Truncated);
    }
    let (source, replaced) = decode(taken);
    if replaced {
        builder.note(Note::Replaced);
    }
    let page = Html::parse_document(&source);
    walk(&page, &mut builder)?;
    if builder.is_full() {
        builder.note(Note::Truncated);
    }
    builder.finish()
}

/// The encoding that the page names counts if there is no mark and it is not UTF-8.
fn decode(bytes: &[u8]) -> (String, bool) {
    let named = || {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
        let (_, rest) = head.split_once("charset=")?;
        let label: String = rest
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|character| character.is_ascii_alphanumeric() || "-_:".contains(*character))
            .collect();
        encoding_rs::Encoding::for_label(label.as_bytes())
    };
    let plain =
        encoding_rs::Encoding::for_bom(bytes).is_none() && std::str::from_utf8(bytes).is_err();
    match named().filter(|encoding| plain && encoding.is_ascii_compatible()) {
        Some(encoding) => {
            let (text, _, replaced) = encoding.decode(bytes);
            (text.into_owned(), replaced)
        }
        None => plain::decode(bytes),
    }
}

/// Goes through the tree without recursion: pages may be nested as deep as their author likes.
fn walk(page: &Html, builder: &mut Builder) -> Result<(), ExtractError> {
    let mut open = Open {
        kind: BlockKind::Paragraph,
        text: String::new(),
    };
    let mut hidden = 0_usize;
    let mut preformatted = 0_usize;
    let mut rows = 0_usize;
    for edge in page.tree.root().traverse() {
        builder.tick()?;
        if builder.is_full() {
            break;
        }
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Text(text) if hidden == 0 => {
                    if preformatted > 0 {
                        open.text.push_str(text);
                    } else {
                        gather(text, &mut open.text);
                    }
                }
                Node::Element(element) => {
                    let name = element.name();
                    if is_hidden(element) {
                        hidden += 1;
                    } else if hidden == 0 {
                        preformatted += usize::from(name == "pre");
                        begin(name, element, &mut rows, &mut open, builder);
                    }
                }
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    let name = element.name();
                    if is_hidden(element) {
                        hidden = hidden.saturating_sub(1);
                    } else if hidden == 0 {
                        preformatted -= usize::from(name == "pre" && preformatted > 0);
                        end(name, &mut rows, &mut open, builder);
                    }
                }
            }
        }
    }
    flush(&mut open, BlockKind::Paragraph, builder);
    Ok(())
}

fn begin(
    name: &str,
    element: &scraper::node::Element,
    rows: &mut usize,
    open: &mut Open,
    builder: &mut Builder,
) {
    match name {
        "tr" => {
            if *rows == 0 {
                flush(open, BlockKind::Row, builder);
            } else {
                soft(&mut open.text);
            }
            *rows += 1;
        }
        "td" | "th" if *rows == 1 => {
            let bare = open.text.trim_end_matches([' ', '\n']).len();
            open.text.truncate(bare);
            // The first cell of a row leaves a mark too, so that an empty one counts.
            open.text.push('\t');
        }
        "br" => soft(&mut open.text),
        "input" => {
            let kind = element.attr("type").unwrap_or_default();
            if matches!(kind, "checkbox" | "radio") {
                let mark = if element.attr("checked").is_some() {
                    "☒ "
                } else {
                    "☐ "
                };
                open.text.push_str(mark);
            } else if matches!(kind, "" | "text" | "number" | "date") {
                open.text
                    .push_str(element.attr("value").unwrap_or_default());
            }
        }
        _ if *rows > 0 && is_block(name) => soft(&mut open.text),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => flush(open, BlockKind::Heading, builder),
        "li" | "dd" => flush(open, BlockKind::Item, builder),
        _ if is_block(name) => {
            // A paragraph inside an item or a heading is still that.
            let kind = if open.text.trim().is_empty() && open.kind == BlockKind::Item && name == "p"
            {
                BlockKind::Item
            } else {
                BlockKind::Paragraph
            };
            flush(open, kind, builder);
        }
        _ => {}
    }
}

fn end(name: &str, rows: &mut usize, open: &mut Open, builder: &mut Builder) {
    match name {
        "tr" if *rows > 0 => {
            *rows -= 1;
            if *rows == 0 {
                flush(open, BlockKind::Paragraph, builder);
            }
        }
        "td" | "th" if *rows > 0 => {}
        _ if *rows > 0 && !is_block(name) => {}
        _ if *rows > 0 => soft(&mut open.text),
        _ if is_block(name)
            || name.starts_with('h') && name.len() == 2
            || matches!(name, "li" | "dd") =>
        {
            flush(open, BlockKind::Paragraph, builder);
        }
        _ => {}
    }
}

/// Ends what is open and begins a block of a kind.
fn flush(open: &mut Open, next: BlockKind, builder: &mut Builder) {
    let text = std::mem::take(&mut open.text);
    let kind = std::mem::replace(&mut open.kind, next);
    if kind == BlockKind::Row {
        builder.block(kind, text.strip_prefix('\t').unwrap_or(&text));
    } else {
        builder.block(kind, &text);
    }
}

/// A line break, unless there is one.
fn soft(text: &mut String) {
    let bare = text.trim_end_matches(' ').len();
    text.truncate(bare);
    if !text.is_empty() && !text.ends_with(['\n', '\t']) {
        text.push('\n');
    }
}

/// White space of the source is one blank.
fn gather(source: &str, text: &mut String) {
    for character in source.chars() {
        if character.is_whitespace() {
            if !text.is_empty() && !text.ends_with([' ', '\n', '\t']) {
                text.push(' ');
            }
        } else {
            text.push(character);
        }
    }
}

/// What a browser does not show; of a list of choices it shows the chosen one.
fn is_hidden(element: &scraper::node::Element) -> bool {
    let name = element.name();
    element.attr("hidden").is_some()
        || (name == "option" && element.attr("selected").is_none())
        || matches!(
            name,
            "script"
                | "style"
                | "head"
                | "template"
                | "noscript"
                | "svg"
                | "math"
                | "iframe"
                | "object"
        )
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "caption"
            | "blockquote"
            | "pre"
            | "form"
            | "fieldset"
            | "legend"
            | "figure"
            | "figcaption"
            | "hr"
            | "address"
            | "details"
            | "summary"
            | "body"
            | "html"
            | "center"
            | "td"
            | "th"
    )
}

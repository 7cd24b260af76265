//! A document's text cut into pieces, so that a page can mark the quotes in it: overlapping quotes
//! nest, and each proposal finds its first piece by a name.

use documents::text::{BlockKind, Document};
use serde::Serialize;
use utoipa::ToSchema;

/// One page of the document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MarkedPage {
    /// Number, counted from 1.
    pub(crate) number: u32,
    /// The text in pieces.
    pub(crate) pieces: Vec<Piece>,
}

/// A stretch of text that the same quotes cover.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Piece {
    /// The words, verbatim; line breaks inside a paragraph are blanks.
    pub(crate) text: String,
    /// Proposals whose quotes cover it, by number.
    pub(crate) quotes: Vec<Covering>,
}

/// A proposal whose quote covers a piece.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Covering {
    /// Number of the proposal.
    pub(crate) proposal: usize,
    /// True for the first piece of the proposal's first quote: the one that links lead to.
    pub(crate) first: bool,
}

/// Cuts the text at page and quote borders. `quotes` are byte ranges with the number of their
/// proposal; ranges that do not fit the text are left out.
pub(crate) fn pages(
    document: &Document,
    quotes: &[(usize, std::ops::Range<usize>)],
) -> Vec<MarkedPage> {
    let text = &flowing(document);
    let sound: Vec<&(usize, std::ops::Range<usize>)> = quotes
        .iter()
        .filter(|(_, range)| range.start < range.end && text.get(range.clone()).is_some())
        .collect();
    let mut seen = Vec::new();
    document
        .pages
        .iter()
        .zip(1_u32..)
        .filter(|(page, _)| text.get((*page).clone()).is_some())
        .map(|(page, number)| {
            let mut borders = vec![page.start, page.end];
            for (_, range) in &sound {
                borders.extend(
                    [range.start, range.end]
                        .into_iter()
                        .filter(|at| page.contains(at)),
                );
            }
            borders.sort_unstable();
            borders.dedup();
            let pieces = borders
                .windows(2)
                .map(|pair| piece(text, pair[0]..pair[1], &sound, &mut seen))
                .collect();
            MarkedPage { number, pieces }
        })
        .collect()
}

/// The text with the line breaks inside a paragraph as blanks, so that a narrow page breaks its
/// lines itself. Each break and each blank is one byte: all ranges stay right.
fn flowing(document: &Document) -> String {
    let mut bytes = document.text.clone().into_bytes();
    for block in document
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Row)
    {
        if let Some(inner) = bytes.get_mut(block.range.clone()) {
            for byte in inner.iter_mut().filter(|byte| **byte == b'\n') {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| document.text.clone())
}

fn piece(
    text: &str,
    range: std::ops::Range<usize>,
    quotes: &[&(usize, std::ops::Range<usize>)],
    seen: &mut Vec<usize>,
) -> Piece {
    let mut covering: Vec<Covering> = Vec::new();
    for (proposal, quote) in quotes {
        let covers = quote.start <= range.start && range.end <= quote.end;
        if covers && covering.iter().all(|other| other.proposal != *proposal) {
            let first = !seen.contains(proposal);
            if first {
                seen.push(*proposal);
            }
            covering.push(Covering {
                proposal: *proposal,
                first,
            });
        }
    }
    Piece {
        text: text[range].to_owned(),
        quotes: covering,
    }
}

#[cfg(test)]
mod tests {
    use super::pages;
    use documents::text::Document;

    #[test]
    fn overlapping_quotes_keep_the_text_whole_and_each_has_one_first_piece() {
        let document = Document::from_plain("No union exists. A committee was appointed.");
        let cut = pages(
            &document,
            &[(1, 0..16), (2, 3..43), (3, 900..901), (1, 17..20)],
        );
        let text: String = cut[0]
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        assert_eq!(text, document.text);
        for proposal in [1, 2] {
            let firsts = cut[0]
                .pieces
                .iter()
                .flat_map(|piece| &piece.quotes)
                .filter(|covering| covering.proposal == proposal && covering.first)
                .count();
            assert_eq!(firsts, 1, "proposal {proposal}");
        }
        assert!(
            cut[0]
                .pieces
                .iter()
                .all(|piece| piece.quotes.iter().all(|c| c.proposal != 3))
        );
    }
}

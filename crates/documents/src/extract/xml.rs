//! The few things that all XML parts have in common. Entities of a document's own are never
//! expanded, nesting has a limit, and names are compared without their prefix.

use super::{ExtractError, Format};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Deeper than any office program nests.
const DEPTH: usize = 1_000;

/// What a part consists of, in order.
pub(super) enum Piece<'a> {
    /// An element begins; `Close` follows even if it is empty.
    Open(BytesStart<'a>),
    /// The element of this name ends.
    Close(String),
    /// Characters between the tags.
    Text(String),
}

/// Calls `visit` for every piece of a part, until it fails or says `false`.
pub(super) fn pieces<'a>(
    part: &'a str,
    format: Format,
    mut visit: impl FnMut(Piece<'a>) -> Result<bool, ExtractError>,
) -> Result<(), ExtractError> {
    let damaged = || ExtractError::Damaged { format };
    let part = part.trim_start_matches('\u{FEFF}');
    let mut reader = Reader::from_str(part);
    reader.config_mut().allow_dangling_amp = true;
    let mut depth = 0_usize;
    loop {
        let goes_on = match reader.read_event().map_err(|_| damaged())? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(damaged());
                }
                visit(Piece::Open(start))?
            }
            Event::Empty(start) => {
                let name = start.local_name().as_ref().to_owned();
                visit(Piece::Open(start))? && visit(Piece::Close(name))?
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Piece::Close(end.local_name().as_ref().to_owned()))?
            }
            Event::Text(text) => visit(Piece::Text(text.xml10_content().into_owned()))?,
            Event::CData(text) => visit(Piece::Text(text.xml10_content().into_owned()))?,
            Event::GeneralRef(reference) => visit(Piece::Text(resolve(&reference)))?,
            Event::Eof if depth > 0 => return Err(damaged()),
            Event::Eof => return Ok(()),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => true,
        };
        if !goes_on {
            return Ok(());
        }
    }
}

/// A character by its number or one of the five names of XML; any other name means nothing here.
fn resolve(reference: &BytesRef<'_>) -> String {
    let name = reference.xml10_content();
    let number = name
        .strip_prefix('#')
        .and_then(|number| match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => number.parse().ok(),
        });
    let character = match name.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => number.and_then(char::from_u32),
    };
    character.map(String::from).unwrap_or_default()
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(
            |attribute| match quick_xml::escape::unescape(&attribute.value) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.into_owned(),
            },
        )
}

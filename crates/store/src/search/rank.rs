//! The order of what was found, and where the words stand in it. A name counts more than a text,
//! the beginning of a word more than its middle, the whole query together more than its words.

use super::{Candidate, Noun};
use crate::text::{fold, fold_with_places};
use domain::id::FacilityId;
use std::collections::HashMap;
use std::ops::Range;
use uuid::Uuid;

/// Bytes of text shown before and after the first word found.
const AROUND: usize = 90;

/// Bytes of text shown at most.
const SHOWN: usize = 320;

/// Something that was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// What it is.
    pub noun: Noun,
    /// Its identifier.
    pub item: Uuid,
    /// What it is called: the name of a facility or file, or the indicator of an answer.
    pub title: String,
    /// The facility it is about.
    pub facility: Option<(FacilityId, String)>,
    /// The page of the text, where it has pages.
    pub page: Option<u32>,
    /// The text around the words, verbatim.
    pub snippet: String,
    /// Byte ranges of the words in the snippet, in order and not overlapping.
    pub marks: Vec<Range<usize>>,
    /// True if text was left out before or after the snippet.
    pub cut: (bool, bool),
    /// In how many pieces of the item the words were found.
    pub passages: u32,
}

/// The best piece of each item, the best item first.
pub(super) fn rank(candidates: Vec<Candidate>, words: &[String], limit: usize) -> Vec<Hit> {
    let mut best: HashMap<(Noun, Uuid), (i64, u32, Candidate)> = HashMap::new();
    for candidate in candidates {
        let score = score(&candidate, words);
        match best.entry((candidate.noun, candidate.item)) {
            std::collections::hash_map::Entry::Occupied(mut known) => {
                let known = known.get_mut();
                known.1 += 1;
                if score > known.0 {
                    known.0 = score;
                    known.2 = candidate;
                }
            }
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert((score, 1, candidate));
            }
        }
    }
    let mut items: Vec<(i64, u32, Candidate)> = best.into_values().collect();
    items.sort_by(|one, other| {
        (other.0 + i64::from(other.1), other.2.item).cmp(&(one.0 + i64::from(one.1), one.2.item))
    });
    items.truncate(limit);
    items
        .into_iter()
        .map(|(_, passages, candidate)| hit(&candidate, words, passages))
        .collect()
}

fn score(candidate: &Candidate, words: &[String]) -> i64 {
    let folded = fold(&candidate.text);
    // The first line of a facility is its name.
    let head = fold(candidate.text.lines().next().unwrap_or_default());
    let mut score = 0;
    for word in words {
        let mut found = 0;
        for (at, _) in folded.match_indices(word.as_str()) {
            let begins = folded[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric());
            let ends = folded[at + word.len()..]
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
            found += 1 + i64::from(begins) * 3 + i64::from(begins && ends) * 4;
            if found > 24 {
                break;
            }
        }
        score += found;
        if candidate.noun == Noun::Facility && head.contains(word.as_str()) {
            score += 30;
        }
    }
    if words.len() > 1 && folded.contains(&words.join(" ")) {
        score += 25;
    }
    if candidate.noun == Noun::Facility && head == words.join(" ") {
        score += 60;
    }
    score
}

fn hit(candidate: &Candidate, words: &[String], passages: u32) -> Hit {
    let places = places(&candidate.text, words);
    let first = places.first().map_or(0, |place| place.start);
    let text = &candidate.text;
    let start = if text.len() <= SHOWN {
        0
    } else {
        begin(
            text,
            text.floor_char_boundary(first.saturating_sub(AROUND)),
            first,
        )
    };
    let end = text.floor_char_boundary((start + SHOWN).min(text.len()));
    let marks = places
        .into_iter()
        .filter(|place| place.start >= start && place.end <= end)
        .map(|place| place.start - start..place.end - start)
        .collect();
    Hit {
        noun: candidate.noun,
        item: candidate.item,
        title: String::new(),
        facility: None,
        page: candidate.page,
        snippet: text[start..end].to_owned(),
        marks,
        cut: (start > 0, end < text.len()),
        passages,
    }
}

/// The next beginning of a word from `from` on, not beyond `to`.
fn begin(text: &str, from: usize, to: usize) -> usize {
    if from == 0 {
        return 0;
    }
    text[from..to]
        .find(char::is_whitespace)
        .map_or(from, |at| text.ceil_char_boundary(from + at + 1))
}

/// Byte ranges of the words in the text, in order; overlapping ones are joined.
fn places(text: &str, words: &[String]) -> Vec<Range<usize>> {
    let (folded, origins) = fold_with_places(text);
    let mut places: Vec<Range<usize>> = Vec::new();
    for word in words {
        for (at, _) in folded.match_indices(word.as_str()) {
            // The pieces of the original that the found letters came from.
            let first = origins
                .partition_point(|origin| origin.folded <= at)
                .saturating_sub(1);
            let after = origins.partition_point(|origin| origin.folded < at + word.len());
            if let (Some(first), Some(last)) = (
                origins.get(first),
                after.checked_sub(1).and_then(|last| origins.get(last)),
            ) {
                places.push(first.original.start..last.original.end);
            }
        }
    }
    places.sort_by_key(|place| (place.start, place.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
            _ => joined.push(place),
        }
    }
    joined
}

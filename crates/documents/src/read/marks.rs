//! Finds the cues of a language in a text: every phrase of the lexicon in one pass, with its
//! place. What the cues mean together is the rules' business.

use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;

/// The most cues a lexicon may have.
pub(super) const MOST_CUES: usize = 320;

/// A cue at a place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Number of the cue.
    pub(super) cue: usize,
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// Index of the value (number, date, name) the hit carries.
    pub(super) value: Option<usize>,
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CueSet([u64; MOST_CUES / 64]);

impl CueSet {
    pub(super) fn insert(&mut self, cue: usize) {
        if let Some(word) = self.0.get_mut(cue / 64) {
            *word |= 1 << (cue % 64);
        }
    }

    pub(super) fn contains(&self, cue: usize) -> bool {
        self.0
            .get(cue / 64)
            .is_some_and(|word| word & (1 << (cue % 64)) != 0)
    }

    pub(super) fn meets(self, other: CueSet) -> bool {
        self.0
            .iter()
            .zip(other.0)
            .any(|(mine, theirs)| mine & theirs != 0)
    }

    pub(super) fn union(self, other: CueSet) -> CueSet {
        let mut joined = self;
        joined.extend(other);
        joined
    }

    pub(super) fn intersection(self, other: CueSet) -> CueSet {
        let mut common = self;
        for (mine, theirs) in common.0.iter_mut().zip(other.0) {
            *mine &= theirs;
        }
        common
    }

    pub(super) fn without(self, other: CueSet) -> CueSet {
        let mut left = self;
        for (mine, theirs) in left.0.iter_mut().zip(other.0) {
            *mine &= !theirs;
        }
        left
    }

    /// The numbers of the cues in the set.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| {
            let mut left = bits;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(word * 64 + bit)
            })
        })
    }

    pub(super) fn extend(&mut self, other: CueSet) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }
}

/// All phrases of one language, compiled.
#[derive(Debug)]
pub(super) struct Finder {
    automaton: AhoCorasick,
    phrases: Vec<Phrase>,
}

#[derive(Debug, Clone)]
struct Phrase {
    cue: usize,
    masks: bool,
    open_start: bool,
    open_end: bool,
    /// What follows after a gap of a few words, in `met * workers`.
    rest: Option<String>,
}

/// The longest gap of a phrase with ` * ` inside, in bytes.
const GAP: usize = 48;

impl Finder {
    /// Compiles phrases; a phrase with `masks` hides the hits of its cue that it overlaps.
    pub(super) fn new(entries: &[(usize, String, bool)]) -> Result<Self, String> {
        let mut seen = BTreeSet::new();
        let mut literals = Vec::new();
        let mut phrases = Vec::new();
        for (cue, entry, masks) in entries {
            for variant in variants(entry) {
                let open_start = variant.starts_with('*');
                let open_end = variant.ends_with('*');
                let whole = variant.trim_matches('*').to_owned();
                if whole.is_empty() {
                    return Err(format!("the phrase `{entry}` is empty"));
                }
                if seen.insert((*cue, *masks, whole.clone(), open_start, open_end)) {
                    let (literal, rest) = match whole.split_once(" * ") {
                        Some((literal, rest)) => (literal.to_owned(), Some(rest.to_owned())),
                        None => (whole, None),
                    };
                    literals.push(literal);
                    phrases.push(Phrase {
                        cue: *cue,
                        masks: *masks,
                        open_start,
                        open_end,
                        rest,
                    });
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&literals)
            .map_err(|error| error.to_string())?;
        Ok(Finder { automaton, phrases })
    }

    /// All cues in a lower-case text, ordered by their start.
    pub(super) fn find(&self, twin: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut masks = Vec::new();
        for found in self.automaton.find_overlapping_iter(twin) {
            let Some(phrase) = self.phrases.get(found.pattern().as_usize()) else {
                continue;
            };
            let (start, mut end) = (found.start(), found.end());
            if !phrase.open_start && joins(twin, start) {
                continue;
            }
            if let Some(rest) = &phrase.rest {
                match after_gap(twin, end, rest) {
                    Some(later) => end = later,
                    None => continue,
                }
            }
            if !phrase.open_end && joins(twin, end) {
                continue;
            }
            let hit = Hit {
                cue: phrase.cue,
                start,
                end,
                value: None,
            };
            if phrase.masks {
                masks.push(hit);
            } else {
                hits.push(hit);
            }
        }
        hits.sort_unstable_by_key(|hit| (hit.start, hit.cue, std::cmp::Reverse(hit.end)));
        hits.dedup_by_key(|hit| (hit.start, hit.cue));
        if !masks.is_empty() {
            masks.sort_unstable_by_key(|mask| mask.start);
            hits.retain(|hit| {
                let until = masks.partition_point(|mask| mask.start < hit.end);
                let hides = |mask: &Hit| mask.cue == hit.cue && mask.end > hit.start;
                !masks[..until].iter().rev().take(40).any(hides)
            });
        }
        hits
    }
}

/// Where `rest` ends, if it follows a place after a few words of the same sentence.
fn after_gap(twin: &str, place: usize, rest: &str) -> Option<usize> {
    if joins(twin, place) {
        return None;
    }
    let mut limit = twin.len().min(place + GAP + rest.len());
    while !twin.is_char_boundary(limit) {
        limit -= 1;
    }
    let window = twin.get(place..limit)?;
    let at = window.find(rest)?;
    let ends_sentence = window[..at].contains([';', ':', '?']) || window[..at].contains(". ");
    let begins = window[..at].ends_with(' ');
    (begins && !ends_sentence).then_some(place + at + rest.len())
}

/// Do the characters on both sides of a place belong to one word?
fn joins(twin: &str, place: usize) -> bool {
    let (Some(before), Some(after)) = (
        twin[..place].chars().next_back(),
        twin[place..].chars().next(),
    ) else {
        return false;
    };
    is_letter(before) && is_letter(after)
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() && !is_wide(character)
}

/// Characters of scripts that are written without blanks between words.
pub(super) fn is_wide(character: char) -> bool {
    matches!(character, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
}

/// Spells out `(a|b)` choices, both apostrophes and the dotted capital of Turkish.
fn variants(entry: &str) -> Vec<String> {
    let mut done = Vec::new();
    let mut open = vec![entry.to_lowercase().replace("i\u{307}", "i")];
    while let Some(text) = open.pop() {
        let close = text.find(')');
        let begin = close.and_then(|close| text[..close].rfind('('));
        let choice = begin
            .zip(close)
            .filter(|(begin, close)| text[*begin..*close].contains('|'));
        if let Some((begin, close)) = choice {
            for choice in text[begin + 1..close].split('|') {
                open.push(format!("{}{choice}{}", &text[..begin], &text[close + 1..]));
            }
        } else {
            if text.contains('\'') {
                done.push(text.replace('\'', "\u{2019}"));
            }
            if text.starts_with("iş") || text.starts_with("iç") {
                done.push(format!("\u{130}{}", &text[1..]));
            }
            done.push(text);
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[(&str, bool)], text: &str) -> Vec<String> {
        let entries: Vec<_> = phrases
            .iter()
            .map(|(phrase, masks)| (7, (*phrase).to_owned(), *masks))
            .collect();
        let finder = Finder::new(&entries).unwrap();
        finder
            .find(text)
            .iter()
            .map(|hit| text[hit.start..hit.end].to_owned())
            .collect()
    }

    #[test]
    fn a_phrase_is_a_whole_word_unless_a_star_lets_it_go_on() {
        assert_eq!(
            found(&[("union", false)], "reunion, union, unions"),
            ["union"]
        );
        assert_eq!(found(&[("union*", false)], "unions"), ["union"]);
        assert_eq!(found(&[("工会", false)], "有工会吗"), ["工会"]);
    }

    #[test]
    fn choices_and_both_apostrophes_are_spelt_out() {
        assert_eq!(
            found(
                &[("work(er|ers') council", false)],
                "workers\u{2019} council, worker council"
            )
            .len(),
            2
        );
    }

    #[test]
    fn a_star_inside_leaves_a_gap_within_the_sentence() {
        assert_eq!(
            found(&[("met * workers", false)], "we met nineteen workers").len(),
            1
        );
        assert!(found(&[("met * workers", false)], "we met; all workers").is_empty());
    }

    #[test]
    fn a_mask_hides_the_cue_under_it() {
        assert_eq!(
            found(
                &[("union", false), ("european union", true)],
                "the european union and a union"
            )
            .len(),
            1
        );
    }
}

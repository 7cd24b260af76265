//! Names of the factory's union, its federation and its worker committee, and the end of the
//! agreement, where the labels say that there is one.

use super::super::marks::is_wide;
use super::super::scene::Stage;
use super::super::units::Kind;
use super::super::values::Value;
use std::ops::Range;

/// Union names with their places. Names that only an outsider bears are left out.
pub(in super::super) fn unions(stage: &Stage<'_>) -> Vec<(String, Range<usize>)> {
    let cue = stage.lexicon.cue("name");
    let blocked = stage
        .lexicon
        .set(&["elsewhere", "instruction", "outside", "law"]);
    let mut names: Vec<(String, Range<usize>)> = Vec::new();
    for index in 0..stage.units.len() {
        if stage.own(index).meets(blocked)
            || !matches!(stage.units[index].kind, Kind::Sentence | Kind::Answer)
        {
            continue;
        }
        for hit in stage.hits(index).iter().filter(|hit| hit.cue == cue) {
            let Some(Value::Name(name)) = hit.value.and_then(|value| stage.values.get(value))
            else {
                continue;
            };
            if !names.iter().any(|(known, _)| same(stage, known, name)) {
                names.push((name.clone(), stage.units[index].range.clone()));
            }
        }
    }
    names
}

fn same(stage: &Stage<'_>, known: &str, name: &str) -> bool {
    known.split('|').any(|one| {
        name.split('|').any(|other| {
            one.eq_ignore_ascii_case(other)
                || stage
                    .lexicon
                    .gazetteer
                    .spellings(one)
                    .is_some_and(|all| all.iter().any(|spelling| spelling == other))
        })
    })
}

/// Names of the worker committee: the words by which the text calls it, or a form's label if no
/// sentence names it.
pub(in super::super) fn committees(stage: &Stage<'_>) -> Vec<(String, Range<usize>)> {
    let named = committees_in(stage, &[Kind::Sentence, Kind::Answer]);
    if named.is_empty() {
        committees_in(stage, &[Kind::Question, Kind::Key])
    } else {
        named
    }
}

fn committees_in(stage: &Stage<'_>, kinds: &[Kind]) -> Vec<(String, Range<usize>)> {
    let (cue, generic) = (
        stage.lexicon.cue("committee"),
        stage.lexicon.cue("committee_generic"),
    );
    let blocked = stage
        .lexicon
        .set(&["elsewhere", "instruction", "law", "policy"]);
    let mut names: Vec<(String, Range<usize>)> = Vec::new();
    for index in 0..stage.units.len() {
        if stage.own(index).meets(blocked) || !kinds.contains(&stage.units[index].kind) {
            continue;
        }
        let hits = stage.hits(index);
        let nameless = |start: usize| {
            hits.iter()
                .any(|hit| hit.cue == generic && hit.start == start)
        };
        let mut end = 0;
        for hit in hits.iter().filter(|hit| hit.cue == cue) {
            if hit.start < end || nameless(hit.start) {
                continue;
            }
            let meeting = hits
                .iter()
                .filter(|other| other.cue == cue && other.start < hit.end);
            end = word_end(
                stage,
                meeting.map(|other| other.end).max().unwrap_or(hit.end),
            );
            let Some(name) = stage.document.text.get(hit.start..end) else {
                continue;
            };
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            let lower = name.to_lowercase();
            let known = names.iter().any(|(known, _)| {
                known.to_lowercase().contains(&lower) || lower.contains(&known.to_lowercase())
            });
            if !known {
                names.push((name, stage.units[index].range.clone()));
            }
        }
    }
    names
}

/// Where the word ends in which a place lies; words of scripts without blanks are left alone.
fn word_end(stage: &Stage<'_>, place: usize) -> usize {
    let rest = stage.document.text.get(place..).unwrap_or_default();
    place
        + rest
            .chars()
            .take_while(|c| c.is_alphabetic() && !is_wide(*c))
            .map(char::len_utf8)
            .sum::<usize>()
}

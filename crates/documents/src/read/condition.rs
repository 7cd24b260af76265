//! The small language in which the lexicon says when a rule applies. A condition is a line of cue
//! names: `neg >2 union !past` means a negation, a union at most two words after it, and no cue of
//! the past anywhere in the sentence; `^union harm` means that the sentence before spoke of a union. It never looks at the text itself, only at cues found there.

use super::marks::{CueSet, Hit};

/// One condition, ready to be tried on sentences.
#[derive(Debug, Clone)]
pub(super) struct Condition {
    chains: Vec<Chain>,
    absent: CueSet,
    /// Cues of which the sentence must inherit one.
    carried: Vec<CueSet>,
    /// Every cue of the set must be there for a chain to match; a cheap first test.
    needed: Vec<CueSet>,
}

#[derive(Debug, Clone)]
struct Chain {
    first: CueSet,
    /// Must the first cue stand in the sentence itself?
    own: bool,
    rest: Vec<(Link, CueSet)>,
}

#[derive(Debug, Clone, Copy)]
enum Link {
    /// Later in the sentence, at most so many words between.
    After(usize),
    /// On either side, at most so many words between.
    Near(usize),
}

/// A sentence as a condition sees it.
pub(super) struct Scene<'a> {
    /// The lower-case text of the whole document, for counting words between cues.
    pub(super) twin: &'a str,
    /// Cues of the sentence, in order.
    pub(super) hits: &'a [Hit],
    /// The same as a set.
    pub(super) own: CueSet,
    /// Cues that the sentence inherits from its key, question or antecedent.
    pub(super) inherited: CueSet,
}

/// Where a condition matched: the hits of its chains in order; inherited cues have none.
pub(super) type Matched = Vec<Hit>;

impl Condition {
    /// Reads a condition; `cue` gives the number of a cue's name, or nothing if there is none.
    pub(super) fn parse(
        line: &str,
        cue: &mut dyn FnMut(&str) -> Option<usize>,
    ) -> Result<Self, String> {
        let mut chains: Vec<Chain> = Vec::new();
        let mut absent = CueSet::default();
        let mut carried = Vec::new();
        let mut pending: Option<Link> = None;
        for token in line.split_whitespace() {
            if let Some(name) = token.strip_prefix('!') {
                absent.extend(set(name, cue)?);
            } else if let Some(name) = token.strip_prefix('^') {
                carried.push(set(name, cue)?);
            } else if let Some(limit) = token.strip_prefix('>') {
                pending = Some(Link::After(words(limit, line)?));
            } else if let Some(limit) = token.strip_prefix('~') {
                pending = Some(Link::Near(words(limit, line)?));
            } else {
                let own = token.starts_with('=');
                let atom = set(token.trim_start_matches('='), cue)?;
                match (pending.take(), chains.last_mut()) {
                    (Some(distance), Some(chain)) => chain.rest.push((distance, atom)),
                    (Some(_), None) => return Err(format!("`{line}` starts with a distance")),
                    (None, _) => chains.push(Chain {
                        first: atom,
                        own,
                        rest: Vec::new(),
                    }),
                }
            }
        }
        if pending.is_some() || chains.is_empty() {
            return Err(format!("`{line}` is not complete"));
        }
        let needed = chains
            .iter()
            .flat_map(|chain| {
                std::iter::once(chain.first).chain(chain.rest.iter().map(|(_, atom)| *atom))
            })
            .collect();
        Ok(Condition {
            chains,
            absent,
            carried,
            needed,
        })
    }

    /// The cues of which the sentence must hold or inherit one, for each part of the condition.
    pub(super) fn needed(&self) -> impl Iterator<Item = CueSet> + '_ {
        self.needed.iter().copied()
    }

    /// Tries the condition on a sentence.
    pub(super) fn find(&self, scene: &Scene<'_>) -> Option<Matched> {
        let all = scene.own.union(scene.inherited);
        if scene.own.meets(self.absent)
            || !self.needed.iter().all(|set| all.meets(*set))
            || !self.carried.iter().all(|set| scene.inherited.meets(*set))
        {
            return None;
        }
        let mut matched = Vec::new();
        for chain in &self.chains {
            matched.extend(chain.find(scene)?);
        }
        Some(matched)
    }
}

impl Chain {
    fn find(&self, scene: &Scene<'_>) -> Option<Matched> {
        for hit in scene.hits.iter().filter(|hit| self.first.contains(hit.cue)) {
            if let Some(mut rest) = follow(&self.rest, Some(hit), scene) {
                rest.insert(0, *hit);
                return Some(rest);
            }
        }
        if !self.own && scene.inherited.meets(self.first) {
            return follow(&self.rest, None, scene);
        }
        None
    }
}

/// Finds the rest of a chain after `from` (`None`: before the sentence).
fn follow(rest: &[(Link, CueSet)], from: Option<&Hit>, scene: &Scene<'_>) -> Option<Matched> {
    let Some(((link, atom), rest)) = rest.split_first() else {
        return Some(Vec::new());
    };
    for hit in scene.hits.iter().filter(|hit| atom.contains(hit.cue)) {
        let fits = match (from, link) {
            (None, _) => true,
            (Some(from), Link::After(limit)) => within(from.end, hit.start, *limit, scene.twin),
            (Some(from), Link::Near(limit)) => {
                (from.start < hit.end && hit.start < from.end)
                    || within(from.end, hit.start, *limit, scene.twin)
                    || within(hit.end, from.start, *limit, scene.twin)
            }
        };
        if fits && let Some(mut matched) = follow(rest, Some(hit), scene) {
            matched.insert(0, *hit);
            return Some(matched);
        }
    }
    let inherits = matches!(link, Link::Near(_)) && scene.inherited.meets(*atom);
    if inherits {
        follow(rest, from, scene)
    } else {
        None
    }
}

/// Are there at most `limit` words between the two places, in this order?
fn within(end: usize, start: usize, limit: usize, twin: &str) -> bool {
    if start < end {
        return false;
    }
    let Some(between) = twin.get(end..start) else {
        return false;
    };
    if limit == usize::MAX || between.len() <= 1 {
        return true;
    }
    if between.len() > limit.saturating_mul(24) + 24 {
        return false;
    }
    let spaces = between
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count();
    let wide = between
        .chars()
        .filter(|character| ('\u{3000}'..'\u{ffff}').contains(character))
        .count();
    spaces.max(wide / 2) <= limit
}

fn words(limit: &str, line: &str) -> Result<usize, String> {
    if limit.is_empty() {
        return Ok(usize::MAX);
    }
    limit
        .parse()
        .map_err(|_| format!("`{line}` holds a distance that is no number"))
}

fn set(names: &str, cue: &mut dyn FnMut(&str) -> Option<usize>) -> Result<CueSet, String> {
    let mut set = CueSet::default();
    for name in names.split('|') {
        set.insert(cue(name).ok_or_else(|| format!("no cue is called `{name}`"))?);
    }
    Ok(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["no", "union", "past", "exists"];

    fn condition(line: &str) -> Result<Condition, String> {
        Condition::parse(line, &mut |name| {
            NAMES.iter().position(|known| *known == name)
        })
    }

    /// Marks every word of a sentence that is the name of a cue.
    fn meets(line: &str, sentence: &str, inherited: &[usize]) -> bool {
        let mut hits = Vec::new();
        let mut own = CueSet::default();
        for (cue, name) in NAMES.iter().enumerate() {
            for (start, word) in sentence.match_indices(name) {
                hits.push(Hit {
                    cue,
                    start,
                    end: start + word.len(),
                    value: None,
                });
                own.insert(cue);
            }
        }
        hits.sort_by_key(|hit| hit.start);
        let mut carried = CueSet::default();
        for cue in inherited {
            carried.insert(*cue);
        }
        let scene = Scene {
            twin: sentence,
            hits: &hits,
            own,
            inherited: carried,
        };
        condition(line).unwrap().find(&scene).is_some()
    }

    #[test]
    fn a_distance_counts_the_words_between_and_keeps_the_order() {
        assert!(meets("no >2 union", "no new union here", &[]));
        assert!(!meets(
            "no >2 union",
            "no one of all those had a union",
            &[]
        ));
        assert!(!meets("no >2 union", "union, no", &[]));
        assert!(meets("no ~2 union", "union, no", &[]));
    }

    #[test]
    fn an_absent_cue_forbids_the_match() {
        assert!(meets("union exists !past", "a union exists", &[]));
        assert!(!meets(
            "union exists !past",
            "in the past a union exists",
            &[]
        ));
    }

    #[test]
    fn an_inherited_cue_stands_before_the_sentence() {
        assert!(meets("union > exists", "it exists", &[1]));
        assert!(meets("^union exists", "it exists", &[1]));
        assert!(!meets("^union exists", "a union exists", &[]));
    }

    #[test]
    fn a_wrong_line_is_refused_with_its_reason() {
        assert!(condition("no >x union").unwrap_err().contains("no number"));
        assert!(condition("no > ").unwrap_err().contains("not complete"));
        assert!(condition("nobody").unwrap_err().contains("`nobody`"));
    }
}

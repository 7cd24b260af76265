//! A document laid out for the rules: its units, the cues in each, and what each inherits from
//! its question, its key or the sentence before. Nothing is decided here.

use super::condition::{Matched, Scene};
use super::lexicon::{Language, Lexicon, Rule};
use super::marks::{CueSet, Hit};
use super::schemes::{self, Scheme};
use super::units::{self, Kind, Unit};
use super::values::{self, Kinds, Value};
use super::{language, shadow};
use crate::text::Document;
use std::ops::Range;

/// How far into a sentence the words may stand that tie it to the one before, in bytes.
const HEAD: usize = 48;

/// The document as the rules see it.
pub(super) struct Stage<'a> {
    pub(super) document: &'a Document,
    pub(super) lexicon: &'a Lexicon,
    pub(super) twin: String,
    pub(super) languages: Vec<&'a Language>,
    pub(super) scheme: Option<&'a Scheme>,
    pub(super) units: Vec<Unit>,
    pub(super) values: Vec<Value>,
    hits: Vec<Hit>,
    marks: Vec<Marks>,
}

#[derive(Clone, Default)]
struct Marks {
    hits: Range<usize>,
    own: CueSet,
    inherited: CueSet,
    /// Is the whole unit about another site?
    elsewhere: bool,
}

impl<'a> Stage<'a> {
    pub(super) fn new(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let twin = shadow::of(&document.text);
        let languages = language::detect(lexicon, &twin);
        let units = units::cut(document, &twin, &languages, &lexicon.heads);
        let scheme = schemes::recognise(&lexicon.schemes, &twin);
        let mut stage = Stage {
            document,
            lexicon,
            twin,
            languages,
            scheme,
            units,
            values: Vec::new(),
            hits: Vec::new(),
            marks: Vec::new(),
        };
        stage.mark();
        stage.mark_other_sites();
        stage
    }

    fn mark(&mut self) {
        let mut found: Vec<Hit> = self
            .languages
            .iter()
            .flat_map(|language| language.finder.find(&self.twin))
            .collect();
        if self.languages.len() > 1 {
            found.sort_by_key(|hit| (hit.start, hit.cue));
            found.dedup_by_key(|hit| (hit.start, hit.cue));
        }
        let kinds = Kinds {
            number: self.lexicon.cue("num"),
            date: self.lexicon.cue("date"),
            percent: self.lexicon.cue("percent"),
        };
        let mut next = 0;
        for index in 0..self.units.len() {
            let range = self.units[index].range.clone();
            while found.get(next).is_some_and(|hit| hit.start < range.start) {
                next += 1;
            }
            let first = self.hits.len();
            let mut own = CueSet::default();
            while let Some(hit) = found.get(next).filter(|hit| hit.start < range.end) {
                if hit.end <= range.end {
                    self.hits.push(*hit);
                    own.insert(hit.cue);
                }
                next += 1;
            }
            let inherited = self.inherit(index, own, first);
            if own != CueSet::default() || inherited != CueSet::default() {
                let of_cues = self.hits.len();
                if let Some(language) = self.languages.first() {
                    values::find(
                        &self.twin,
                        range.clone(),
                        language,
                        kinds,
                        &mut self.values,
                        &mut self.hits,
                    );
                }
                self.mark_names(range, first, own.union(inherited));
                for hit in self.hits.get(of_cues..).unwrap_or_default() {
                    own.insert(hit.cue);
                }
                if let Some(all) = self.hits.get_mut(first..) {
                    all.sort_by_key(|hit| (hit.start, hit.cue));
                }
            }
            self.marks.push(Marks {
                hits: first..self.hits.len(),
                own,
                inherited,
                elsewhere: false,
            });
        }
    }

    /// Marks names of unions: in sentences that speak of unions also those that only look like one.
    fn mark_names(&mut self, range: Range<usize>, first: usize, cues: CueSet) {
        let speaks_of_unions = cues.meets(self.lexicon.union_talk);
        let cue = self.lexicon.known.name;
        for name in self
            .lexicon
            .gazetteer
            .find(&self.document.text, range, speaks_of_unions)
        {
            if name.sure || (speaks_of_unions && self.introduced(&name.range, first)) {
                self.hits.push(Hit {
                    cue,
                    start: name.range.start,
                    end: name.range.end,
                    value: Some(self.values.len()),
                });
                self.values.push(Value::Name(name.text));
            }
        }
    }

    /// Where the head of a document names one of several sites ("Plant B"), sentences about another
    /// one ("Plant A") are about elsewhere.
    fn mark_other_sites(&mut self) {
        let elsewhere = self.lexicon.cue("elsewhere");
        let head = self
            .units
            .iter()
            .take(4)
            .map(|unit| unit.range.end)
            .max()
            .unwrap_or(0);
        let sites = |text: &str| -> Vec<String> {
            let found = self.lexicon.gazetteer.site_names(text);
            found.into_iter().map(str::to_lowercase).collect()
        };
        let own = sites(self.document.text.get(..head).unwrap_or_default());
        if own.len() != 1 {
            return;
        }
        let mut others = Vec::new();
        for (index, unit) in self.units.iter().enumerate() {
            let named = sites(
                self.document
                    .text
                    .get(unit.range.clone())
                    .unwrap_or_default(),
            );
            if !named.is_empty() && !named.iter().any(|name| own.contains(name)) {
                others.push(index);
            }
        }
        for index in others {
            if let Some(marks) = self.marks.get_mut(index) {
                marks.own.insert(elsewhere);
                marks.elsewhere = true;
            }
        }
    }

    /// Does a word that speaks of unions stand near an acronym?
    fn introduced(&self, name: &Range<usize>, first: usize) -> bool {
        let near = self.lexicon.set(&[
            "union",
            "federation",
            "affiliated",
            "union_person",
            "acronym_context",
        ]);
        self.hits
            .get(first..)
            .unwrap_or_default()
            .iter()
            .any(|hit| {
                near.contains(hit.cue)
                    && ((hit.end <= name.start && name.start - hit.end <= 24)
                        || (name.end <= hit.start && hit.start - name.end <= 14))
            })
    }

    fn inherit(&self, index: usize, own: CueSet, first: usize) -> CueSet {
        let unit = &self.units[index];
        let mut inherited = CueSet::default();
        let topics = self.lexicon.topics;
        if let Some((parent, marks)) = unit
            .parent
            .and_then(|parent| Some((self.units.get(parent)?, self.marks.get(parent)?)))
        {
            let all = marks.own.union(marks.inherited);
            if let Some(key_end) = parent.key_end {
                for hit in self
                    .hits
                    .get(marks.hits.clone())
                    .unwrap_or_default()
                    .iter()
                    .filter(|hit| hit.end <= key_end)
                {
                    inherited.insert(hit.cue);
                }
            } else if parent.kind == Kind::Key {
                inherited.extend(marks.own.union(self.as_key(parent)));
            } else if parent.kind == Kind::Question {
                inherited.extend(all.intersection(topics));
            } else if self.continues(parent, unit, first) {
                // Events are carried to the next sentence only, subjects as far as the talk goes on.
                let far = marks.inherited.intersection(self.lexicon.subjects);
                let carried =
                    marks
                        .own
                        .intersection(topics)
                        .union(if before_is_clause(&self.twin, parent) {
                            all.intersection(topics)
                        } else {
                            far
                        });
                inherited.extend(if own.meets(self.lexicon.subjects) {
                    carried.without(self.lexicon.subjects)
                } else {
                    carried
                });
            }
        }
        let heading = unit.section.and_then(|section| self.units.get(section));
        let named = matches!(unit.kind, Kind::Question | Kind::Options);
        if let (Some(scheme), Some(heading), true) = (self.scheme, heading, named)
            && let Some(about) = self
                .twin
                .get(heading.range.clone())
                .and_then(|heading| scheme.about(heading))
        {
            for name in about {
                inherited.insert(self.lexicon.cue(name));
            }
        }
        inherited
    }

    /// The cues of a row's label as if a colon stood behind it.
    fn as_key(&self, label: &Unit) -> CueSet {
        let mut cues = CueSet::default();
        let key = format!(
            "{}:",
            self.twin.get(label.range.clone()).unwrap_or_default()
        );
        for hit in self
            .languages
            .iter()
            .flat_map(|language| language.finder.find(&key))
        {
            cues.insert(hit.cue);
        }
        cues
    }

    /// Does a sentence go on about the subject of the one before? `first` is its first hit.
    fn continues(&self, before: &Unit, unit: &Unit, first: usize) -> bool {
        let anaphor = self.lexicon.known.anaphor;
        let soon = self.lexicon.known.soon_after;
        let start = unit.range.start;
        let head = self
            .hits
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|hit| hit.start < start + HEAD);
        let mut opens =
            head.filter(|hit| (hit.cue == anaphor && hit.start == start) || hit.cue == soon);
        before_is_clause(&self.twin, before) || opens.next().is_some()
    }

    /// The lower-case text of a unit.
    pub(super) fn lower(&self, index: usize) -> &str {
        self.units
            .get(index)
            .and_then(|unit| self.twin.get(unit.range.clone()))
            .unwrap_or_default()
    }

    /// The cues of a unit.
    pub(super) fn hits(&self, index: usize) -> &[Hit] {
        self.marks
            .get(index)
            .and_then(|marks| self.hits.get(marks.hits.clone()))
            .unwrap_or_default()
    }

    /// The unit's own cues as a set.
    pub(super) fn own(&self, index: usize) -> CueSet {
        self.marks
            .get(index)
            .map(|marks| marks.own)
            .unwrap_or_default()
    }

    /// The unit's own and inherited cues as a set.
    pub(super) fn all(&self, index: usize) -> CueSet {
        self.marks
            .get(index)
            .map(|marks| marks.own.union(marks.inherited))
            .unwrap_or_default()
    }

    /// Does a unit hold a cue of its own?
    pub(super) fn has(&self, index: usize, cue: &str) -> bool {
        self.own(index).contains(self.lexicon.cue(cue))
    }

    /// Does a unit open with one of these cues?
    pub(super) fn opens_with(&self, index: usize, cues: CueSet) -> bool {
        let start = self.units.get(index).map_or(0, |unit| unit.range.start);
        self.hits(index)
            .iter()
            .any(|hit| cues.contains(hit.cue) && hit.start <= start + 2)
    }

    /// Tries a rule on a unit.
    pub(super) fn try_rule(&self, rule: &Rule, index: usize) -> Option<Matched> {
        (0..rule.when.len()).find_map(|line| self.try_line(rule, line, index))
    }

    /// Tries one condition of a rule on a unit.
    pub(super) fn try_line(&self, rule: &Rule, line: usize, index: usize) -> Option<Matched> {
        let marks = self.marks.get(index)?;
        if marks.own.meets(rule.blocked.without(self.lexicon.scopes)) {
            return None;
        }
        let scene = Scene {
            twin: &self.twin,
            hits: self.hits(index),
            own: marks.own,
            inherited: marks.inherited,
        };
        let matched = rule.when.get(line)?.find(&scene)?;
        (!self.is_out_of_scope(rule, index, &matched)).then_some(matched)
    }

    /// Does a law, a plan, another site or the like govern what a rule matched? What stands behind
    /// the match, after a comma, does not govern it.
    fn is_out_of_scope(&self, rule: &Rule, index: usize, matched: &Matched) -> bool {
        if self.marks.get(index).is_some_and(|marks| marks.elsewhere) {
            return true;
        }
        let scopes = rule.blocked.intersection(self.lexicon.scopes);
        if !self.own(index).meets(scopes) {
            return false;
        }
        let start = self.units.get(index).map_or(0, |unit| unit.range.start);
        let end = matched.iter().map(|hit| hit.end).max().unwrap_or(start);
        let openings = self.lexicon.openings;
        self.hits(index).iter().any(|hit| {
            let behind = hit.start >= end
                && self
                    .twin
                    .get(end..hit.start)
                    .is_some_and(|gap| gap.contains([',', '，', '(', ':']));
            let opens = !openings.contains(hit.cue) || hit.start <= start + 2;
            scopes.contains(hit.cue) && opens && !behind
        })
    }
}

/// Does a unit end where another clause of the same sentence begins?
fn before_is_clause(twin: &str, unit: &Unit) -> bool {
    twin.get(unit.range.clone())
        .is_some_and(|text| text.ends_with([';', ',', '；']))
}

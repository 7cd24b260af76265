//! The reader's knowledge, compiled once from the files under `catalogue/reader`: cues per
//! language, rules over cues, questions of forms, names of unions. It holds no judgement of its
//! own; what a cue or rule means stands in those files.

use super::condition::Condition;
use super::error::LexiconError;
use super::marks::{CueSet, Finder, MOST_CUES};
use super::names::Gazetteer;
use super::schemes::Scheme;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

const LANGUAGES: [(&str, &str); 8] = [
    ("en", include_str!("../../../../catalogue/reader/en.toml")),
    ("es", include_str!("../../../../catalogue/reader/es.toml")),
    ("tr", include_str!("../../../../catalogue/reader/tr.toml")),
    ("id", include_str!("../../../../catalogue/reader/id.toml")),
    ("vi", include_str!("../../../../catalogue/reader/vi.toml")),
    ("zh", include_str!("../../../../catalogue/reader/zh.toml")),
    ("nl", include_str!("../../../../catalogue/reader/nl.toml")),
    ("fr", include_str!("../../../../catalogue/reader/fr.toml")),
];
const RULES: &str = include_str!("../../../../catalogue/reader/rules.toml");
const NAMES: &str = include_str!("../../../../catalogue/reader/names.toml");
const SCHEMES: &str = include_str!("../../../../catalogue/schemes/layouts.toml");

/// Cues that the program finds itself, by other means than phrases.
const BUILT_IN: [&str; 4] = ["num", "date", "name", "percent"];

/// Everything the reader knows, compiled.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) cues: BTreeMap<String, usize>,
    pub(super) languages: Vec<Language>,
    pub(super) gazetteer: Gazetteer,
    pub(super) known: Known,
    pub(super) schemes: Vec<Scheme>,
    pub(super) heads: super::schemes::Heads,
    /// Cues that name a subject; a following sentence may inherit them.
    pub(super) topics: CueSet,
    /// The topics that a label is about; a sentence with one of its own inherits no other.
    pub(super) subjects: CueSet,
    /// Cues that take a sentence, or a part of it, out of a rule's reach.
    pub(super) scopes: CueSet,
    /// Cues of sentences in which a capital word may be a union's name.
    pub(super) union_talk: CueSet,
    /// Scope cues that count only where they open the sentence.
    pub(super) openings: CueSet,
}

/// Numbers of the cues that the program itself asks for again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) name: usize,
    pub(super) anaphor: usize,
    pub(super) soon_after: usize,
    pub(super) unfilled: usize,
}

/// Words with a value, filed under their first byte.
pub(super) type ByByte<T> = Vec<Vec<(String, T)>>;

fn by_byte<T>(words: BTreeMap<String, T>) -> ByByte<T> {
    let mut filed: ByByte<T> = (0..256).map(|_| Vec::new()).collect();
    for (word, value) in words {
        let list = word
            .bytes()
            .next()
            .and_then(|byte| filed.get_mut(usize::from(byte)));
        if let Some(list) = list {
            list.push((word, value));
        }
    }
    for list in &mut filed {
        list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    filed
}

/// One language.
#[derive(Debug)]
pub(super) struct Language {
    pub(super) code: String,
    pub(super) finder: Finder,
    pub(super) rules: Vec<Rule>,
    /// For each cue, the conditions (rule and its line) to try where the cue is found.
    pub(super) tries: Vec<Vec<(usize, usize)>>,
    pub(super) questions: Vec<Rule>,
    /// Number words by their first byte, the longest first.
    pub(super) numbers: ByByte<u32>,
    /// Months in the same order.
    pub(super) months: ByByte<u8>,
    pub(super) words: HashSet<String>,
    pub(super) letters: String,
    pub(super) abbreviations: Vec<String>,
    pub(super) answers: BTreeMap<String, Vec<String>>,
    pub(super) decimal_comma: bool,
}

/// A rule: what a sentence that meets one of the conditions says.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// The field, or the question's field.
    pub(super) field: String,
    /// The value; `num` and `date` stand for what was found.
    pub(super) value: String,
    pub(super) weight: i32,
    pub(super) when: Vec<Condition>,
    /// Scope cues that forbid this rule.
    pub(super) blocked: CueSet,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageFile {
    words: HashSet<String>,
    /// Letters that few other languages use.
    #[serde(default)]
    letters: String,
    #[serde(default)]
    abbreviations: Vec<String>,
    #[serde(default)]
    decimal_comma: bool,
    #[serde(default)]
    numbers: BTreeMap<String, u32>,
    #[serde(default)]
    months: BTreeMap<String, u8>,
    #[serde(default)]
    answers: BTreeMap<String, Vec<String>>,
    cue: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    mask: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    rule: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    topics: Vec<String>,
    subjects: Vec<String>,
    openings: Vec<String>,
    scopes: Vec<String>,
    rule: Vec<RuleEntry>,
    question: Vec<RuleEntry>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    gives: String,
    #[serde(default = "one")]
    weight: i32,
    when: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    even: Vec<String>,
}

fn one() -> i32 {
    3
}

impl Lexicon {
    /// Compiles the files the program was built with.
    pub fn new() -> Result<Self, LexiconError> {
        let rules: RulesFile = parse("rules.toml", RULES)?;
        let mut files = Vec::new();
        for (code, text) in LANGUAGES {
            files.push((code, parse::<LanguageFile>(&format!("{code}.toml"), text)?));
        }
        let cues = number_cues(&files, &rules)?;
        let topics = named(&rules.topics, &cues);
        let scopes = named(&rules.scopes, &cues);
        let mut languages = Vec::new();
        for (code, file) in files {
            languages.push(language(code, file, &rules, &cues, scopes)?);
        }
        let (schemes, heads) =
            super::schemes::load(SCHEMES).map_err(|reason| LexiconError::File {
                file: "layouts.toml".into(),
                reason,
            })?;
        let number = |name: &str| cues.get(name).copied().unwrap_or(MOST_CUES);
        let known = Known {
            name: number("name"),
            anaphor: number("anaphor"),
            soon_after: number("soon_after"),
            unfilled: number("unfilled"),
        };
        Ok(Lexicon {
            known,
            languages,
            gazetteer: Gazetteer::new(NAMES).map_err(|reason| LexiconError::File {
                file: "names.toml".into(),
                reason,
            })?,
            schemes,
            heads,
            subjects: named(&rules.subjects, &cues),
            union_talk: named(
                &["union", "federation", "acronym_context"].map(str::to_owned),
                &cues,
            ),
            openings: named(&rules.openings, &cues),
            scopes,
            cues,
            topics,
        })
    }

    /// The number of a cue; a name that no file mentions matches nothing.
    pub(super) fn cue(&self, name: &str) -> usize {
        self.cues.get(name).copied().unwrap_or(MOST_CUES)
    }

    /// A set of cues by name.
    pub(super) fn set(&self, names: &[&str]) -> CueSet {
        let mut set = CueSet::default();
        for name in names {
            set.insert(self.cue(name));
        }
        set
    }
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, LexiconError> {
    toml::from_str(text).map_err(|error| LexiconError::File {
        file: file.to_owned(),
        reason: error.to_string(),
    })
}

fn named(names: &[String], cues: &BTreeMap<String, usize>) -> CueSet {
    let mut set = CueSet::default();
    for cue in names.iter().filter_map(|name| cues.get(name)) {
        set.insert(*cue);
    }
    set
}

fn number_cues(
    files: &[(&str, LanguageFile)],
    rules: &RulesFile,
) -> Result<BTreeMap<String, usize>, LexiconError> {
    let mut cues = BTreeMap::new();
    let names = BUILT_IN
        .iter()
        .map(|name| (*name).to_owned())
        .chain(files.iter().flat_map(|(_, file)| file.cue.keys().cloned()))
        .chain(rules.topics.iter().cloned())
        .chain(rules.scopes.iter().cloned());
    for name in names {
        let next = cues.len();
        cues.entry(name).or_insert(next);
    }
    if cues.len() > MOST_CUES {
        let reason = format!("{} cues are named and {MOST_CUES} are possible", cues.len());
        return Err(LexiconError::File {
            file: "rules.toml".into(),
            reason,
        });
    }
    Ok(cues)
}

fn language(
    code: &str,
    file: LanguageFile,
    shared: &RulesFile,
    cues: &BTreeMap<String, usize>,
    scopes: CueSet,
) -> Result<Language, LexiconError> {
    let name = format!("{code}.toml");
    let mut entries = Vec::new();
    for (table, masks) in [(&file.cue, false), (&file.mask, true)] {
        for (cue, phrases) in table {
            let Some(number) = cues.get(cue) else {
                let reason = format!("the mask `{cue}` belongs to no cue");
                return Err(LexiconError::File { file: name, reason });
            };
            entries.extend(
                phrases
                    .iter()
                    .map(|phrase| (*number, phrase.clone(), masks)),
            );
        }
    }
    let mut frequency = vec![0_usize; cues.len()];
    for (cue, phrase, _) in &entries {
        if let Some(count) = frequency.get_mut(*cue) {
            *count += 1 + usize::from(phrase.len() < 8) * 3;
        }
    }
    for built_in in BUILT_IN {
        if let Some(count) = cues.get(built_in).and_then(|cue| frequency.get_mut(*cue)) {
            *count = usize::MAX / 1024;
        }
    }
    let finder = Finder::new(&entries).map_err(|reason| LexiconError::File {
        file: name.clone(),
        reason,
    })?;
    let mut rules = compile("rules.toml", &shared.rule, cues, scopes)?;
    rules.extend(compile(&name, &file.rule, cues, scopes)?);
    let numbers = by_byte(file.numbers);
    let months = by_byte(file.months);
    Ok(Language {
        code: code.to_owned(),
        tries: index(&rules, &frequency, cues.len()),
        finder,
        rules,
        questions: compile("rules.toml", &shared.question, cues, CueSet::default())?,
        numbers,
        months,
        words: file.words,
        letters: file.letters,
        abbreviations: file.abbreviations,
        answers: file.answers,
        decimal_comma: file.decimal_comma,
    })
}

fn compile(
    file: &str,
    entries: &[RuleEntry],
    cues: &BTreeMap<String, usize>,
    scopes: CueSet,
) -> Result<Vec<Rule>, LexiconError> {
    let mut rules = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let wrong = |reason: String| LexiconError::Rule {
            file: file.to_owned(),
            number: index + 1,
            gives: entry.gives.clone(),
            reason,
        };
        let (field, value) = entry.gives.split_once('=').unwrap_or((&entry.gives, ""));
        let mut lookup = |name: &str| cues.get(name).copied();
        let mut when = Vec::new();
        for line in &entry.when {
            when.push(Condition::parse(line, &mut lookup).map_err(wrong)?);
        }
        let mut blocked = scopes.without(named(&entry.even, cues));
        for name in &entry.unless {
            blocked.insert(
                *cues
                    .get(name)
                    .ok_or_else(|| wrong(format!("no cue is called `{name}`")))?,
            );
        }
        rules.push(Rule {
            field: field.trim().to_owned(),
            value: value.trim().to_owned(),
            weight: entry.weight,
            when,
            blocked,
        });
    }
    Ok(rules)
}

/// Files each condition under the rarest cues it needs, so that most sentences meet few conditions.
/// How many phrases a cue has stands for how often it is found.
fn index(rules: &[Rule], frequency: &[usize], cues: usize) -> Vec<Vec<(usize, usize)>> {
    let mut tries = vec![Vec::new(); cues];
    for (rule_at, rule) in rules.iter().enumerate() {
        for (line, condition) in rule.when.iter().enumerate() {
            let often = |set: &CueSet| {
                set.iter()
                    .filter_map(|cue| frequency.get(cue))
                    .sum::<usize>()
            };
            let Some(rarest) = condition.needed().min_by_key(often) else {
                continue;
            };
            for cue in rarest.iter() {
                if let Some(list) = tries.get_mut(cue) {
                    list.push((rule_at, line));
                }
            }
        }
    }
    tries
}

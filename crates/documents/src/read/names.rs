//! Names of unions in a text: those of the list under `catalogue/reader/names.toml`, and those
//! whose form gives them away ("Union of ...", "Sindicato ...", an acronym beside "affiliated to").
//! Whether the union belongs to the factory is decided elsewhere.

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use serde::Deserialize;
use std::ops::Range;

/// The list of names and the forms of names, compiled.
#[derive(Debug)]
pub(super) struct Gazetteer {
    automaton: AhoCorasick,
    /// The entry each pattern belongs to.
    owners: Vec<usize>,
    entries: Vec<Vec<String>>,
    forms: Vec<Regex>,
    acronym: Regex,
    site: Regex,
    not_unions: Vec<String>,
    generic: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesFile {
    forms: Vec<String>,
    not_unions: Vec<String>,
    generic_words: Vec<String>,
    union: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    #[serde(rename = "country")]
    _country: String,
    names: Vec<String>,
}

/// A name found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    pub(super) range: Range<usize>,
    /// Spellings in the text, parted by `|`.
    pub(super) text: String,
    /// Is it in the list or of an unmistakable form?
    pub(super) sure: bool,
}

impl Gazetteer {
    pub(super) fn new(file: &str) -> Result<Self, String> {
        let file: NamesFile = toml::from_str(file).map_err(|error| error.to_string())?;
        let mut patterns = Vec::new();
        let mut owners = Vec::new();
        let mut entries = Vec::new();
        for entry in file.union {
            for name in &entry.names {
                patterns.push(name.clone());
                owners.push(entries.len());
                if name.contains('\'') {
                    patterns.push(name.replace('\'', "\u{2019}"));
                    owners.push(entries.len());
                }
            }
            entries.push(entry.names);
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .map_err(|error| error.to_string())?;
        let forms = file
            .forms
            .iter()
            .map(|form| Regex::new(form).map_err(|error| error.to_string()))
            .collect::<Result<_, _>>()?;
        let acronym =
            Regex::new(r"\p{Lu}[\p{Lu}.&-]{1,12}\p{Lu}").map_err(|error| error.to_string())?;
        Ok(Gazetteer {
            automaton,
            owners,
            entries,
            forms,
            acronym,
            site: Regex::new(r"\b(?:Plant|Unit|Site|Factory|Mill|Hall|Planta|Unidad|Usine|Fabriek|Pabrik|Xưởng) (?:[A-Z]|[IVX]{1,4}|\d{1,2})\b").map_err(|error| error.to_string())?,
            not_unions: file.not_unions,
            generic: file.generic_words,
        })
    }

    /// Names in a stretch of the text, in order and not overlapping.
    pub(super) fn find(
        &self,
        text: &str,
        range: Range<usize>,
        speaks_of_unions: bool,
    ) -> Vec<Name> {
        let Some(stretch) = text.get(range.clone()) else {
            return Vec::new();
        };
        let mut names: Vec<Name> = Vec::new();
        let forms = if speaks_of_unions || looks_like_name(stretch) {
            self.forms.as_slice()
        } else {
            &[]
        };
        for form in forms {
            for captures in form.captures_iter(stretch) {
                let Some(name) = captures.name("name") else {
                    continue;
                };
                let lead = generic_lead(name.as_str());
                let Some(spelling) = name.as_str().get(lead..) else {
                    continue;
                };
                if !self.is_name(spelling) {
                    continue;
                }
                let mut text = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(short) = captures.name("short") {
                    text = format!("{text}|{}", short.as_str());
                }
                let end = captures
                    .name("short")
                    .map_or(name.end(), |short| short.end());
                add(
                    &mut names,
                    Name {
                        range: range.start + name.start() + lead..range.start + end,
                        text,
                        sure: true,
                    },
                );
            }
        }
        for found in self.automaton.find_iter(stretch) {
            let before = stretch[..found.start()].chars().next_back();
            let after = stretch[found.end()..].chars().next();
            if before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric)
            {
                continue;
            }
            let text = stretch[found.range()].to_owned();
            add(
                &mut names,
                Name {
                    range: range.start + found.start()..range.start + found.end(),
                    text,
                    sure: true,
                },
            );
        }
        let acronyms = speaks_of_unions || stretch.contains("SITRA") || stretch.contains("SINTRA");
        for found in self.acronym.find_iter(if acronyms { stretch } else { "" }) {
            let word = found.as_str();
            let before = stretch[..found.start()].chars().next_back();
            let after = stretch[found.end()..].chars().next();
            let joined = before.is_some_and(char::is_alphanumeric)
                || after.is_some_and(char::is_alphanumeric);
            if joined || self.not_unions.iter().any(|not| not == word) {
                continue;
            }
            let sure = word.starts_with("SITRA") || word.starts_with("SINTRA");
            add(
                &mut names,
                Name {
                    range: range.start + found.start()..range.start + found.end(),
                    text: word.to_owned(),
                    sure,
                },
            );
        }
        names.sort_by_key(|name| name.range.start);
        names
    }

    /// Sites named by a letter or number ("Plant B", "Unit II").
    pub(super) fn site_names<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut found: Vec<&str> = self
            .site
            .find_iter(text)
            .map(|found| found.as_str())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// All spellings of the union that bears a name.
    pub(super) fn spellings(&self, name: &str) -> Option<&[String]> {
        let found = self
            .automaton
            .find(name)
            .filter(|found| found.range() == (0..name.len()))?;
        let owner = self.owners.get(found.pattern().as_usize())?;
        self.entries.get(*owner).map(Vec::as_slice)
    }

    fn is_name(&self, name: &str) -> bool {
        name.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .any(|word| {
                !self.generic.contains(&word.to_lowercase())
                    && word.chars().next().is_some_and(char::is_uppercase)
            })
    }
}

/// Length of the words at the start that belong to no name ("The", "Local").
fn generic_lead(name: &str) -> usize {
    let mut lead = 0;
    for word in name.split_inclusive(char::is_whitespace) {
        let bare = word.trim().to_lowercase();
        if ![
            "the", "a", "an", "our", "their", "el", "la", "le", "un", "una", "une", "de", "het",
            "een",
        ]
        .contains(&bare.as_str())
        {
            break;
        }
        lead += word.len();
    }
    lead
}

/// Words of which a union's name has one, for a quick look.
const NAMING: [&str; 6] = [
    "Union", "Federa", "Sindicat", "Syndicat", "Confed", "Central",
];

fn looks_like_name(stretch: &str) -> bool {
    NAMING.iter().any(|word| stretch.contains(word))
}

fn add(names: &mut Vec<Name>, name: Name) {
    let meets = names
        .iter()
        .any(|known| known.range.start < name.range.end && name.range.start < known.range.end);
    if !meets {
        names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;

    fn names(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new().unwrap();
        lexicon
            .gazetteer
            .find(text, 0..text.len(), true)
            .into_iter()
            .filter(|name| name.sure)
            .map(|name| name.text)
            .collect()
    }

    #[test]
    fn a_union_of_something_is_a_name_and_a_union_is_none() {
        assert_eq!(
            names("The Delta Garment Workers\u{2019} Union (DGWU) has members."),
            ["Delta Garment Workers\u{2019} Union|DGWU"]
        );
        assert_eq!(
            names("funciona el Sindicato Industrial Aurora"),
            ["Sindicato Industrial Aurora"]
        );
        assert!(names("The Union met. No trade union exists. A Local Union helped.").is_empty());
    }

    #[test]
    fn a_federation_of_the_list_is_known_by_its_acronym() {
        assert_eq!(names("affiliated to NGWF since May"), ["NGWF"]);
        assert!(names("The PICC and the CBA").is_empty());
    }
}

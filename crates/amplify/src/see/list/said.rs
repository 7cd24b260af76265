//! What is wrong with a list, a mapping or a row, in the reader's language. The reasons come from
//! `documents` as codes with values; the sentences stand in `locales/*/lists.ftl`.

use crate::texts::{Arg, Words};
use documents::list::{ListError, MappingError, Note, RowError, Severity};
use serde::Serialize;
use utoipa::ToSchema;

/// Values that are counts; everything else is put in as it stands.
const COUNTS: [&str; 4] = ["count", "limit", "expected", "found"];

fn arguments(words: &Words, args: Vec<(&'static str, String)>) -> Vec<(&'static str, Arg)> {
    args.into_iter()
        .map(|(name, value)| {
            let value = match (name, value.parse::<u64>()) {
                (name, Ok(number)) if COUNTS.contains(&name) => number.into(),
                // A suggested country is named in the reader's language.
                ("field", _) => words.dynamic("field-", &value).into(),
                _ => value.into(),
            };
            (name, value)
        })
        .collect()
}

/// Why a file is no list.
pub(crate) fn list_error(words: &Words, error: &ListError) -> String {
    let megabytes = |bytes: &u64| (bytes >> 20).to_string();
    let args = match error {
        ListError::TooLarge { size, limit } => {
            vec![("size", megabytes(size)), ("limit", megabytes(limit))]
        }
        ListError::TooMuchText { limit } => vec![("limit", megabytes(limit))],
        other => other.args(),
    };
    let code = error.code().trim_start_matches("list-");
    words.dynamic_fill("list-", code, &arguments(words, args))
}

/// What to know about how a file was read.
pub(crate) fn note(words: &Words, note: &Note) -> String {
    let code = note.code().trim_start_matches("list-");
    words.dynamic_fill("list-", code, &arguments(words, note.args()))
}

/// Why a mapping cannot be used.
pub(crate) fn mapping_error(words: &Words, error: &MappingError) -> String {
    let code = error.code().trim_start_matches("mapping-");
    words.dynamic_fill("mapping-", code, &arguments(words, error.args()))
}

/// Why an import did not work.
pub(super) fn problem(words: &Words, problem: &store::see::Problem) -> String {
    let args: Vec<(&'static str, String)> = [
        "size", "limit", "row", "sheet", "found", "expected", "first", "second", "field", "code",
    ]
    .into_iter()
    .filter_map(|name| {
        let (_, value) = problem.args.iter().find(|(known, _)| known == name)?;
        Some((name, value.clone()))
    })
    .collect();
    words.fill(&problem.code, &arguments(words, args))
}

/// A remark on a row, in words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Number of the row in the file.
    pub(crate) row: u32,
    /// Letter of the column, where one is to blame.
    pub(crate) letter: String,
    /// Its heading.
    pub(crate) header: String,
    /// `error` if the row is left out, `warning` if it is imported all the same.
    pub(crate) kind: &'static str,
    /// Stable code of the remark.
    pub(crate) code: &'static str,
    /// What is wrong.
    pub(crate) what: String,
    /// What to do.
    pub(crate) advice: String,
}

/// A remark on a row.
pub(crate) fn row_error(words: &Words, error: &RowError) -> Problem {
    let mut args = arguments(words, error.args.clone());
    let code = error
        .args
        .iter()
        .find(|(name, _)| *name == "code")
        .map(|(_, code)| code);
    if let Some(code) = code {
        for (name, value) in &mut args {
            if *name == "suggestion" {
                *value = crate::see::country_name(words, code).into();
            }
        }
    }
    let (letter, header) = match &error.column {
        Some(place) => (place.letter.clone(), place.header.clone()),
        None => (String::new(), String::new()),
    };
    Problem {
        row: error.row,
        letter,
        header,
        kind: match error.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: error.code,
        what: words.dynamic_fill("row-", error.code.trim_start_matches("row-"), &args),
        advice: words.fill(&format!("{}.advice", error.code), &args),
    }
}

#[cfg(test)]
mod tests {
    use crate::texts::Words;
    use documents::list::{Field, rows::ROW_CODES};

    #[test]
    fn every_remark_on_a_row_says_what_is_wrong_and_what_to_do() {
        for language in ["en", "nl"].map(|code| Words::of(code).unwrap()) {
            for code in ROW_CODES {
                let rest = code.trim_start_matches("row-");
                let own = |attribute| language.dynamic_attribute("row-", rest, attribute);
                assert!(own(None).is_some(), "{code}");
                assert!(own(Some("advice")).is_some(), "{code}.advice");
            }
            for field in Field::ALL {
                assert!(
                    language
                        .dynamic_attribute("field-", field.key(), None)
                        .is_some(),
                    "{}",
                    field.key()
                );
            }
        }
    }
}

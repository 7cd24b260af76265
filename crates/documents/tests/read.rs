//! What the reader makes of sentences as authors write them: each case of `tests/read/*.txt` names
//! the labels that a reader of the text would give. The cases are ours and fictional.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use documents::read::{Lexicon, read};
use documents::text::Document;

/// How a case's label reads in the record.
fn label(record: &serde_json::Value, field: &str) -> String {
    let labels = &record["labels"];
    let field = if field == "subject" {
        "subject_level"
    } else {
        field
    };
    match &labels[field] {
        serde_json::Value::String(value) => value.clone(),
        serde_json::Value::Number(value) => value
            .as_f64()
            .map(|number| number.to_string())
            .unwrap_or_default(),
        _ => "-".to_owned(),
    }
}

/// Does the record say what the case expects?
fn holds(record: &serde_json::Value, expected: &str) -> bool {
    expected.split(',').map(str::trim).all(|one| {
        if let Some((field, value)) = one.split_once('=') {
            return label(record, field) == value;
        }
        let code = one.trim_start_matches("finding.");
        let findings = record["labels"]["findings"].as_array();
        findings.is_some_and(|all| all.iter().any(|finding| finding["code"] == code))
    })
}

fn check(cases: &str) {
    let lexicon = Lexicon::new().unwrap();
    let mut wrong = Vec::new();
    for line in cases
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let (expected, text) = line.split_once(" | ").unwrap();
        let text = text.replace("\\n", "\n");
        let record = read(&Document::from_plain(&text), &lexicon).to_record("case");
        if !holds(&record, expected) {
            wrong.push(format!(
                "{expected} | {text}\n      read as {}",
                record["labels"]
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cases are read wrongly:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn english_sentences_are_read_as_people_read_them() {
    check(include_str!("read/english.txt"));
}

#[test]
fn other_languages_are_read_as_people_read_them() {
    check(include_str!("read/languages.txt"));
}

#[test]
fn longer_accounts_are_read_as_people_read_them() {
    check(include_str!("read/narratives.txt"));
}

#[path = "read/any.rs"]
mod any;

#[path = "read/snapshots.rs"]
mod snapshots;

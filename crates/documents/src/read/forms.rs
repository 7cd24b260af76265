//! Reads answers off forms: ticked boxes, cells and values beside a question or key. It tells what
//! was answered; which label follows is the business of the fields.

use super::lines::{TICKED, UNTICKED};
use super::scene::Stage;
use super::units::{Column, Kind};
use std::ops::Range;

/// What a form says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Yes,
    No,
    /// Not applicable, not answered, unclear.
    Open,
    /// A requirement that is met.
    Good,
    /// A requirement that is not met.
    Bad,
}

/// An answer with its question.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// Unit of the question.
    pub(super) question: usize,
    /// Unit in which the answer stands.
    pub(super) unit: usize,
    pub(super) verdict: Verdict,
}

/// A box with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) label: Range<usize>,
    pub(super) ticked: bool,
}

/// All answers of a document.
pub(super) fn answers(stage: &Stage<'_>) -> Vec<Answer> {
    let mut found = Vec::new();
    for (index, unit) in stage.units.iter().enumerate() {
        match unit.kind {
            Kind::Options if unit.column.is_some() => {
                if let (Some(question), Some(column)) = (unit.parent, unit.column) {
                    let verdict = match column {
                        Column::Yes => Verdict::Yes,
                        Column::No => Verdict::No,
                        Column::Open => Verdict::Open,
                    };
                    found.push(Answer {
                        question,
                        unit: index,
                        verdict,
                    });
                }
            }
            Kind::Options => {
                if let Some(question) = unit.parent {
                    let ticked = choices(stage, index)
                        .into_iter()
                        .filter(|choice| choice.ticked);
                    for choice in ticked {
                        let label = stage.twin.get(choice.label.clone()).unwrap_or_default();
                        if let Some(verdict) = verdict(stage, label) {
                            found.push(Answer {
                                question,
                                unit: index,
                                verdict,
                            });
                        }
                    }
                }
            }
            Kind::Answer | Kind::Sentence => {
                let text = match unit.key_end {
                    Some(key_end) => stage.twin.get(key_end..unit.range.end).unwrap_or_default(),
                    None => stage.lower(index),
                };
                let question = if unit.key_end.is_some() {
                    Some(index)
                } else {
                    unit.parent.filter(|parent| {
                        matches!(stage.units[*parent].kind, Kind::Question | Kind::Key)
                    })
                };
                if let (Some(question), Some(verdict)) = (question, verdict(stage, text)) {
                    found.push(Answer {
                        question,
                        unit: index,
                        verdict,
                    });
                }
            }
            Kind::Heading | Kind::Question | Kind::Key => {}
        }
    }
    found
}

/// Is the value of a key left open ("yes / no", "not applicable")?
pub(super) fn is_open(stage: &Stage<'_>, index: usize) -> bool {
    let Some(unit) = stage.units.get(index) else {
        return false;
    };
    let value = unit
        .key_end
        .and_then(|key_end| stage.twin.get(key_end..unit.range.end));
    value.is_some_and(|value| verdict(stage, value) == Some(Verdict::Open))
}

/// What a short answer says; nothing if it is no plain answer.
fn verdict(stage: &Stage<'_>, text: &str) -> Option<Verdict> {
    const KINDS: [(&str, Verdict); 5] = [
        ("bad", Verdict::Bad),
        ("open", Verdict::Open),
        ("no", Verdict::No),
        ("yes", Verdict::Yes),
        ("good", Verdict::Good),
    ];
    let edges = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '-' | '?' | '？' | '|');
    let mut text = text.trim_matches(edges);
    for lead in ["a:", "answer:", "r:", "answer", "ans.", "reply:"] {
        text = text.strip_prefix(lead).unwrap_or(text).trim_matches(edges);
    }
    let mut best: Option<(usize, Verdict)> = None;
    for language in &stage.languages {
        for (name, verdict) in KINDS {
            for word in language.answers.get(name).into_iter().flatten() {
                let Some(rest) = text.strip_prefix(word.as_str()) else {
                    continue;
                };
                let ends = rest.trim_start().is_empty()
                    || rest.starts_with(['.', ',', ';', ':', '(', '（', '，', '。', '；', '/'])
                    || rest.starts_with(" -")
                    || rest.starts_with(" –")
                    || rest.starts_with(" (")
                    || rest.starts_with(" —");
                let names_none = matches!(word.as_str(), "none" | "nil" | "yoktur")
                    && rest.starts_with(' ')
                    && rest.split_whitespace().count() <= 4;
                if (ends || names_none) && best.is_none_or(|(length, _)| word.len() > length) {
                    best = Some((word.len(), verdict));
                }
            }
        }
    }
    best.map(|(_, verdict)| verdict)
}

/// The boxes of a line with their labels.
pub(super) fn choices(stage: &Stage<'_>, index: usize) -> Vec<Choice> {
    let Some(unit) = stage.units.get(index) else {
        return Vec::new();
    };
    let text = stage.lower(index);
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let ticked = TICKED
            .iter()
            .find(|mark| rest.starts_with(**mark))
            .map(|mark| (mark.len(), true));
        let empty = UNTICKED
            .iter()
            .find(|mark| rest.starts_with(**mark))
            .map(|mark| (mark.len(), false));
        if let Some((length, ticked)) = ticked.or(empty) {
            marks.push((at, length, ticked));
            at += length;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    let labels_first = marks
        .first()
        .is_some_and(|(at, _, _)| text[..*at].chars().any(char::is_alphanumeric));
    let mut found = Vec::new();
    for (number, (at, length, ticked)) in marks.iter().enumerate() {
        let (begin, end) = if labels_first {
            let begin = number
                .checked_sub(1)
                .and_then(|before| marks.get(before))
                .map_or(0, |(at, length, _)| at + length);
            (begin, *at)
        } else {
            (
                at + length,
                marks.get(number + 1).map_or(text.len(), |(at, _, _)| *at),
            )
        };
        let label = text.get(begin..end).unwrap_or_default();
        let lead = label.len() - label.trim_start().len();
        let begin = begin + lead;
        found.push(Choice {
            label: unit.range.start + begin..unit.range.start + begin + label.trim().len(),
            ticked: *ticked,
        });
    }
    found
}

//! Gathers what single sentences and answers claim, each with the place it stands. Which of the
//! claims holds for the document is decided by the fields.

use super::forms::{self, Answer, Verdict};
use super::marks::Hit;
use super::scene::Stage;
use super::units::Kind;
use super::values::Value;
use std::ops::Range;

/// One claim.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) field: String,
    pub(super) value: String,
    /// Number or date that the claim is about.
    pub(super) payload: Option<Value>,
    pub(super) weight: i32,
    /// Unit the claim stands in.
    pub(super) unit: usize,
    /// What to quote.
    pub(super) quotes: Vec<Range<usize>>,
}

/// Weight of a plain answer to a plain question.
const ANSWER: i32 = 7;

/// All claims of a document.
pub(super) fn gather(stage: &Stage<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    let blank = stage.lexicon.set(&["question_opening"]);
    for index in 0..stage.units.len() {
        let unit = &stage.units[index];
        let speaks = match unit.kind {
            Kind::Sentence | Kind::Answer | Kind::Heading if unit.key_end.is_some() => {
                !forms::is_open(stage, index)
            }
            Kind::Sentence | Kind::Answer | Kind::Heading => !stage.opens_with(index, blank),
            Kind::Question | Kind::Options | Kind::Key => false,
        };
        if speaks && !stage.own(index).contains(stage.lexicon.known.unfilled) {
            from_rules(stage, index, &mut claims);
        }
    }
    for answer in forms::answers(stage) {
        from_answer(stage, &answer, &mut claims);
    }
    for index in 0..stage.units.len() {
        if stage.units[index].kind == Kind::Options {
            from_choices(stage, index, &mut claims);
        }
    }
    claims
}

fn from_rules(stage: &Stage<'_>, index: usize, claims: &mut Vec<Claim>) {
    let heading = stage.units[index].kind == Kind::Heading;
    let cues = stage.all(index);
    for language in &stage.languages {
        let mut tries: Vec<(usize, usize)> = cues
            .iter()
            .filter_map(|cue| language.tries.get(cue))
            .flatten()
            .copied()
            .collect();
        tries.sort_unstable();
        tries.dedup();
        let mut done = None;
        for (rule_at, line) in tries {
            if done == Some(rule_at) {
                continue;
            }
            let Some(rule) = language.rules.get(rule_at) else {
                continue;
            };
            let Some(matched) = stage.try_line(rule, line, index) else {
                continue;
            };
            done = Some(rule_at);
            let payload = payload(stage, &rule.value, &matched);
            if payload.is_none() && matches!(rule.value.as_str(), "num" | "date") {
                continue;
            }
            claims.push(Claim {
                field: rule.field.clone(),
                value: rule.value.clone(),
                payload,
                weight: rule.weight - i32::from(heading),
                unit: index,
                quotes: vec![stage.units[index].range.clone()],
            });
        }
    }
}

fn payload(stage: &Stage<'_>, value: &str, matched: &[Hit]) -> Option<Value> {
    if value == "product" {
        let number = stage.lexicon.cue("num");
        let factor = |hit: &Hit| match stage.values.get(hit.value?) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let product = matched
            .iter()
            .filter(|hit| hit.cue == number)
            .filter_map(factor)
            .product();
        return Some(Value::Number(product));
    }
    let wanted = stage.lexicon.cue(value);
    matched
        .iter()
        .rev()
        .find(|hit| hit.cue == wanted)
        .and_then(|hit| stage.values.get(hit.value?))
        .cloned()
}

/// The fields a question asks for.
fn asked<'s>(stage: &'s Stage<'_>, question: usize) -> Option<&'s str> {
    stage
        .languages
        .iter()
        .flat_map(|language| &language.questions)
        .find(|rule| stage.try_rule(rule, question).is_some())
        .map(|rule| rule.field.as_str())
}

fn from_answer(stage: &Stage<'_>, answer: &Answer, claims: &mut Vec<Claim>) {
    let Some(field) = asked(stage, answer.question) else {
        return;
    };
    let value = match (field, answer.verdict) {
        (_, Verdict::Open) | ("nothing", _) => return,
        ("union" | "worker_committee" | "cba" | "grievance_mechanism", Verdict::Yes) => "present",
        ("union" | "worker_committee" | "cba" | "grievance_mechanism", Verdict::No) => "absent",
        ("committee_selection", Verdict::Yes) => "elected",
        ("committee_selection", Verdict::No) => "found",
        ("union_reps_interviewed" | "offsite_interviews" | "worker_coaching", Verdict::Yes) => {
            "yes"
        }
        ("union_reps_interviewed" | "offsite_interviews", Verdict::No) => "no",
        ("announced", Verdict::Yes) => "announced",
        ("announced", Verdict::No) | ("announced_not", Verdict::Yes) => "unannounced",
        (field, Verdict::Bad) if field.starts_with("finding.") => "found",
        (field, Verdict::Yes)
            if field.starts_with("finding.") && stage.has(answer.question, "breach_question") =>
        {
            "found"
        }
        _ => return,
    };
    let field = match (field, value) {
        ("announced_not", _) => "announced",
        // "Freely elected? No" does not say who chose them, but it is a matter.
        ("committee_selection", "found") => "finding.WR",
        _ => field,
    };
    let mut quotes = vec![stage.units[answer.question].range.clone()];
    if answer.unit != answer.question {
        quotes.push(stage.units[answer.unit].range.clone());
    }
    if answer.verdict == Verdict::Bad
        && let Some(note) = note_of(stage, answer)
    {
        quotes.insert(0, note);
    }
    claims.push(Claim {
        field: field.to_owned(),
        value: value.to_owned(),
        payload: None,
        weight: if (field, value) == ("cba", "present") {
            ANSWER - 2
        } else {
            ANSWER
        },
        unit: answer.unit,
        quotes,
    });
}

/// The note beside an answer.
fn note_of(stage: &Stage<'_>, answer: &Answer) -> Option<Range<usize>> {
    let next = stage.units.get(answer.unit + 1)?;
    (next.parent == Some(answer.question) && next.kind == Kind::Sentence)
        .then(|| next.range.clone())
}

/// Boxes whose labels are things ("☒ Union ☐ Worker committee"), not yes and no.
fn from_choices(stage: &Stage<'_>, index: usize, claims: &mut Vec<Claim>) {
    const THINGS: [(&str, &str, &str); 6] = [
        ("union", "union", "present"),
        ("committee", "worker_committee", "present"),
        ("cba", "cba", "present"),
        ("semi_announced", "announced", "semi_announced"),
        ("unannounced", "announced", "unannounced"),
        ("announced", "announced", "announced"),
    ];
    let choices = forms::choices(stage, index);
    let any = choices.iter().any(|choice| choice.ticked);
    if !any
        || stage
            .own(index)
            .meets(stage.lexicon.set(&["question_opening"]))
    {
        return;
    }
    for choice in choices.iter().filter(|choice| choice.ticked) {
        let holds = |cue: &str| {
            stage.hits(index).iter().any(|hit| {
                hit.cue == stage.lexicon.cue(cue)
                    && hit.start >= choice.label.start
                    && hit.end <= choice.label.end
            })
        };
        let mut quotes = vec![stage.units[index].range.clone()];
        quotes.extend(
            stage.units[index]
                .parent
                .map(|parent| stage.units[parent].range.clone()),
        );
        let mut claim = |field: &str, value: &str| {
            claims.push(Claim {
                field: field.to_owned(),
                value: value.to_owned(),
                payload: None,
                weight: ANSWER,
                unit: index,
                quotes: quotes.clone(),
            });
        };
        if holds("none_choice") {
            if choices.iter().any(|other| {
                other != choice
                    && stage
                        .twin
                        .get(other.label.clone())
                        .is_some_and(|label| label.contains("union"))
            }) {
                claim("union", "absent");
                claim("worker_committee", "absent");
            }
            continue;
        }
        if let Some((_, field, value)) = THINGS.iter().find(|(cue, _, _)| holds(cue)) {
            claim(field, value);
        }
    }
}

//! Standings, marks and values in words. The rules are `domain::see::profile`'s; this only says
//! them in the reader's language.

use crate::texts::Words;
use domain::see::answer::Value;
use domain::see::indicator::{Indicator, Mark, Severity, Tone, ValueType};
use domain::see::profile::{Cell, Kind, Position, Standing, UnknownReason, Why};
use serde::Serialize;
use utoipa::ToSchema;

/// The words by which facilities are filtered and exported, in their usual order.
pub(crate) const WORDS: [&str; 7] = [
    "verified-yes",
    "claimed-yes",
    "contested",
    "claimed-no",
    "verified-no",
    "unknown",
    "not-applicable",
];

/// A standing as pages and programs get it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct StandingView {
    /// `verified-yes`, `claimed-no`, `contested`, `unknown`, …
    pub(crate) word: String,
    /// The same in the reader's language, with the value: “Claimed: appointed”.
    pub(crate) text: String,
    /// Why it is not more than that, in the reader's language.
    pub(crate) why: Option<String>,
    /// `good`, `bad` or `neutral`.
    pub(crate) tone: &'static str,
    /// The newest day on which it rests.
    #[schema(value_type = Option<String>, format = Date)]
    pub(crate) newest: Option<jiff::civil::Date>,
    /// Every answer is older than the indicator allows.
    pub(crate) aged: bool,
    /// Only machine readings that nobody has reviewed.
    pub(crate) unreviewed: bool,
}

/// A standing in words.
pub(crate) fn view(words: &Words, indicator: &Indicator, standing: &Standing<'_>) -> StandingView {
    let kind = words.dynamic("standing-", kind_word(standing.kind));
    let text = match (standing.kind, standing.value) {
        (Kind::Verified | Kind::Claimed, Some(value)) => words.with2(
            "standing-value",
            "standing",
            kind,
            "value",
            says(words, indicator, value),
        ),
        (Kind::Unknown, _) => match standing.reason {
            Some(UnknownReason::AskedUnknown) => words.text("standing-asked-unknown"),
            Some(UnknownReason::Refused) => words.text("standing-refused"),
            _ => words.text("standing-not-asked"),
        },
        _ => kind,
    };
    StandingView {
        word: standing.word().to_owned(),
        text,
        why: why(words, standing.why),
        tone: tone(indicator, standing.tone, standing.mark),
        newest: standing.newest,
        aged: standing.aged,
        unreviewed: standing.unreviewed,
    }
}

/// What an answer means for workers' rights, as a word for style and data. Where an indicator only
/// describes the situation, a yes is welcome and a no is a fact, not a breach.
fn tone(indicator: &Indicator, tone: Tone, mark: Option<Mark>) -> &'static str {
    let describes = indicator.severity == Severity::Context && indicator.rule.is_some();
    match tone {
        Tone::Neutral if describes && mark == Some(Mark::Yes) => "good",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Neutral => "neutral",
    }
}

/// How one answer is drawn.
#[derive(Clone, Debug)]
pub(crate) struct MarkView {
    /// The shape, a `data-is` of the style sheet.
    pub(crate) shape: &'static str,
    /// `good`, `bad` or `neutral`.
    pub(crate) tone: &'static str,
    /// What was said.
    pub(crate) says: String,
}

/// The name of a filter word, such as “Claimed: no”.
pub(crate) fn word_text(words: &Words, word: &str) -> String {
    words.dynamic("standing-word-", word)
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Verified => "verified",
        Kind::Claimed => "claimed",
        Kind::Contested => "contested",
        Kind::Unknown => "unknown",
        Kind::NotApplicable => "not-applicable",
    }
}

fn why(words: &Words, why: Why) -> Option<String> {
    Some(words.text(match why {
        Why::WorkerSide | Why::Confirmed | Why::NobodySaid => return None,
        Why::WorkerSideAgainstOthers => "why-worker-side-against-others",
        Why::NeedsWorkerSide => "why-needs-worker-side",
        Why::OnlyAuditOrManagement => "why-only-audit-or-management",
        Why::NobodyWhoVerifies => "why-nobody-who-verifies",
        Why::OnlyAged => "why-only-aged",
        Why::OnlyUnreviewed => "why-only-unreviewed",
        Why::SourcesDiffer => "why-sources-differ",
        Why::WorkerSideDiffers => "why-worker-side-differs",
        Why::SaidNotApplicable => "why-said-not-applicable",
        Why::OutOfScope => "why-out-of-scope",
    }))
}

/// A value in the reader's language.
pub(crate) fn says(words: &Words, indicator: &Indicator, value: &Value) -> String {
    match value {
        Value::Bool(true) => words.text("option-yes"),
        Value::Bool(false) => words.text("option-no"),
        Value::Choice(option) => words.dynamic("option-", option),
        Value::Number(number) => words.number(*number),
        Value::Percent(share) => words.with("share", "n", *share),
        Value::Date(day) => words.date(day),
        Value::List(items) if indicator.value_type == ValueType::List => items
            .iter()
            .map(|item| words.dynamic("option-", item))
            .collect::<Vec<_>>()
            .join(", "),
        Value::List(items) => items.join(", "),
        Value::Text(text) => text.clone(),
    }
}

/// How one answer is drawn, and its word.
pub(crate) fn mark(words: &Words, indicator: &Indicator, cell: &Cell<'_>) -> MarkView {
    let neutral = |shape, says| MarkView {
        shape,
        tone: "neutral",
        says,
    };
    match &cell.position {
        Position::Value { value, polarity } => MarkView {
            shape: match (cell.unreviewed, cell.aged, polarity.mark) {
                (true, _, _) => "unreviewed",
                (_, true, _) => "aged",
                (_, _, Mark::Yes) => "verified-yes",
                (_, _, Mark::No) => "verified-no",
            },
            tone: tone(indicator, polarity.tone, Some(polarity.mark)),
            says: says(words, indicator, value),
        },
        Position::Unknown => neutral("unknown", words.text("standing-asked-unknown")),
        Position::Refused => neutral("unknown", words.text("standing-refused")),
        Position::NotApplicable => neutral("not-applicable", words.text("standing-not-applicable")),
    }
}

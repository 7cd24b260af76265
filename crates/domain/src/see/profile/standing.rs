//! Where the answers to one indicator leave the question. Looks at one indicator only; whether
//! the question applies at all is decided afterwards, in `applies`.

use super::{Cell, Position};
use crate::see::answer::{Source, Value};
use crate::see::indicator::{Column, Indicator, Mark, Side, Tone, ValueType};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The kind of a standing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Said by a source that may settle it, and nobody who counts says otherwise.
    Verified,
    /// Said, but by nobody who may settle it.
    Claimed,
    /// Sources differ.
    Contested,
    /// Nobody has said.
    Unknown,
    /// The question does not apply here.
    NotApplicable,
}

/// Why a standing is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownReason {
    /// Nobody was asked.
    NotAsked,
    /// Those asked did not know.
    AskedUnknown,
    /// Somebody asked refused to answer.
    Refused,
}

/// What a standing rests on, or what keeps it from being verified. Pages put it into words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Verified by workers, their union or their representatives.
    WorkerSide,
    /// Verified by the workers' side, whose unanimous unfavourable word stands against others.
    WorkerSideAgainstOthers,
    /// Verified by another source that may settle this indicator.
    Confirmed,
    /// Claimed: this indicator needs the workers' side, and none has answered.
    NeedsWorkerSide,
    /// Claimed: only audits, documents not seen as proof, or the management say so.
    OnlyAuditOrManagement,
    /// Claimed: the sources may not settle this indicator.
    NobodyWhoVerifies,
    /// Claimed: every answer is older than the indicator allows.
    OnlyAged,
    /// Claimed: only machine readings that nobody has reviewed.
    OnlyUnreviewed,
    /// Contested: sources differ.
    SourcesDiffer,
    /// Contested: sources on the workers' side differ among each other.
    WorkerSideDiffers,
    /// Unknown: see the reason.
    NobodySaid,
    /// Not applicable: everyone asked said so.
    SaidNotApplicable,
    /// Not applicable: another indicator's standing rules the question out.
    OutOfScope,
}

/// Where the answers leave a question.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Standing<'a> {
    /// Verified, claimed, contested, unknown or not applicable.
    pub kind: Kind,
    /// Yes or no; only if verified or claimed.
    pub mark: Option<Mark>,
    /// What it means; neutral unless verified or claimed.
    pub tone: Tone,
    /// Unfavourable by the indicator's rule, also where the tone is neutral.
    pub unfavourable: bool,
    /// The value, of the newest answer on which it rests; only if verified or claimed.
    pub value: Option<&'a Value>,
    /// The newest day on which it rests.
    pub newest: Option<Date>,
    /// It rests on answers older than the indicator allows.
    pub aged: bool,
    /// It rests on machine readings that nobody has reviewed.
    pub unreviewed: bool,
    /// Why it is unknown, if it is.
    pub reason: Option<UnknownReason>,
    /// What it rests on, or what keeps it from being verified.
    pub why: Why,
}

impl Standing<'_> {
    /// The word for filters, exports and style: `verified-yes`, `verified-no`, `claimed-yes`,
    /// `claimed-no`, `contested`, `unknown` or `not-applicable`.
    pub fn word(&self) -> &'static str {
        match (self.kind, self.mark) {
            (Kind::Verified, Some(Mark::No)) => "verified-no",
            (Kind::Verified, _) => "verified-yes",
            (Kind::Claimed, Some(Mark::No)) => "claimed-no",
            (Kind::Claimed, _) => "claimed-yes",
            (Kind::Contested, _) => "contested",
            (Kind::Unknown, _) => "unknown",
            (Kind::NotApplicable, _) => "not-applicable",
        }
    }

    /// A standing without a value.
    fn open(kind: Kind, why: Why) -> Self {
        Standing {
            kind,
            mark: None,
            tone: Tone::Neutral,
            unfavourable: false,
            value: None,
            newest: None,
            aged: false,
            unreviewed: false,
            reason: None,
            why,
        }
    }

    /// Unknown for this reason.
    pub(super) fn unknown(reason: UnknownReason) -> Self {
        Standing {
            reason: Some(reason),
            ..Standing::open(Kind::Unknown, Why::NobodySaid)
        }
    }

    /// Not applicable.
    pub(super) fn not_applicable(why: Why) -> Self {
        Standing::open(Kind::NotApplicable, why)
    }
}

/// A cell that gives a value, with that value.
type Valued<'c, 'a> = (&'c Cell<'a>, &'a Value, crate::see::indicator::Polarity);

/// The standing that the cells of an indicator give, and whose contradiction it outweighs.
pub(super) fn decide<'a>(
    indicator: &Indicator,
    cells: &[Cell<'a>],
) -> (Standing<'a>, Vec<&'a Source>) {
    // Most questions of a catalogue are not asked at most facilities.
    if cells.is_empty() {
        return (Standing::unknown(UnknownReason::NotAsked), Vec::new());
    }
    let unreviewed = !cells
        .iter()
        .any(|cell| !cell.superseded && !cell.unreviewed);
    let counted = || {
        cells
            .iter()
            .filter(move |cell| !cell.superseded && cell.unreviewed == unreviewed)
    };
    let valued = |aged: bool| -> Vec<Valued<'_, 'a>> {
        counted()
            .filter(|cell| cell.aged == aged)
            .filter_map(|cell| match cell.position {
                Position::Value { value, polarity } => Some((cell, value, polarity)),
                _ => None,
            })
            .collect()
    };
    let mut making = valued(false);
    let aged = making.is_empty();
    if aged {
        making = valued(true);
    }
    if making.is_empty() {
        return (without_value(counted()), Vec::new());
    }
    let (mut standing, contradicted_by) = with_values(indicator, &making, !aged && !unreviewed);
    standing.aged = aged;
    standing.unreviewed = unreviewed;
    if standing.kind == Kind::Claimed {
        standing.why = match standing.why {
            _ if unreviewed => Why::OnlyUnreviewed,
            _ if aged => Why::OnlyAged,
            why => why,
        };
    }
    (standing, contradicted_by)
}

/// The standing where nobody gave a value.
fn without_value<'c, 'a: 'c>(counted: impl Iterator<Item = &'c Cell<'a>>) -> Standing<'a> {
    let (mut asked, mut refused, mut applies) = (false, false, false);
    let mut newest = None;
    for cell in counted {
        asked = true;
        refused |= cell.position == Position::Refused;
        applies |= cell.position != Position::NotApplicable;
        newest = newest.max(Some(cell.answer.day));
    }
    let standing = match (asked, applies, refused) {
        (false, _, _) => Standing::unknown(UnknownReason::NotAsked),
        (true, false, _) => Standing::not_applicable(Why::SaidNotApplicable),
        (true, true, true) => Standing::unknown(UnknownReason::Refused),
        (true, true, false) => Standing::unknown(UnknownReason::AskedUnknown),
    };
    Standing { newest, ..standing }
}

/// The standing that values give. `can_verify`: they are fresh and reviewed.
fn with_values<'a>(
    indicator: &Indicator,
    making: &[Valued<'_, 'a>],
    can_verify: bool,
) -> (Standing<'a>, Vec<&'a Source>) {
    if indicator.worker_side_required
        && let Some(result) = unanimous_workers(indicator, making, can_verify)
    {
        return result;
    }
    if differ(indicator, making.iter()) {
        let why = if differ(indicator, making.iter().filter(|valued| of_workers(valued))) {
            Why::WorkerSideDiffers
        } else {
            Why::SourcesDiffer
        };
        let newest = making.iter().map(|(cell, ..)| cell.answer.day).max();
        let standing = Standing {
            newest,
            ..Standing::open(Kind::Contested, why)
        };
        return (standing, Vec::new());
    }
    let settling = || {
        making
            .iter()
            .filter(|valued| can_verify && settles(indicator, valued))
    };
    if settling().next().is_none() {
        let why = if indicator.worker_side_required {
            Why::NeedsWorkerSide
        } else if making
            .iter()
            .all(|(cell, ..)| matches!(cell.column, Column::Audit | Column::Management))
        {
            Why::OnlyAuditOrManagement
        } else {
            Why::NobodyWhoVerifies
        };
        return (resting_on(making.iter(), Kind::Claimed, why), Vec::new());
    }
    let why = if settling().any(of_workers) {
        Why::WorkerSide
    } else {
        Why::Confirmed
    };
    (resting_on(settling(), Kind::Verified, why), Vec::new())
}

/// The exception for indicators that need the workers' side: its unanimous unfavourable word
/// stands against everyone but an inspector or assessor. `None`: the exception does not apply.
fn unanimous_workers<'a>(
    indicator: &Indicator,
    making: &[Valued<'_, 'a>],
    can_verify: bool,
) -> Option<(Standing<'a>, Vec<&'a Source>)> {
    let workers = || making.iter().filter(|valued| of_workers(valued));
    let unanimous = workers().all(|(_, _, polarity)| polarity.unfavourable)
        && workers().any(|valued| settles(indicator, valued));
    if !unanimous {
        return None;
    }
    let against = || {
        making
            .iter()
            .filter(|(_, _, polarity)| !polarity.unfavourable)
            .map(|(cell, ..)| cell)
    };
    if against().any(|cell| cell.column == Column::Inspector) {
        return None;
    }
    let contradicted_by: Vec<_> = against().map(|cell| &cell.answer.source).collect();
    let kind = if can_verify {
        Kind::Verified
    } else {
        Kind::Claimed
    };
    let why = if contradicted_by.is_empty() {
        Why::WorkerSide
    } else {
        Why::WorkerSideAgainstOthers
    };
    Some((resting_on(workers(), kind, why), contradicted_by))
}

fn of_workers(valued: &Valued<'_, '_>) -> bool {
    valued
        .0
        .source_type
        .is_some_and(|source| source.side == Side::Worker)
}

fn settles(indicator: &Indicator, valued: &Valued<'_, '_>) -> bool {
    valued
        .0
        .source_type
        .is_some_and(|source| source.may_verify(indicator))
}

/// Do any two of the answers differ?
fn differ<'c, 'a: 'c>(
    indicator: &Indicator,
    mut answers: impl Iterator<Item = &'c Valued<'c, 'a>>,
) -> bool {
    let Some((_, first, side)) = answers.next() else {
        return false;
    };
    match indicator.value_type {
        ValueType::Bool | ValueType::Enum => answers.any(|(_, value, _)| value != first),
        _ => answers.any(|(_, _, polarity)| polarity.unfavourable != side.unfavourable),
    }
}

/// A standing with the value of the newest answer; on one day that of the source closest to the
/// workers' own experience.
fn resting_on<'c, 'a: 'c>(
    answers: impl Iterator<Item = &'c Valued<'c, 'a>>,
    kind: Kind,
    why: Why,
) -> Standing<'a> {
    let newest = answers.max_by_key(|(cell, ..)| {
        let credibility = cell
            .source_type
            .map_or(u8::MAX, |source| source.credibility);
        (cell.answer.day, Reverse(credibility), cell.answer.id)
    });
    let Some((cell, value, polarity)) = newest else {
        return Standing::unknown(UnknownReason::NotAsked);
    };
    Standing {
        kind,
        mark: Some(polarity.mark),
        tone: polarity.tone,
        unfavourable: polarity.unfavourable,
        value: Some(value),
        newest: Some(cell.answer.day),
        why,
        ..Standing::open(kind, why)
    }
}

//! Gaps: where a profile asks for a next step, because something is unknown, rests on too little,
//! differs between sources, has grown old, or is bad. A gap never proposes the step; that is the
//! playbook's, in [`crate::act::route`].

use super::answer::Value;
use super::indicator::{Column, Indicator, Severity, Tone};
use super::profile::{Kind, Profile, Row, Standing, Why};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is missing or wrong.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// The answer is unfavourable and weighs more than context.
    Negative,
    /// Sources differ.
    Contested,
    /// Claimed, and only the workers' side can settle it.
    NeedsWorkerSide,
    /// Claimed, by nobody who may settle it; core indicators only.
    Unconfirmed,
    /// Only machine readings say something, and nobody has reviewed them; core indicators only.
    Unreviewed,
    /// Every answer is too old.
    Aged,
    /// Nobody knows; core indicators only.
    Unknown,
    /// Neither as it should be nor a breach ("partly").
    InPart,
    /// Something to talk about and no breach, such as the absence of a union.
    TalkAbout,
}

impl GapKind {
    /// Is the next step to find out, rather than to change something?
    pub fn is_to_learn(self) -> bool {
        match self {
            GapKind::Contested
            | GapKind::NeedsWorkerSide
            | GapKind::Unconfirmed
            | GapKind::Unreviewed
            | GapKind::Aged
            | GapKind::Unknown => true,
            GapKind::Negative | GapKind::InPart | GapKind::TalkAbout => false,
        }
    }

    /// The word that stands for the kind in texts and data.
    pub fn word(self) -> &'static str {
        match self {
            GapKind::Negative => "negative",
            GapKind::Contested => "contested",
            GapKind::NeedsWorkerSide => "needs-worker-side",
            GapKind::Unconfirmed => "unconfirmed",
            GapKind::Unreviewed => "unreviewed",
            GapKind::Aged => "aged",
            GapKind::Unknown => "unknown",
            GapKind::InPart => "in-part",
            GapKind::TalkAbout => "talk-about",
        }
    }
}

/// One gap of a profile.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Gap<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What is missing or wrong.
    pub kind: GapKind,
    /// How heavy it weighs: the indicator's weight, one step less for "partly".
    pub severity: Severity,
    /// The standing it comes from.
    pub standing: Standing<'a>,
    /// The day of the newest audit or document that answers the indicator, if one does.
    pub audit_day: Option<Date>,
}

/// The gaps of a profile, heaviest first, then in catalogue order; at most one per indicator.
pub fn gaps<'a>(profile: &Profile<'a>) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'a>> = profile.rows.iter().filter_map(gap).collect();
    gaps.sort_by_key(|gap| (std::cmp::Reverse(gap.severity), gap.indicator.number));
    gaps
}

fn gap<'a>(row: &Row<'a>) -> Option<Gap<'a>> {
    let kind = kind(row)?;
    let severity = match kind {
        GapKind::InPart => one_less(row.indicator.severity),
        _ => row.indicator.severity,
    };
    Some(Gap {
        indicator: row.indicator,
        kind,
        severity,
        standing: row.standing,
        audit_day: row
            .column(Column::Audit)
            .first()
            .map(|cell| cell.answer.day),
    })
}

fn kind(row: &Row<'_>) -> Option<GapKind> {
    let (indicator, standing) = (row.indicator, &row.standing);
    match standing.kind {
        Kind::NotApplicable => None,
        Kind::Unknown => indicator.core.then_some(GapKind::Unknown),
        Kind::Contested => Some(GapKind::Contested),
        Kind::Verified | Kind::Claimed => {
            if standing.unfavourable && indicator.severity == Severity::Context {
                Some(GapKind::TalkAbout)
            } else if standing.unfavourable {
                Some(GapKind::Negative)
            } else if standing.unreviewed {
                indicator.core.then_some(GapKind::Unreviewed)
            } else if standing.aged {
                Some(GapKind::Aged)
            } else if standing.why == Why::NeedsWorkerSide {
                Some(GapKind::NeedsWorkerSide)
            } else if standing.kind == Kind::Claimed && indicator.core {
                Some(GapKind::Unconfirmed)
            } else if in_part(row) {
                Some(GapKind::InPart)
            } else {
                None
            }
        }
    }
}

/// An option between the best and the unfavourable ones, on an indicator that weighs something.
fn in_part(row: &Row<'_>) -> bool {
    row.indicator.severity > Severity::Context
        && row.indicator.rule.is_some()
        && row.standing.tone == Tone::Neutral
        && matches!(row.standing.value, Some(Value::Choice(_)))
}

fn one_less(severity: Severity) -> Severity {
    match severity {
        Severity::Critical => Severity::High,
        Severity::High => Severity::Medium,
        Severity::Medium | Severity::Low => Severity::Low,
        Severity::Context => Severity::Context,
    }
}

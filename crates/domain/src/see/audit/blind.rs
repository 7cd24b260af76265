//! What an audit could not see: for each indicator an audit is expected to examine, whether the
//! document says something of it, is silent, or could not have known. Silence is not compliance:
//! a question the document does not touch is never counted as a question without findings.

use super::{Announced, Conditions, Examined};
use crate::see::indicator::{Catalogue, Indicator};
use serde::Serialize;

/// Why an audit could not see something, or should be read with doubt where it says something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Blindness {
    /// The document repeats policy phrases or ticks boxes and reports no facts on the topic.
    BoilerplateOnly,
    /// It needs the workers' side, and the document says that no worker was interviewed.
    NoWorkersInterviewed,
    /// It needs the workers' side, a union or committee would know, and the document says that
    /// none of their representatives was interviewed.
    NoRepresentativesInterviewed,
    /// It needs the workers' side, and workers were interviewed on site only, where the
    /// management sees who talks.
    OnlyOnSite,
}

/// What a document shows of one indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "sight")]
pub enum Sight {
    /// It answers the question, with a quote.
    Examined {
        /// Why the answer still deserves doubt.
        doubt: Option<Blindness>,
    },
    /// It is silent.
    NotExamined,
    /// It is silent and could not have known.
    CouldNotSee {
        /// Why.
        reason: Blindness,
    },
}

/// One indicator an audit is expected to examine.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Spot<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What the document shows of it.
    pub sight: Sight,
}

/// A warning about how the audit was made.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "warning")]
pub enum Warning {
    /// The management knew the day, or the window of days.
    Announced {
        /// Only a window of days was known.
        window: bool,
    },
    /// Fewer auditor-days than one for every 500 workers.
    FewAuditorDays {
        /// Days spent.
        days: f64,
        /// Workers employed.
        workforce: u32,
    },
    /// Fewer workers interviewed than the square root of the workforce.
    FewInterviews {
        /// Workers interviewed.
        interviewed: u32,
        /// Workers employed.
        workforce: u32,
        /// The square root, rounded up.
        expected: u32,
    },
    /// The document does not say how many workers were interviewed.
    InterviewsNotStated,
    /// No representative of the factory's union was interviewed.
    NoRepresentativesInterviewed,
    /// Workers were interviewed on site only.
    OnlyOnSite,
    /// There were signs that workers had been told what to say.
    Coaching,
    /// The document repeats policy phrases and reports no facts on association.
    BoilerplateOnly,
}

/// What a warning rests on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The document's own statement about how it was made.
    StatedInDocument,
    /// The document does not state it.
    NotStatedInDocument,
    /// A rule of thumb of our own. It follows no standard; it only says where to look twice.
    OurRuleOfThumb,
}

impl Warning {
    /// What the warning rests on, to be shown with it.
    pub fn basis(&self) -> Basis {
        match self {
            Warning::FewAuditorDays { .. } | Warning::FewInterviews { .. } => Basis::OurRuleOfThumb,
            Warning::InterviewsNotStated => Basis::NotStatedInDocument,
            Warning::Announced { .. }
            | Warning::NoRepresentativesInterviewed
            | Warning::OnlyOnSite
            | Warning::Coaching
            | Warning::BoilerplateOnly => Basis::StatedInDocument,
        }
    }
}

/// What an audit saw, and what it could not see.
#[derive(Clone, PartialEq, Debug)]
pub struct BlindSpots<'a> {
    /// One spot per core indicator, in catalogue order.
    pub spots: Vec<Spot<'a>>,
    /// Warnings about how it was made.
    pub warnings: Vec<Warning>,
}

impl BlindSpots<'_> {
    /// Core indicators that the document answers: the 7 in "7 of 11".
    pub fn examined(&self) -> usize {
        self.spots
            .iter()
            .filter(|spot| matches!(spot.sight, Sight::Examined { .. }))
            .count()
    }

    /// All core indicators: the 11 in "7 of 11".
    pub fn expected(&self) -> usize {
        self.spots.len()
    }
}

/// The blind spots of an audit. `answered` names the indicators that the document answers with at
/// least one quote; an answer without a quote must not be named.
pub fn blind_spots<'a>(
    catalogue: &'a Catalogue,
    conditions: &Conditions,
    answered: &[&str],
) -> BlindSpots<'a> {
    let spots = catalogue
        .core()
        .map(|indicator| Spot {
            indicator,
            sight: sight(indicator, conditions, answered),
        })
        .collect();
    BlindSpots {
        spots,
        warnings: warnings(conditions),
    }
}

fn sight(indicator: &Indicator, conditions: &Conditions, answered: &[&str]) -> Sight {
    let blindness = blindness(indicator, conditions);
    if answered.contains(&indicator.id.as_str()) {
        // With facts quoted, phrases elsewhere in the document are no reason to doubt them.
        let doubt = blindness.filter(|&reason| reason != Blindness::BoilerplateOnly);
        return Sight::Examined { doubt };
    }
    blindness.map_or(Sight::NotExamined, |reason| Sight::CouldNotSee { reason })
}

/// Why this audit cannot see this indicator. Only what the document says of itself counts; what
/// it leaves open becomes a warning.
fn blindness(indicator: &Indicator, conditions: &Conditions) -> Option<Blindness> {
    if conditions.examined == Examined::Boilerplate {
        return Some(Blindness::BoilerplateOnly);
    }
    if !indicator.worker_side_required {
        return None;
    }
    let representatives_know = indicator
        .sources
        .iter()
        .any(|source| source == "union" || source == "worker_committee");
    if conditions.workers_interviewed == Some(0) {
        Some(Blindness::NoWorkersInterviewed)
    } else if representatives_know && conditions.union_representatives_interviewed == Some(false) {
        Some(Blindness::NoRepresentativesInterviewed)
    } else if conditions.offsite_interviews == Some(false) {
        Some(Blindness::OnlyOnSite)
    } else {
        None
    }
}

fn warnings(conditions: &Conditions) -> Vec<Warning> {
    let mut warnings = Vec::new();
    match conditions.announced {
        Some(Announced::Announced) => warnings.push(Warning::Announced { window: false }),
        Some(Announced::SemiAnnounced) => warnings.push(Warning::Announced { window: true }),
        Some(Announced::Unannounced) | None => {}
    }
    if let (Some(days), Some(workforce)) = (conditions.auditor_days, conditions.workforce)
        && days * 500.0 < f64::from(workforce)
    {
        warnings.push(Warning::FewAuditorDays { days, workforce });
    }
    match (conditions.workers_interviewed, conditions.workforce) {
        (Some(interviewed), Some(workforce)) => {
            let expected = square_root_rounded_up(workforce);
            if interviewed < expected {
                warnings.push(Warning::FewInterviews {
                    interviewed,
                    workforce,
                    expected,
                });
            }
        }
        (Some(_), None) => {}
        (None, _) => warnings.push(Warning::InterviewsNotStated),
    }
    if conditions.union_representatives_interviewed == Some(false) {
        warnings.push(Warning::NoRepresentativesInterviewed);
    }
    if conditions.offsite_interviews == Some(false) {
        warnings.push(Warning::OnlyOnSite);
    }
    if conditions.worker_coaching {
        warnings.push(Warning::Coaching);
    }
    if conditions.examined == Examined::Boilerplate {
        warnings.push(Warning::BoilerplateOnly);
    }
    warnings
}

fn square_root_rounded_up(number: u32) -> u32 {
    let root = number.isqrt();
    if root * root == number {
        root
    } else {
        root + 1
    }
}

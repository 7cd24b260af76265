//! The few headlines of a profile that lists, maps and exports show: union, worker committee,
//! collective agreement, grievance mechanism. Derived from the profile, never kept beside it.

use super::standing::Kind;
use super::{Profile, UnknownReason};
use jiff::civil::Date;
use serde::Serialize;

/// The standing of one headline indicator.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Headline {
    /// The standing's word, such as `claimed-yes`.
    pub word: &'static str,
    /// Its kind.
    pub kind: Kind,
    /// The newest day on which it rests.
    pub newest: Option<Date>,
    /// It rests on answers that are too old.
    pub aged: bool,
    /// It rests on machine readings that nobody has reviewed.
    pub unreviewed: bool,
    /// Why it is unknown, if it is.
    pub reason: Option<UnknownReason>,
}

/// The headlines of a profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Summary {
    /// A trade union with members (`union.present`).
    pub union: Headline,
    /// A worker committee (`committee.present`).
    pub committee: Headline,
    /// Its members freely elected (`committee.elected`).
    pub committee_elected: Headline,
    /// A collective agreement in force (`bargain.cba_in_force`).
    pub agreement: Headline,
    /// A grievance mechanism (`grievance.exists`).
    pub grievance: Headline,
    /// Indicators with a verified, claimed or contested standing.
    pub answered: u32,
    /// The newest day on which any of them rests.
    pub newest: Option<Date>,
}

impl Profile<'_> {
    /// The headlines.
    pub fn summary(&self) -> Summary {
        let mut answered = 0;
        let mut newest = None;
        for row in &self.rows {
            if matches!(
                row.standing.kind,
                Kind::Verified | Kind::Claimed | Kind::Contested
            ) {
                answered += 1;
                newest = newest.max(row.standing.newest);
            }
        }
        Summary {
            union: self.headline("union.present"),
            committee: self.headline("committee.present"),
            committee_elected: self.headline("committee.elected"),
            agreement: self.headline("bargain.cba_in_force"),
            grievance: self.headline("grievance.exists"),
            answered,
            newest,
        }
    }

    /// The headline of an indicator; one that the catalogue lacks was never asked.
    fn headline(&self, id: &str) -> Headline {
        match self.row(id) {
            Some(row) => Headline {
                word: row.standing.word(),
                kind: row.standing.kind,
                newest: row.standing.newest,
                aged: row.standing.aged,
                unreviewed: row.standing.unreviewed,
                reason: row.standing.reason,
            },
            None => Headline {
                word: "unknown",
                kind: Kind::Unknown,
                newest: None,
                aged: false,
                unreviewed: false,
                reason: Some(UnknownReason::NotAsked),
            },
        }
    }
}

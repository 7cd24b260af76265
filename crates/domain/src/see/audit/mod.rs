//! Audits: what a document said about the conditions of its own making, and what it therefore
//! could not see. Reading the words out of a file is not done here.

mod blind;
mod labels;

pub use blind::{Basis, BlindSpots, Blindness, Sight, Spot, Warning, blind_spots};
pub(crate) use labels::last_day;
pub use labels::{Label, Proposal, answers_of};

use serde::{Deserialize, Serialize};

/// Whether an audit was announced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Announced {
    /// The day was known.
    Announced,
    /// A window of days was known.
    SemiAnnounced,
    /// Nobody knew.
    Unannounced,
}

/// Does the document report facts on association?
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examined {
    /// Facts.
    Yes,
    /// Policy phrases or ticks only.
    Boilerplate,
    /// Nothing.
    #[default]
    No,
}

/// How an audit was made, as far as the document says it. `None` means the document is silent.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Conditions {
    /// Was it announced?
    pub announced: Option<Announced>,
    /// Auditor-days spent.
    pub auditor_days: Option<f64>,
    /// Workers interviewed.
    pub workers_interviewed: Option<u32>,
    /// Workers employed.
    pub workforce: Option<u32>,
    /// Were representatives of this factory's union interviewed?
    pub union_representatives_interviewed: Option<bool>,
    /// Were workers interviewed off site?
    pub offsite_interviews: Option<bool>,
    /// Were there signs that workers had been told what to say?
    pub worker_coaching: bool,
    /// Was freedom of association examined at all?
    pub examined: Examined,
}

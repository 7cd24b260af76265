//! Answers: what one source said about one indicator of one facility on one day, with evidence.
//! An answer never changes its meaning afterwards; a correction is a new answer or a review.

use crate::id::{AnswerId, AuditId, FacilityId, OrganisationId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What was answered.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Yes or no.
    Bool(bool),
    /// One of the indicator's options.
    Choice(String),
    /// A count or a score.
    Number(f64),
    /// A share in per cent, 0 to 100.
    Percent(f64),
    /// A day.
    Date(Date),
    /// Several options or names.
    List(Vec<String>),
    /// Free words.
    Text(String),
}

/// How a source answered. "Not asked" is the absence of an answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Said {
    /// The source gave a value.
    Answered {
        /// The value.
        value: Value,
    },
    /// The source was asked and did not know.
    Unknown,
    /// The source was asked and refused.
    Refused,
    /// The source said that the question does not apply here.
    NotApplicable,
}

/// Who said it: the kind of source from the catalogue and, where known, its name.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Key of `[source_types]` in the catalogue, such as `union` or `audit`.
    pub kind: String,
    /// Name of the organisation or document; never a person who risks something by it. Two
    /// answers with equal kind and name come from the same source: the newer replaces the older.
    pub name: String,
}

/// How far a person has looked at an answer that a machine read from a document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// A machine proposed it and nobody has looked at it yet.
    Unreviewed,
    /// A person accepted it, corrected it or entered it.
    Reviewed,
    /// A person rejected it; it counts nowhere and stays for the record.
    Rejected,
}

/// What an answer rests on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Evidence {
    /// Words of a document, verbatim.
    Quote {
        /// The audit document the words stand in.
        audit: Option<AuditId>,
        /// The words, exactly as the document has them.
        text: String,
        /// Page, counted from 1, where the document has pages.
        page: Option<u32>,
        /// Byte range in the document's extracted text.
        range: Option<(usize, usize)>,
    },
    /// What a person noted of a visit, a call, an interview or a meeting.
    Note {
        /// The note.
        text: String,
    },
    /// A public page or document.
    Link {
        /// Its address.
        url: String,
    },
}

/// One answer.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// Identifier.
    pub id: AnswerId,
    /// The facility it is about.
    pub facility: FacilityId,
    /// Identifier of the indicator in the catalogue, such as `union.present`.
    pub indicator: String,
    /// What was said.
    pub said: Said,
    /// Who said it.
    pub source: Source,
    /// The day for which it was said.
    pub day: Date,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Whether a person has looked at it.
    pub review: Review,
    /// The organisation that entered or uploaded it.
    pub owner: Option<OrganisationId>,
    /// The audit reading it came from, if it came from one.
    pub audit: Option<AuditId>,
}

//! Reads a document's text into labels, each with the verbatim quotes it rests on.
//!
//! The text is cut into units ([`units`]), cues of the lexicon are marked in them ([`marks`]), rules
//! over cues make claims ([`claims`]), and each field settles which claim holds ([`fields`]). No
//! value is ever given without a quote, and nothing outside the document is consulted.

mod claims;
mod condition;
mod error;
mod fields;
mod forms;
mod language;
mod lexicon;
mod lines;
mod marks;
mod names;
mod reading;
mod record;
mod scene;
mod schemes;
mod shadow;
mod units;
mod values;

pub use error::LexiconError;
pub use lexicon::Lexicon;
pub use reading::read;

use domain::see::audit::Conditions;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What was read out of one document about the factory that is its subject. Every value that is
/// not the default carries at least one [`Quote`] for its field.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Label values by field (`union`, `worker_committee`, `committee_selection`, `cba`,
    /// `grievance_mechanism`): only those stated.
    pub labels: std::collections::BTreeMap<String, String>,
    /// Unions at the factory and their federations; aliases parted by `|`.
    pub union_names: Vec<String>,
    /// Names of the worker committee; aliases parted by `|`.
    pub committee_names: Vec<String>,
    /// End of the collective agreement, as far as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub cba_expiry: Option<String>,
    /// How the audit was made.
    pub conditions: Conditions,
    /// What the document is about.
    pub subject: Subject,
    /// Findings by code (`UO`, `FA`, `ID`, `CB`, `ST`, `WR`, `GM`, `RR`, `UN`).
    pub findings: Vec<Finding>,
    /// The quotes.
    pub quotes: Vec<Quote>,
    /// Language of the text, ISO 639-1.
    pub language: String,
    /// Layout that was recognised, if one was (a key of `catalogue/schemes`).
    pub scheme: Option<String>,
}

/// What a document is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// One factory.
    #[default]
    Factory,
    /// Several factories.
    MultiFactory,
    /// A company as a whole.
    Company,
    /// A sector or a country.
    Sector,
}

/// A matter that the document describes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the cluster.
    pub code: String,
    /// What the author makes of it.
    pub status: Status,
}

/// What a document's author makes of a matter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The author concludes so or reports it as fact.
    Found,
    /// Somebody says so; the author does not decide.
    Alleged,
    /// The author looked and did not find it.
    NotSubstantiated,
}

/// Words of the document that a value rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Quote {
    /// The label's name, or `finding.CODE`.
    pub field: String,
    /// Byte range in the document's text.
    pub range: Range<usize>,
    /// The words.
    pub text: String,
    /// Page, counted from 1.
    pub page: u32,
}

//! The profile of a facility: per indicator, who said what, and where that leaves the question.
//! It is always computed from answers ([`fold`]), never typed in and never averaged.
//!
//! # The rules
//!
//! **Which answers count.** A rejected answer counts nowhere, nor does one dated in the future. Of
//! each source (kind and name) the newest day counts, and on one day the answer entered last;
//! older ones stay as history. A machine reading that nobody has reviewed never replaces a
//! reviewed answer of the same source.
//!
//! **Which of them make the standing.** Answers that give a value, not older than the indicator
//! allows. If all are older, they still give the standing, marked *aged*, and it is *claimed* at
//! best. Unreviewed readings stand in their cells but make the standing only where no reviewed
//! answer exists; it is then marked *unreviewed* and *claimed* at best. "Unknown" and "refused"
//! leave the question open; they do not outweigh somebody else's value.
//!
//! **Contested.** Answers differ: another value for yes-or-no questions and choices; another side
//! of the rule for numbers, shares, days, lists and words. Differences are shown, not settled by
//! credibility. One exception protects the people concerned: where the workers' side is required
//! and everyone on the workers' side answers unfavourably, that stands against audits, documents,
//! management, brands and desk research; the contradiction stays visible in `contradicted_by`.
//! A contradicting inspector or assessor, who looks independently, makes it contested, and so
//! does a favourable workers' side against anyone unfavourable.
//!
//! **Verified or claimed.** Verified needs one reviewed, fresh answer of a source that may settle
//! the indicator ([`SourceType::may_verify`]); where the workers' side is required, that is the
//! workers' side only. An audit or the management alone never verifies: their word is a claim.
//!
//! **Whether the question applies.** `applies_when` looks at the standing of other indicators. A
//! verified standing that rules the question out makes it *not applicable*. A claimed one does so
//! only while nobody has answered the question itself: an audit that saw no union cannot silence
//! the union that answers. An open, contested or unreviewed standing rules nothing out.
//!
//! Adding an audit's or the management's answer therefore never makes an indicator verified. It
//! can reopen a question that was not applicable, and a source that withdraws its own
//! contradiction lets the others' word stand.

mod applies;
mod fold;
mod standing;
mod summary;

pub use fold::{fold, fold_at};
pub use standing::{Kind, Standing, UnknownReason, Why};
pub use summary::{Headline, Summary};

use super::answer::{Answer, Source, Value};
use super::indicator::{Catalogue, Column, Indicator, Polarity, SourceType};
use jiff::civil::Date;

/// What one answer comes to on its indicator.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Position<'a> {
    /// It gives a value.
    Value {
        /// The value.
        value: &'a Value,
        /// The side it takes.
        polarity: Polarity,
    },
    /// The source was asked and did not know.
    Unknown,
    /// The source was asked and refused.
    Refused,
    /// The source said that the question does not apply.
    NotApplicable,
}

/// One answer in the table "What we know, and from whom".
#[derive(Clone, PartialEq, Debug)]
pub struct Cell<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// The kind of its source; `None` if the catalogue no longer knows it.
    pub source_type: Option<&'a SourceType>,
    /// Its column.
    pub column: Column,
    /// What it comes to.
    pub position: Position<'a>,
    /// Older than the indicator allows.
    pub aged: bool,
    /// Read by a machine and not yet reviewed.
    pub unreviewed: bool,
    /// A newer answer of the same source replaced it; kept as history.
    pub superseded: bool,
}

/// One indicator of the profile.
#[derive(Clone, PartialEq, Debug)]
pub struct Row<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// All answers, by column from left to right and newest first in each.
    pub cells: Vec<Cell<'a>>,
    /// Where that leaves the question.
    pub standing: Standing<'a>,
    /// Sources whose favourable word stands against a unanimous workers' side.
    pub contradicted_by: Vec<&'a Source>,
}

impl<'a> Row<'a> {
    /// The answers of one column, newest first.
    pub fn column(&self, column: Column) -> &[Cell<'a>] {
        let start = self.cells.partition_point(|cell| cell.column < column);
        let end = self.cells.partition_point(|cell| cell.column <= column);
        &self.cells[start..end]
    }
}

/// What is known of one facility.
#[derive(Clone, Debug)]
pub struct Profile<'a> {
    catalogue: &'a Catalogue,
    /// One row per indicator, in catalogue order: `rows[n].indicator.number == n`.
    pub rows: Vec<Row<'a>>,
    /// Answers to indicators that the catalogue does not have (any more); they count nowhere.
    pub unplaced: Vec<&'a Answer>,
    /// The next day on which the profile may change although no answer was added: an answer
    /// grows too old, an agreement comes close to its end, a day in the future arrives. Until the
    /// day before, the profile stays exactly this.
    pub changes_on: Option<Date>,
}

/// Equal if the rows, the unplaced answers and the day of the next change are.
impl PartialEq for Profile<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
            && self.unplaced == other.unplaced
            && self.changes_on == other.changes_on
    }
}

impl<'a> Profile<'a> {
    /// The row of an indicator.
    pub fn row(&self, id: &str) -> Option<&Row<'a>> {
        self.catalogue
            .get(id)
            .map(|indicator| &self.rows[indicator.number])
    }

    /// The catalogue it was folded with.
    pub fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }
}

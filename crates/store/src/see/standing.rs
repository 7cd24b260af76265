//! Where an indicator of a facility stands, as lists keep it: one small number per word, in the
//! order in which lists sort. The numbers are stored; the words are the domain's.

use crate::error::{Error, Result};
use jiff::civil::Date;

/// Where an indicator stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Word {
    /// Yes, and a source that may verify said so.
    VerifiedYes,
    /// Yes, by sources that may not verify.
    ClaimedYes,
    /// Sources differ.
    Contested,
    /// No, by sources that may not verify.
    ClaimedNo,
    /// No, and a source that may verify said so.
    VerifiedNo,
    /// Nothing that counts is known.
    #[default]
    Unknown,
    /// The question does not apply here.
    NotApplicable,
}

impl Word {
    /// All words in the order of lists.
    pub const ALL: [Word; 7] = [
        Word::VerifiedYes,
        Word::ClaimedYes,
        Word::Contested,
        Word::ClaimedNo,
        Word::VerifiedNo,
        Word::Unknown,
        Word::NotApplicable,
    ];

    /// The word itself.
    pub fn as_str(self) -> &'static str {
        match self {
            Word::VerifiedYes => "verified-yes",
            Word::ClaimedYes => "claimed-yes",
            Word::Contested => "contested",
            Word::ClaimedNo => "claimed-no",
            Word::VerifiedNo => "verified-no",
            Word::Unknown => "unknown",
            Word::NotApplicable => "not-applicable",
        }
    }

    /// The number under which it is kept.
    pub(crate) fn code(self) -> i64 {
        self as i64
    }

    /// The word behind a kept number.
    pub(crate) fn of_code(code: i64) -> Result<Word> {
        usize::try_from(code)
            .ok()
            .and_then(|position| Word::ALL.get(position).copied())
            .ok_or_else(|| Error::Other(format!("unknown standing {code}")))
    }
}

impl std::str::FromStr for Word {
    type Err = Error;

    fn from_str(text: &str) -> Result<Word> {
        Word::ALL
            .into_iter()
            .find(|word| word.as_str() == text)
            .ok_or_else(|| Error::Invalid(format!("{text} is no standing")))
    }
}

/// The part of a profile that lists show, filter and sort by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Summary {
    /// Standing of `union.present`.
    pub union: Word,
    /// Standing of `committee.present`.
    pub committee: Word,
    /// Standing of `committee.elected`.
    pub elected: Word,
    /// Standing of `bargain.cba_in_force`.
    pub agreement: Word,
    /// Standing of `grievance.exists`.
    pub grievance: Word,
    /// Day of the newest answer that counts.
    pub newest: Option<Date>,
    /// How many answers there are that count.
    pub answers: u32,
    /// The day on which the profile changes by age alone.
    pub changes_on: Option<Date>,
}

impl From<&domain::see::profile::Standing<'_>> for Word {
    fn from(standing: &domain::see::profile::Standing<'_>) -> Word {
        Word::of(standing.word())
    }
}

impl Word {
    /// The domain's word; one that is not known here stands for nothing known.
    pub(crate) fn of(word: &str) -> Word {
        word.parse().unwrap_or_default()
    }
}

//! When an answer is unfavourable, and what that makes of it on the page: yes or no, good or bad.
//! Rules only look at one value; who said it and when does not matter here.

use super::{Indicator, Severity};
use crate::see::answer::Value;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When an answer is unfavourable.
#[derive(Clone, PartialEq, Debug)]
pub enum Rule {
    /// It equals the value.
    Equals(Value),
    /// It is one of the options.
    In(Vec<String>),
    /// The list names one of the options.
    Contains(Vec<String>),
    /// The number is above this.
    Above(f64),
    /// The number is below this.
    Below(f64),
    /// The share is below this part of the share of women in the workforce.
    BelowRatioOfWomenShare(f64),
    /// The day is less than this many days ahead, or past.
    ExpiresWithin(i32),
    /// The number is zero at a facility with more workers than this.
    ZeroIfSiteAbove(u32),
    /// A person decides.
    Manual,
}

/// What rules need to know of the facility itself; unknown parts give no verdict.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Site {
    /// Workers employed.
    pub workers: Option<u32>,
    /// Women among them, in per cent.
    pub women_share_percent: Option<f64>,
}

/// How an answer is drawn: a circle or a square.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Literally yes, or a favourable value.
    Yes,
    /// Literally no, or an unfavourable value.
    No,
}

/// What an answer means for workers' rights.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it should be.
    Good,
    /// A breach or a weakness.
    Bad,
    /// A fact that is neither.
    Neutral,
}

/// The position that an answer takes on its indicator.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Polarity {
    /// Yes or no. For yes-or-no questions the literal answer ("Were workers punished?" "Yes").
    /// For every other value no means unfavourable by the rule and yes means anything else.
    pub mark: Mark,
    /// Good or bad. Neutral where the indicator only describes the situation (a facility without
    /// a union is a fact, not a breach), where no rule judges the value, and for an option between
    /// the best and the unfavourable ones ("partly").
    pub tone: Tone,
    /// Unfavourable by the rule, also where the tone is neutral because of the weight.
    pub unfavourable: bool,
}

impl Rule {
    /// Is the value unfavourable? `None`: the rule gives no verdict on it.
    pub fn unfavourable(&self, value: &Value, site: Site, today: Date) -> Option<bool> {
        match (self, value) {
            (Rule::Equals(bad), value) => Some(bad == value),
            (Rule::In(bad), Value::Choice(option)) => Some(bad.contains(option)),
            (Rule::Contains(bad), Value::List(items)) => {
                Some(items.iter().any(|item| bad.contains(item)))
            }
            (Rule::Above(limit), Value::Number(number) | Value::Percent(number)) => {
                Some(number > limit)
            }
            (Rule::Below(limit), Value::Number(number) | Value::Percent(number)) => {
                Some(number < limit)
            }
            (Rule::BelowRatioOfWomenShare(part), Value::Percent(share)) => {
                site.women_share_percent.map(|women| *share < part * women)
            }
            (Rule::ExpiresWithin(days), Value::Date(day)) => {
                Some(days_between(today, *day) < *days)
            }
            (Rule::ZeroIfSiteAbove(workers), Value::Number(number)) => site
                .workers
                .map(|employed| employed > *workers && *number == 0.0),
            _ => None,
        }
    }

    /// The day on which time alone turns this value unfavourable, if there is one.
    pub(crate) fn turns_on(&self, value: &Value) -> Option<Date> {
        match (self, value) {
            (Rule::ExpiresWithin(days), Value::Date(day)) => {
                plus_days(*day, 1_i32.saturating_sub(*days))
            }
            _ => None,
        }
    }
}

impl Indicator {
    /// The position that a value takes. The value must fit the indicator's type.
    pub fn polarity(&self, value: &Value, site: Site, today: Date) -> Polarity {
        let verdict = self
            .rule
            .as_ref()
            .and_then(|rule| rule.unfavourable(value, site, today));
        let unfavourable = verdict == Some(true);
        let mark = match value {
            Value::Bool(true) => Mark::Yes,
            Value::Bool(false) => Mark::No,
            _ if unfavourable => Mark::No,
            _ => Mark::Yes,
        };
        let tone = match verdict {
            _ if self.severity == Severity::Context => Tone::Neutral,
            None => Tone::Neutral,
            Some(true) => Tone::Bad,
            Some(false) if self.in_between(value) => Tone::Neutral,
            Some(false) => Tone::Good,
        };
        Polarity {
            mark,
            tone,
            unfavourable,
        }
    }

    /// Is the value an option between the best one, which stands first, and the unfavourable ones?
    fn in_between(&self, value: &Value) -> bool {
        matches!(value, Value::Choice(option) if self.options.first() != Some(option))
    }
}

/// Days from `from` to `to`; negative if `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    day_number(to) - day_number(from)
}

/// Consecutive number of a day, 0 for 1 March of the year 0. Plain arithmetic, since folding
/// profiles asks for it once for each answer.
pub(crate) fn day_number(day: Date) -> i32 {
    // The year starts in March, so that the leap day is its last.
    let month = i32::from(day.month());
    let year = i32::from(day.year()) - i32::from(month <= 2);
    let month_from_march = (month + 9) % 12;
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month_from_march + 2) / 5
        + i32::from(day.day())
        - 1
}

/// The day so many days later; `None` past the ends of the calendar.
pub(crate) fn plus_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::SignedDuration::from_hours(i64::from(days) * 24))
        .ok()
}

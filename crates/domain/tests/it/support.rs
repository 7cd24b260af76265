//! Words for tests: `by("union", "union.present", true).on("2026-03-01")` is an answer.

use domain::id::{AnswerId, FacilityId};
use domain::see::answer::{Answer, Review, Said, Source, Value};
use domain::see::indicator::Catalogue;
use domain::see::profile::{Profile, Row, fold};
use jiff::civil::Date;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

pub(crate) const INDICATORS: &str = include_str!("../../../../catalogue/indicators.toml");
pub(crate) const ROUTES: &str = include_str!("../../../../catalogue/routes.toml");

pub(crate) static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::parse(INDICATORS).unwrap());

/// The day on which tests look at profiles.
pub(crate) const TODAY: Date = jiff::civil::date(2026, 11, 24);

/// The profile of these answers today, and the row of one indicator in it.
pub(crate) fn profile(answers: &[Answer]) -> Profile<'_> {
    fold(&CATALOGUE, answers, TODAY)
}

pub(crate) fn row<'a>(answers: &'a [Answer], id: &str) -> Row<'a> {
    profile(answers).row(id).unwrap().clone()
}

pub(crate) fn word(answers: &[Answer], id: &str) -> &'static str {
    row(answers, id).standing.word()
}

/// A reviewed answer with a value, given this year.
pub(crate) fn by(kind: &str, indicator: &str, value: impl Into<Given>) -> Answer {
    said(
        kind,
        indicator,
        Said::Answered {
            value: value.into().0,
        },
    )
}

pub(crate) fn said(kind: &str, indicator: &str, said: Said) -> Answer {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    Answer {
        id: AnswerId(Uuid::from_u128(u128::from(number))),
        facility: FacilityId(Uuid::from_u128(1)),
        indicator: indicator.to_owned(),
        said,
        source: Source {
            kind: kind.to_owned(),
            name: format!("the {kind}"),
        },
        day: jiff::civil::date(2026, 6, 1),
        evidence: Vec::new(),
        review: Review::Reviewed,
        owner: None,
        audit: None,
    }
}

/// A value as tests write it.
pub(crate) struct Given(pub(crate) Value);

impl From<bool> for Given {
    fn from(value: bool) -> Self {
        Given(Value::Bool(value))
    }
}

impl From<&str> for Given {
    fn from(option: &str) -> Self {
        Given(Value::Choice(option.to_owned()))
    }
}

impl<const N: usize> From<[&str; N]> for Given {
    fn from(items: [&str; N]) -> Self {
        Given(Value::List(items.map(str::to_owned).to_vec()))
    }
}

pub(crate) fn percent(share: f64) -> Given {
    Given(Value::Percent(share))
}

pub(crate) fn number(number: f64) -> Given {
    Given(Value::Number(number))
}

pub(crate) fn date(day: &str) -> Given {
    Given(Value::Date(day.parse().unwrap()))
}

/// How an answer differs from the usual.
pub(crate) trait Answering {
    fn on(self, day: &str) -> Self;
    fn named(self, name: &str) -> Self;
    fn unreviewed(self) -> Self;
    fn rejected(self) -> Self;
}

impl Answering for Answer {
    fn on(mut self, day: &str) -> Self {
        self.day = day.parse().unwrap();
        self
    }

    fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.source.name);
        self
    }

    fn unreviewed(mut self) -> Self {
        self.review = Review::Unreviewed;
        self
    }

    fn rejected(mut self) -> Self {
        self.review = Review::Rejected;
        self
    }
}

//! How fast profiles fold: 100,000 facilities with 40 answers each, beside a floor that only
//! walks over the same answers and adds up their days. The ratio of the two is what the rules
//! cost. Run it with `cargo bench -p domain`.
//!
//! The answers of 5,000 facilities are generated once and folded twenty times, so that the
//! memory of a small machine suffices; they are still far larger than its caches.

#![expect(
    clippy::unwrap_used,
    reason = "a benchmark may stop at the first surprise"
)]

use divan::counter::ItemsCount;
use domain::id::{AnswerId, FacilityId};
use domain::see::answer::{Answer, Review, Said, Source, Value};
use domain::see::indicator::{Catalogue, Indicator, ValueType};
use domain::see::profile::fold;
use jiff::civil::{Date, date};
use std::sync::LazyLock;
use uuid::Uuid;

const FACILITIES: usize = 100_000;
const GENERATED: usize = 5_000;
const ANSWERS: usize = 40;
const TODAY: Date = date(2026, 11, 24);

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::parse(include_str!("../../../catalogue/indicators.toml")).unwrap());

static ANSWERS_OF_FACILITIES: LazyLock<Vec<Vec<Answer>>> = LazyLock::new(|| {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    (0..GENERATED)
        .map(|facility| {
            (0..ANSWERS)
                .map(|_| answer(facility, &mut chance))
                .collect()
        })
        .collect()
});

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn fold_100_000_facilities_of_40_answers(bencher: divan::Bencher) {
    LazyLock::force(&ANSWERS_OF_FACILITIES);
    bencher
        .counter(ItemsCount::new(FACILITIES))
        .bench(|| repeated(|answers| fold(&CATALOGUE, answers, TODAY).summary().answered as usize));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn floor_add_up_the_days_of_the_same_answers(bencher: divan::Bencher) {
    LazyLock::force(&ANSWERS_OF_FACILITIES);
    bencher.counter(ItemsCount::new(FACILITIES)).bench(|| {
        repeated(|answers| {
            answers
                .iter()
                .map(|answer| usize::from(answer.day.day().unsigned_abs()))
                .sum()
        })
    });
}

fn repeated(of_facility: impl Fn(&[Answer]) -> usize) -> usize {
    let answers = &*ANSWERS_OF_FACILITIES;
    (0..FACILITIES)
        .map(|facility| of_facility(divan::black_box(&answers[facility % GENERATED])))
        .sum()
}

/// Numbers that look like chance and are the same in every run (splitmix).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
    }
}

fn answer(facility: usize, chance: &mut Chance) -> Answer {
    let catalogue = &*CATALOGUE;
    let indicator = &catalogue.indicators()[chance.below(catalogue.indicators().len())];
    let source = &catalogue.source_types()[chance.below(catalogue.source_types().len())];
    let days = i64::try_from(chance.below(900)).unwrap();
    Answer {
        id: AnswerId(Uuid::from_u128(chance.below(usize::MAX) as u128)),
        facility: FacilityId(Uuid::from_u128(facility as u128)),
        indicator: indicator.id.clone(),
        said: match chance.below(12) {
            0 => Said::Unknown,
            _ => Said::Answered {
                value: value(indicator, chance),
            },
        },
        source: Source {
            kind: source.key.clone(),
            name: format!("Source number {}", chance.below(3)),
        },
        day: TODAY
            .checked_sub(jiff::SignedDuration::from_hours(24 * days))
            .unwrap(),
        evidence: Vec::new(),
        review: match chance.below(6) {
            0 => Review::Unreviewed,
            _ => Review::Reviewed,
        },
        owner: None,
        audit: None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "shares up to 100")]
fn value(indicator: &Indicator, chance: &mut Chance) -> Value {
    let mut option = || indicator.options[chance.below(indicator.options.len())].clone();
    match indicator.value_type {
        ValueType::Enum => Value::Choice(option()),
        ValueType::List if !indicator.options.is_empty() => Value::List(vec![option()]),
        ValueType::List => Value::List(vec!["A union".to_owned(), "Its federation".to_owned()]),
        ValueType::Bool => Value::Bool(chance.below(2) == 0),
        ValueType::Percent => Value::Percent(chance.below(101) as f64),
        ValueType::Count | ValueType::Ratio => Value::Number(chance.below(20) as f64),
        ValueType::Date => Value::Date(date(2027, 5, 31)),
        ValueType::Text => Value::Text("Words".to_owned()),
    }
}

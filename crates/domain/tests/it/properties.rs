//! What must hold for any answers at all.

use crate::support::{CATALOGUE, TODAY};
use domain::id::{AnswerId, FacilityId};
use domain::see::answer::{Answer, Review, Said, Source, Value};
use domain::see::indicator::{AppliesWhen, Catalogue, Indicator, Side, ValueType};
use domain::see::profile::{Kind, Position, Profile, UnknownReason, Why, fold};
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use proptest::prelude::*;
use uuid::Uuid;

const AUDIT_AND_MANAGEMENT: [&str; 3] = ["audit", "manager_interview", "supplier_self"];

fn plus(day: Date, days: i64) -> Date {
    day.checked_add(SignedDuration::from_hours(24 * days))
        .unwrap()
}

/// A value that the indicator accepts, chosen by a number.
fn value(indicator: &Indicator, chosen: u32) -> Value {
    let share = f64::from(chosen % 101);
    match indicator.value_type {
        ValueType::Bool => Value::Bool(chosen.is_multiple_of(2)),
        ValueType::Enum => {
            Value::Choice(indicator.options[chosen as usize % indicator.options.len()].clone())
        }
        ValueType::List if indicator.options.is_empty() => Value::List(
            (0..=chosen % 3)
                .map(|name| format!("union {name}"))
                .collect(),
        ),
        ValueType::List => Value::List(vec![
            indicator.options[chosen as usize % indicator.options.len()].clone(),
        ]),
        ValueType::Percent => Value::Percent(share),
        ValueType::Count | ValueType::Ratio => Value::Number(share),
        ValueType::Date => Value::Date(plus(TODAY, i64::from(chosen % 900) - 200)),
        ValueType::Text => Value::Text(format!("text {chosen}")),
    }
}

/// Some answer; few indicators and sources, so that answers meet. Days lie around today.
fn an_answer() -> impl Strategy<Value = Answer> {
    let indicators: Vec<&'static str> = vec![
        "union.present",
        "union.names",
        "union.officers_elected",
        "union.multiple_equal",
        "associate.free_to_join",
        "interfere.dismissal",
        "interfere.remedied",
        "bargain.cba_in_force",
        "bargain.coverage",
        "bargain.expires",
        "bargain.stage",
        "committee.present",
        "committee.elected",
        "grievance.retaliation",
        "strike.punished",
        "buyer.stays",
    ];
    let kinds: Vec<String> = CATALOGUE
        .source_types()
        .iter()
        .map(|source| source.key.clone())
        .collect();
    let said = prop_oneof![
        8 => any::<u32>().prop_map(Some),
        1 => Just(None),
    ];
    let review = prop_oneof![
        6 => Just(Review::Reviewed),
        2 => Just(Review::Unreviewed),
        1 => Just(Review::Rejected),
    ];
    (
        prop::sample::select(indicators),
        prop::sample::select(kinds),
        0..2_u8,
        said,
        0..3_u8,
        -700..30_i64,
        review,
    )
        .prop_map(|(indicator, kind, name, chosen, open, days, review)| {
            let said = match (chosen, open) {
                (Some(chosen), _) => Said::Answered {
                    value: value(CATALOGUE.get(indicator).unwrap(), chosen),
                },
                (None, 0) => Said::Unknown,
                (None, 1) => Said::Refused,
                (None, _) => Said::NotApplicable,
            };
            Answer {
                id: AnswerId(Uuid::nil()),
                facility: FacilityId(Uuid::nil()),
                indicator: indicator.to_owned(),
                said,
                source: Source {
                    kind,
                    name: format!("name {name}"),
                },
                day: plus(TODAY, days),
                evidence: Vec::new(),
                review,
                owner: None,
                audit: None,
            }
        })
}

/// Some answers with identifiers of their own.
fn some_answers() -> impl Strategy<Value = Vec<Answer>> {
    prop::collection::vec(an_answer(), 0..40).prop_map(|mut answers| {
        for (place, answer) in answers.iter_mut().enumerate() {
            answer.id = AnswerId(Uuid::from_u128(place as u128 + 1));
        }
        answers
    })
}

fn standings(profile: &Profile<'_>) -> Vec<String> {
    profile
        .rows
        .iter()
        .map(|row| format!("{} {:?}", row.indicator.id, row.standing))
        .collect()
}

/// Does whether `indicator` applies depend on `other`?
fn hangs_on(catalogue: &Catalogue, indicator: &Indicator, other: &Indicator) -> bool {
    indicator
        .applies_when
        .as_ref()
        .map(AppliesWhen::asks)
        .is_some_and(|asks| {
            asks.iter().any(|&asked| {
                asked == other.number || hangs_on(catalogue, &catalogue.indicators()[asked], other)
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_order_of_answers_never_matters(
        (answers, shuffled) in some_answers()
            .prop_flat_map(|answers| (Just(answers.clone()), Just(answers).prop_shuffle())),
    ) {
        prop_assert_eq!(fold(&CATALOGUE, &answers, TODAY), fold(&CATALOGUE, &shuffled, TODAY));
    }

    #[test]
    fn adding_an_audits_or_the_managements_answer_never_makes_an_indicator_verified(
        answers in some_answers(),
        mut added in an_answer(),
        kind in prop::sample::select(AUDIT_AND_MANAGEMENT.to_vec()),
    ) {
        added.id = AnswerId(Uuid::from_u128(1000));
        added.source = Source { kind: kind.to_owned(), name: "somebody new".to_owned() };
        let mut more = answers.clone();
        more.push(added.clone());
        let (before, after) = (fold(&CATALOGUE, &answers, TODAY), fold(&CATALOGUE, &more, TODAY));
        let about = CATALOGUE.get(&added.indicator).unwrap();
        for (old, new) in before.rows.iter().zip(&after.rows) {
            if new.standing.kind != Kind::Verified || old.standing.kind == Kind::Verified {
                continue;
            }
            // The one thing it can do is to reopen a question that seemed not to apply.
            prop_assert!(
                old.standing.why == Why::OutOfScope
                    && hangs_on(&CATALOGUE, old.indicator, about),
                "{} became verified, was {:?}", old.indicator.id, old.standing,
            );
        }
    }

    #[test]
    fn every_verified_indicator_rests_on_a_fresh_reviewed_answer_of_a_source_that_may_settle_it(
        answers in some_answers(),
    ) {
        for row in &fold(&CATALOGUE, &answers, TODAY).rows {
            let settled = row.cells.iter().any(|cell| {
                !cell.aged && !cell.unreviewed && !cell.superseded
                    && matches!(cell.position, Position::Value { value, .. }
                        if row.standing.value == Some(value))
                    && cell.source_type.is_some_and(|source| {
                        source.may_verify(row.indicator)
                            && (!row.indicator.worker_side_required || source.side == Side::Worker)
                    })
            });
            prop_assert!(row.standing.kind != Kind::Verified || settled, "{}", row.indicator.id);
        }
    }

    #[test]
    fn a_newer_reviewed_answer_of_the_same_source_stands_as_if_the_older_had_never_been(
        answers in some_answers(), mut newer in an_answer(),
    ) {
        newer.id = AnswerId(Uuid::from_u128(1000));
        newer.day = TODAY;
        newer.review = Review::Reviewed;
        let (mut all, mut without) = (answers.clone(), answers);
        without.retain(|answer| {
            answer.indicator != newer.indicator || answer.source != newer.source
                || answer.day > TODAY
        });
        all.push(newer.clone());
        without.push(newer);
        prop_assert_eq!(
            standings(&fold(&CATALOGUE, &all, TODAY)),
            standings(&fold(&CATALOGUE, &without, TODAY))
        );
    }

    #[test]
    fn removing_an_answer_restores_the_former_profile(
        answers in some_answers(), mut added in an_answer(), place in any::<prop::sample::Index>(),
    ) {
        added.id = AnswerId(Uuid::from_u128(1000));
        let former = fold(&CATALOGUE, &answers, TODAY);
        let mut changed = answers.clone();
        changed.insert(place.index(answers.len() + 1), added);
        changed.retain(|answer| answer.id != AnswerId(Uuid::from_u128(1000)));
        prop_assert_eq!(former, fold(&CATALOGUE, &changed, TODAY));
    }

    #[test]
    fn rejecting_an_answer_is_the_same_as_removing_it(
        answers in some_answers(), place in any::<prop::sample::Index>(),
    ) {
        prop_assume!(!answers.is_empty());
        let place = place.index(answers.len());
        let (mut rejected, mut removed) = (answers.clone(), answers);
        rejected[place].review = Review::Rejected;
        removed.remove(place);
        prop_assert_eq!(
            fold(&CATALOGUE, &rejected, TODAY),
            fold(&CATALOGUE, &removed, TODAY)
        );
    }

    #[test]
    fn rejecting_every_answer_leaves_everything_unasked(mut answers in some_answers()) {
        for answer in &mut answers {
            answer.review = Review::Rejected;
        }
        let profile = fold(&CATALOGUE, &answers, TODAY);
        prop_assert_eq!(profile.changes_on, None);
        for row in &profile.rows {
            prop_assert_eq!(row.standing.reason, Some(UnknownReason::NotAsked));
            prop_assert!(row.cells.is_empty());
        }
    }

    #[test]
    fn until_the_day_of_the_next_change_the_profile_stays_exactly_the_same(
        answers in some_answers(), part in 0.0..1.0_f64,
    ) {
        let now = fold(&CATALOGUE, &answers, TODAY);
        let last = match now.changes_on {
            Some(day) => day.checked_sub(1.day()).unwrap(),
            None => plus(TODAY, 20_000),
        };
        prop_assert!(last >= TODAY);
        let days = (last - TODAY).get_days();
        #[expect(clippy::cast_possible_truncation, reason = "a part of some days")]
        let between = plus(TODAY, (f64::from(days) * part) as i64);
        for day in [TODAY.tomorrow().unwrap().min(last), between, last] {
            prop_assert_eq!(&now, &fold(&CATALOGUE, &answers, day), "on {}", day);
        }
        if let Some(day) = now.changes_on {
            // On that day something is different: at least the next such day is a later one.
            prop_assert_ne!(now, fold(&CATALOGUE, &answers, day));
        }
    }

    #[test]
    fn any_text_becomes_a_value_that_is_accepted_or_is_refused_with_a_reason(
        text in "\\PC{0,12}|[0-9., ]{1,8}|[0-9]{4}-[0-9]{2}-[0-9]{2}|yes|none|a\\|b",
        number in 0..81_usize,
    ) {
        let indicator = &CATALOGUE.indicators()[number];
        match indicator.parse_value(&text) {
            Ok(value) => prop_assert!(indicator.accepts(&value).is_ok()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn no_text_makes_the_catalogue_the_playbook_or_a_country_panic(text in "\\PC{0,60}") {
        let _ = Catalogue::parse(&text);
        let _ = CATALOGUE.clone().with_own(&text);
        let _ = domain::act::route::Playbook::parse(&text);
        let _ = domain::see::country::Country::parse("bd", &text);
    }
}

//! Answers: what they do to a facility's profile, who reviews them, and what happens when two
//! people decide at once.

use crate::facility::{add, draft};
use domain::id::{AnswerId, FacilityId};
use domain::people::access::Scope;
use domain::see::answer::{Evidence, Review, Said, Source, Value};
use domain::see::indicator::Catalogue;
use jiff::civil::{Date, date};
use std::sync::LazyLock;
use store::see::answer::{self, Draft};
use store::see::facility::list::{self, Filter, Freshness, Sort};
use store::see::standing::Word;
use store::see::{facility, profile};
use store::testing::{for_each_engine, found, now};
use store::{Db, Error};

pub(crate) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    Catalogue::parse(include_str!("../../../../catalogue/indicators.toml")).unwrap()
});

pub(crate) const TODAY: Date = date(2026, 11, 24);

/// `source` says on `day` whether there is a union.
pub(crate) fn union(source: &str, present: bool, day: Date) -> Draft {
    says("union.present", source, Value::Bool(present), day)
}

/// `source` gives `value` for `indicator` on `day`.
pub(crate) fn says(indicator: &str, source: &str, value: Value, day: Date) -> Draft {
    Draft {
        indicator: indicator.into(),
        said: Said::Answered { value },
        source: Source {
            kind: source.into(),
            name: format!("Example {source}"),
        },
        day,
        evidence: vec![Evidence::Note {
            text: "ইউনিয়ন আছে".into(),
        }],
    }
}

fn enter(db: &Db, scope: &Scope, facility: FacilityId, draft: &Draft) -> AnswerId {
    db.write(|tx| answer::add(tx, scope, &CATALOGUE, facility, draft, TODAY, now()))
        .unwrap()
}

fn summary(db: &Db, scope: &Scope, id: FacilityId) -> store::see::standing::Summary {
    db.read(|tx| facility::get(tx, scope, id)).unwrap().summary
}

/// The lists count the same as the summaries say.
fn total(db: &Db, scope: &Scope, word: Word) -> u64 {
    let filter = Filter {
        union: vec![word],
        ..Filter::default()
    };
    let page = db
        .read(|tx| list::list(tx, scope, &filter, Sort::default(), 1))
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.total
}

#[test]
fn an_answer_comes_back_as_it_was_entered() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let said = union("union", true, date(2026, 11, 1));
        let answer = enter(db, &scope, id, &said);
        let record = db.read(|tx| answer::get(tx, &scope, answer)).unwrap();
        assert_eq!(record.answer.said, said.said);
        assert_eq!(record.answer.source, said.source);
        assert_eq!(record.answer.day, said.day);
        assert_eq!(record.answer.evidence, said.evidence);
        assert_eq!(record.answer.review, Review::Reviewed);
        assert_eq!(record.answer.owner, Some(scope.organisation));
        assert_eq!(record.created_by, Some(scope.account));
        let all = db.read(|tx| answer::of_facility(tx, &scope, id)).unwrap();
        assert_eq!(all, [record.answer]);
    });
}

#[test]
fn answers_make_the_profile_and_withdrawing_restores_it() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        assert_eq!(total(db, &scope, Word::Unknown), 1);
        enter(db, &scope, id, &union("audit", true, date(2026, 10, 1)));
        assert_eq!(summary(db, &scope, id).union, Word::ClaimedYes);
        let before = summary(db, &scope, id);
        let union_says = enter(db, &scope, id, &union("union", true, date(2026, 11, 1)));
        let after = summary(db, &scope, id);
        assert_eq!(
            (after.union, after.newest, after.answers),
            (Word::VerifiedYes, Some(date(2026, 11, 1)), 2)
        );
        assert_eq!(total(db, &scope, Word::VerifiedYes), 1);
        assert_eq!(total(db, &scope, Word::ClaimedYes), 0);
        let standings = db.read(|tx| profile::standings(tx, &scope, id)).unwrap();
        let standing = standings
            .iter()
            .find(|row| row.indicator == "union.present")
            .unwrap();
        assert_eq!(
            (standing.word, &standing.value),
            (Word::VerifiedYes, &Some(Value::Bool(true)))
        );
        db.write(|tx| answer::withdraw(tx, &scope, &CATALOGUE, union_says, 1, TODAY, now()))
            .unwrap();
        assert_eq!(summary(db, &scope, id), before);
        assert_eq!(total(db, &scope, Word::ClaimedYes), 1);
        assert!(matches!(
            db.read(|tx| answer::get(tx, &scope, union_says)),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn a_profile_ages_without_a_new_answer() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        enter(db, &scope, id, &union("union", true, date(2026, 11, 1)));
        let change = summary(db, &scope, id).changes_on.unwrap();
        let early = db
            .write(|tx| profile::refold_due(tx, &CATALOGUE, change.yesterday().unwrap(), 10))
            .unwrap();
        assert_eq!(early, 0);
        let due = db
            .write(|tx| profile::refold_due(tx, &CATALOGUE, change, 10))
            .unwrap();
        assert_eq!(due, 1);
        assert_eq!(summary(db, &scope, id).union, Word::ClaimedYes);
        assert_eq!(total(db, &scope, Word::ClaimedYes), 1);
        let again = db
            .write(|tx| profile::refold_due(tx, &CATALOGUE, change, 10))
            .unwrap();
        assert_eq!(again, 0);
    });
}

#[test]
fn another_catalogue_folds_every_profile_once() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        for name in ["Alpha", "Beta", "Gamma"] {
            let id = add(db, &scope, &draft(name, "BD"));
            if name != "Gamma" {
                enter(db, &scope, id, &union("union", true, TODAY));
            }
        }
        assert_eq!(profile::refold_all(db, &CATALOGUE, TODAY).unwrap(), 2);
        assert_eq!(profile::refold_all(db, &CATALOGUE, TODAY).unwrap(), 0);
        db.write(profile::tidy).unwrap();
        assert_eq!(total(db, &scope, Word::VerifiedYes), 2);
        assert_eq!(total(db, &scope, Word::Unknown), 1);
    });
}

#[test]
fn lists_filter_by_the_age_of_the_newest_answer() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let [fresh, old, _none] =
            ["Fresh", "Old", "None"].map(|name| add(db, &scope, &draft(name, "BD")));
        enter(db, &scope, fresh, &union("union", true, date(2026, 11, 1)));
        enter(db, &scope, old, &union("union", true, date(2024, 1, 1)));
        let names = |freshness| {
            let filter = Filter {
                freshness: Some(freshness),
                ..Filter::default()
            };
            let page = db
                .read(|tx| list::list(tx, &scope, &filter, Sort::default(), 1))
                .unwrap();
            assert_eq!(page.total, page.rows.len() as u64);
            page.rows
                .into_iter()
                .map(|row| row.facility.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(Freshness::Since(date(2026, 1, 1))), ["Fresh"]);
        assert_eq!(names(Freshness::Before(date(2026, 1, 1))), ["Old"]);
        assert_eq!(names(Freshness::Never), ["None"]);
    });
}

#[test]
fn an_answer_that_the_catalogue_does_not_ask_for_is_refused_and_changes_nothing() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let mut future = union("union", true, date(2027, 1, 1));
        for bad in [
            says("no.such", "union", Value::Bool(true), TODAY),
            says("union.present", "no-such-source", Value::Bool(true), TODAY),
            says("union.present", "union", Value::Number(3.0), TODAY),
            std::mem::replace(&mut future, union("union", true, TODAY)),
        ] {
            let refused =
                db.write(|tx| answer::add(tx, &scope, &CATALOGUE, id, &bad, TODAY, now()));
            assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        }
        assert_eq!(summary(db, &scope, id).answers, 0);
    });
}

#[test]
fn officers_who_add_answers_at_once_are_all_counted() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        std::thread::scope(|threads| {
            for source in ["union", "audit", "worker_survey", "inspector"] {
                threads.spawn(move || enter(db, &scope, id, &union(source, true, TODAY)));
            }
        });
        assert_eq!(summary(db, &scope, id).answers, 4);
        assert_eq!(total(db, &scope, Word::VerifiedYes), 1);
    });
}

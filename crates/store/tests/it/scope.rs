//! The rule of `domain::people::access` and the SQL made from it agree: what a list shows is
//! exactly what the rule admits, and what it does not show cannot be read one by one either.

use crate::answer::{CATALOGUE, TODAY, union};
use crate::facility::{add, draft};
use domain::id::{OrganisationId, ProgrammeId};
use domain::people::access::{Action, Item, OrganisationKind, Scope};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::files::{Hash, Stored};
use store::people::organisation;
use store::see::answer;
use store::see::audit::{self, Filter};
use store::testing::{for_each_engine, found, now};
use store::{Error, jobs};

#[test]
fn lists_show_exactly_what_the_rule_admits() {
    for_each_engine(|db| {
        let facilitator = found(db).scope;
        let brands: Vec<OrganisationId> = ["One", "Two", "Three"]
            .map(|name| {
                db.write(|tx| {
                    organisation::add(tx, &facilitator, OrganisationKind::Brand, name, true, now())
                })
                .unwrap()
            })
            .to_vec();
        let mut actors = vec![facilitator];
        actors.extend(brands.iter().map(|organisation| Scope {
            organisation: *organisation,
            kind: OrganisationKind::Brand,
            ..facilitator
        }));
        let mut viewers = actors.clone();
        viewers.push(Scope {
            programme: ProgrammeId(uuid::Uuid::now_v7()),
            ..facilitator
        });
        let facility = add(db, &facilitator, &draft("Alpha", "BD"));
        // Who adds, and whether an audit or an answer.
        let deeds = proptest::collection::vec((0..actors.len(), any::<bool>()), 1..12);
        let mut runner = TestRunner::new(Config {
            cases: 12,
            failure_persistence: None,
            ..Config::default()
        });
        let audits = std::cell::RefCell::new(Vec::new());
        let answers = std::cell::RefCell::new(Vec::new());
        runner
            .run(&deeds, |deeds| {
                for (who, is_audit) in deeds {
                    let scope = &actors[who];
                    let item = Item {
                        programme: scope.programme,
                        owner: Some(scope.organisation),
                    };
                    if is_audit {
                        let new = audit::New {
                            stored: Stored {
                                hash: Hash([7; 32]),
                                size: 1,
                            },
                            name: "a.pdf",
                            media_type: "application/pdf",
                            facility: None,
                        };
                        let added = db.write(|tx| audit::add(tx, scope, &new, now())).unwrap();
                        audits.borrow_mut().push((added.id, item));
                    } else {
                        let said = union("audit", true, TODAY);
                        let id = db
                            .write(|tx| {
                                answer::add(tx, scope, &CATALOGUE, facility, &said, TODAY, now())
                            })
                            .unwrap();
                        answers.borrow_mut().push((id, item));
                    }
                }
                for viewer in &viewers {
                    let admitted = audits
                        .borrow()
                        .iter()
                        .filter(|(_, item)| viewer.may(Action::Read, item))
                        .count();
                    let page = db
                        .read(|tx| audit::list(tx, viewer, &Filter::default(), 1))
                        .unwrap();
                    prop_assert_eq!(page.total, admitted as u64);
                    let jobs = db.read(|tx| jobs::list(tx, viewer, 10_000)).unwrap();
                    prop_assert_eq!(jobs.len(), admitted);
                    let mut seen: Vec<_> = db
                        .read(|tx| answer::of_facility(tx, viewer, facility))
                        .unwrap()
                        .into_iter()
                        .map(|answer| answer.id)
                        .collect();
                    seen.sort();
                    let mut may: Vec<_> = answers
                        .borrow()
                        .iter()
                        .filter(|(_, item)| viewer.may(Action::Read, item))
                        .map(|(id, _)| *id)
                        .collect();
                    may.sort();
                    prop_assert_eq!(seen, may);
                    for (id, item) in answers.borrow().iter() {
                        let one = db.read(|tx| answer::get(tx, viewer, *id));
                        prop_assert_eq!(one.is_ok(), viewer.may(Action::Read, item));
                        if let Err(error) = one {
                            prop_assert!(matches!(error, Error::NotFound));
                        }
                    }
                }
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn nobody_changes_what_belongs_to_others() {
    for_each_engine(|db| {
        let facilitator = found(db).scope;
        let [first, second] = ["First", "Second"].map(|name| {
            let organisation = db
                .write(|tx| {
                    organisation::add(tx, &facilitator, OrganisationKind::Brand, name, true, now())
                })
                .unwrap();
            Scope {
                organisation,
                kind: OrganisationKind::Brand,
                ..facilitator
            }
        });
        let facility = add(db, &facilitator, &draft("Alpha", "BD"));
        let said = union("union", true, TODAY);
        let id = db
            .write(|tx| answer::add(tx, &first, &CATALOGUE, facility, &said, TODAY, now()))
            .unwrap();
        let refused = db.write(|tx| answer::withdraw(tx, &second, &CATALOGUE, id, 1, TODAY, now()));
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        let new = audit::New {
            stored: Stored {
                hash: Hash([7; 32]),
                size: 1,
            },
            name: "a.pdf",
            media_type: "application/pdf",
            facility: None,
        };
        let audit = db
            .write(|tx| audit::add(tx, &first, &new, now()))
            .unwrap()
            .id;
        let refused = db.write(|tx| audit::cancel(tx, &second, audit, now()));
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        let job = db
            .read(|tx| jobs::of_item(tx, &first, audit.0))
            .unwrap()
            .unwrap();
        let refused = db.write(|tx| jobs::cancel(tx, &second, job.id, now()));
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    });
}

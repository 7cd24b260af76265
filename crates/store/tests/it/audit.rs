//! Audits: uploaded, read, given to a facility, reviewed.

use crate::answer::{CATALOGUE, TODAY, union};
use crate::facility::{add as add_facility, draft};
use domain::id::{AuditId, FacilityId};
use domain::people::access::Scope;
use domain::see::answer::{Evidence, Review, Said, Value};
use jiff::SignedDuration;
use jiff::civil::date;
use store::files::{Hash, Stored};
use store::jobs;
use store::see::Problem;
use store::see::answer::{self, Decision};
use store::see::audit::{self, Filter, New, Outcome, State};
use store::see::facility;
use store::see::standing::Word;
use store::testing::{for_each_engine, found, now};
use store::{Db, Error};

fn upload(db: &Db, scope: &Scope, byte: u8, facility: Option<FacilityId>) -> audit::Added {
    let new = New {
        stored: Stored {
            hash: Hash([byte; 32]),
            size: 1000,
        },
        name: "কারখানা audit.pdf",
        media_type: "application/pdf",
        facility,
    };
    db.write(|tx| audit::add(tx, scope, &new, now())).unwrap()
}

fn outcome() -> Outcome {
    let mut proposal = union("audit", true, date(2026, 6, 1));
    proposal.evidence = vec![Evidence::Quote {
        audit: None,
        text: "A trade union is active.".into(),
        page: Some(3),
        range: Some((10, 34)),
    }];
    Outcome {
        scheme: "smeta".into(),
        language: "en".into(),
        day: Some(date(2026, 5, 30)),
        document: r#"{"text":"..."}"#.into(),
        reading: r#"{"labels":{"union":"present"}}"#.into(),
        proposals: vec![proposal],
        text: "A trade union is active.".into(),
        pages: Vec::new(),
    }
}

/// Does what a worker does.
fn work(db: &Db, scope: &Scope) -> AuditId {
    let job = jobs::claim(
        db,
        &[audit::JOB],
        "worker",
        now(),
        now() + SignedDuration::from_secs(30),
    )
    .unwrap()
    .unwrap();
    let id: AuditId = serde_json::from_value(job.payload["audit"].clone()).unwrap();
    db.write(|tx| audit::progress(tx, scope, id, 50)).unwrap();
    assert_eq!(
        db.read(|tx| audit::get(tx, scope, id)).unwrap().state,
        State::Reading
    );
    db.write(|tx| {
        audit::read(tx, &job.scope, &CATALOGUE, id, &outcome(), TODAY, now())?;
        jobs::finish(tx, &job, now())
    })
    .unwrap();
    id
}

fn union_of(db: &Db, scope: &Scope, id: FacilityId) -> Word {
    db.read(|tx| facility::get(tx, scope, id))
        .unwrap()
        .summary
        .union
}

#[test]
fn a_reading_proposes_answers_once_the_facility_is_known() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add_facility(db, &scope, &draft("Alpha", "BD"));
        let beta = add_facility(db, &scope, &draft("Beta", "BD"));
        let id = upload(db, &scope, 1, None).id;
        assert_eq!(work(db, &scope), id);
        let record = db.read(|tx| audit::get(tx, &scope, id)).unwrap();
        assert_eq!(
            (record.state, record.answers, record.day),
            (State::Read, 0, Some(date(2026, 5, 30)))
        );
        assert_eq!(record.name, "কারখানা audit.pdf");

        let give = |to, version| {
            db.write(|tx| {
                audit::assign(tx, &scope, &CATALOGUE, id, version, to, None, TODAY, now())
            })
        };
        let version = give(alpha, record.version).unwrap();
        assert_eq!(union_of(db, &scope, alpha), Word::ClaimedYes);
        let answers = db.read(|tx| answer::of_audit(tx, &scope, id)).unwrap();
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].answer.review, Review::Unreviewed);
        assert_eq!(answers[0].answer.day, date(2026, 5, 30));
        assert!(
            matches!(&answers[0].answer.evidence[0], Evidence::Quote { audit, .. } if *audit == Some(id))
        );

        let late = give(beta, record.version);
        assert!(matches!(late, Err(Error::Conflict(_))), "{late:?}");
        give(beta, version).unwrap();
        assert_eq!(union_of(db, &scope, alpha), Word::Unknown);
        assert_eq!(union_of(db, &scope, beta), Word::ClaimedYes);
        let of_beta = db.read(|tx| audit::of_facility(tx, &scope, beta)).unwrap();
        assert_eq!(of_beta.len(), 1);
        assert_eq!(of_beta[0].facility_name.as_deref(), Some("Beta"));
        assert_eq!(
            db.read(|tx| audit::document(tx, &scope, id)).unwrap(),
            Some(outcome().document)
        );
    });
}

#[test]
fn the_second_of_two_officers_who_review_at_once_learns_who_was_first() {
    for_each_engine(|db| {
        let officer = found(db);
        let scope = officer.scope;
        let alpha = add_facility(db, &scope, &draft("Alpha", "BD"));
        let id = upload(db, &scope, 1, Some(alpha)).id;
        work(db, &scope);
        let proposed = db
            .read(|tx| answer::of_audit(tx, &scope, id))
            .unwrap()
            .remove(0);
        let decide = |decision: &Decision| {
            db.write(|tx| {
                answer::review(
                    tx,
                    &scope,
                    &CATALOGUE,
                    proposed.answer.id,
                    proposed.version,
                    decision,
                    TODAY,
                    now(),
                )
            })
        };
        decide(&Decision::Accept).unwrap();
        match decide(&Decision::Reject) {
            Err(Error::Conflict(stale)) => {
                assert_eq!((stale.by, stale.at), (Some(officer.id), Some(now())));
            }
            other => panic!("expected a conflict, got {other:?}"),
        }
        let stands = db
            .read(|tx| answer::get(tx, &scope, proposed.answer.id))
            .unwrap();
        assert_eq!(stands.answer.review, Review::Reviewed);
    });
}

#[test]
fn two_officers_at_the_same_moment_decide_once() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add_facility(db, &scope, &draft("Alpha", "BD"));
        let id = upload(db, &scope, 1, Some(alpha)).id;
        work(db, &scope);
        let proposed = &db.read(|tx| answer::of_audit(tx, &scope, id)).unwrap()[0];
        let won: usize = std::thread::scope(|threads| {
            let officers: Vec<_> = (0..4)
                .map(|_| {
                    threads.spawn(|| {
                        db.write(|tx| {
                            let decision = &Decision::Accept;
                            answer::review(
                                tx,
                                &scope,
                                &CATALOGUE,
                                proposed.answer.id,
                                1,
                                decision,
                                TODAY,
                                now(),
                            )
                        })
                        .is_ok()
                    })
                })
                .collect();
            officers
                .into_iter()
                .map(|officer| usize::from(officer.join().unwrap()))
                .sum()
        });
        assert_eq!(won, 1);
    });
}

#[test]
fn a_correction_keeps_what_the_machine_had_proposed_and_a_rejection_counts_nowhere() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add_facility(db, &scope, &draft("Alpha", "BD"));
        let id = upload(db, &scope, 1, Some(alpha)).id;
        work(db, &scope);
        let proposed = db
            .read(|tx| answer::of_audit(tx, &scope, id))
            .unwrap()
            .remove(0);
        let no = Said::Answered {
            value: Value::Bool(false),
        };
        let decide = |version, decision: &Decision| {
            db.write(|tx| {
                answer::review(
                    tx,
                    &scope,
                    &CATALOGUE,
                    proposed.answer.id,
                    version,
                    decision,
                    TODAY,
                    now(),
                )
            })
            .unwrap()
        };
        let version = decide(1, &Decision::Correct { said: no.clone() });
        assert_eq!(union_of(db, &scope, alpha), Word::ClaimedNo);
        let corrected = db
            .read(|tx| answer::get(tx, &scope, proposed.answer.id))
            .unwrap();
        assert_eq!(
            (corrected.answer.said, corrected.proposed),
            (no, Some(proposed.answer.said))
        );
        decide(version, &Decision::Reject);
        assert_eq!(union_of(db, &scope, alpha), Word::Unknown);
    });
}

#[test]
fn reading_again_leaves_what_a_person_decided() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let alpha = add_facility(db, &scope, &draft("Alpha", "BD"));
        let id = upload(db, &scope, 1, Some(alpha)).id;
        work(db, &scope);
        let proposed = db
            .read(|tx| answer::of_audit(tx, &scope, id))
            .unwrap()
            .remove(0);
        db.write(|tx| {
            let decision = &Decision::Reject;
            answer::review(
                tx,
                &scope,
                &CATALOGUE,
                proposed.answer.id,
                1,
                decision,
                TODAY,
                now(),
            )
        })
        .unwrap();
        db.write(|tx| audit::read_again(tx, &scope, id, now()))
            .unwrap();
        work(db, &scope);
        let answers = db.read(|tx| answer::of_audit(tx, &scope, id)).unwrap();
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].answer.review, Review::Rejected);
        assert_eq!(union_of(db, &scope, alpha), Word::Unknown);
    });
}

#[test]
fn the_same_file_again_is_said_so() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let first = upload(db, &scope, 1, None);
        assert!(first.duplicates.is_empty());
        assert_eq!(upload(db, &scope, 1, None).duplicates, [first.id]);
        assert!(upload(db, &scope, 2, None).duplicates.is_empty());
    });
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_a_stopped_one_is_not_read() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = upload(db, &scope, 1, None).id;
        let problem = Problem {
            code: "audit-encrypted".into(),
            args: vec![("name".into(), "a.pdf".into())],
        };
        db.write(|tx| audit::fail(tx, &scope, id, &problem))
            .unwrap();
        let record = db.read(|tx| audit::get(tx, &scope, id)).unwrap();
        assert_eq!(
            (record.state, record.problem),
            (State::Failed, Some(problem))
        );

        let other = upload(db, &scope, 2, None).id;
        assert!(
            db.write(|tx| audit::cancel(tx, &scope, other, now()))
                .unwrap()
        );
        let filter = Filter {
            states: vec![State::Cancelled],
            ..Filter::default()
        };
        let page = db.read(|tx| audit::list(tx, &scope, &filter, 1)).unwrap();
        assert_eq!((page.total, page.rows[0].id), (1, other));
        let all = db
            .read(|tx| audit::list(tx, &scope, &Filter::default(), 1))
            .unwrap();
        assert_eq!(all.total, 2);
    });
}

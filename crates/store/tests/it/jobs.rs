//! Durable work: nothing lost, nothing done twice.

use domain::people::access::Scope;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use store::jobs::{self, New, State};
use store::testing::{for_each_engine, found, now};
use store::{Db, Error};

const LEASE: SignedDuration = SignedDuration::from_secs(30);

fn new(key: Option<&str>) -> New<'static> {
    New {
        kind: "read-audit",
        payload: serde_json::json!({"audit": 1}),
        unique_key: key.map(str::to_owned),
        item: None,
        max_attempts: 2,
        run_after: now(),
    }
}

fn enqueue(db: &Db, scope: &Scope, key: Option<&str>) -> Option<domain::id::JobId> {
    db.write(|tx| jobs::enqueue(tx, scope, &new(key), now()))
        .unwrap()
}

fn claim(db: &Db, owner: &str, at: Timestamp) -> Option<jobs::Job> {
    jobs::claim(db, &["read-audit"], owner, at, at + LEASE).unwrap()
}

#[test]
fn a_job_goes_to_one_worker_in_the_name_of_who_asked() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = enqueue(db, &scope, None).unwrap();
        let job = claim(db, "a", now()).unwrap();
        assert_eq!((job.id, job.scope, job.attempt), (id, scope, 1));
        assert_eq!(job.payload["audit"], 1);
        assert_eq!(claim(db, "b", now()), None);
        assert!(
            db.write(|tx| jobs::heartbeat(tx, &job, 40, now() + LEASE))
                .unwrap()
        );
        let shown = db.read(|tx| jobs::get(tx, &scope, id)).unwrap();
        assert_eq!((shown.state, shown.progress), (State::Running, 40));
        db.write(|tx| jobs::finish(tx, &job, now())).unwrap();
        let shown = db.read(|tx| jobs::get(tx, &scope, id)).unwrap();
        assert_eq!((shown.state, shown.progress), (State::Done, 100));
        assert_eq!(claim(db, "a", now()), None);
    });
}

#[test]
fn a_dead_workers_job_goes_to_another_and_the_dead_one_cannot_finish_it() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        enqueue(db, &scope, None).unwrap();
        let dead = claim(db, "a", now()).unwrap();
        let later = now() + LEASE + SignedDuration::from_secs(1);
        let job = claim(db, "b", later).unwrap();
        assert_eq!((job.id, job.attempt), (dead.id, 2));
        assert!(
            !db.write(|tx| jobs::heartbeat(tx, &dead, 1, later + LEASE))
                .unwrap()
        );
        assert!(matches!(
            db.write(|tx| jobs::finish(tx, &dead, later)),
            Err(Error::Conflict(_))
        ));
        db.write(|tx| jobs::finish(tx, &job, later)).unwrap();
    });
}

#[test]
fn the_effect_of_a_lost_lease_is_not_kept() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        enqueue(db, &scope, None).unwrap();
        let dead = claim(db, "a", now()).unwrap();
        let later = now() + LEASE + SignedDuration::from_secs(1);
        claim(db, "b", later).unwrap();
        let outcome = db.write(|tx| {
            jobs::enqueue(tx, &scope, &new(Some("effect")), now())?;
            jobs::finish(tx, &dead, later)
        });
        assert!(outcome.is_err());
        assert_eq!(db.read(|tx| jobs::list(tx, &scope, 10)).unwrap().len(), 1);
    });
}

#[test]
fn a_job_that_kills_its_worker_each_time_fails_in_the_end() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = enqueue(db, &scope, None).unwrap();
        let mut at = now();
        for _ in 0..2 {
            claim(db, "a", at).unwrap();
            at = at + LEASE + SignedDuration::from_secs(1);
        }
        let job = claim(db, "a", at).unwrap();
        assert!(job.is_exhausted(), "it is handed out only to be given up");
        let state = db
            .write(|tx| jobs::fail(tx, &job, "gone each time", true, at))
            .unwrap();
        assert_eq!(state, State::Failed);
        assert_eq!(claim(db, "a", at + LEASE + LEASE), None);
        let shown = db.read(|tx| jobs::get(tx, &scope, id)).unwrap();
        assert_eq!(shown.state, State::Failed);
        assert!(!shown.error.is_empty());
    });
}

#[test]
fn a_failed_try_waits_and_the_last_one_is_final() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        enqueue(db, &scope, None).unwrap();
        let job = claim(db, "a", now()).unwrap();
        let state = db
            .write(|tx| jobs::fail(tx, &job, "no disk", true, now()))
            .unwrap();
        assert_eq!(state, State::Queued);
        assert_eq!(claim(db, "a", now()), None);
        let later = now() + SignedDuration::from_mins(1);
        let job = claim(db, "a", later).unwrap();
        let state = db
            .write(|tx| jobs::fail(tx, &job, "no disk", true, later))
            .unwrap();
        assert_eq!(state, State::Failed);
    });
}

#[test]
fn two_jobs_with_one_key_never_wait_together() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        assert!(enqueue(db, &scope, Some("import 7")).is_some());
        assert!(enqueue(db, &scope, Some("import 7")).is_none());
        assert!(enqueue(db, &scope, Some("import 8")).is_some());
        let job = claim(db, "a", now()).unwrap();
        assert!(enqueue(db, &scope, Some("import 7")).is_none());
        db.write(|tx| jobs::finish(tx, &job, now())).unwrap();
        assert!(enqueue(db, &scope, Some("import 7")).is_some());
    });
}

#[test]
fn a_cancelled_job_is_neither_taken_nor_finished() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = enqueue(db, &scope, None).unwrap();
        let job = claim(db, "a", now()).unwrap();
        assert!(db.write(|tx| jobs::cancel(tx, &scope, id, now())).unwrap());
        assert!(
            !db.write(|tx| jobs::heartbeat(tx, &job, 1, now() + LEASE))
                .unwrap()
        );
        assert!(db.write(|tx| jobs::finish(tx, &job, now())).is_err());
        assert!(!db.write(|tx| jobs::cancel(tx, &scope, id, now())).unwrap());
        assert_eq!(claim(db, "a", now() + LEASE + LEASE), None);
    });
}

#[test]
fn many_workers_share_the_work_and_each_job_is_done_once() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        for _ in 0..24 {
            enqueue(db, &scope, None).unwrap();
        }
        let done: Vec<_> = std::thread::scope(|threads| {
            let workers: Vec<_> = ["a", "b", "c", "d"]
                .into_iter()
                .map(|owner| {
                    threads.spawn(move || {
                        let mut mine = Vec::new();
                        while db
                            .read(jobs::backlog)
                            .unwrap()
                            .iter()
                            .any(|(_, state, _)| *state == State::Queued)
                        {
                            if let Some(job) = claim(db, owner, now()) {
                                db.write(|tx| jobs::finish(tx, &job, now())).unwrap();
                                mine.push(job.id);
                            }
                        }
                        mine
                    })
                })
                .collect();
            workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap())
                .collect()
        });
        assert_eq!(done.len(), 24);
        assert_eq!(done.iter().collect::<BTreeSet<_>>().len(), 24);
    });
}

//! Supplier lists: mapped, imported whole or not at all, never doubled.

use crate::facility::draft;
use domain::id::{ListId, OrganisationId};
use domain::people::access::{OrganisationKind, Scope};
use domain::see::facility::Position;
use jiff::SignedDuration;
use store::files::{Hash, Stored};
use store::jobs;
use store::people::organisation;
use store::see::Problem;
use store::see::facility::list::{self as facilities, Filter, Sort};
use store::see::facility::{self, Draft};
use store::see::list::{self, Counts, Input, Line, New, Outcome, RowProblem, State};
use store::testing::{for_each_engine, found, now};
use store::{Db, Error};

fn brand(db: &Db, scope: &Scope, name: &str) -> OrganisationId {
    db.write(|tx| organisation::add(tx, scope, OrganisationKind::Brand, name, true, now()))
        .unwrap()
}

/// Uploads a list, maps it and starts its import.
fn started(db: &Db, scope: &Scope, owner: OrganisationId) -> ListId {
    let header = ["name".to_owned(), "country".to_owned()];
    let new = New {
        stored: Stored {
            hash: Hash([1; 32]),
            size: 10,
        },
        name: "suppliers.csv",
        media_type: "text/csv",
        owner,
        header: &header,
    };
    let id = db.write(|tx| list::add(tx, scope, &new, now())).unwrap().id;
    db.write(|tx| {
        let version = list::map(
            tx,
            scope,
            id,
            1,
            &header,
            "country|name",
            r#"["name","country"]"#,
            now(),
        )?;
        list::start(tx, scope, id, version, now())
    })
    .unwrap();
    id
}

fn line(number: u32, draft: Draft) -> Line {
    Line {
        number,
        input: Input::Facility(draft),
        problems: Vec::new(),
        buyers: Vec::new(),
    }
}

fn import(db: &Db, scope: &Scope, id: ListId, lines: &[Line]) -> Counts {
    db.write(|tx| list::import(tx, scope, id, lines, now()))
        .unwrap()
}

fn total(db: &Db, scope: &Scope, filter: &Filter) -> u64 {
    let page = db
        .read(|tx| facilities::list(tx, scope, filter, Sort::default(), 1))
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.total
}

#[test]
fn rows_are_added_updated_left_alone_or_refused() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let owner = brand(db, &scope, "Brand");
        let mut known = draft("Known", "BD");
        known.workers = Some(10);
        known.details = vec![
            ("Product".into(), "Shirts".into()),
            ("Parent".into(), "P".into()),
        ];
        let known_id = db
            .write(|tx| facility::add(tx, &scope, &known, now()))
            .unwrap();
        let mut more = draft("KNOWN", "BD");
        more.address.clone_from(&known.address);
        more.position = Position::new(1.0, 2.0);
        more.details = vec![("Product".into(), "Trousers".into())];
        let problem = RowProblem {
            column: Some("Country".into()),
            letter: Some("B".into()),
            code: "row-country-unknown".into(),
            args: vec![("text".into(), "Atlantis".into())],
            error: true,
        };
        let lines = [
            line(2, draft("New", "KH")),
            line(3, more.clone()),
            line(4, draft("new", "KH")),
            Line {
                number: 5,
                input: Input::Nothing,
                problems: vec![problem.clone()],
                buyers: Vec::new(),
            },
            line(6, draft("", "KH")),
        ];
        let mut lines = lines;
        if let Input::Facility(again) = &mut lines[2].input {
            again.address = "NEW road 1".into();
        }
        let id = started(db, &scope, owner);
        let counts = import(db, &scope, id, &lines);
        assert_eq!(
            counts,
            Counts {
                rows: 5,
                added: 1,
                updated: 1,
                unchanged: 1,
                failed: 2
            }
        );
        let record = db.read(|tx| list::get(tx, &scope, id)).unwrap();
        assert_eq!((record.state, record.counts), (State::Imported, counts));
        let failed = db
            .read(|tx| list::rows(tx, &scope, id, Some(Outcome::Failed), 1))
            .unwrap();
        assert_eq!(failed.len(), 2);
        assert_eq!((failed[0].number, &failed[0].problems[0]), (5, &problem));
        let updated = db
            .read(|tx| facility::get(tx, &scope, known_id))
            .unwrap()
            .facility;
        assert_eq!(
            (updated.name.as_str(), updated.workers),
            ("Known", Some(10))
        );
        assert_eq!(updated.position, Position::new(1.0, 2.0));
        assert_eq!(
            updated.details,
            [
                ("Product".into(), "Trousers".into()),
                ("Parent".into(), "P".into())
            ]
        );
        assert_eq!(total(db, &scope, &Filter::default()), 2);
        let bought = Filter {
            brand: Some(owner),
            ..Filter::default()
        };
        assert_eq!(total(db, &scope, &bought), 2);
        let buyers = db
            .read(|tx| facility::buyers(tx, &scope, known_id))
            .unwrap();
        assert_eq!(buyers, [(owner, "Brand".to_owned())]);
    });
}

#[test]
fn importing_the_same_list_again_doubles_nothing() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let owner = brand(db, &scope, "Brand");
        let lines: Vec<Line> = (0..600)
            .map(|number| line(number + 2, draft(&format!("Factory {number}"), "BD")))
            .collect();
        let id = started(db, &scope, owner);
        let first = import(db, &scope, id, &lines);
        assert_eq!(first.added, 600);
        // The job ran twice: the worker died after the transaction and before it knew.
        assert_eq!(import(db, &scope, id, &lines), first);
        // The same file, uploaded and imported once more.
        let again = started(db, &scope, owner);
        let counts = import(db, &scope, again, &lines);
        assert_eq!((counts.added, counts.unchanged), (0, 600));
        let filter = Filter::default();
        assert_eq!(
            db.read(|tx| facilities::count(tx, &scope, &filter))
                .unwrap(),
            600
        );
        let last = db.read(|tx| list::rows(tx, &scope, id, None, 6)).unwrap();
        assert_eq!((last.len(), last[99].number), (100, 601));
    });
}

#[test]
fn nothing_of_a_list_is_kept_when_its_worker_lost_the_job() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let owner = brand(db, &scope, "Brand");
        let id = started(db, &scope, owner);
        let until = now() + SignedDuration::from_secs(30);
        let dead = jobs::claim(db, &[list::JOB], "a", now(), until)
            .unwrap()
            .unwrap();
        let later = until + SignedDuration::from_secs(1);
        let job = jobs::claim(
            db,
            &[list::JOB],
            "b",
            later,
            later + SignedDuration::from_secs(30),
        )
        .unwrap()
        .unwrap();
        let lines = [line(2, draft("Alpha", "BD"))];
        let lost = db.write(|tx| {
            list::import(tx, &dead.scope, id, &lines, now())?;
            jobs::finish(tx, &dead, now())
        });
        assert!(matches!(lost, Err(Error::Conflict(_))), "{lost:?}");
        assert_eq!(total(db, &scope, &Filter::default()), 0);
        db.write(|tx| {
            list::import(tx, &job.scope, id, &lines, now())?;
            jobs::finish(tx, &job, now())
        })
        .unwrap();
        assert_eq!(total(db, &scope, &Filter::default()), 1);
    });
}

#[test]
fn a_mapping_is_remembered_for_the_same_headers() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let owner = brand(db, &scope, "Brand");
        started(db, &scope, owner);
        let remembered = |signature| {
            db.read(|tx| list::remembered(tx, &scope, signature))
                .unwrap()
        };
        assert_eq!(
            remembered("country|name").as_deref(),
            Some(r#"["name","country"]"#)
        );
        assert_eq!(remembered("other"), None);
    });
}

#[test]
fn a_stopped_or_failed_list_keeps_nothing() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let owner = brand(db, &scope, "Brand");
        let stopped = started(db, &scope, owner);
        assert!(
            db.write(|tx| list::cancel(tx, &scope, stopped, now()))
                .unwrap()
        );
        let lines = [line(2, draft("Alpha", "BD"))];
        let refused = db.write(|tx| list::import(tx, &scope, stopped, &lines, now()));
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        let failed = started(db, &scope, owner);
        let problem = Problem {
            code: "list-empty".into(),
            args: Vec::new(),
        };
        db.write(|tx| list::fail(tx, &scope, failed, &problem, now()))
            .unwrap();
        let record = db.read(|tx| list::get(tx, &scope, failed)).unwrap();
        assert_eq!(
            (record.state, record.problem),
            (State::Failed, Some(problem))
        );
        assert_eq!(total(db, &scope, &Filter::default()), 0);
    });
}

#[test]
fn a_brand_never_sees_who_else_buys() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let (first, second) = (brand(db, &scope, "First"), brand(db, &scope, "Second"));
        let id = started(db, &scope, first);
        import(db, &scope, id, &[line(2, draft("Alpha", "BD"))]);
        let as_second = Scope {
            organisation: second,
            kind: OrganisationKind::Brand,
            ..scope
        };
        let hidden = db.read(|tx| list::get(tx, &as_second, id));
        assert!(matches!(hidden, Err(Error::NotFound)), "{hidden:?}");
        assert!(
            db.read(|tx| list::list(tx, &as_second, 10))
                .unwrap()
                .is_empty()
        );
        let bought = Filter {
            brand: Some(first),
            ..Filter::default()
        };
        assert_eq!(total(db, &as_second, &bought), 0);
        let as_first = Scope {
            organisation: first,
            ..as_second
        };
        assert_eq!(total(db, &as_first, &bought), 1);
    });
}

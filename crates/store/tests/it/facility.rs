//! Facilities: adding, changing, listing.

use domain::id::FacilityId;
use domain::people::access::{OrganisationKind, Scope};
use domain::see::facility::Position;
use store::people::{organisation, trail};
use store::see::facility::list::{self, Filter, Order, Sort};
use store::see::facility::{self, Draft};
use store::testing::{for_each_engine, found, now};
use store::{Db, Error};

/// A facility called `name` in `country`.
pub(crate) fn draft(name: &str, country: &str) -> Draft {
    Draft {
        name: name.into(),
        address: format!("{name} road 1"),
        country: country.into(),
        sector: "Apparel".into(),
        ..Draft::default()
    }
}

/// Adds a facility.
pub(crate) fn add(db: &Db, scope: &Scope, draft: &Draft) -> FacilityId {
    db.write(|tx| facility::add(tx, scope, draft, now()))
        .unwrap()
}

fn names(db: &Db, scope: &Scope, filter: &Filter, sort: Sort) -> Vec<String> {
    let page = db
        .read(|tx| list::list(tx, scope, filter, sort, 1))
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.into_iter().map(|row| row.facility.name).collect()
}

#[test]
fn a_facility_comes_back_as_it_was_entered() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let draft = Draft {
            name: " Công ty Đồng Nai ".into(),
            address: "ঢাকা, সড়ক ৩".into(),
            country: "BD".into(),
            position: Position::new(23.5, 90.25),
            sector: "Garment; knit".into(),
            workers: Some(1200),
            details: vec![("Parent company".into(), "Example holding".into())],
            os_id: Some("BD2026001".into()),
            fictional: true,
        };
        let id = add(db, &scope, &draft);
        let record = db.read(|tx| facility::get(tx, &scope, id)).unwrap();
        assert_eq!(record.facility.name, "Công ty Đồng Nai");
        assert_eq!(record.facility.address, draft.address);
        assert_eq!(record.facility.position, draft.position);
        assert_eq!(record.facility.workers, Some(1200));
        assert_eq!(record.facility.details, draft.details);
        assert_eq!(record.facility.os_id, draft.os_id);
        assert!(record.facility.fictional);
        assert_eq!(record.summary.answers, 0);
        let trail = db.read(|tx| trail::of_item(tx, &scope, id.0, 5)).unwrap();
        assert_eq!(trail.len(), 1);
        assert_eq!(
            (trail[0].deed.as_str(), trail[0].account),
            ("added", Some(scope.account))
        );
    });
}

#[test]
fn the_same_name_and_address_is_refused_however_it_is_written() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("ABC Knit Ltd.", "BD"));
        let mut again = draft("abc  KNIT LTD", "BD");
        again.address = "ABC Knit Ltd road, 1".into();
        let refused = db.write(|tx| facility::add(tx, &scope, &again, now()));
        assert!(matches!(refused, Err(Error::Duplicate(_))), "{refused:?}");
        let found = db
            .read(|tx| facility::exact_duplicate(tx, &scope, &again))
            .unwrap();
        assert_eq!(found, Some(id));
    });
}

#[test]
fn the_second_of_two_changes_learns_who_was_first() {
    for_each_engine(|db| {
        let officer = found(db);
        let scope = officer.scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let change = |name: &str| {
            db.write(|tx| facility::update(tx, &scope, id, 1, &draft(name, "KH"), now()))
        };
        assert_eq!(change("Beta").unwrap(), 2);
        match change("Gamma") {
            Err(Error::Conflict(stale)) => {
                assert_eq!((stale.version, stale.by), (2, Some(officer.id)));
            }
            other => panic!("expected a conflict, got {other:?}"),
        }
        let present = db.read(|tx| list::countries_present(tx, &scope)).unwrap();
        assert_eq!(present.len(), 1);
        assert_eq!(
            (present[0].country.as_str(), present[0].facilities),
            ("KH", 1)
        );
    });
}

#[test]
fn what_cannot_be_a_facility_is_refused_with_a_reason() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        for bad in [
            draft("", "BD"),
            draft("A", "Bangladesh"),
            draft(&"x".repeat(301), "BD"),
        ] {
            let refused = db.write(|tx| facility::add(tx, &scope, &bad, now()));
            assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
        }
    });
}

#[test]
fn lists_filter_sort_and_count() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        for (name, country, workers) in [
            ("éclair", "FR", Some(3)),
            ("Delta 100%", "BD", None),
            ("alpha", "BD", Some(20)),
            ("Zeta", "KH", Some(1)),
        ] {
            let mut draft = draft(name, country);
            draft.workers = workers;
            add(db, &scope, &draft);
        }
        let by = |order, descending| Sort { order, descending };
        let all = Filter::default();
        assert_eq!(
            names(db, &scope, &all, Sort::default()),
            ["alpha", "Delta 100%", "éclair", "Zeta"]
        );
        assert_eq!(
            names(db, &scope, &all, by(Order::Name, true)),
            ["Zeta", "éclair", "Delta 100%", "alpha"]
        );
        assert_eq!(
            names(db, &scope, &all, by(Order::Workers, true)),
            ["alpha", "éclair", "Zeta", "Delta 100%"]
        );
        assert_eq!(
            names(db, &scope, &all, by(Order::Country, false)),
            ["alpha", "Delta 100%", "éclair", "Zeta"]
        );
        let filter = Filter {
            countries: vec!["BD".into(), "KH".into()],
            ..Filter::default()
        };
        assert_eq!(
            names(db, &scope, &filter, Sort::default()),
            ["alpha", "Delta 100%", "Zeta"]
        );
        let filter = Filter {
            text: Some("ECLÁIR".into()),
            ..Filter::default()
        };
        assert_eq!(names(db, &scope, &filter, Sort::default()), ["éclair"]);
        let filter = Filter {
            text: Some("0%".into()),
            ..Filter::default()
        };
        assert_eq!(names(db, &scope, &filter, Sort::default()), ["Delta 100%"]);
    });
}

#[test]
fn pages_hold_fifty_and_the_last_one_the_rest() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        db.write(|tx| {
            for number in 0..103 {
                facility::add(
                    tx,
                    &scope,
                    &draft(&format!("Factory {number:03}"), "BD"),
                    now(),
                )?;
            }
            Ok(())
        })
        .unwrap();
        let page = |number| {
            db.read(|tx| list::list(tx, &scope, &Filter::default(), Sort::default(), number))
                .unwrap()
        };
        let second = page(2);
        assert_eq!(
            (second.total, second.pages, second.rows.len()),
            (103, 3, 50)
        );
        assert_eq!(second.rows[0].facility.name, "Factory 050");
        let beyond = page(99);
        assert_eq!((beyond.number, beyond.rows.len()), (3, 3));
        let mut exported = Vec::new();
        db.read(|tx| {
            exported.clear();
            list::for_export(tx, &scope, &Filter::default(), Sort::default(), |record| {
                exported.push(record.facility.name);
                Ok(())
            })
        })
        .unwrap();
        assert_eq!(exported.len(), 103);
        assert_eq!(exported[102], "Factory 102");
    });
}

#[test]
fn another_programme_sees_nothing_of_it() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let stranger = Scope {
            programme: domain::id::ProgrammeId(uuid::Uuid::now_v7()),
            ..scope
        };
        assert!(matches!(
            db.read(|tx| facility::get(tx, &stranger, id)),
            Err(Error::NotFound)
        ));
        assert!(names(db, &stranger, &Filter::default(), Sort::default()).is_empty());
        assert!(matches!(
            db.write(|tx| facility::update(tx, &stranger, id, 1, &draft("Beta", "BD"), now())),
            Err(Error::NotFound)
        ));
    });
}

#[test]
fn a_brand_sees_itself_and_the_facilitator_only() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let brand = |name| {
            db.write(|tx| organisation::add(tx, &scope, OrganisationKind::Brand, name, true, now()))
                .unwrap()
        };
        let (first, _second) = (brand("First brand"), brand("Second brand"));
        let seen = |scope| {
            db.read(|tx| organisation::list(tx, &scope))
                .unwrap()
                .into_iter()
                .map(|organisation| organisation.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            seen(scope),
            ["Example confederation", "First brand", "Second brand"]
        );
        let as_brand = Scope {
            organisation: first,
            kind: OrganisationKind::Brand,
            ..scope
        };
        assert_eq!(seen(as_brand), ["Example confederation", "First brand"]);
    });
}

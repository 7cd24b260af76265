//! What `amplify check` says of a store that is sound, and of one that is not.

use crate::answer::{CATALOGUE, TODAY, union};
use crate::facility::{add, draft};
use store::check::{self, Finding};
use store::files::{Files, Hash, Stored};
use store::see::{answer, audit, facility};
use store::testing::{for_each_engine, for_each_fresh, found, now};
use store::{Db, Error};

#[test]
fn a_store_in_use_is_sound() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let id = add(db, &scope, &draft("Alpha", "BD"));
        let said = union("union", true, TODAY);
        let answer = db
            .write(|tx| answer::add(tx, &scope, &CATALOGUE, id, &said, TODAY, now()))
            .unwrap();
        db.write(|tx| answer::withdraw(tx, &scope, &CATALOGUE, answer, 1, TODAY, now()))
            .unwrap();
        db.write(|tx| facility::update(tx, &scope, id, 1, &draft("Beta", "KH"), now()))
            .unwrap();
        assert_eq!(check::database(db).unwrap(), []);
    });
}

#[test]
fn a_database_without_tables_says_which_migrations_are_missing() {
    for_each_fresh(|fresh| {
        let db = Db::connect(&fresh.url).unwrap();
        let findings = check::database(&db).unwrap();
        assert!(
            matches!(&findings[..], [Finding::MigrationsMissing(names)] if names[0] == "0001_people")
        );
    });
}

#[test]
fn an_original_that_is_gone_or_harmed_is_named() {
    for_each_engine(|db| {
        let scope = found(db).scope;
        let folder = tempfile::tempdir().unwrap();
        let files = Files::on_disk(folder.path()).unwrap();
        let whole = files.put(&mut &b"whole"[..], 100).unwrap();
        let harmed = files.put(&mut &b"harmed"[..], 100).unwrap();
        let gone = Stored {
            hash: Hash([9; 32]),
            size: 3,
        };
        for stored in [whole, harmed, gone] {
            let new = audit::New {
                stored,
                name: "a.txt",
                media_type: "text/plain",
                facility: None,
            };
            db.write(|tx| audit::add(tx, &scope, &new, now())).unwrap();
        }
        let name = harmed.hash.to_string();
        std::fs::write(folder.path().join(&name[..2]).join(&name[2..]), b"HARMED").unwrap();
        let mut told = 0;
        let findings = check::files(db, &files, true, |_, all| told = all).unwrap();
        assert_eq!(told, 3);
        assert_eq!(findings.len(), 2);
        assert!(findings.contains(&Finding::FileMissing(gone.hash)));
        assert!(findings.contains(&Finding::FileDamaged(harmed.hash)));
        let quick = check::files(db, &files, false, |_, _| {}).unwrap();
        assert_eq!(quick, [Finding::FileMissing(gone.hash)]);
    });
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("amplify.db");
    std::fs::write(
        &path,
        b"this is no database at all, but it is long enough to look at".repeat(100),
    )
    .unwrap();
    let refused = Db::open(&format!("sqlite:{}", path.display()));
    assert!(matches!(
        refused,
        Err(Error::Unavailable(_) | Error::Other(_))
    ));
}

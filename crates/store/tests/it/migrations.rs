//! Starting: the tables are laid once, also when servers start together.

use store::testing::{Cluster, Fresh, for_each_fresh, found};
use store::{Db, Error};

#[test]
fn servers_that_start_together_lay_the_tables_once() {
    for_each_fresh(|fresh| {
        std::thread::scope(|threads| {
            let openers: Vec<_> = (0..4)
                .map(|_| threads.spawn(|| Db::open(&fresh.url)))
                .collect();
            for opener in openers {
                opener.join().unwrap().unwrap();
            }
        });
        found(&Db::open(&fresh.url).unwrap());
    });
}

#[test]
fn a_database_server_that_is_away_is_said_so_and_found_again() {
    let cluster = Cluster::start();
    let fresh = Fresh::postgres(&cluster.url);
    let db = Db::open(&fresh.url).unwrap();
    let officer = found(&db);
    cluster.pause();
    let away = db.read(|tx| store::people::account::by_id(tx, officer.id));
    assert!(matches!(away, Err(Error::Unavailable(_))), "{away:?}");
    let away = db.write(|tx| store::people::account::set_language(tx, officer.id, "nl"));
    assert!(matches!(away, Err(Error::Unavailable(_))), "{away:?}");
    cluster.resume();
    let back = db
        .read(|tx| store::people::account::by_id(tx, officer.id))
        .unwrap();
    assert_eq!(back.language, "en");
    db.write(|tx| store::people::account::set_language(tx, officer.id, "nl"))
        .unwrap();
}

#[test]
fn an_address_that_would_send_secrets_in_the_clear_is_refused() {
    for url in [
        "postgres://amplify@db.example.org/amplify",
        "postgres://amplify@127.0.0.1/amplify?sslmode=require",
        "postgres://[",
    ] {
        assert!(matches!(Db::connect(url), Err(Error::Invalid(_))), "{url}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_said_so() {
    let refused = Db::connect("sqlite:/nowhere/at/all/amplify.db")
        .err()
        .unwrap();
    assert!(matches!(refused, Error::Unavailable(_)), "{refused:?}");
}

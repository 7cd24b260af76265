//! Signing in: the first account, links that work once, sessions that end, pauses that fade.

use jiff::SignedDuration;
use store::Error;
use store::people::account::{self, Founding};
use store::people::session;
use store::testing::{for_each_engine, found, now};

#[test]
fn the_first_start_lays_one_programme_and_one_account_only() {
    for_each_engine(|db| {
        let officer = found(db);
        let founding = Founding {
            programme: "Another",
            organisation: "Another",
            account: "Another",
            login: "another",
            language: "nl",
            fictional: false,
        };
        let again = db
            .write(|tx| account::first_start(tx, &founding, now()))
            .unwrap();
        assert_eq!(again, None);
        let name = db
            .read(|tx| account::programme_name(tx, &officer.scope))
            .unwrap();
        assert_eq!(name, "Example programme");
        assert!(!officer.has_password);
    });
}

#[test]
fn two_servers_that_start_together_lay_one_programme() {
    for_each_engine(|db| {
        let founding = Founding {
            programme: "P",
            organisation: "O",
            account: "A",
            login: "a",
            language: "en",
            fictional: false,
        };
        let laid: usize = std::thread::scope(|threads| {
            (0..4)
                .map(|_| {
                    threads.spawn(|| {
                        db.write(|tx| account::first_start(tx, &founding, now()))
                            .unwrap()
                    })
                })
                .collect::<Vec<_>>()
                .into_iter()
                .map(|thread| usize::from(thread.join().unwrap().is_some()))
                .sum()
        });
        assert_eq!(laid, 1);
    });
}

#[test]
fn a_link_opens_once_and_not_after_its_time() {
    for_each_engine(|db| {
        let officer = found(db);
        let soon = now() + SignedDuration::from_hours(1);
        db.write(|tx| {
            account::add_link(tx, officer.id, &[1; 32], soon, now())?;
            account::add_link(tx, officer.id, &[2; 32], soon, now())
        })
        .unwrap();
        let spent = db
            .write(|tx| account::spend_link(tx, &[1; 32], now()))
            .unwrap();
        assert_eq!(spent.id, officer.id);
        let again = db.write(|tx| account::spend_link(tx, &[1; 32], now()));
        assert!(matches!(again, Err(Error::NotFound)));
        let late = db.write(|tx| account::spend_link(tx, &[2; 32], soon));
        assert!(matches!(late, Err(Error::NotFound)));
    });
}

#[test]
fn a_session_carries_its_scope_until_it_ends() {
    for_each_engine(|db| {
        let officer = found(db);
        let end = now() + SignedDuration::from_hours(12);
        db.write(|tx| session::open(tx, officer.id, &[3; 32], &[4; 32], end, now()))
            .unwrap();
        let open = db
            .read(|tx| session::find(tx, &[3; 32], now()))
            .unwrap()
            .unwrap();
        assert_eq!(open.account.scope, officer.scope);
        assert_eq!(open.csrf, [4; 32]);
        assert!(!open.wants_touch(now()));
        assert_eq!(
            db.read(|tx| session::find(tx, &[3; 32], end)).unwrap(),
            None
        );
        assert_eq!(
            db.read(|tx| session::find(tx, &[9; 32], now())).unwrap(),
            None
        );
        db.write(|tx| session::close(tx, &[3; 32])).unwrap();
        assert_eq!(
            db.read(|tx| session::find(tx, &[3; 32], now())).unwrap(),
            None
        );
    });
}

#[test]
fn a_new_password_ends_sessions_and_open_links() {
    for_each_engine(|db| {
        let officer = found(db);
        let end = now() + SignedDuration::from_hours(12);
        db.write(|tx| {
            session::open(tx, officer.id, &[3; 32], &[4; 32], end, now())?;
            account::add_link(tx, officer.id, &[1; 32], end, now())?;
            account::set_password(tx, officer.id, "$argon2id$example", now())
        })
        .unwrap();
        assert_eq!(
            db.read(|tx| session::find(tx, &[3; 32], now())).unwrap(),
            None
        );
        assert!(
            db.write(|tx| account::spend_link(tx, &[1; 32], now()))
                .is_err()
        );
        let (found, hash) = db
            .read(|tx| account::by_login(tx, " Officer "))
            .unwrap()
            .unwrap();
        assert!(found.has_password);
        assert_eq!(hash.as_deref(), Some("$argon2id$example"));
    });
}

#[test]
fn failed_sign_ins_ask_for_a_pause_that_always_ends() {
    for_each_engine(|db| {
        let key = [7; 32];
        let pause = |at| db.read(|tx| account::pause(tx, &key, at)).unwrap();
        assert_eq!(pause(now()), None);
        for _ in 0..5 {
            db.write(|tx| account::failed(tx, &key, now())).unwrap();
        }
        assert_eq!(pause(now()), Some(SignedDuration::from_secs(1)));
        for _ in 0..200 {
            db.write(|tx| account::failed(tx, &key, now())).unwrap();
        }
        assert_eq!(pause(now()), Some(SignedDuration::from_mins(15)));
        assert_eq!(pause(now() + SignedDuration::from_mins(15)), None);
        db.write(|tx| account::succeeded(tx, &key)).unwrap();
        assert_eq!(pause(now()), None);
    });
}

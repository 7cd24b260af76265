//! What an operator meets: a database that goes away and comes back, two servers over one
//! database, a full disk, and a log that tells nobody's secrets.

use crate::server::Server;
use crate::story::{REPORT, alone, apart, for_each_engine, runtime};
use amplify::testing::{Setting, Started, start_with};
use axum::body::Body;
use axum::http::{Request, header};
use std::process::{Command, Stdio};
use store::jobs;
use store::testing::{Cluster, Fresh, for_each_fresh};
use tower::ServiceExt;

async fn status(
    started: &Started,
    method: &str,
    address: &str,
    accept: &str,
    body: &str,
) -> (u16, String) {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(header::ACCEPT, accept)
        .header(header::COOKIE, &started.cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.to_owned()))
        .unwrap();
    let response = started.router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .unwrap();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

#[test]
fn a_database_that_goes_away_is_told_and_its_return_needs_no_restart() {
    if std::env::var_os("AMPLIFY_TEST_SKIP_POSTGRES").is_some() {
        return;
    }
    let cluster = Cluster::start();
    let fresh = Fresh::postgres(&cluster.url);
    let folder = tempfile::tempdir().unwrap();
    let setting = Setting {
        database_url: Some(&fresh.url),
        ..Setting::default()
    };
    let started = start_with(folder.path(), &setting);
    let ask =
        |method: &'static str, address: &'static str, accept: &'static str, body: &'static str| {
            runtime().block_on(status(&started, method, address, accept, body))
        };
    assert_eq!(ask("GET", "/facilities", "text/html", "").0, 200);
    cluster.pause();
    let (code, page) = ask("GET", "/facilities", "text/html", "");
    assert_eq!(code, 503, "{page}");
    assert!(
        page.contains("The database does not answer") && page.contains("reload the page"),
        "{page}"
    );
    let (code, told) = ask(
        "POST",
        "/facilities/new",
        "application/json",
        "name=Lost&country=BD",
    );
    assert_eq!(code, 503, "{told}");
    assert!(
        told.contains("urn:amplify:problem:unavailable") && !told.contains("postgres"),
        "{told}"
    );
    assert_eq!(ask("GET", "/health", "*/*", "").0, 503);
    cluster.resume();
    assert_eq!(ask("GET", "/health", "*/*", "").0, 200);
    assert_eq!(
        ask(
            "POST",
            "/facilities/new",
            "application/json",
            "name=Kept&country=BD"
        )
        .0,
        200
    );
    let (code, list) = ask("GET", "/facilities", "application/json", "");
    assert_eq!(code, 200);
    assert!(list.contains("Kept") && !list.contains("Lost"), "{list}");
    drop(started);
    drop(fresh);
}

#[test]
fn two_servers_over_one_database_do_every_job_once() {
    for_each_fresh(|fresh| {
        let folder = tempfile::tempdir().unwrap();
        let setting = Setting {
            database_url: Some(&fresh.url),
            ..Setting::default()
        };
        let open = || start_with(folder.path(), &setting);
        let (one, two) = std::thread::scope(|scope| {
            let other = scope.spawn(open);
            (open(), other.join().unwrap())
        });
        assert_eq!(
            one.account.id, two.account.id,
            "the first start is made once"
        );
        runtime().block_on(async {
            for number in 0..10 {
                let files = [("report.txt", format!("Report {number}\n{REPORT}"))];
                let files: Vec<(&str, &[u8])> = files
                    .iter()
                    .map(|(name, text)| (*name, text.as_bytes()))
                    .collect();
                let request = Request::post("/audits")
                    .header(header::ACCEPT, "application/json")
                    .header(
                        header::COOKIE,
                        if number % 2 == 0 {
                            &one.cookie
                        } else {
                            &two.cookie
                        },
                    )
                    .header(
                        header::CONTENT_TYPE,
                        format!("multipart/form-data; boundary={}", crate::story::BOUNDARY),
                    )
                    .body(Body::from(crate::story::multipart(&[], &files, "files")))
                    .unwrap();
                let router = if number % 2 == 0 {
                    &two.router
                } else {
                    &one.router
                };
                assert_eq!(router.clone().oneshot(request).await.unwrap().status(), 200);
            }
        });
        let done: usize = std::thread::scope(|scope| {
            let hands = [(&one, "one"), (&two, "two"), (&two, "three")].map(|(server, owner)| {
                scope.spawn(move || {
                    let mut done = 0;
                    while server.work_once(owner) {
                        done += 1;
                    }
                    done
                })
            });
            hands.into_iter().map(|hand| hand.join().unwrap()).sum()
        });
        assert_eq!(done, 10);
        let entries = one
            .db
            .read(|tx| jobs::list(tx, &one.account.scope, 50))
            .unwrap();
        assert_eq!(entries.len(), 10);
        for entry in entries {
            assert_eq!(
                (entry.state, entry.attempts),
                (jobs::State::Done, 1),
                "{entry:?}"
            );
        }
    });
}

#[test]
fn a_job_whose_workers_died_each_time_says_so_on_its_page() {
    for_each_engine(async |place| {
        let officer = place.officer();
        officer
            .upload(&[], &[("report.txt", REPORT.as_bytes())])
            .await
            .is(303);
        apart(|| {
            for worker in ["first", "second", "third"] {
                // Each takes the job with a lease that is over at once, and is never heard of again.
                let now = jiff::Timestamp::now();
                let past = now - jiff::SignedDuration::from_secs(1);
                jobs::claim(&place.started.db, &["read-audit"], worker, now, past)
                    .unwrap()
                    .unwrap();
            }
        });
        place.work();
        let row = officer.audit_named("report.txt").await;
        assert_eq!(row["state"], "failed", "{row}");
        let url = row["url"].as_str().unwrap();
        officer
            .page(url)
            .await
            .says("could not be read")
            .says("Read again");
        officer.send(&format!("{url}/read"), &[]).await.is(303);
        place.work();
        assert_eq!(officer.audit_named("report.txt").await["state"], "read");
    });
}

#[test]
fn health_and_metrics_tell_nothing_about_anybody() {
    alone(async |place| {
        let officer = place.officer();
        officer.add_facility("Hilsa Knitwear", "BD").await;
        officer.page("/facilities?q=Hilsa").await.is(200);
        let stranger = place.stranger();
        assert_eq!(stranger.get("/health").await.is(200).json()["status"], "ok");
        stranger.get("/metrics").await.is(200).does_not_say("Hilsa");
    });
}

const PASSWORD: &str = "correct horse of the story";
const EMAIL: &str = "secret.person@example.org";

/// Chooses a password by the one-time link; the session's cookie.
fn welcome(server: &Server) -> String {
    let link = server.link.clone().unwrap();
    let fields = [("name", "Noor"), ("email", EMAIL), ("password", PASSWORD)];
    let answer = server.form(&link, "", &fields);
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.cookie
}

#[test]
fn the_log_holds_no_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&[], folder.path(), &[("RUST_LOG", "debug")]);
    let link = server.link.clone().unwrap();
    let cookie = welcome(&server);
    server.form(
        "/sign-in",
        "",
        &[("email", EMAIL), ("password", "a wrong and secret guess")],
    );
    let signed = server.form("/sign-in", "", &[("email", EMAIL), ("password", PASSWORD)]);
    assert_eq!(signed.status, 303);
    server.ask("GET /facilities?q=hush-hush", &cookie, "", b"");
    server.form(
        "/facilities/new",
        &cookie,
        &[("name", "A whispered name"), ("country", "BD")],
    );
    server.form(
        "/facilities/new",
        &cookie,
        &[("name", "A whispered name"), ("surprise", "an odd secret")],
    );
    let text = format!("{REPORT}\nThe witness Zebedee spoke.");
    let sent = server.upload(
        &cookie,
        &[
            ("zebedee-statement.txt", text.as_bytes()),
            ("zebedee-bad.pdf", b"%PDF-1.4 zebedee"),
        ],
    );
    assert_eq!(sent.status, 303, "{}", sent.text);
    for _ in 0..100 {
        let list = server.ask("GET /audits", &cookie, "", b"").text;
        if !list.contains("Waiting to be read") && !list.contains("Being read") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    let log = server.stop();
    assert!(
        log.contains("/facilities"),
        "the log tells of requests: {log}"
    );
    let token = link.rsplit('/').next().unwrap();
    let session = cookie.split('=').nth(1).unwrap();
    for secret in [
        EMAIL,
        "secret.person",
        PASSWORD,
        "wrong and secret",
        token,
        session,
        "hush-hush",
        "whispered",
        "odd secret",
        "zebedee",
        "Zebedee",
        "amplify_session",
    ] {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret:?} stands in the log: {line:?}");
    }
}

/// Can this machine give a process a small disk of its own?
fn small_disks() -> bool {
    Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    if !small_disks() {
        eprintln!("not run: this machine does not let a process mount a disk of its own");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mount = format!(
        "mount -t tmpfs -o size=6m none '{}' && exec \"$0\" \"$@\"",
        folder.path().display()
    );
    let before = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        &mount,
    ];
    let server = Server::start(&before, folder.path(), &[]);
    let cookie = welcome(&server);
    let inside = format!("/proc/{}/root{}", server.process(), folder.path().display());
    let inside = std::path::Path::new(&inside);
    let before = crate::story::files_in(&inside.join("files"));
    assert!(before.is_empty());

    let large = "No union. ".repeat(1 << 20);
    let full = server.upload(&cookie, &[("large.txt", large.as_bytes())]);
    assert_eq!(full.status, 507, "{}", full.text);
    assert!(
        full.text.contains("The server is full") && full.text.contains("nothing was changed"),
        "{}",
        full.text
    );
    assert!(
        crate::story::files_in(&inside.join("files")).is_empty(),
        "no piece of the file is left"
    );
    assert!(
        server
            .ask("GET /audits", &cookie, "", b"")
            .text
            .contains("No audits yet")
    );

    // Now the disk is full altogether, and the database feels it as well.
    let ballast = inside.join("ballast");
    let mut file = std::fs::File::create(&ballast).unwrap();
    while std::io::Write::write_all(&mut file, &[0; 4096]).is_ok() {}
    drop(file);
    let mut refused = 0;
    for number in 0..400 {
        let name = format!("Mill {number} {}", "n".repeat(250));
        match server
            .form(
                "/facilities/new",
                &cookie,
                &[("name", &name), ("country", "BD")],
            )
            .status
        {
            303 => {}
            507 => refused += 1,
            other => panic!("a full disk was answered {other}"),
        }
        if refused > 2 {
            break;
        }
    }
    assert!(refused > 2, "the disk was never full");
    assert_eq!(
        server.ask("GET /facilities", &cookie, "", b"").status,
        200,
        "reading goes on"
    );
    std::fs::remove_file(&ballast).unwrap();
    let after = server.form(
        "/facilities/new",
        &cookie,
        &[("name", "Room again"), ("country", "BD")],
    );
    assert_eq!(after.status, 303, "{}", after.text);
    server.stop();
}

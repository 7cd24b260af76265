//! What tests of this project need of databases: a fresh one on each engine. PostgreSQL is started
//! on loopback from the installed binaries and shared by all tests that run at the time; it stops
//! when the last of them has ended. Nothing here is part of the program.
//!
//! `AMPLIFY_TEST_POSTGRES` names a running server instead (an address whose user may create
//! databases). Without a server and without `AMPLIFY_TEST_SKIP_POSTGRES`, the tests fail.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a test that cannot start has failed"
)]

use crate::Db;
use crate::params;
use crate::people::account::{self, Account, Founding};
use crate::people::organisation;
use domain::id::{AccountId, OrganisationId, ProgrammeId};
use domain::people::access::{OrganisationKind, Scope};
use jiff::Timestamp;
use std::fs::File;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// An address of a fresh database; it is removed with this value.
pub struct Fresh {
    /// What [`Db::open`] takes.
    pub url: String,
    folder: Option<tempfile::TempDir>,
    server: Option<String>,
}

impl Fresh {
    /// A new file for SQLite.
    pub fn sqlite() -> Fresh {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Fresh {
            url: format!("sqlite:{}", folder.path().join("amplify.db").display()),
            folder: Some(folder),
            server: None,
        }
    }

    /// A new database on the PostgreSQL server `server`.
    pub fn postgres(server: &str) -> Fresh {
        let name = format!("amplify_{}", uuid::Uuid::now_v7().simple());
        admin(
            server,
            &format!("CREATE DATABASE {name} TEMPLATE template0"),
        );
        let mut url = url::Url::parse(server).expect("an address of a PostgreSQL server");
        url.set_path(&name);
        Fresh {
            url: url.to_string(),
            folder: None,
            server: Some(server.to_owned()),
        }
    }

    /// The folder of a file database.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(tempfile::TempDir::path)
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some(server) = &self.server {
            let name = self.url.rsplit('/').next().unwrap_or_default();
            if let Ok(mut client) = postgres::Client::connect(server, postgres::NoTls) {
                let _ = client.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)"));
            }
        }
    }
}

fn admin(server: &str, sql: &str) {
    let mut client = postgres::Client::connect(server, postgres::NoTls)
        .unwrap_or_else(|error| panic!("connecting to {server}: {error}"));
    client
        .batch_execute(sql)
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// Runs `test` with the address of an empty database of each engine.
pub fn for_each_fresh(test: impl Fn(&Fresh)) {
    eprintln!("engine: SQLite");
    test(&Fresh::sqlite());
    if let Some(server) = Server::shared() {
        eprintln!("engine: PostgreSQL");
        test(&Fresh::postgres(&server.url));
    }
}

/// Runs `test` with an open database of each engine, its tables laid.
pub fn for_each_engine(test: impl Fn(&Db)) {
    for_each_fresh(|fresh| test(&Db::open(&fresh.url).expect("an open database")));
}

/// A moment for tests, the same in every run.
pub fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().expect("a moment")
}

/// Lays a programme with a facilitator and an account.
pub fn found(db: &Db) -> Account {
    let founding = Founding {
        programme: "Example programme",
        organisation: "Example confederation",
        account: "Programme officer",
        login: "officer",
        language: "en",
        fictional: true,
    };
    db.write(|tx| account::first_start(tx, &founding, now()))
        .expect("a first start")
        .expect("an empty database")
}

/// Lays a second programme beside the first, with an account of its own.
pub fn found_another(db: &Db) -> Account {
    let programme = ProgrammeId(uuid::Uuid::now_v7());
    let organisation = OrganisationId(uuid::Uuid::now_v7());
    db.write(|tx| {
        tx.execute(
            "INSERT INTO programme (id, name, created) VALUES ($1, $2, $3)",
            params![programme, "Another programme", now()],
        )?;
        tx.execute(
            "INSERT INTO organisation (programme_id, id, kind, name, fictional, created) \
             VALUES ($1, $2, 'facilitator', $3, $4, $5)",
            params![
                programme,
                organisation,
                "Another confederation",
                true,
                now()
            ],
        )
    })
    .expect("another programme");
    account_of(db, programme, organisation, "another")
}

/// Adds a brand to the programme of `scope`, with an account that acts for it.
pub fn brand_account(db: &Db, scope: &Scope, name: &str) -> Account {
    let brand = db
        .write(|tx| organisation::add(tx, scope, OrganisationKind::Brand, name, true, now()))
        .expect("a brand");
    account_of(db, scope.programme, brand, name)
}

fn account_of(
    db: &Db,
    programme: ProgrammeId,
    organisation: OrganisationId,
    login: &str,
) -> Account {
    let id = AccountId(uuid::Uuid::now_v7());
    db.write(|tx| {
        tx.execute(
            "INSERT INTO account (id, programme_id, organisation_id, name, login, language, created) \
             VALUES ($1, $2, $3, $4, $5, 'en', $6)",
            params![id, programme, organisation, login, login.to_lowercase(), now()],
        )?;
        account::by_id(tx, id)
    })
    .expect("an account")
}

/// A PostgreSQL server for tests.
pub struct Server {
    /// Its address, with a user who may create databases.
    pub url: String,
    _in_use: Option<File>,
}

impl Server {
    /// The server that all tests share; `None` only if the environment says to go without.
    pub fn shared() -> Option<Server> {
        if let Ok(url) = std::env::var("AMPLIFY_TEST_POSTGRES") {
            return Some(Server { url, _in_use: None });
        }
        if std::env::var_os("AMPLIFY_TEST_SKIP_POSTGRES").is_some() {
            return None;
        }
        let user = std::fs::metadata("/proc/self").map_or(0, |found| found.uid());
        let base = std::env::temp_dir().join(format!("amplify-test-postgres-{user}"));
        std::fs::create_dir_all(&base).expect("a temporary folder");
        let lock = base.join("in-use.lock");
        let port = base.join("port");
        loop {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&lock)
                .expect("a lock file");
            // Whoever is alone starts the server; all others share it. The kernel lets go of the
            // lock when a test process ends, however it ends.
            if file.try_lock().is_ok() {
                let alive = std::fs::read_to_string(&port)
                    .is_ok_and(|url| postgres::Client::connect(&url, postgres::NoTls).is_ok());
                if !alive {
                    let cluster = Cluster::start();
                    std::fs::write(&port, &cluster.url).expect("writing the address");
                    cluster.stop_when_unused(&lock);
                }
                file.unlock().expect("giving the lock back");
            }
            file.lock_shared().expect("sharing the server");
            if let Ok(url) = std::fs::read_to_string(&port)
                && postgres::Client::connect(&url, postgres::NoTls).is_ok()
            {
                return Some(Server {
                    url,
                    _in_use: Some(file),
                });
            }
            drop(file);
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

/// A PostgreSQL server of one test alone, which may be stopped and started.
pub struct Cluster {
    /// Its address, with a user who may create databases.
    pub url: String,
    binaries: PathBuf,
    folder: PathBuf,
    port: u16,
    detached: bool,
}

impl Cluster {
    /// Makes and starts a server on a free port of loopback.
    pub fn start() -> Cluster {
        let binaries = binaries();
        let folder =
            std::env::temp_dir().join(format!("amplify-pg-{}", uuid::Uuid::now_v7().simple()));
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))
            .and_then(|listener| listener.local_addr())
            .expect("a free port")
            .port();
        let cluster = Cluster {
            url: format!("postgres://amplify@127.0.0.1:{port}/postgres"),
            binaries,
            folder,
            port,
            detached: false,
        };
        cluster.run(
            "initdb",
            &[
                "--no-sync",
                "--auth=trust",
                "--username=amplify",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--pgdata",
                &cluster.folder.display().to_string(),
            ],
        );
        cluster.resume();
        cluster
    }

    /// Starts the server again after [`Cluster::pause`].
    pub fn resume(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
             -c full_page_writes=off -c max_connections=400",
            self.port
        );
        self.run(
            "pg_ctl",
            &[
                "start",
                "--wait",
                "--silent",
                "--log",
                &self.folder.join("log").display().to_string(),
                "--options",
                &options,
                "--pgdata",
                &self.folder.display().to_string(),
            ],
        );
        let begun = Instant::now();
        while postgres::Client::connect(&self.url, postgres::NoTls).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "PostgreSQL did not start"
            );
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Stops the server at once, as a crash would, and keeps its data.
    pub fn pause(&self) {
        self.run(
            "pg_ctl",
            &[
                "stop",
                "--wait",
                "--silent",
                "--mode=immediate",
                "--pgdata",
                &self.folder.display().to_string(),
            ],
        );
    }

    /// Leaves the server running until nobody holds `lock` any more.
    fn stop_when_unused(mut self, lock: &Path) {
        self.detached = true;
        let script = "sleep 2; exec flock --exclusive \"$1\" sh -c '\"$0\" stop --silent --mode=immediate --pgdata \"$1\"; rm -rf \"$1\"' \"$2\" \"$3\"";
        let [program, arguments @ ..] = &self.as_owner("sh")[..] else {
            return;
        };
        Command::new("setsid")
            .arg("--fork")
            .arg(program)
            .args(arguments)
            .args(["-c", script, "sh"])
            .arg(lock)
            .arg(self.binaries.join("pg_ctl"))
            .arg(&self.folder)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("a process that stops PostgreSQL");
    }

    /// PostgreSQL refuses to run as root; then it runs as the user its package made.
    fn as_owner(&self, program: &str) -> Vec<String> {
        let root = std::fs::metadata("/proc/self").is_ok_and(|found| found.uid() == 0);
        let program = if self.binaries.join(program).exists() {
            self.binaries.join(program).display().to_string()
        } else {
            program.to_owned()
        };
        if root {
            ["runuser", "-u", "postgres", "--", &program]
                .map(str::to_owned)
                .to_vec()
        } else {
            vec![program]
        }
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let [command, before @ ..] = &self.as_owner(program)[..] else {
            return;
        };
        let output = Command::new(command)
            .args(before)
            .args(arguments)
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        assert!(
            output.status.success(),
            "{program} failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.detached {
            return;
        }
        if self.folder.join("postmaster.pid").exists() || self.folder.exists() {
            let [command, before @ ..] = &self.as_owner("pg_ctl")[..] else {
                return;
            };
            let _ = Command::new(command)
                .args(before)
                .args(["stop", "--silent", "--mode=immediate", "--pgdata"])
                .arg(&self.folder)
                .current_dir(std::env::temp_dir())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Where the programs of PostgreSQL are: on the path, or where Debian keeps them.
fn binaries() -> PathBuf {
    let on_path = std::env::var_os("PATH").and_then(|path| {
        std::env::split_paths(&path).find(|folder| folder.join("initdb").exists())
    });
    let in_debian = || {
        let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path().join("bin"))
            .filter(|folder| folder.join("initdb").exists())
            .collect();
        found.sort();
        found.pop()
    };
    on_path.or_else(in_debian).expect(
        "these tests need PostgreSQL: install it, name a server in AMPLIFY_TEST_POSTGRES, \
         or set AMPLIFY_TEST_SKIP_POSTGRES to go without",
    )
}

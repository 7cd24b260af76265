//! The facilities list at 100,000 facilities: Amplify beside Django, in one run.
//!
//! Both answer from the same rows and indexes, signed in, over loopback, on the
//! same cores as the load; first one, then the other.

use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, bail};

use super::wrk;
use crate::http::Client;
use crate::server::{Server, fresh_folder};
use crate::step::{Step, root, target};
use crate::ui;

const FACILITIES: &str = "100000";
/// Seconds of load for each address, after a short warm-up.
const SECONDS: u32 = 8;

/// What is asked for: how it reads, Amplify's query, Django's query.
const PAGES: &[(&str, &str, &str)] = &[
    ("all, by name", "", ""),
    ("one country", "country=BD", "country=BD"),
    (
        "union claimed, one country",
        "country=BD&union=claimed-yes",
        "country=BD&union=1",
    ),
    (
        "no union known, agreement contested, by workers",
        "union=unknown&agreement=contested&sort=-workers",
        "union=5&agreement=2&sort=-workers",
    ),
    (
        "page 1,000, by newest answer",
        "sort=-newest&page=1000",
        "sort=-newest&page=1000",
    ),
    ("name contains “knit”", "q=knit", "q=knit"),
];

pub(super) fn run() -> Result<String> {
    ui::build_if_stale()?;
    Step::cargo(["build", "--release", "--package", "amplify"]).run()?;
    let program = target().join("release/amplify");
    let data = fresh_folder("bench-list")?;
    // The first start lays the tables; the facilities are filled in while no server runs.
    let client = Server::start(&program, "serve", data.clone())?.sign_in()?;
    let database = data.join("amplify.db");
    Step::new(
        "python3",
        [
            "fill.py".as_ref(),
            database.as_os_str(),
            FACILITIES.as_ref(),
        ],
    )
    .within("bench/django")
    .run()?;
    let copy = fresh_folder("bench-django")?.join("facilities.sqlite");
    fs::copy(&database, &copy)?;

    let amplify = measure_amplify(&program, &data, &client.cookie)?;
    let django = measure_django(&copy)?;
    let mut table = String::from(
        "| list of 50 from 100,000 | Amplify: requests/s | p50 | p99 | Django: requests/s | p50 | p99 | ratio |\n\
         | --- | --: | --: | --: | --: | --: | --: | --: |\n",
    );
    for (((name, ..), ours), theirs) in PAGES.iter().zip(&amplify).zip(&django) {
        writeln!(
            table,
            "| {name} | {:.0} | {} | {} | {:.0} | {} | {} | {:.1}× |",
            ours.per_second,
            ours.p50,
            ours.p99,
            theirs.per_second,
            theirs.p50,
            theirs.p99,
            ours.per_second / theirs.per_second
        )?;
    }
    Ok(format!(
        "16 callers (`wrk`), {SECONDS} s for each address, signed in, each answer with the exact total. Both \
         programs read the same SQLite rows and indexes and share the cores with `wrk`. Amplify is a release \
         build and sends its whole page; Django (with gunicorn, 3 workers; see `bench/django`) sends a plain \
         page with the same columns and filters. The filler draws five standings of each facility \
         independently, so the tally of totals has nearly as many rows as there are facilities: the hardest \
         case for Amplify, whose page sums it.\n\n{table}"
    ))
}

fn measure_amplify(program: &Path, data: &Path, cookie: &str) -> Result<Vec<wrk::Load>> {
    let server = Server::start(program, "serve", data.to_path_buf())?;
    let client = Client {
        host: server.host.clone(),
        cookie: cookie.to_owned(),
    };
    PAGES
        .iter()
        .map(|(_, query, _)| measure(&client, query))
        .collect()
}

fn measure_django(database: &Path) -> Result<Vec<wrk::Load>> {
    let home = target().join("django");
    if !home.join("bin/gunicorn").exists() {
        Step::new("python3", ["-m", "venv"]).arg(&home).run()?;
        Step::new(
            home.join("bin/pip"),
            ["install", "--quiet", "--requirement"],
        )
        .arg(root().join("bench/django/requirements.txt"))
        .run()?;
    }
    let cookie = Step::new(home.join("bin/python"), ["prepare.py"])
        .within("bench/django")
        .env("BENCH_DATABASE", database)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()?;
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let host = format!("127.0.0.1:{port}");
    let child = Command::new(home.join("bin/gunicorn"))
        .args([
            "--workers",
            "3",
            "--log-level",
            "warning",
            "--bind",
            &host,
            "facilities.wsgi",
        ])
        .current_dir(root().join("bench/django"))
        .env("BENCH_DATABASE", database)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::null())
        .spawn()?;
    let _gunicorn = Gunicorn(child);
    let client = Client {
        host,
        cookie: cookie.trim().to_owned(),
    };
    for _ in 0..100 {
        if client
            .json("/facilities")
            .is_ok_and(|answer| answer.status == 200)
        {
            return PAGES
                .iter()
                .map(|(_, _, query)| measure(&client, query))
                .collect();
        }
        sleep(Duration::from_millis(100));
    }
    bail!("gunicorn did not answer within 10 s")
}

fn measure(client: &Client, query: &str) -> Result<wrk::Load> {
    let url = format!("http://{}/facilities?{query}", client.host);
    println!("  {url}");
    wrk::drive(&url, &client.cookie, 2)?;
    wrk::drive(&url, &client.cookie, SECONDS)
}

/// Gunicorn ends its workers when it is told to stop, not when it is killed.
struct Gunicorn(Child);

impl Drop for Gunicorn {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

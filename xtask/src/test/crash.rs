//! The part of the tests that pulls the plug.
//!
//! Twenty times the server is killed while lists are imported and files are
//! read, each time at another moment. In the end everything that was
//! acknowledged must be there once, and nothing twice. Its data is its own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::Tally;
use crate::http::{Client, Upload};
use crate::server::{self, Server, fresh_folder};
use crate::ui;

/// How often the server is killed.
const KILLS: usize = 20;
/// Audits handed in before each kill.
const AUDITS: usize = 3;
/// Facilities of the list imported before each kill.
const ROWS: usize = 300;
/// How long the last server may take to finish what the others left.
const PATIENCE: Duration = Duration::from_mins(3);

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    ui::build_if_stale()?;
    let program = server::build()?;
    let data = fresh_folder("crash")?;
    let mut server = Server::start(&program, "serve", data.clone())?;
    let mut client = server.sign_in()?;
    let mut unanswered = 0;
    for round in 0..KILLS {
        let work = {
            let client = client.clone();
            thread::spawn(move || round_of_work(&client, round))
        };
        // Spread over the whole of a round: from the first byte to well into the reading.
        thread::sleep(Duration::from_millis(20 + (round as u64 * 97) % 700));
        server.kill();
        let answered = work.join().unwrap_or_else(|_| bail!("the caller stopped"));
        unanswered += usize::from(answered.is_err());
        server = Server::start(&program, "serve", data.clone())?;
        client.host.clone_from(&server.host);
        tally.passed += 1;
    }
    println!("  killed {KILLS} times, {unanswered} times in the middle of a request");
    // As a person would: whatever got no answer is handed in once more.
    for round in 0..KILLS {
        round_of_work(&client, round)?;
    }
    wait_until_idle(&client)?;
    tally.check(each_audit_is_read_once(&client))?;
    tally.check(each_facility_is_there_once(&client))
}

/// Hands in some audits and imports a list; stops at the first request without an answer.
fn round_of_work(client: &Client, round: usize) -> Result<()> {
    let list = list(round);
    let sent = client.send_parts(
        "/lists",
        &[("owner", ""), ("new_brand", "")],
        &[Upload {
            field: "file",
            name: &format!("list-{round}.csv"),
            bytes: list.as_bytes(),
        }],
    )?;
    let page = sent.header("location").map(str::to_owned);
    let page =
        page.with_context(|| format!("a list was answered {}: {}", sent.status, sent.text()))?;
    let page = page.split(['?', '#']).next().unwrap_or_default();
    let shown: Value = serde_json::from_str(&client.json(page)?.text())?;
    let version = shown["version"].to_string();
    let imported = client.form(&format!("{page}/import"), &[("version", &version)])?;
    ensure!(
        imported.status == 303,
        "an import was answered {}: {}",
        imported.status,
        imported.text()
    );

    let audits: Vec<(String, String)> = (0..AUDITS)
        .map(|number| (format!("audit-{round}-{number}.txt"), report(round, number)))
        .collect();
    let uploads: Vec<Upload> = audits
        .iter()
        .map(|(name, text)| Upload {
            field: "files",
            name,
            bytes: text.as_bytes(),
        })
        .collect();
    let sent = client.send_parts("/audits", &[], &uploads)?;
    // 422: everything was here already, which is what handing in again is for.
    ensure!(
        matches!(sent.status, 303 | 422),
        "audits were answered {}: {}",
        sent.status,
        sent.text()
    );
    Ok(())
}

fn list(round: usize) -> String {
    let mut text = String::from("name,address,country,number_of_workers\n");
    for row in 0..ROWS {
        let _ = writeln!(
            text,
            "Fictional Mill {round}-{row},{row} Weaver Street {round},BD,{}",
            50 + row
        );
    }
    text
}

fn report(round: usize, number: usize) -> String {
    format!(
        "Audit report {round}-{number} of a fictional factory.\n\
         A trade union is active at the site and has {} members.\n\
         A worker committee exists; its members were elected by secret ballot.\n\
         No collective bargaining agreement is in force at this factory.\n",
        100 + round * AUDITS + number
    )
}

fn wait_until_idle(client: &Client) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let busy = |rows: &[Value]| {
            rows.iter().any(|row| {
                matches!(
                    row["state"].as_str(),
                    Some("queued" | "running" | "reading")
                )
            })
        };
        let lists: Value = serde_json::from_str(&client.json("/lists")?.text())?;
        if !busy(&all(client, "/audits")?)
            && !busy(lists["rows"].as_array().map_or(&[], Vec::as_slice))
        {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    bail!("after {} s some work is still not done", PATIENCE.as_secs())
}

/// The rows of all pages of a list.
fn all(client: &Client, path: &str) -> Result<Vec<Value>> {
    let mut rows = Vec::new();
    for number in 1.. {
        let page: Value =
            serde_json::from_str(&client.json(&format!("{path}?page={number}"))?.text())?;
        rows.extend(page["rows"].as_array().cloned().unwrap_or_default());
        if page["pages"].as_u64().is_none_or(|pages| number >= pages) {
            break;
        }
    }
    Ok(rows)
}

/// How often each name occurs.
fn names(rows: &[Value]) -> BTreeMap<&str, usize> {
    rows.iter().fold(BTreeMap::new(), |mut counted, row| {
        *counted
            .entry(row["name"].as_str().unwrap_or_default())
            .or_default() += 1;
        counted
    })
}

fn each_audit_is_read_once(client: &Client) -> Result<()> {
    let rows = all(client, "/audits")?;
    let counted = names(&rows);
    for round in 0..KILLS {
        for number in 0..AUDITS {
            let name = format!("audit-{round}-{number}.txt");
            let times = counted.get(name.as_str()).copied().unwrap_or(0);
            ensure!(times == 1, "{name} is there {times} times");
        }
    }
    ensure!(
        rows.len() == KILLS * AUDITS,
        "{} audits instead of {}",
        rows.len(),
        KILLS * AUDITS
    );
    for row in &rows {
        ensure!(
            row["state"] == "read",
            "{} is {}",
            row["name"],
            row["state"]
        );
    }
    // All say the same things, so a reading that was stored twice would stand out.
    let mut proposals = BTreeSet::new();
    for row in &rows {
        let page = client.json(row["url"].as_str().unwrap_or_default())?;
        let page: Value = serde_json::from_str(&page.text())?;
        proposals.insert(page["proposals"].as_array().map_or(0, Vec::len));
    }
    ensure!(
        proposals.len() == 1 && !proposals.contains(&0),
        "audits of the same words were read into {proposals:?} answers"
    );
    println!("  {} audits, each there once and read once", rows.len());
    Ok(())
}

fn each_facility_is_there_once(client: &Client) -> Result<()> {
    let rows = all(client, "/facilities")?;
    let counted = names(&rows);
    let twice: Vec<_> = counted.iter().filter(|(_, times)| **times != 1).collect();
    ensure!(twice.is_empty(), "not there once: {twice:?}");
    ensure!(
        rows.len() == KILLS * ROWS,
        "{} facilities instead of {}",
        rows.len(),
        KILLS * ROWS
    );
    println!("  {} facilities, each there once", rows.len());
    Ok(())
}

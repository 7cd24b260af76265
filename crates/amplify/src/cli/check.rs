//! `amplify check`: looks at database, stored files, catalogue and translations, and says what is
//! wrong and what to do. Changes nothing.

use super::open;
use crate::config::Config;
use crate::texts::Words;
use clap::Args;
use serde::Serialize;
use std::process::ExitCode;

/// In which form.
#[derive(Args)]
pub(super) struct Check {
    /// One JSON object.
    #[arg(long)]
    json: bool,
    /// Read every stored file whole and compare it with its hash.
    #[arg(long)]
    whole: bool,
}

#[derive(Serialize)]
struct Report {
    /// Nothing is wrong.
    sound: bool,
    checks: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    what: &'static str,
    /// `ok`, `remark` or `wrong`.
    state: &'static str,
    detail: String,
}

/// Checks everything and goes on after a fault, so that one run names them all.
pub(super) fn run(config: &Config, command: &Check) -> anyhow::Result<ExitCode> {
    let bar = open::progress_bar(0, command.json);
    let mut checks = Vec::new();
    let mut line = |what, state, detail: String| {
        checks.push(Line {
            what,
            state,
            detail,
        })
    };
    match open::catalogue(config) {
        Ok(catalogue) => {
            line(
                "catalogue",
                "ok",
                format!(
                    "{} indicators, version {}",
                    catalogue.indicators().len(),
                    catalogue.version()
                ),
            );
            match open::playbook(&catalogue) {
                Ok(playbook) => line(
                    "routes",
                    "ok",
                    format!("{} actions", playbook.actions().len()),
                ),
                Err(error) => line("routes", "wrong", format!("{error:#}")),
            }
        }
        Err(error) => line("catalogue", "wrong", format!("{error:#}")),
    }
    match open::countries() {
        Ok(countries) => line("countries", "ok", format!("{} countries", countries.len())),
        Err(error) => line("countries", "wrong", format!("{error:#}")),
    }
    match documents::read::Lexicon::new() {
        Ok(_) => line(
            "reader",
            "ok",
            "word lists and layouts are sound".to_owned(),
        ),
        Err(error) => line("reader", "wrong", error.to_string()),
    }
    for words in Words::all() {
        let language = words.language();
        let state = if language.drafted { "remark" } else { "ok" };
        let extent = if language.complete {
            "every page"
        } else {
            "pages for suppliers and workers"
        };
        let confirmed = if language.drafted {
            "drafted by a machine, not yet confirmed"
        } else {
            "source language"
        };
        line(
            "language",
            state,
            format!(
                "{} ({}): {extent}; {confirmed}",
                language.name, language.code
            ),
        );
    }
    for tool in documents::extract::tools() {
        match tool.version {
            Some(version) => line("tool", "ok", format!("{}: {version}", tool.name)),
            None => line(
                "tool",
                "remark",
                format!("{} is not installed; {}", tool.name, tool.without),
            ),
        }
    }
    match open::database_url(config).and_then(|url| Ok(store::Db::connect(&url)?)) {
        Ok(db) => {
            match store::check::database(&db) {
                Ok(findings) if findings.is_empty() => {
                    line("database", "ok", "whole and readable".to_owned())
                }
                Ok(findings) => findings
                    .iter()
                    .for_each(|finding| line("database", "wrong", finding.to_string())),
                Err(error) => line("database", "wrong", error.to_string()),
            }
            let stored = open::files(config).and_then(|files| {
                Ok(store::check::files(
                    &db,
                    &files,
                    command.whole,
                    |done, of| {
                        bar.set_length(of);
                        bar.set_position(done);
                    },
                )?)
            });
            bar.finish_and_clear();
            match stored {
                Ok(findings) if findings.is_empty() => {
                    line("stored files", "ok", "all are there".to_owned())
                }
                Ok(findings) => findings
                    .iter()
                    .for_each(|finding| line("stored files", "wrong", finding.to_string())),
                Err(error) => line("stored files", "wrong", format!("{error:#}")),
            }
        }
        Err(error) => line("database", "wrong", format!("{error:#}")),
    }
    let sound = checks.iter().all(|line| line.state != "wrong");
    if command.json {
        println!("{}", serde_json::to_string(&Report { sound, checks })?);
    } else {
        for line in &checks {
            println!("{:<7} {:<20} {}", line.state, line.what, line.detail);
        }
    }
    Ok(if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

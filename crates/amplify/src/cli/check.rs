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

/// The lines of a run.
#[derive(Default)]
struct Lines(Vec<Line>);

impl Lines {
    fn add(&mut self, what: &'static str, state: &'static str, detail: impl Into<String>) {
        let detail = detail.into();
        self.0.push(Line {
            what,
            state,
            detail,
        });
    }

    fn findings(
        &mut self,
        what: &'static str,
        sound: &str,
        found: anyhow::Result<Vec<store::check::Finding>>,
    ) {
        match found {
            Ok(findings) if findings.is_empty() => self.add(what, "ok", sound),
            Ok(findings) => {
                for finding in findings {
                    self.add(what, "wrong", finding.to_string());
                }
            }
            Err(error) => self.add(what, "wrong", format!("{error:#}")),
        }
    }
}

/// Checks everything and goes on after a fault, so that one run names them all.
pub(super) fn run(config: &Config, command: &Check) -> anyhow::Result<ExitCode> {
    let mut lines = Lines::default();
    content(&mut lines, config);
    languages(&mut lines);
    tools(&mut lines);
    stored(&mut lines, config, command);
    let checks = lines.0;
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

/// Catalogue, routes, countries and the reader's word lists.
fn content(lines: &mut Lines, config: &Config) {
    match open::catalogue(config) {
        Ok(catalogue) => {
            let count = catalogue.indicators().len();
            lines.add(
                "catalogue",
                "ok",
                format!("{count} indicators, version {}", catalogue.version()),
            );
            match open::playbook(&catalogue) {
                Ok(playbook) => lines.add(
                    "routes",
                    "ok",
                    format!("{} actions", playbook.actions().len()),
                ),
                Err(error) => lines.add("routes", "wrong", format!("{error:#}")),
            }
        }
        Err(error) => lines.add("catalogue", "wrong", format!("{error:#}")),
    }
    match open::countries() {
        Ok(countries) => lines.add("countries", "ok", format!("{} countries", countries.len())),
        Err(error) => lines.add("countries", "wrong", format!("{error:#}")),
    }
    match documents::read::Lexicon::new() {
        Ok(_) => lines.add("reader", "ok", "word lists and layouts are sound"),
        Err(error) => lines.add("reader", "wrong", error.to_string()),
    }
}

fn languages(lines: &mut Lines) {
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
        let detail = format!(
            "{} ({}): {extent}; {confirmed}",
            language.name, language.code
        );
        lines.add("language", state, detail);
    }
}

fn tools(lines: &mut Lines) {
    for tool in documents::extract::tools() {
        match tool.version {
            Some(version) => lines.add("tool", "ok", format!("{}: {version}", tool.name)),
            None => lines.add(
                "tool",
                "remark",
                format!("{} is not installed; {}", tool.name, tool.without),
            ),
        }
    }
}

/// Database and stored files.
fn stored(lines: &mut Lines, config: &Config, command: &Check) {
    let db = match open::database_url(config).and_then(|url| Ok(store::Db::connect(&url)?)) {
        Ok(db) => db,
        Err(error) => return lines.add("database", "wrong", format!("{error:#}")),
    };
    let found = store::check::database(&db).map_err(Into::into);
    lines.findings("database", "whole and readable", found);
    let bar = open::progress_bar(0, command.json);
    let found = open::files(config).and_then(|files| {
        let findings = store::check::files(&db, &files, command.whole, |done, of| {
            bar.set_length(of);
            bar.set_position(done);
        })?;
        Ok(findings)
    });
    bar.finish_and_clear();
    lines.findings("stored files", "all are there", found);
}

//! The part of the tests that uses the pages as people do, in Chromium.
//!
//! Each project (desktop, phone, without script) gets a server of its own with
//! the demo programme, so that none sees what another has changed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{Tally, tools};
use crate::server::{self, EMAIL, PASSWORD, Server};
use crate::step::Step;
use crate::ui;

/// The projects of `ui/playwright.config.ts`.
const PROJECTS: &[&str] = &["desktop", "phone", "without-script"];

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    ui::build_if_stale()?;
    let program = server::build()?;
    for project in PROJECTS {
        run(&program, project, tally)?;
    }
    // The parts that pages are made of, each by itself; they need no server.
    let counted = |line: &str| count(line, tally);
    Step::new("npm", ["run", "look"])
        .within("ui")
        .env("AMPLIFY_CHROMIUM", chromium()?)
        .watch(counted)
}

/// Takes the pictures of README and handbook.
pub(crate) fn take_pictures() -> Result<()> {
    ui::build_if_stale()?;
    run(&server::build()?, "pictures", &mut Tally::default())
}

fn chromium() -> Result<PathBuf> {
    tools::browser().context("Chromium is missing; AMPLIFY_CHROMIUM names one")
}

/// Reads the last lines of Playwright's report: `12 passed (34.5s)`, `1 failed`.
fn count(line: &str, tally: &mut Tally) {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words[..] {
        [number, "passed", ..] => tally.passed += number.parse::<usize>().unwrap_or(0),
        [number, "failed"] => tally.failed += number.parse::<usize>().unwrap_or(0),
        _ => {}
    }
}

fn run(program: &Path, project: &str, tally: &mut Tally) -> Result<()> {
    let server = Server::demo(program, &format!("browser-{project}"))?;
    server.sign_in()?;
    Step::new("npx", ["playwright", "test", "--project", project])
        .within("ui")
        .env("AMPLIFY_ADDRESS", format!("http://{}", server.host))
        .env("AMPLIFY_EMAIL", EMAIL)
        .env("AMPLIFY_PASSWORD", PASSWORD)
        .env("AMPLIFY_CHROMIUM", chromium()?)
        .watch(|line| count(line, tally))
        .with_context(|| format!("the server's log is {}", server.log().display()))
}

//! The part of the tests that uses the pages as people do, in Chromium.
//!
//! Each project (desktop, phone, without script) gets a server of its own with
//! the demo programme, so that none sees what another has changed.

use std::path::Path;

use anyhow::{Context, Result};

use super::{Tally, rust::number_before, tools};
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
    Ok(())
}

fn run(program: &Path, project: &str, tally: &mut Tally) -> Result<()> {
    let browser = tools::browser().context("Chromium is missing; AMPLIFY_CHROMIUM names one")?;
    let server = Server::demo(program, &format!("browser-{project}"))?;
    server.sign_in()?;
    Step::new("npx", ["playwright", "test", "--project", project])
        .within("ui")
        .env("AMPLIFY_ADDRESS", format!("http://{}", server.host))
        .env("AMPLIFY_EMAIL", EMAIL)
        .env("AMPLIFY_PASSWORD", PASSWORD)
        .env("AMPLIFY_CHROMIUM", browser)
        .watch(|line| {
            tally.passed += number_before(line.trim_start(), "passed");
            tally.failed += number_before(line.trim_start(), "failed");
        })
        .with_context(|| format!("the server's log is {}", server.log().display()))
}

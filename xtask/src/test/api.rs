//! The part of the tests that holds the server to its OpenAPI description.
//!
//! Schemathesis makes requests from the description, good and bad ones; none may
//! end in a server error. It runs for a bounded time.

use anyhow::Result;

use super::{Tally, rust::number_before};
use crate::server::{self, Server};
use crate::step::{Step, target};
use crate::ui;

/// The version that the options below were written for.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// Requests for each operation, and the seconds after which it stops.
const EXAMPLES: &str = "30";
const SECONDS: &str = "90";

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    let home = target().join("schemathesis");
    if !home.join("bin/schemathesis").exists() {
        Step::new("python3", ["-m", "venv"]).arg(&home).run()?;
        Step::new(home.join("bin/pip"), ["install", "--quiet", SCHEMATHESIS]).run()?;
    }
    ui::build_if_stale()?;
    let server = Server::demo(&server::build()?, "api")?;
    let client = server.sign_in()?;
    Step::new(
        home.join("bin/schemathesis"),
        ["run", "--max-examples", EXAMPLES],
    )
    .args([
        "--max-time",
        SECONDS,
        // One at a time: its generators share a parser that Python 3.11 does not share well.
        "--workers",
        "1",
        // Chains of requests are told by hand in the stories of the program.
        "--phases",
        "examples,coverage,fuzzing",
        "--checks",
        "not_a_server_error",
    ])
    .args([
        "--seed",
        "1",
        "--no-shrink",
        "--suppress-health-check",
        "all",
        "--header",
    ])
    .arg(format!("Cookie: {}", client.cookie))
    .arg(format!("http://{}/api/openapi.json", server.host))
    .within(target())
    .watch(|line| {
        // One line for each phase: how many operations held in it.
        if let Some(count) = line.trim_start().strip_prefix('✅') {
            tally.passed += number_before(count, "passed");
        } else if let Some(count) = line.trim_start().strip_prefix('❌') {
            tally.failed += number_before(count, "failed");
        }
    })
}

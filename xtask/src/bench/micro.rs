//! Measurements that the crates make of themselves with divan.

use anyhow::Result;

use crate::step::Step;

pub(super) fn profile() -> Result<String> {
    benches("domain")
}

pub(super) fn read() -> Result<String> {
    benches("documents")
}

/// Runs the benches of a crate and keeps what they print.
fn benches(package: &str) -> Result<String> {
    let mut printed = String::new();
    Step::cargo(["bench", "--quiet", "--package", package, "--benches"]).watch(|line| {
        printed.push_str(line);
        printed.push('\n');
    })?;
    Ok(format!("```text\n{}\n```", printed.trim()))
}

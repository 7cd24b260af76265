//! The parts of the tests that cargo runs.
//!
//! They read the summaries of the test runners for the count, and look for
//! snapshots that no test uses any more.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Tally;
use crate::step::{Step, root, target};

pub(super) fn format(tally: &mut Tally) -> Result<()> {
    tally.check(Step::cargo(["fmt", "--all", "--check"]).run())
}

pub(super) fn lints(tally: &mut Tally) -> Result<()> {
    tally.check(
        Step::cargo([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
        .run(),
    )
}

pub(super) fn unit(tally: &mut Tally) -> Result<()> {
    fs::create_dir_all(target())?;
    let references = target().join("snapshots-in-use");
    fs::write(&references, "")?;
    let mut summary = None;
    let outcome = Step::cargo([
        "nextest",
        "run",
        "--workspace",
        "--no-fail-fast",
        "--no-tests=pass",
        "--status-level=slow",
        "--final-status-level=fail",
    ])
    .env("INSTA_UPDATE", "no")
    .env("INSTA_SNAPSHOT_REFERENCES_FILE", &references)
    .watch(|line| summary = count_nextest(line).or(summary.take()));
    if let Some((passed, failed)) = summary {
        tally.passed += passed;
        tally.failed += failed;
    }
    outcome?;
    tally.check(stale_snapshots(&references))
}

pub(super) fn doc(tally: &mut Tally) -> Result<()> {
    let mut counted = (0, 0);
    let outcome = Step::cargo(["test", "--workspace", "--doc", "--quiet"]).watch(|line| {
        if let Some((passed, failed)) = count_cargo_test(line) {
            counted.0 += passed;
            counted.1 += failed;
        }
    });
    tally.passed += counted.0;
    tally.failed += counted.1;
    outcome
}

/// The number that stands before a word, as in `12 passed`.
pub(super) fn number_before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line
        .split([' ', ',', ';'])
        .filter(|part| !part.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

/// Reads `Summary [ 1.2s] 10 tests run: 9 passed, 1 failed, 2 skipped`.
fn count_nextest(line: &str) -> Option<(usize, usize)> {
    let line = line.trim_start();
    line.starts_with("Summary [").then(|| {
        let broken = ["failed", "timed"]
            .iter()
            .map(|word| number_before(line, word))
            .sum();
        (number_before(line, "passed"), broken)
    })
}

/// Reads `test result: ok. 3 passed; 0 failed; …`.
fn count_cargo_test(line: &str) -> Option<(usize, usize)> {
    line.starts_with("test result:")
        .then(|| (number_before(line, "passed"), number_before(line, "failed")))
}

/// Fails if a snapshot lies in the sources that no test has asked for.
fn stale_snapshots(references: &Path) -> Result<()> {
    let used: BTreeSet<PathBuf> = fs::read_to_string(references)?
        .lines()
        .filter_map(|line| Path::new(line).canonicalize().ok())
        .collect();
    let mut kept = Vec::new();
    find_snapshots(&root().join("crates"), &mut kept);
    let stale: Vec<String> = kept
        .iter()
        .filter(|path| path.canonicalize().is_ok_and(|path| !used.contains(&path)))
        .map(|path| {
            path.strip_prefix(root())
                .unwrap_or(path)
                .display()
                .to_string()
        })
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    bail!(
        "no test uses these snapshots any more; delete them: {}",
        stale.join(", ")
    )
}

fn find_snapshots(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder
        .read_dir()
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        if path.is_dir() {
            find_snapshots(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "snap") {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_of_nextest_is_counted() {
        let line = "     Summary [   1.204s] 12 tests run: 9 passed (1 slow), 2 failed, 1 timed out, 4 skipped";
        assert_eq!(count_nextest(line), Some((9, 3)));
        assert_eq!(
            count_nextest("        PASS [   0.004s] domain id::parses"),
            None
        );
    }

    #[test]
    fn a_summary_of_cargo_test_is_counted() {
        let line = "test result: ok. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(count_cargo_test(line), Some((3, 1)));
    }

    #[test]
    fn a_snapshot_that_no_test_used_is_named() -> Result<()> {
        let mut found = Vec::new();
        find_snapshots(&root().join("crates"), &mut found);
        let none = target().join("no-snapshot-in-use");
        fs::create_dir_all(target())?;
        fs::write(&none, "")?;
        assert_eq!(stale_snapshots(&none).is_ok(), found.is_empty());
        Ok(())
    }
}

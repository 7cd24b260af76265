//! The part of the tests that feeds broken files to what reads foreign bytes.
//!
//! Each target of `fuzz/` runs for some seconds over its corpus. A find is kept in
//! `fuzz/artifacts`; nothing else is written into the sources.

use std::fs;

use anyhow::{Context, Result};

use super::Tally;
use crate::step::{Step, is_installed, root, target};

/// Seconds for each target.
const SECONDS: u32 = 20;

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    let home = target().join("cargo-fuzz");
    let command = if is_installed("cargo-fuzz") {
        "cargo-fuzz".into()
    } else {
        let command = home.join("bin/cargo-fuzz");
        if !command.exists() {
            Step::cargo(["install", "--locked", "--quiet", "cargo-fuzz", "--root"])
                .arg(&home)
                .run()?;
        }
        command
    };
    let targets = Step::new(&command, ["fuzz", "list"]).output()?;
    for name in targets.lines() {
        // What it finds new goes into the first folder, which is not committed.
        let folders = [format!("fuzz/corpus/{name}"), format!("fuzz/seeds/{name}")];
        fs::create_dir_all(root().join(&folders[0]))?;
        let outcome = Step::new(&command, ["fuzz", "run", name])
            .args(folders)
            .args(["--", "-rss_limit_mb=2048", "-timeout=20", "-verbosity=0"])
            .arg(format!("-max_total_time={SECONDS}"))
            // Coverage needs compiler options that a stable toolchain only takes when told to.
            .env("RUSTC_BOOTSTRAP", "1")
            .run();
        tally.check(outcome).with_context(|| {
            format!("`{name}` found a file that breaks it; it lies in fuzz/artifacts/{name}")
        })?;
    }
    Ok(())
}

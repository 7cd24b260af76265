//! The programs that the tests start, and how to get them.
//!
//! On Debian, as root, missing ones are installed; elsewhere they are named with
//! a hint. Nothing is removed or upgraded, and nothing runs that is present.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Tally;
use crate::step::{Step, is_installed};

/// A program that a part of the tests needs.
struct Tool {
    name: &'static str,
    purpose: &'static str,
    present: fn() -> bool,
    debian: &'static [&'static str],
}

const TOOLS: &[Tool] = &[
    Tool {
        name: "npm (with Node.js 20 or newer)",
        purpose: "builds the pages' styles and scripts",
        present: || is_installed("node") && is_installed("npm"),
        debian: &["nodejs", "npm"],
    },
    Tool {
        name: "Chromium",
        purpose: "the browser tests",
        present: || browser().is_some(),
        debian: &["chromium"],
    },
    Tool {
        name: "PostgreSQL's server (initdb, postgres)",
        purpose: "the store's tests on PostgreSQL",
        present: || postgres_folder().is_some(),
        debian: &["postgresql"],
    },
    Tool {
        name: "pdftotext of poppler",
        purpose: "reading PDF files the way a well-equipped server does",
        present: || is_installed("pdftotext"),
        debian: &["poppler-utils"],
    },
    Tool {
        name: "tesseract",
        purpose: "reading scanned pages",
        present: || is_installed("tesseract"),
        debian: &["tesseract-ocr"],
    },
    Tool {
        name: "Python 3 with venv",
        purpose: "the tests against the OpenAPI description",
        present: || {
            Step::new("python3", ["-c", "import venv, ensurepip"])
                .output()
                .is_ok()
        },
        debian: &["python3", "python3-venv"],
    },
];

/// The folder that holds PostgreSQL's server programs, which Debian keeps off the search path.
pub(super) fn postgres_folder() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = std::env::var_os("PATH")
        .map(|paths| std::env::split_paths(&paths).collect())
        .unwrap_or_default();
    if let Ok(versions) = fs::read_dir("/usr/lib/postgresql") {
        folders.extend(
            versions
                .filter_map(Result::ok)
                .map(|version| version.path().join("bin")),
        );
    }
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").is_file())
}

/// The Chromium to test with: `AMPLIFY_CHROMIUM`, or one on the search path.
pub(super) fn browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("AMPLIFY_CHROMIUM").map(PathBuf::from) {
        return path.is_file().then_some(path);
    }
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths)
        .flat_map(|folder| ["chromium", "google-chrome"].map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| !(tool.present)()).collect();
    if !missing.is_empty() && may_install() {
        let packages = missing.iter().flat_map(|tool| tool.debian.iter().copied());
        Step::new("apt-get", ["update", "--quiet"]).run()?;
        Step::new(
            "apt-get",
            ["install", "--yes", "--quiet", "--no-install-recommends"],
        )
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()?;
    }
    if !is_installed("cargo-nextest") {
        Step::cargo(["install", "--locked", "cargo-nextest"]).run()?;
    }
    tally.check(nextest())?;
    let mut absent = Vec::new();
    for tool in TOOLS {
        if (tool.present)() {
            println!("  present: {}", tool.name);
            tally.passed += 1;
        } else {
            println!("  missing: {}, for {}", tool.name, tool.purpose);
            absent.push(tool.debian.join(" "));
            tally.failed += 1;
        }
    }
    if absent.is_empty() {
        return Ok(());
    }
    bail!(
        "on Debian, `apt-get install {}` installs what is missing",
        absent.join(" ")
    )
}

fn nextest() -> Result<()> {
    Step::cargo(["nextest", "--version"]).output().map(drop)
}

/// Whether this is Debian and we are root.
fn may_install() -> bool {
    Path::new("/etc/debian_version").exists()
        && Step::new("id", ["-u"])
            .output()
            .is_ok_and(|id| id.trim() == "0")
}

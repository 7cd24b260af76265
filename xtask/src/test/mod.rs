//! `cargo xtask test`: everything that must hold, in one command.
//!
//! The parts run in an order that finds cheap mistakes first, each under a
//! heading and with its time; the first part that fails ends the run and says
//! what to do. The last line counts the tests. No part changes a source file.

mod api;
mod browser;
mod crash;
mod fuzz;
mod rust;
mod tools;
mod ui;

pub(crate) use browser::take_pictures;

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How many tests of a part held and how many did not.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Counts one check by how it went.
    fn check(&mut self, outcome: Result<()>) -> Result<()> {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(_) => self.failed += 1,
        }
        outcome
    }
}

/// A part of the tests that can be run by its name.
struct Part {
    name: &'static str,
    about: &'static str,
    /// Whether `--quick` runs it too.
    quick: bool,
    run: fn(&mut Tally) -> Result<()>,
    /// What to do when it fails.
    remedy: &'static str,
}

const PARTS: &[Part] = &[
    Part {
        name: "tools",
        about: "the programs that the tests need; installs them on Debian as root",
        quick: false,
        run: tools::check,
        remedy: "Install what is named above and run the tests again.",
    },
    Part {
        name: "format",
        about: "the Rust code is formatted",
        quick: true,
        run: rust::format,
        remedy: "Run `cargo xtask fmt`.",
    },
    Part {
        name: "ui",
        about: "styles and scripts: types, unit tests, build",
        quick: true,
        run: ui::check,
        remedy: "Mend the file that the compiler names; `npm run check` in ui/ repeats it.",
    },
    Part {
        name: "lints",
        about: "clippy over the whole workspace",
        quick: true,
        run: rust::lints,
        remedy: "Mend what clippy names; a missing or unused text is named by the build too.",
    },
    Part {
        name: "unit",
        about: "unit, store and HTTP tests on SQLite and PostgreSQL; stale snapshots",
        quick: true,
        run: rust::unit,
        remedy: "Repeat one test with `cargo nextest run NAME`; see a new snapshot beside the old \
                 one in its .snap.new file, and rename it once it is right.",
    },
    Part {
        name: "doc",
        about: "the examples in the documentation of the code",
        quick: false,
        run: rust::doc,
        remedy: "Mend the example that is named above.",
    },
    Part {
        name: "browser",
        about: "the user's steps in Chromium: desktop, phone, without script; axe on each page",
        quick: false,
        run: browser::check,
        remedy: "See the pictures and traces in ui/tests/results.",
    },
    Part {
        name: "api",
        about: "requests made from the OpenAPI description; no server error",
        quick: false,
        run: api::check,
        remedy: "The report above holds a curl command that repeats the request.",
    },
    Part {
        name: "crash",
        about: "the server is killed 20 times in the middle of imports and readings",
        quick: false,
        run: crash::check,
        remedy: "The log of the last server lies beside its data, in under-test/crash.log.",
    },
    Part {
        name: "fuzz",
        about: "20 seconds of broken bytes for each door through which files come in",
        quick: false,
        run: fuzz::check,
        remedy: "fuzz/README.md says how to see it again and what to do.",
    },
];

/// The parts and what they look at, a line each.
pub(crate) fn list_parts() -> String {
    let mut list = String::new();
    for part in PARTS {
        let quick = if part.quick {
            ""
        } else {
            " (not with --quick)"
        };
        let _ = writeln!(list, "  {:<8} {}{quick}", part.name, part.about);
    }
    list
}

/// Runs the parts asked for, all by default, and prints the count as the last line.
pub(crate) fn run(arguments: &[String]) -> Result<ExitCode> {
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let asked: Vec<&str> = arguments
        .iter()
        .map(String::as_str)
        .filter(|argument| *argument != "--quick")
        .collect();
    if let Some(unknown) = asked
        .iter()
        .find(|name| PARTS.iter().all(|part| part.name != **name))
    {
        bail!(
            "there is no part `{unknown}`; the parts are:\n\n{}",
            list_parts()
        );
    }
    let chosen = PARTS.iter().filter(|part| {
        if asked.is_empty() {
            !quick || part.quick
        } else {
            asked.contains(&part.name)
        }
    });

    let mut total = Tally::default();
    let mut times = Vec::new();
    let mut stopped = false;
    for part in chosen {
        println!("\n== {}: {}", part.name, part.about);
        let start = Instant::now();
        let mut tally = Tally::default();
        let outcome = (part.run)(&mut tally);
        if let Err(error) = &outcome {
            println!(
                "\nThe part `{}` failed: {error:#}\n{}",
                part.name, part.remedy
            );
            println!("This part alone: `cargo xtask test {}`.", part.name);
            tally.failed = tally.failed.max(1);
            stopped = true;
        }
        total.passed += tally.passed;
        total.failed += tally.failed;
        times.push((part.name, tally, start.elapsed()));
        if stopped {
            break;
        }
    }

    println!("\n== Result");
    for (name, tally, time) in &times {
        let verdict = if tally.failed == 0 { "ok" } else { "FAILED" };
        println!(
            "  {name:<8} {verdict:<7} {:>5} checks  {:>8}",
            tally.passed + tally.failed,
            show(*time)
        );
    }
    let whole: Duration = times.iter().map(|(_, _, time)| *time).sum();
    println!("  in all {:>29}\n", show(whole));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if stopped {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn show(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

//! `cargo xtask bench NAME`: measures, and writes the figures into `docs/benchmarks.md`.
//!
//! Each measurement replaces its own section of that file and names the machine
//! it ran on. Nothing is written by hand there, and no figure is kept that a
//! command does not print.

mod list;
mod micro;
mod wrk;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::step::{Step, root};

/// A measurement that can be run by its name.
struct Bench {
    name: &'static str,
    about: &'static str,
    /// Measures and returns the section's text.
    run: fn() -> Result<String>,
}

const BENCHES: &[Bench] = &[
    Bench {
        name: "list",
        about: "the facilities list with 100,000 facilities, beside the same page in Django",
        run: list::run,
    },
    Bench {
        name: "profile",
        about: "profiles folded from 100,000 facilities with 40 answers each",
        run: micro::profile,
    },
    Bench {
        name: "read",
        about: "text out of audit files, beside pdftotext, and the rules that read it",
        run: micro::read,
    },
];

/// The measurements, a line each.
pub(crate) fn list_benches() -> String {
    BENCHES.iter().fold(String::new(), |list, bench| {
        format!("{list}  {:<8} {}\n", bench.name, bench.about)
    })
}

/// Runs the measurements named.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("which one?\n\n{}", list_benches());
    }
    for name in arguments {
        let bench = BENCHES
            .iter()
            .find(|bench| bench.name == name)
            .with_context(|| format!("there is no measurement `{name}`:\n\n{}", list_benches()))?;
        let section = (bench.run)()?;
        write_section(bench, &section)?;
        println!("\n{section}\nwritten into {}", page().display());
    }
    Ok(())
}

fn page() -> PathBuf {
    root().join("docs/benchmarks.md")
}

fn write_section(bench: &Bench, section: &str) -> Result<()> {
    let text = fs::read_to_string(page())?;
    let block = format!(
        "## {}\n\n{}, on {}.\n\nRepeat it with `cargo xtask bench {}`.\n\n{}\n",
        capital(bench.about),
        machine()?,
        Step::new("date", ["-u", "+%Y-%m-%d"]).output()?.trim(),
        bench.name,
        section.trim()
    );
    fs::write(page(), replace_section(&text, bench.name, &block))?;
    Ok(())
}

/// Puts a section in the place of the one with the same name, or at the end.
fn replace_section(text: &str, name: &str, block: &str) -> String {
    let open = format!("<!-- {name} -->");
    let close = format!("<!-- /{name} -->");
    let (before, after) = match (text.split_once(&open), text.split_once(&close)) {
        (Some((before, _)), Some((_, after))) => (before.to_owned(), after.to_owned()),
        _ => (format!("{}\n\n", text.trim_end()), "\n".to_owned()),
    };
    format!("{before}{open}\n{block}{close}{after}")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The machine in one line.
fn machine() -> Result<String> {
    let find = |file: &str, key: &str| -> Option<String> {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find(|line| line.starts_with(key))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let model =
        find("/proc/cpuinfo", "model name").unwrap_or_else(|| "an unnamed processor".to_owned());
    let cores = std::thread::available_parallelism()?;
    let memory = find("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok())
        .map_or_else(String::new, |kibibytes| {
            format!(", {} GiB", kibibytes.div_ceil(1024 * 1024))
        });
    Ok(format!(
        "Measured on {model}, {cores} cores{memory}, Linux {}, {}",
        Step::new("uname", ["-r"]).output()?.trim(),
        Step::new("rustc", ["--version"])
            .output()?
            .split(" (")
            .next()
            .unwrap_or_default()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_rest_is_kept() {
        let first = replace_section("# Benchmarks\n", "list", "old\n");
        let both = replace_section(&first, "read", "pages\n");
        let newer = replace_section(&both, "list", "new\n");
        assert_eq!(
            newer,
            "# Benchmarks\n\n<!-- list -->\nnew\n<!-- /list -->\n\n<!-- read -->\npages\n<!-- /read -->\n"
        );
    }
}

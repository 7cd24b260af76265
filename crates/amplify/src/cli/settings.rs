//! `amplify settings`: the one list of settings, as the handbook prints it.

use crate::config::SETTINGS;
use std::process::ExitCode;

/// Prints a Markdown table.
pub(super) fn run() -> ExitCode {
    println!("| Key in `amplify.toml` | Variable | Default | Meaning |");
    println!("| --- | --- | --- | --- |");
    for setting in SETTINGS {
        println!(
            "| `{}` | `{}` | {} | {} |",
            setting.key, setting.variable, setting.default, setting.meaning
        );
    }
    ExitCode::SUCCESS
}

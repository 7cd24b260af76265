//! `amplify completions SHELL`

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::process::ExitCode;

/// Which shell to complete for.
#[derive(Args)]
pub(super) struct Completions {
    /// bash, elvish, fish, powershell or zsh
    shell: Shell,
}

/// Prints the script.
pub(super) fn run(command: &Completions) -> ExitCode {
    clap_complete::generate(
        command.shell,
        &mut super::Cli::command(),
        "amplify",
        &mut std::io::stdout(),
    );
    ExitCode::SUCCESS
}

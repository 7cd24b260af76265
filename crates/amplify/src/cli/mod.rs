//! The command line: one subcommand per task. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done
//! with faults in the input (rows or files that could not be used). What is meant for programs
//! goes to standard output, everything else to standard error.

mod check;
mod completions;
mod demo;
mod export;
mod import;
mod link;
pub(crate) mod open;
mod read;
mod serve;
mod settings;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Freedom of association in supply chains: what is known about each facility, and from whom.
#[derive(Parser)]
#[command(name = "amplify", version, max_term_width = 100)]
struct Cli {
    /// Settings file (default: amplify.toml in this folder, if there is one).
    #[arg(long, global = true, value_name = "FILE", env = "AMPLIFY_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Start the server; at the first start it prints a one-time link for the first account.
    Serve(serve::Serve),
    /// Start a server with a fictional demo programme.
    Demo(demo::Demo),
    /// Import a supplier list (CSV, XLSX, ODS), or only look at it.
    Import(import::Import),
    /// Read audit files and print what they say, with quotes; needs no database.
    Read(read::Read),
    /// Write the list of suppliers with and without union, committee and agreement.
    Export(export::Export),
    /// Check database, stored files, catalogue and translations, and say what is wrong.
    Check(check::Check),
    /// Print a new one-time link for the first account, for a lost password.
    Link,
    /// List every setting with its variable and default.
    Settings,
    /// Print a completion script for your shell.
    Completions(completions::Completions),
    /// Takes the text out of one file in a process of its own; started by the server.
    #[command(hide = true, name = "extract-child")]
    ExtractChild {
        /// What the server passes on.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<std::ffi::OsString>,
    },
}

/// Done, but some rows or files could not be used.
const WITH_FAULTS: u8 = 3;

/// Parses the arguments and runs the command.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let config = || crate::config::Config::load(cli.config.as_deref());
    let outcome = match cli.command {
        Command::Serve(command) => config().and_then(|config| serve::run(config, &command)),
        Command::Demo(command) => config().and_then(|config| demo::run(config, &command)),
        Command::Import(command) => config().and_then(|config| import::run(&config, &command)),
        Command::Read(command) => read::run(&command),
        Command::Export(command) => config().and_then(|config| export::run(&config, &command)),
        Command::Check(command) => config().and_then(|config| check::run(&config, &command)),
        Command::Link => config().and_then(|config| link::run(&config)),
        Command::Settings => Ok(settings::run()),
        Command::Completions(command) => Ok(completions::run(&command)),
        Command::ExtractChild { arguments } => {
            return documents::extract::child::main(arguments).into();
        }
    };
    outcome.unwrap_or_else(|error| {
        eprintln!("amplify: {error:#}");
        ExitCode::FAILURE
    })
}

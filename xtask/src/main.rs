//! Every chore of the project: `cargo xtask test`, `demo`, `bench`, `fmt`, `docs`.
//!
//! It starts other programs (cargo, npm, the browser tests, the server) in the
//! right order and says what to do when one fails. It never holds a rule of
//! Amplify itself and is never shipped.

mod bench;
mod demo;
mod docs;
mod http;
mod server;
mod step;
mod test;
mod ui;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
The chores of Amplify.

  cargo xtask demo [--port N] [--fresh]   build and start the demo programme
  cargo xtask test [--quick] [PART...]    run the tests; see the parts below
  cargo xtask bench NAME...               measure, and write the figures into docs/benchmarks.md
  cargo xtask fmt                         format the Rust code
  cargo xtask docs                        build the handbook and the API docs
  cargo xtask pictures                    take the pictures of README and handbook

";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let (chore, rest) = arguments
        .split_first()
        .map_or(("help", &[][..]), |(chore, rest)| (chore.as_str(), rest));
    match chore {
        "test" => return test::run(rest),
        "demo" => demo::run(rest)?,
        "bench" => bench::run(rest)?,
        "fmt" => step::Step::cargo(["fmt", "--all"]).run()?,
        "docs" => docs::run()?,
        "pictures" => test::take_pictures()?,
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            print!("Parts of the tests, in order:\n\n{}\n", test::list_parts());
            print!("Measurements:\n\n{}", bench::list_benches());
        }
        other => bail!("there is no chore `{other}`; `cargo xtask help` lists them"),
    }
    Ok(ExitCode::SUCCESS)
}

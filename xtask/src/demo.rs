//! `cargo xtask demo`: from a clean clone to a running demo programme.
//!
//! It builds what is missing and hands over to `amplify demo`, which prints the
//! address and how to sign in. It never changes data other than the demo's.

use std::process::Command;

use anyhow::{Result, bail};

use crate::step::{Step, root};
use crate::ui;

/// Builds the pages' assets and the program, then runs the demo until it is stopped.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut passed_on = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), rest.as_slice().first()) {
            ("--fresh", _) => passed_on.push("--fresh".to_owned()),
            ("--port", Some(port)) if port.parse::<u16>().is_ok() => {
                passed_on.extend(["--listen".to_owned(), format!("127.0.0.1:{port}")]);
                rest.next();
            }
            ("--port", _) => bail!("`--port` needs a number, for example `--port 8080`"),
            (other, _) => bail!("`demo` takes `--port N` and `--fresh`, not `{other}`"),
        }
    }
    ui::build_if_stale()?;
    Step::cargo(["build", "--package", "amplify", "--profile", "demo"]).run()?;
    let program = crate::step::target().join("demo/amplify");
    let status = Command::new(program)
        .arg("demo")
        .args(passed_on)
        .current_dir(root())
        .status()?;
    if !status.success() {
        bail!("the demo ended with {status}; its last lines above say why");
    }
    Ok(())
}

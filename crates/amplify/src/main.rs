//! The program; everything is in the library beside it, so that tests can start it in-process.

use std::process::ExitCode;

fn main() -> ExitCode {
    amplify::run()
}

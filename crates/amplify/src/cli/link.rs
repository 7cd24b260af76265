//! `amplify link`: a new one-time link for the first account.

use super::open;
use crate::config::Config;
use std::process::ExitCode;

/// Prints the link; an older unused one stops working.
pub(super) fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let db = open::database(config)?;
    println!("{}", open::one_time_link(&db, config)?);
    Ok(ExitCode::SUCCESS)
}

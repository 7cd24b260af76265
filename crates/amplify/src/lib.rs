//! Amplify: freedom of association, social dialogue and collective bargaining in supply chains.
//! This program serves the pages and offers the same work on the command line.

mod cli;
mod clock;
mod config;
mod people;
mod report;
mod see;
#[cfg(feature = "testing")]
pub mod testing;
mod texts;
mod web;
mod work;

pub use cli::run;

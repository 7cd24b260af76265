//! Stories about the store, each told on SQLite and on PostgreSQL.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected has failed"
)]

mod account;
mod answer;
mod audit;
mod bucket;
mod check;
mod facility;
mod files;
mod jobs;
mod list;
mod migrations;
mod scope;
mod search;

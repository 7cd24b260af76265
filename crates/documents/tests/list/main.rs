//! Supplier lists as people send them, and what each gets: CSV, XLSX and ODS files made here,
//! good ones and broken ones. Facilities are invented.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod made;
mod mapping;
mod open;
mod properties;
mod refused;
mod rows;
mod sheet;

//! Supplier lists as people send them, and what each gets: CSV, XLSX and ODS files made here,
//! good ones and broken ones. Facilities are invented.

mod made;
mod mapping;
mod open;
mod properties;
mod refused;
mod rows;
mod sheet;

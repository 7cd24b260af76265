//! Supplier lists: bytes to a table, the guessed mapping, and the rows it gives.
#![no_main]

use documents::list::{Limits, facility_rows, mapping, open};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = open(bytes, "list.csv", &Limits::default()) {
        let guessed = mapping::guess(&table.headers, &table.rows);
        let report = facility_rows(&table, &guessed);
        assert!(report.rows.len() + report.refused <= table.rows.len());
    }
});

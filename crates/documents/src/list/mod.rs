//! Supplier lists: CSV, XLSX and ODS into rows, columns mapped to the fields of a facility.

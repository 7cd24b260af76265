//! Rows of a mapped list as facilities. A row with an error is left out and said so with its
//! column and what to do; a warning leaves out one value at most. Nothing is guessed: a country
//! is suggested, never taken, and a range of workers stays as written.

use super::mapping::Mapping;
use super::reading;
use super::table::Table;
use domain::see::facility::{Position, match_key};
use std::collections::HashMap;

/// A facility as a row of a list states it.
#[derive(Clone, PartialEq, Debug)]
pub struct FacilityRow {
    /// Number of the row in the file.
    pub number: u32,
    /// Name as written.
    pub name: String,
    /// Address in one line; columns joined in their order.
    pub address: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// Where it stands, if stated and plausible.
    pub position: Option<Position>,
    /// Sectors as written.
    pub sector: String,
    /// Number of workers, if stated as a number.
    pub workers: Option<u32>,
    /// Open Supply Hub identifier, its check sign verified.
    pub os_id: Option<String>,
    /// The list owner's own number.
    pub own_number: Option<String>,
    /// Brands that buy from it, as written.
    pub brands: Vec<String>,
    /// Further columns: the key of their field or their header, and the text.
    pub details: Vec<(String, String)>,
}

impl FacilityRow {
    /// Takes from a row about the same facility its brands, and the values that are lacking.
    fn complete(&mut self, repeat: FacilityRow) {
        for brand in repeat.brands {
            if !self.brands.contains(&brand) {
                self.brands.push(brand);
            }
        }
        self.position = self.position.or(repeat.position);
        self.workers = self.workers.or(repeat.workers);
        self.os_id = self.os_id.take().or(repeat.os_id);
        self.own_number = self.own_number.take().or(repeat.own_number);
        if self.sector.is_empty() {
            self.sector = repeat.sector;
        }
    }
}

/// How bad a remark on a row is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The row is taken, perhaps without one of its values.
    Warning,
    /// The row is left out.
    Error,
}

/// Where in its row a remark belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Header of the column.
    pub header: String,
    /// Its letter, as spreadsheets show it.
    pub letter: String,
}

/// Something wrong with a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowError {
    /// Number of the row in the file.
    pub row: u32,
    /// Column, where one is to blame.
    pub column: Option<Place>,
    /// Key in the message catalogue; never changes.
    pub code: &'static str,
    /// Arguments of the message, by name.
    pub args: Vec<(&'static str, String)>,
    /// Error or warning.
    pub severity: Severity,
}

impl RowError {
    /// Key of the text that says what to do.
    pub fn advice(&self) -> String {
        format!("{}-advice", self.code)
    }
}

/// Every code that a [`RowError`] can carry, for the check of the message catalogue.
pub const ROW_CODES: [&str; 19] = [
    "row-name-missing",
    "row-country-missing",
    "row-country-unknown",
    "row-country-misspelled",
    "row-position-unreadable",
    "row-position-out-of-range",
    "row-position-half",
    "row-position-zero",
    "row-position-swapped",
    "row-position-outside-country",
    "row-workers-unreadable",
    "row-workers-about",
    "row-workers-range",
    "row-os-id-shape",
    "row-os-id-check",
    "row-os-id-country",
    "row-formula-without-value",
    "row-cell-error",
    "row-cell-cut",
];

/// A row that repeats an earlier one in name, address and country.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Repeat {
    /// Number of the row in the file.
    pub row: u32,
    /// Number of the row that it repeats.
    pub first: u32,
}

/// What a list holds under a mapping.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct RowsReport {
    /// Facilities, in the order of the list, each once.
    pub rows: Vec<FacilityRow>,
    /// Errors and warnings, by row.
    pub errors: Vec<RowError>,
    /// Rows that repeat an earlier one, which gets their brands and what it lacked.
    pub duplicates: Vec<Repeat>,
    /// Rows left out because of an error.
    pub refused: usize,
}

/// Reads the rows of a table as facilities.
pub fn facility_rows(table: &Table, mapping: &Mapping) -> RowsReport {
    let mut report = RowsReport::default();
    let mut first_of: HashMap<String, usize> = HashMap::new();
    let mut flags = table.flags.as_slice();
    for row in &table.rows {
        let skipped = flags
            .iter()
            .take_while(|flag| flag.row < row.number)
            .count();
        let own = flags[skipped..]
            .iter()
            .take_while(|flag| flag.row == row.number)
            .count();
        let (of_row, later) = flags[skipped..].split_at(own);
        flags = later;
        let (facility, mut errors) = reading::read(row, of_row, table, mapping);
        let refused = errors.iter().any(|error| error.severity == Severity::Error);
        report.errors.append(&mut errors);
        if refused {
            report.refused += 1;
            continue;
        }
        let key = match_key(&facility.name, &facility.address, &facility.country);
        if let Some(at) = first_of.get(&key) {
            if let Some(first) = report.rows.get_mut(*at) {
                report.duplicates.push(Repeat {
                    row: row.number,
                    first: first.number,
                });
                first.complete(facility);
            }
            continue;
        }
        first_of.insert(key, report.rows.len());
        report.rows.push(facility);
    }
    report
}

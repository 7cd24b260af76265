//! Rows of a mapped list as facilities. A row with an error is left out and said so with its
//! column and what to do; a warning leaves out one value at most. Nothing is guessed: a country
//! is suggested, never taken, and a range of workers stays as written.

use super::mapping::{Field, Mapping};
use super::table::{Flag, Mark, Row, Table, letter};
use super::values::{self, Axis, Workers};
use super::{countries, os_id};
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
    /// Rows that repeat an earlier one; their brands are added to it, nothing else.
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
        let mut reading = Reading {
            row,
            table,
            mapping,
            errors: Vec::new(),
        };
        reading.flags(of_row);
        let facility = reading.facility();
        let refused = reading
            .errors
            .iter()
            .any(|error| error.severity == Severity::Error);
        report.errors.append(&mut reading.errors);
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
                let new = facility
                    .brands
                    .into_iter()
                    .filter(|brand| !brand.is_empty());
                for brand in new {
                    if !first.brands.contains(&brand) {
                        first.brands.push(brand);
                    }
                }
            }
            continue;
        }
        first_of.insert(key, report.rows.len());
        report.rows.push(facility);
    }
    report
}

/// One row while it is read.
struct Reading<'a> {
    row: &'a Row,
    table: &'a Table,
    mapping: &'a Mapping,
    errors: Vec<RowError>,
}

impl Reading<'_> {
    fn remark(
        &mut self,
        severity: Severity,
        code: &'static str,
        column: Option<usize>,
        args: Vec<(&'static str, String)>,
    ) {
        let place = |at: usize| Place {
            header: self.table.headers.get(at).cloned().unwrap_or_default(),
            letter: letter(at),
        };
        self.errors.push(RowError {
            row: self.row.number,
            column: column.map(place),
            code,
            args,
            severity,
        });
    }

    /// A value that is not taken, with its text cut to what a message can show.
    fn warn(&mut self, code: &'static str, column: usize, text: &str) {
        let shown = text.chars().take(80).collect();
        self.remark(
            Severity::Warning,
            code,
            Some(column),
            vec![("value", shown)],
        );
    }

    fn flags(&mut self, flags: &[Flag]) {
        for flag in flags {
            let column = flag.column as usize;
            let field = self.mapping.columns.get(column).map(|column| column.field);
            if matches!(field, None | Some(Field::Ignore)) {
                continue;
            }
            let (severity, code) = match flag.mark {
                Mark::FormulaWithoutValue => (Severity::Error, "row-formula-without-value"),
                Mark::ErrorValue => (Severity::Warning, "row-cell-error"),
                Mark::Cut => (Severity::Warning, "row-cell-cut"),
                Mark::Merged => continue,
            };
            self.remark(severity, code, Some(column), Vec::new());
        }
    }

    /// Text of a column, cleaned; empty if it says nothing.
    fn text(&self, column: usize) -> String {
        let text = values::clean(self.row.cell(column));
        if values::says_nothing(&text) {
            String::new()
        } else {
            text.into_owned()
        }
    }

    /// Text of the one column of a field, and the column.
    fn single(&self, field: Field) -> Option<(usize, String)> {
        let column = self.mapping.column(field)?;
        Some((column, self.text(column))).filter(|(_, text)| !text.is_empty())
    }

    fn joined(&self, wanted: impl Fn(Field) -> bool) -> String {
        let mut joined = String::new();
        for (column, _) in self
            .mapping
            .columns
            .iter()
            .enumerate()
            .filter(|(_, each)| wanted(each.field))
        {
            let text = self.text(column);
            if text.is_empty() {
                continue;
            }
            if !joined.is_empty() {
                joined.push_str(", ");
            }
            joined.push_str(&text);
        }
        joined
    }

    fn facility(&mut self) -> FacilityRow {
        let name = self
            .single(Field::Name)
            .map(|(_, name)| name)
            .unwrap_or_default();
        if name.is_empty() {
            self.remark(
                Severity::Error,
                "row-name-missing",
                self.mapping.column(Field::Name),
                Vec::new(),
            );
        }
        let country = self.country();
        let position = self.position(&country);
        let os_id = self.os_id(&country);
        let mut details = Vec::new();
        let workers = self.workers(&mut details);
        for (column, each) in self.mapping.columns.iter().enumerate() {
            let key = match each.field {
                Field::Detail => each.header.as_str(),
                Field::NativeName
                | Field::ParentCompany
                | Field::FacilityType
                | Field::ProcessingType
                | Field::ProductType => each.field.key(),
                _ => continue,
            };
            let text = self.text(column);
            if !text.is_empty() {
                details.push((key.to_owned(), text));
            }
        }
        FacilityRow {
            number: self.row.number,
            name,
            address: self.joined(Field::is_address),
            country,
            position,
            sector: self.joined(|field| field == Field::Sector),
            workers,
            os_id,
            own_number: self.single(Field::OwnNumber).map(|(_, text)| text),
            brands: self.brands(),
            details,
        }
    }

    /// Brands of all brand columns; a cell may hold several.
    fn brands(&self) -> Vec<String> {
        let mut brands: Vec<String> = Vec::new();
        for column in self.mapping.columns_of(Field::Brand) {
            let text = self.text(column);
            for brand in text.split([';', '|', '\n', '/']).map(str::trim) {
                if !brand.is_empty() && !brands.iter().any(|known| known == brand) {
                    brands.push(brand.to_owned());
                }
            }
        }
        brands
    }

    /// Two-letter code, or empty with an error.
    fn country(&mut self) -> String {
        let column = self.mapping.column(Field::Country);
        let Some((column, text)) = self.single(Field::Country) else {
            if let Some(code) = &self.mapping.default_country {
                return code.clone();
            }
            self.remark(Severity::Error, "row-country-missing", column, Vec::new());
            return String::new();
        };
        if let Some(country) = countries::find(&text) {
            return country.iso2.clone();
        }
        let shown: String = text.chars().take(80).collect();
        match countries::suggest(&text) {
            Some(country) => self.remark(
                Severity::Error,
                "row-country-misspelled",
                Some(column),
                vec![
                    ("value", shown),
                    ("suggestion", country.name.clone()),
                    ("code", country.iso2.clone()),
                ],
            ),
            None => {
                self.remark(
                    Severity::Error,
                    "row-country-unknown",
                    Some(column),
                    vec![("value", shown)],
                );
            }
        }
        String::new()
    }

    /// The stated latitude and longitude, and the column to name in a remark.
    fn stated_position(&mut self) -> Option<(f64, f64, usize)> {
        if let Some((column, text)) = self.single(Field::Coordinates) {
            if let Some((latitude, longitude)) = values::coordinates(&text) {
                return Some((latitude, longitude, column));
            }
            self.warn("row-position-unreadable", column, &text);
            return None;
        }
        let (latitude, longitude) =
            match (self.single(Field::Latitude), self.single(Field::Longitude)) {
                (Some(latitude), Some(longitude)) => (latitude, longitude),
                (None, None) => return None,
                (Some((column, text)), None) | (None, Some((column, text))) => {
                    self.warn("row-position-half", column, &text);
                    return None;
                }
            };
        match (values::degrees(&latitude.1), values::degrees(&longitude.1)) {
            (Some((north, axis)), Some((east, other))) => {
                // The letters say what the headers do not.
                let crossed = axis == Some(Axis::Longitude) || other == Some(Axis::Latitude);
                let (north, east) = if crossed {
                    (east, north)
                } else {
                    (north, east)
                };
                Some((north, east, latitude.0))
            }
            (None, _) => {
                self.warn("row-position-unreadable", latitude.0, &latitude.1);
                None
            }
            (_, None) => {
                self.warn("row-position-unreadable", longitude.0, &longitude.1);
                None
            }
        }
    }

    fn position(&mut self, country: &str) -> Option<Position> {
        let (latitude, longitude, column) = self.stated_position()?;
        let shown = format!("{latitude}, {longitude}");
        let inside = countries::by_code(country);
        let swapped = Position::new(longitude, latitude)
            .is_some_and(|position| inside.is_some_and(|country| country.may_hold(position)));
        let Some(position) = Position::new(latitude, longitude) else {
            let args = vec![("value", shown), ("swapped", swapped.to_string())];
            self.remark(
                Severity::Error,
                "row-position-out-of-range",
                Some(column),
                args,
            );
            return None;
        };
        if latitude == 0.0 && longitude == 0.0 {
            self.warn("row-position-zero", column, &shown);
            return None;
        }
        if inside.is_some_and(|country| !country.may_hold(position)) {
            let code = if swapped {
                "row-position-swapped"
            } else {
                "row-position-outside-country"
            };
            self.warn(code, column, &shown);
        }
        Some(position)
    }

    fn workers(&mut self, details: &mut Vec<(String, String)>) -> Option<u32> {
        let (column, text) = self.single(Field::Workers)?;
        let (code, number) = match values::workers(&text) {
            Some(Workers::Exact(number)) => return Some(number),
            Some(Workers::About(number)) => ("row-workers-about", Some(number)),
            Some(Workers::Range(..)) => ("row-workers-range", None),
            None => ("row-workers-unreadable", None),
        };
        self.warn(code, column, &text);
        details.push((Field::Workers.key().to_owned(), text));
        number
    }

    fn os_id(&mut self, country: &str) -> Option<String> {
        let (column, text) = self.single(Field::OsId)?;
        match os_id::parse(&text) {
            Ok(id) => {
                if !country.is_empty() && !id.starts_with(country) {
                    self.warn("row-os-id-country", column, &text);
                }
                Some(id)
            }
            Err(fault) => {
                let code = match fault {
                    os_id::Fault::Shape => "row-os-id-shape",
                    os_id::Fault::Check => "row-os-id-check",
                };
                self.warn(code, column, &text);
                None
            }
        }
    }
}

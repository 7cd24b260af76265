//! One row of a mapped list: each field read from its cells, each doubt put into a remark.

use super::coordinates::{self, Axis};
use super::field::Field;
use super::mapping::Mapping;
use super::note::Mark;
use super::rows::{FacilityRow, Place, RowError, Severity};
use super::table::{Flag, Row, Table, letter};
use super::values::{self, Workers};
use super::{countries, os_id};
use domain::see::facility::Position;

/// What a row states, and what is wrong with it; with an error, the facility is not to be used.
pub(super) fn read(
    row: &Row,
    flags: &[Flag],
    table: &Table,
    mapping: &Mapping,
) -> (FacilityRow, Vec<RowError>) {
    let mut reading = Reading {
        row,
        table,
        mapping,
        errors: Vec::new(),
    };
    reading.flags(flags);
    let facility = reading.facility();
    (facility, reading.errors)
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
            if let Some((latitude, longitude)) = coordinates::pair(&text) {
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
        match (
            coordinates::degrees(&latitude.1),
            coordinates::degrees(&longitude.1),
        ) {
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

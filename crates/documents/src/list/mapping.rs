//! Which column of a list is which field of a facility. A mapping is guessed from headers in ten
//! languages and from what the cells hold, shown to a person, checked, and remembered by the
//! signature of the headers. It never drops a column by itself: what it does not know is kept as
//! a detail of the facility.

use super::field::Field;
use super::table::{Row, Table};
use super::{coordinates, countries, fold, os_id};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// One column of a mapping.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Header, so that a stored mapping can be read by a person.
    pub header: String,
    /// Field that it fills.
    pub field: Field,
}

/// Which column is which field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The columns of the list, in its order.
    pub columns: Vec<Column>,
    /// Two-letter code for the rows that state no country; a person chooses it, never a guess.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_country: Option<String>,
}

/// Why a mapping cannot be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MappingError {
    /// No column is the name.
    #[error("No column holds the name of the facility. Choose the one that does.")]
    NameMissing,
    /// No column is the country, and no country was chosen for all rows.
    #[error("No column holds the country. Choose one, or one country for all rows.")]
    CountryMissing,
    /// A field that takes one column has several.
    #[error("The columns {first} and {second} both fill {}. Choose one of them.", field.key())]
    Twice {
        /// Field filled twice.
        field: Field,
        /// Header of the first.
        first: String,
        /// Header of the second.
        second: String,
    },
    /// Latitude without longitude, or the other way round.
    #[error("A position needs both latitude and longitude. Choose the other column too.")]
    HalfPosition,
    /// The mapping is for another list.
    #[error("The list has {found} columns, the mapping {expected}. Map the columns again.")]
    OtherList {
        /// Columns of the mapping.
        expected: usize,
        /// Columns of the list.
        found: usize,
    },
    /// The country for all rows is no country.
    #[error("{code} is no country code. Choose a country from the list.")]
    UnknownCountry {
        /// What was chosen.
        code: String,
    },
}

impl MappingError {
    /// Key in the message catalogue; never changes.
    pub fn code(&self) -> &'static str {
        match self {
            MappingError::NameMissing => "mapping-name-missing",
            MappingError::CountryMissing => "mapping-country-missing",
            MappingError::Twice { .. } => "mapping-twice",
            MappingError::HalfPosition => "mapping-half-position",
            MappingError::OtherList { .. } => "mapping-other-list",
            MappingError::UnknownCountry { .. } => "mapping-unknown-country",
        }
    }

    /// Arguments of the message, by name.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            MappingError::Twice {
                field,
                first,
                second,
            } => vec![
                ("field", field.key().to_owned()),
                ("first", first.clone()),
                ("second", second.clone()),
            ],
            MappingError::OtherList { expected, found } => {
                vec![
                    ("expected", expected.to_string()),
                    ("found", found.to_string()),
                ]
            }
            MappingError::UnknownCountry { code } => vec![("code", code.clone())],
            MappingError::NameMissing
            | MappingError::CountryMissing
            | MappingError::HalfPosition => Vec::new(),
        }
    }
}

impl Mapping {
    /// All that is wrong with the mapping for a table; empty if it can be used.
    pub fn check(&self, table: &Table) -> Vec<MappingError> {
        let mut errors = Vec::new();
        if self.columns.len() != table.headers.len() {
            errors.push(MappingError::OtherList {
                expected: self.columns.len(),
                found: table.headers.len(),
            });
        }
        if self.column(Field::Name).is_none() {
            errors.push(MappingError::NameMissing);
        }
        match &self.default_country {
            Some(code) if countries::by_code(code).is_none() => {
                errors.push(MappingError::UnknownCountry { code: code.clone() });
            }
            None if self.column(Field::Country).is_none() => {
                errors.push(MappingError::CountryMissing);
            }
            _ => {}
        }
        for field in Field::ALL.into_iter().filter(|field| !field.repeats()) {
            let mut filled = self.columns.iter().filter(|column| column.field == field);
            if let (Some(first), Some(second)) = (filled.next(), filled.next()) {
                errors.push(MappingError::Twice {
                    field,
                    first: first.header.clone(),
                    second: second.header.clone(),
                });
            }
        }
        if self.column(Field::Latitude).is_some() != self.column(Field::Longitude).is_some() {
            errors.push(MappingError::HalfPosition);
        }
        errors
    }

    /// True if the facilities get an address or a position, without which they are hard to tell
    /// apart and do not show on the map.
    pub fn places(&self) -> bool {
        self.columns.iter().any(|column| {
            column.field.is_address()
                || matches!(column.field, Field::Coordinates | Field::Latitude)
        })
    }

    /// First column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }

    /// All columns of a field.
    pub fn columns_of(&self, field: Field) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(move |(_, column)| column.field == field)
            .map(|(at, _)| at)
    }
}

static SYNONYMS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let mut fields = HashMap::new();
    let mut reader = csv::Reader::from_reader(include_bytes!("synonyms.csv").as_slice());
    for record in reader.records().flatten() {
        let Some(field) = record.get(0).and_then(Field::from_key) else {
            continue;
        };
        for header in record.get(2).unwrap_or("").split('|') {
            fields.entry(fold(header)).or_insert(field);
        }
    }
    fields
});

/// The field that a header states, if its words are known.
pub(super) fn synonym(header: &str) -> Option<Field> {
    if header.is_empty() || header.len() > 120 {
        return None;
    }
    let folded = fold(header);
    if let Some(field) = SYNONYMS.get(&folded) {
        return Some(*field);
    }
    // "Country *", "Address (required)", "Name (English)" keep the word before the bracket.
    let before = header.split(['(', '[', '/', ':', '\n']).next()?;
    SYNONYMS.get(&fold(before)).copied()
}

/// How many rows the content of a column is judged by.
const SAMPLE: usize = 50;

/// The mapping that headers and the first rows speak for. A field that takes one column gets the
/// first that fits; columns that fit nothing are kept as details, blank ones ignored.
pub fn guess(headers: &[String], rows: &[Row]) -> Mapping {
    let sample = &rows[..rows.len().min(SAMPLE)];
    let mut taken: Vec<Field> = Vec::new();
    let mut fields: Vec<Option<Field>> = headers
        .iter()
        .map(|header| {
            let field = synonym(header)?;
            if !field.repeats() && taken.contains(&field) {
                return None;
            }
            taken.push(field);
            Some(field)
        })
        .collect();
    for (column, field) in fields.iter_mut().enumerate() {
        let cells: Vec<&str> = sample
            .iter()
            .map(|row| row.cell(column).trim())
            .filter(|cell| !cell.is_empty())
            .collect();
        if cells.is_empty() {
            field.get_or_insert(Field::Ignore);
            continue;
        }
        let mostly = |test: fn(&str) -> bool| {
            let fitting = cells.iter().filter(|cell| test(cell)).count();
            fitting * 10 >= cells.len() * 7
        };
        // "Location" may hold positions, "ID" identifiers of Open Supply Hub.
        let by_content = match field {
            None | Some(Field::Address) if mostly(is_pair) => Field::Coordinates,
            None | Some(Field::OwnNumber) if mostly(|cell| os_id::parse(cell).is_ok()) => {
                Field::OsId
            }
            None if mostly(|cell| countries::find(cell).is_some()) => Field::Country,
            _ => continue,
        };
        if !taken.contains(&by_content) {
            taken.push(by_content);
            *field = Some(by_content);
        }
    }
    let columns = headers
        .iter()
        .zip(fields)
        .map(|(header, field)| Column {
            header: header.clone(),
            field: field.unwrap_or(Field::Detail),
        })
        .collect();
    Mapping {
        columns,
        default_country: None,
    }
}

fn is_pair(cell: &str) -> bool {
    coordinates::pair(cell).is_some()
}

/// What makes two lists have the same columns, so that a mapping can be used again: the headers
/// in their order, without case, accents and punctuation.
pub fn signature(headers: &[String]) -> String {
    headers
        .iter()
        .map(|header| fold(header))
        .collect::<Vec<_>>()
        .join("|")
}

//! Values on their way into statements and out of rows, the same for both engines: a parameter is
//! a [`Value`], a column is read with [`Row::get`]. Knows no table.

use crate::error::{Error, Result};
use domain::id::{
    AccountId, AnswerId, AuditId, FacilityId, JobId, ListId, OrganisationId, ProgrammeId,
};
use jiff::{Timestamp, civil::Date};
use std::borrow::Cow;
use uuid::Uuid;

/// A parameter of a statement.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A whole number; truth values are 0 and 1, times are UTC milliseconds.
    Int(i64),
    /// A fraction.
    Real(f64),
    /// Text; days are `YYYY-MM-DD`.
    Text(Cow<'a, str>),
    /// Bytes.
    Bytes(Cow<'a, [u8]>),
    /// An identifier, kept as 16 bytes.
    Uuid([u8; 16]),
}

/// Parameters `$1`, `$2` … of a statement, in this order.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<u32> for Value<'_> {
    fn from(value: u32) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<bool> for Value<'_> {
    fn from(value: bool) -> Self {
        Value::Int(i64::from(value))
    }
}

impl From<f64> for Value<'_> {
    fn from(value: f64) -> Self {
        Value::Real(value)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Value::Text(Cow::Borrowed(value))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(value: &'a String) -> Self {
        Value::Text(Cow::Borrowed(value))
    }
}

impl From<String> for Value<'_> {
    fn from(value: String) -> Self {
        Value::Text(Cow::Owned(value))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Self {
        Value::Bytes(Cow::Borrowed(value))
    }
}

impl<'a> From<&'a [u8; 32]> for Value<'a> {
    fn from(value: &'a [u8; 32]) -> Self {
        Value::Bytes(Cow::Borrowed(value))
    }
}

impl From<Uuid> for Value<'_> {
    fn from(value: Uuid) -> Self {
        Value::Uuid(value.into_bytes())
    }
}

impl From<Timestamp> for Value<'_> {
    fn from(value: Timestamp) -> Self {
        Value::Int(value.as_millisecond())
    }
}

impl From<Date> for Value<'_> {
    fn from(value: Date) -> Self {
        Value::Text(Cow::Owned(value.to_string()))
    }
}

impl<'a, T> From<Option<T>> for Value<'a>
where
    Value<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Value::from)
    }
}

/// A column of a row, borrowed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Column<'a> {
    /// No value.
    Null,
    /// A whole number.
    Int(i64),
    /// A fraction.
    Real(f64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// What a column can be read as.
pub trait FromColumn: Sized {
    /// The value, or `None` if the column holds something else.
    fn from_column(column: Column<'_>) -> Option<Self>;
}

impl FromColumn for i64 {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Int(value) => Some(value),
            _ => None,
        }
    }
}

impl FromColumn for u32 {
    fn from_column(column: Column<'_>) -> Option<Self> {
        i64::from_column(column).and_then(|value| value.try_into().ok())
    }
}

impl FromColumn for bool {
    fn from_column(column: Column<'_>) -> Option<Self> {
        i64::from_column(column).map(|value| value != 0)
    }
}

impl FromColumn for f64 {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Real(value) => Some(value),
            _ => None,
        }
    }
}

impl FromColumn for String {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Text(value) => Some(value.to_owned()),
            _ => None,
        }
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Bytes(value) => Some(value.to_vec()),
            _ => None,
        }
    }
}

impl FromColumn for [u8; 32] {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Bytes(value) => value.try_into().ok(),
            _ => None,
        }
    }
}

impl FromColumn for Uuid {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Bytes(value) => Uuid::from_slice(value).ok(),
            _ => None,
        }
    }
}

impl FromColumn for Timestamp {
    fn from_column(column: Column<'_>) -> Option<Self> {
        i64::from_column(column).and_then(|value| Timestamp::from_millisecond(value).ok())
    }
}

impl FromColumn for Date {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Text(value) => value.parse().ok(),
            _ => None,
        }
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(column: Column<'_>) -> Option<Self> {
        match column {
            Column::Null => Some(None),
            other => T::from_column(other).map(Some),
        }
    }
}

macro_rules! identifiers {
    ($($name:ident),+) => {$(
        impl From<$name> for Value<'_> {
            fn from(value: $name) -> Self {
                Value::from(value.0)
            }
        }

        impl FromColumn for $name {
            fn from_column(column: Column<'_>) -> Option<Self> {
                Uuid::from_column(column).map($name)
            }
        }
    )+};
}

identifiers!(
    AccountId,
    AnswerId,
    AuditId,
    FacilityId,
    JobId,
    ListId,
    OrganisationId,
    ProgrammeId
);

/// One row of an answer of the database.
pub enum Row<'a> {
    /// A row of SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// A row of PostgreSQL.
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
    /// Column `index`, counted from 0, read as `T`; an error names the column.
    pub fn get<T: FromColumn>(&self, index: usize) -> Result<T> {
        let column = match self {
            Row::Sqlite(row) => super::sqlite::column(row, index)?,
            Row::Postgres(row) => super::postgres::column(row, index)?,
        };
        T::from_column(column).ok_or_else(|| {
            Error::Other(format!(
                "column {} holds a value that does not read as {}",
                self.name(index),
                std::any::type_name::<T>()
            ))
        })
    }

    /// Column `index` as the JSON text of a `T`; an error names the column.
    pub fn json<T: serde::de::DeserializeOwned>(&self, index: usize) -> Result<T> {
        let text: String = self.get(index)?;
        serde_json::from_str(&text).map_err(|error| {
            Error::Other(format!(
                "column {} does not hold the expected JSON: {error}",
                self.name(index)
            ))
        })
    }

    fn name(&self, index: usize) -> String {
        match self {
            Row::Sqlite(row) => row
                .as_ref()
                .column_name(index)
                .map_or_else(|_| index.to_string(), str::to_owned),
            Row::Postgres(row) => row
                .columns()
                .get(index)
                .map_or_else(|| index.to_string(), |column| column.name().to_owned()),
        }
    }
}

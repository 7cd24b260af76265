//! Connections to SQLite: how one is opened, how statements are bound and rows are read. Knows no
//! table and holds no rule.

use super::value::{Column, Row, Value};
use crate::error::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, OpenFlags, ToSql};
use std::path::PathBuf;
use std::time::Duration;

/// How long a write waits for a writer in another process before it counts as busy.
const BUSY: Duration = Duration::from_secs(10);

/// Opens connections for a pool; `writer` says which of the two pools.
pub(super) struct Connector {
    pub(super) path: PathBuf,
    pub(super) writer: bool,
}

impl r2d2::ManageConnection for Connector {
    type Connection = Connection;
    type Error = rusqlite::Error;

    fn connect(&self) -> std::result::Result<Connection, rusqlite::Error> {
        let connection = Connection::open_with_flags(
            &self.path,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        connection.busy_timeout(BUSY)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL;
             PRAGMA synchronous = NORMAL;
             PRAGMA foreign_keys = ON;
             PRAGMA trusted_schema = OFF;
             PRAGMA temp_store = MEMORY;
             PRAGMA mmap_size = 268435456;
             PRAGMA cache_size = -32768;",
        )?;
        if !self.writer {
            connection.execute_batch("PRAGMA query_only = ON;")?;
        }
        connection.set_prepared_statement_cache_capacity(256);
        Ok(connection)
    }

    fn is_valid(&self, _: &mut Connection) -> std::result::Result<(), rusqlite::Error> {
        Ok(())
    }

    fn has_broken(&self, _: &mut Connection) -> bool {
        false
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Real(value) => ValueRef::Real(*value),
            Value::Text(value) => ValueRef::Text(value.as_bytes()),
            Value::Bytes(value) => ValueRef::Blob(value),
            Value::Uuid(value) => ValueRef::Blob(value),
        }))
    }
}

/// SQLite numbers `$3` by its first appearance; this binds it to the third parameter. It reads
/// the text for that, since asking SQLite for the name of each parameter takes longer for each.
fn bind(statement: &mut CachedStatement<'_>, sql: &str, parameters: &[Value<'_>]) -> Result<()> {
    let mut seen = vec![false; parameters.len()];
    let mut position = 0;
    for number in numbers(sql) {
        let index = number.wrapping_sub(1);
        let (Some(value), Some(seen)) = (parameters.get(index), seen.get_mut(index)) else {
            return Err(Error::Other(format!(
                "statement has no value for its parameter {number}"
            )));
        };
        if !std::mem::replace(seen, true) {
            position += 1;
            statement.raw_bind_parameter(position, value)?;
        }
    }
    if position == statement.parameter_count() {
        Ok(())
    } else {
        Err(Error::Other(
            "statement has a parameter that is no number".into(),
        ))
    }
}

/// The numbers of the parameters in a text, in the order in which they stand there. Texts hold no
/// dollar sign otherwise: what comes from outside is always a parameter.
fn numbers(sql: &str) -> impl Iterator<Item = usize> {
    sql.split('$').skip(1).filter_map(|rest| {
        let end = rest
            .bytes()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(rest.len());
        rest[..end].parse().ok()
    })
}

pub(super) fn execute(connection: &Connection, sql: &str, parameters: &[Value<'_>]) -> Result<u64> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, sql, parameters)?;
    Ok(statement.raw_execute()? as u64)
}

pub(super) fn for_each(
    connection: &Connection,
    sql: &str,
    parameters: &[Value<'_>],
    mut visit: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, sql, parameters)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        visit(&Row::Sqlite(row))?;
    }
    Ok(())
}

pub(super) fn column<'a>(row: &'a rusqlite::Row<'_>, index: usize) -> Result<Column<'a>> {
    Ok(match row.get_ref(index)? {
        ValueRef::Null => Column::Null,
        ValueRef::Integer(value) => Column::Int(value),
        ValueRef::Real(value) => Column::Real(value),
        ValueRef::Text(value) => {
            Column::Text(std::str::from_utf8(value).map_err(|error| {
                Error::Other(format!("column {index} holds broken text: {error}"))
            })?)
        }
        ValueRef::Blob(value) => Column::Bytes(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(sql: &str, parameters: &[Value<'_>]) -> Result<String> {
        let connection = Connection::open_in_memory().unwrap();
        let mut found = String::new();
        for_each(&connection, sql, parameters, |row| {
            found = row.get(0)?;
            Ok(())
        })?;
        Ok(found)
    }

    #[test]
    fn a_parameter_is_meant_by_its_number_wherever_it_stands() {
        let parameters = ["a", "b", "c"].map(Value::from);
        assert_eq!(
            text("SELECT $3 || $1 || $3 || $2", &parameters).unwrap(),
            "cacb"
        );
        assert_eq!(text("SELECT $2", &parameters).unwrap(), "b");
        assert!(text("SELECT $1 || $4", &parameters).is_err());
        assert!(text("SELECT $0", &parameters).is_err());
        assert!(text("SELECT $1 || :name", &parameters).is_err());
    }
}

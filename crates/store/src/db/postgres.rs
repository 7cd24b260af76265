//! Connections to PostgreSQL: how one is opened, which are refused, how statements are bound and
//! rows are read. Knows no table and holds no rule.

use super::value::{Column, Row, Value};
use crate::error::{Error, Result};
use bytes::BytesMut;
use postgres::config::{Host, SslMode};
use postgres::fallible_iterator::FallibleIterator;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls, Statement, Transaction};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// A connection that was in use this recently is handed out again without asking the server.
const FRESH: Duration = Duration::from_millis(500);

/// Statements kept per connection; texts built from filters are many, so there is an end.
const STATEMENTS: usize = 256;

/// Reads an address and refuses what this program cannot do safely.
pub(super) fn config(url: &str) -> Result<Config> {
    let mut config: Config = url.parse().map_err(|error| {
        Error::Invalid(format!(
            "the database address cannot be read ({error}); expected postgres://user:password@host:port/database"
        ))
    })?;
    let local = config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name
                    .parse::<std::net::IpAddr>()
                    .is_ok_and(|address| address.is_loopback())
        }
    });
    match config.get_ssl_mode() {
        SslMode::Disable => {}
        SslMode::Prefer if local => {}
        SslMode::Prefer => {
            return Err(Error::Invalid(
                "the database is on another machine and this program does not encrypt the way there; \
                 connect through an encrypted tunnel (SSH, WireGuard, stunnel, PgBouncer) on loopback, \
                 or, on a network you trust, say so with ?sslmode=disable"
                    .into(),
            ));
        }
        _ => {
            return Err(Error::Invalid(
                "sslmode=require is not supported; connect through an encrypted tunnel \
                 (SSH, WireGuard, stunnel, PgBouncer) on loopback and leave sslmode out"
                    .into(),
            ));
        }
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    if config.get_application_name().is_none() {
        config.application_name("amplify");
    }
    Ok(config)
}

/// Opens connections for the pool.
pub(super) struct Connector(pub(super) Config);

/// A connection with its prepared statements.
pub(super) struct Connection {
    pub(super) client: Client,
    pub(super) statements: HashMap<String, Statement>,
    pub(super) used: Instant,
    pub(super) broken: bool,
}

impl r2d2::ManageConnection for Connector {
    type Connection = Connection;
    type Error = postgres::Error;

    fn connect(&self) -> std::result::Result<Connection, postgres::Error> {
        Ok(Connection {
            client: self.0.connect(NoTls)?,
            statements: HashMap::new(),
            used: Instant::now(),
            broken: false,
        })
    }

    fn is_valid(&self, connection: &mut Connection) -> std::result::Result<(), postgres::Error> {
        if connection.used.elapsed() < FRESH {
            return Ok(());
        }
        connection.client.is_valid(Duration::from_secs(2))
    }

    fn has_broken(&self, connection: &mut Connection) -> bool {
        connection.broken || connection.client.is_closed()
    }
}

/// An open transaction with the connection's prepared statements.
pub(super) struct Open<'c> {
    pub(super) transaction: Transaction<'c>,
    pub(super) statements: &'c mut HashMap<String, Statement>,
}

impl Open<'_> {
    fn statement(&mut self, sql: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.transaction.prepare(sql)?;
        if self.statements.len() >= STATEMENTS {
            self.statements.clear();
        }
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(super) fn execute(&mut self, sql: &str, parameters: &[Value<'_>]) -> Result<u64> {
        let statement = self.statement(sql)?;
        let parameters: Vec<&(dyn ToSql + Sync)> = used(&statement, parameters)?
            .iter()
            .map(|value| value as &(dyn ToSql + Sync))
            .collect();
        Ok(self.transaction.execute(&statement, &parameters)?)
    }

    pub(super) fn for_each(
        &mut self,
        sql: &str,
        parameters: &[Value<'_>],
        mut visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let statement = self.statement(sql)?;
        let parameters = used(&statement, parameters)?;
        let mut rows = self.transaction.query_raw(&statement, parameters)?;
        while let Some(row) = rows.next()? {
            visit(&Row::Postgres(&row))?;
        }
        Ok(())
    }
}

/// PostgreSQL wants exactly as many values as the text names; a shared list may hold more.
fn used<'v>(statement: &Statement, parameters: &'v [Value<'v>]) -> Result<&'v [Value<'v>]> {
    parameters
        .get(..statement.params().len())
        .ok_or_else(|| Error::Other("statement has fewer values than parameters".into()))
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(value) if *ty == Type::INT8 => value.to_sql(ty, out),
            Value::Int(value) if *ty == Type::INT4 => i32::try_from(*value)?.to_sql(ty, out),
            Value::Real(value) if *ty == Type::FLOAT8 => value.to_sql(ty, out),
            Value::Text(value) if <&str as ToSql>::accepts(ty) => value.as_ref().to_sql(ty, out),
            Value::Bytes(value) if *ty == Type::BYTEA => value.as_ref().to_sql(ty, out),
            Value::Uuid(value) if *ty == Type::BYTEA => value.as_slice().to_sql(ty, out),
            other => Err(format!("a value {} cannot be used as {ty}", kind(other)).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// The kind of a value, for messages that must not carry its content.
fn kind(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Int(_) => "integer",
        Value::Real(_) => "real",
        Value::Text(_) => "text",
        Value::Bytes(_) => "bytes",
        Value::Uuid(_) => "identifier",
    }
}

impl<'a> FromSql<'a> for Column<'a> {
    fn from_sql(
        ty: &Type,
        raw: &'a [u8],
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match *ty {
            Type::INT8 => Column::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Column::Int(i64::from(i32::from_sql(ty, raw)?)),
            Type::BOOL => Column::Int(i64::from(bool::from_sql(ty, raw)?)),
            Type::FLOAT8 => Column::Real(f64::from_sql(ty, raw)?),
            Type::BYTEA => Column::Bytes(<&[u8]>::from_sql(ty, raw)?),
            _ => Column::Text(<&str>::from_sql(ty, raw)?),
        })
    }

    fn from_sql_null(
        _: &Type,
    ) -> std::result::Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Column::Null)
    }

    fn accepts(ty: &Type) -> bool {
        matches!(
            *ty,
            Type::INT8 | Type::INT4 | Type::BOOL | Type::FLOAT8 | Type::BYTEA
        ) || <&str as FromSql>::accepts(ty)
    }
}

pub(super) fn column(row: &postgres::Row, index: usize) -> Result<Column<'_>> {
    Ok(row.try_get(index)?)
}

//! The way to the database: a [`Db`] hands out transactions, [`Db::read`] for looking and
//! [`Db::write`] for changing. A write is one transaction and may be run several times until it
//! goes through, so its closure must have no effect outside the database.

mod postgres;
mod sqlite;
mod value;

pub use value::{Column, FromColumn, Row, Value};

use crate::dialect::Engine;
use crate::error::{Error, Result};
use ::postgres::IsolationLevel;
use rusqlite::TransactionBehavior;
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often a write is tried when other writes are in its way.
const ATTEMPTS: u32 = 12;

/// How long a caller waits for a free connection.
const WAIT: Duration = Duration::from_secs(15);

/// How long a caller waits for a PostgreSQL server that is away.
const WAIT_SERVER: Duration = Duration::from_secs(4);

/// The database. Cloning is cheap and shares the pools.
#[derive(Clone)]
pub struct Db {
    pools: Arc<Pools>,
}

enum Pools {
    Sqlite {
        writer: r2d2::Pool<sqlite::Connector>,
        readers: r2d2::Pool<sqlite::Connector>,
    },
    Postgres(r2d2::Pool<postgres::Connector>),
}

impl Db {
    /// Connects to the database at `url` and brings its tables up to date.
    ///
    /// `url` is `sqlite:PATH`, a plain path, or `postgres://user:password@host:port/database`.
    pub fn open(url: &str) -> Result<Db> {
        let db = Db::connect(url)?;
        crate::migrate::run(&db)?;
        Ok(db)
    }

    /// Connects to the database at `url` and leaves its tables as they are.
    pub fn connect(url: &str) -> Result<Db> {
        // The first connection is made outside the pools: what keeps it from opening is told at
        // once and in its own words.
        let pools = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let connector = postgres::Connector(postgres::config(url)?);
            r2d2::ManageConnection::connect(&connector)?;
            let pool = r2d2::Pool::builder()
                .max_size(16)
                .min_idle(Some(1))
                .connection_timeout(WAIT_SERVER)
                .error_handler(Box::new(r2d2::NopErrorHandler))
                .build_unchecked(connector);
            Pools::Postgres(pool)
        } else {
            let path = PathBuf::from(
                url.strip_prefix("sqlite://")
                    .or_else(|| url.strip_prefix("sqlite:"))
                    .unwrap_or(url),
            );
            r2d2::ManageConnection::connect(&sqlite::Connector {
                path: path.clone(),
                writer: true,
            })
            .map_err(|error| Error::Unavailable(format!("{}: {error}", path.display())))?;
            let pool = |writer, size| {
                r2d2::Pool::builder()
                    .max_size(size)
                    .min_idle(Some(u32::from(writer)))
                    .test_on_check_out(false)
                    .idle_timeout(None)
                    .max_lifetime(None)
                    .connection_timeout(WAIT)
                    .error_handler(Box::new(r2d2::NopErrorHandler))
                    .build_unchecked(sqlite::Connector {
                        path: path.clone(),
                        writer,
                    })
            };
            Pools::Sqlite {
                writer: pool(true, 1),
                readers: pool(false, 8),
            }
        };
        Ok(Db {
            pools: Arc::new(pools),
        })
    }

    /// Asks the database whether it is there.
    pub fn ping(&self) -> Result<()> {
        self.read(|tx| tx.query_one("SELECT 1", &[], |row| row.get::<i64>(0)))
            .map(drop)
    }

    /// The engine behind this database.
    pub fn engine(&self) -> Engine {
        match *self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs `look` in a transaction that sees one state of the database and changes nothing.
    pub fn read<T>(&self, mut look: impl FnMut(&Tx<'_>) -> Result<T>) -> Result<T> {
        match &*self.pools {
            Pools::Sqlite { readers, .. } => {
                let mut connection = readers.get().map_err(|error| unavailable(&error))?;
                let transaction =
                    connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
                look(&Tx(Inner::Sqlite(transaction)))
            }
            Pools::Postgres(pool) => with_server(pool, false, &mut look),
        }
    }

    /// Runs `change` in one transaction: all of it is kept, or nothing. When other writes are in
    /// the way, `change` is run again from the start, a bounded number of times.
    pub fn write<T>(&self, mut change: impl FnMut(&Tx<'_>) -> Result<T>) -> Result<T> {
        let mut attempt = 0;
        loop {
            let outcome = match &*self.pools {
                Pools::Sqlite { writer, .. } => write_file(writer, &mut change),
                Pools::Postgres(pool) => with_server(pool, true, &mut change),
            };
            attempt += 1;
            match outcome {
                Err(error) if error.is_transient() && attempt < ATTEMPTS => {
                    std::thread::sleep(backoff(attempt));
                }
                outcome => return outcome,
            }
        }
    }
}

/// A short pause that grows, with a share of chance so that two writers part.
fn backoff(attempt: u32) -> Duration {
    let chance = u64::from(uuid::Uuid::now_v7().as_bytes()[15]);
    let step = 1_u64 << attempt.min(7);
    Duration::from_micros(step * (1000 + chance * 8))
}

fn unavailable(error: &r2d2::Error) -> Error {
    Error::Unavailable(error.to_string())
}

fn write_file<T>(
    writer: &r2d2::Pool<sqlite::Connector>,
    change: &mut impl FnMut(&Tx<'_>) -> Result<T>,
) -> Result<T> {
    let mut connection = writer.get().map_err(|error| unavailable(&error))?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let tx = Tx(Inner::Sqlite(transaction));
    let outcome = change(&tx)?;
    tx.commit()?;
    Ok(outcome)
}

fn with_server<T>(
    pool: &r2d2::Pool<postgres::Connector>,
    write: bool,
    work: &mut impl FnMut(&Tx<'_>) -> Result<T>,
) -> Result<T> {
    // A connection that died in the pool shows at its first use, when nothing has been done yet:
    // then another one is taken.
    let mut spares = pool.max_size();
    loop {
        let mut connection = pool.get().map_err(|error| unavailable(&error))?;
        let connection = &mut *connection;
        let begun = connection
            .client
            .build_transaction()
            .isolation_level(if write {
                IsolationLevel::Serializable
            } else {
                IsolationLevel::RepeatableRead
            })
            .read_only(!write)
            .start();
        let transaction = match begun {
            Ok(transaction) => transaction,
            Err(error) => {
                connection.broken = true;
                let error = Error::from(error);
                if matches!(error, Error::Unavailable(_)) && spares > 0 {
                    spares -= 1;
                    continue;
                }
                return Err(error);
            }
        };
        let tx = Tx(Inner::Postgres(RefCell::new(postgres::Open {
            transaction,
            statements: &mut connection.statements,
        })));
        let outcome = work(&tx).and_then(|value| tx.commit().map(|()| value));
        connection.used = Instant::now();
        connection.broken = matches!(outcome, Err(Error::Unavailable(_)));
        return outcome;
    }
}

/// An open transaction.
pub struct Tx<'c>(Inner<'c>);

enum Inner<'c> {
    Sqlite(rusqlite::Transaction<'c>),
    Postgres(RefCell<postgres::Open<'c>>),
}

impl Tx<'_> {
    /// The engine behind this transaction.
    pub(crate) fn engine(&self) -> Engine {
        match self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement that yields no rows; returns how many rows it changed.
    pub(crate) fn execute(&self, sql: &str, parameters: &[Value<'_>]) -> Result<u64> {
        match &self.0 {
            Inner::Sqlite(transaction) => sqlite::execute(transaction, sql, parameters),
            Inner::Postgres(open) => open.borrow_mut().execute(sql, parameters),
        }
    }

    /// Runs several statements without parameters.
    pub(crate) fn batch(&self, sql: &str) -> Result<()> {
        match &self.0 {
            Inner::Sqlite(transaction) => Ok(transaction.execute_batch(sql)?),
            Inner::Postgres(open) => Ok(open.borrow_mut().transaction.batch_execute(sql)?),
        }
    }

    /// Hands every row to `visit`, one after the other; `visit` must not use the transaction.
    pub(crate) fn for_each(
        &self,
        sql: &str,
        parameters: &[Value<'_>],
        visit: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        match &self.0 {
            Inner::Sqlite(transaction) => sqlite::for_each(transaction, sql, parameters, visit),
            Inner::Postgres(open) => open.borrow_mut().for_each(sql, parameters, visit),
        }
    }

    /// All rows, each turned into a `T`.
    pub(crate) fn query<T>(
        &self,
        sql: &str,
        parameters: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Vec::new();
        self.for_each(sql, parameters, |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }

    /// The first row, if there is one.
    pub(crate) fn query_maybe<T>(
        &self,
        sql: &str,
        parameters: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.query(sql, parameters, read)?.into_iter().next())
    }

    /// The first row; [`Error::NotFound`] if there is none.
    pub(crate) fn query_one<T>(
        &self,
        sql: &str,
        parameters: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.query_maybe(sql, parameters, read)?
            .ok_or(Error::NotFound)
    }

    fn commit(self) -> Result<()> {
        match self.0 {
            Inner::Sqlite(transaction) => Ok(transaction.commit()?),
            Inner::Postgres(open) => Ok(open.into_inner().transaction.commit()?),
        }
    }
}

/// A statement that grows with a filter: text and parameters together.
pub(crate) struct Sql<'a> {
    pub(crate) text: String,
    pub(crate) parameters: Vec<Value<'a>>,
}

impl<'a> Sql<'a> {
    pub(crate) fn new(text: &str) -> Self {
        Sql {
            text: text.to_owned(),
            parameters: Vec::new(),
        }
    }

    /// Appends text; never anything that came from outside.
    pub(crate) fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Appends a parameter.
    pub(crate) fn bind(&mut self, value: impl Into<Value<'a>>) -> &mut Self {
        self.parameters.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.parameters.len().to_string());
        self
    }

    /// Appends `(a, b, …)`.
    pub(crate) fn bind_all<V: Into<Value<'a>>>(
        &mut self,
        values: impl IntoIterator<Item = V>,
    ) -> &mut Self {
        self.push("(");
        for (position, value) in values.into_iter().enumerate() {
            if position > 0 {
                self.push(", ");
            }
            self.bind(value);
        }
        self.push(")")
    }
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::*;
    use crate::see::facility::list::{Filter, count};
    use crate::see::facility::{self, Draft};
    use crate::testing::{Fresh, for_each_fresh, found, now};

    fn draft(number: usize) -> Draft {
        Draft {
            name: format!("Factory {number}"),
            address: "x".repeat(900),
            country: "BD".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_full_disk_keeps_nothing_of_the_change_and_all_that_was_before() {
        let fresh = Fresh::sqlite();
        let db = Db::open(&fresh.url).unwrap();
        let scope = found(&db).scope;
        let pages = db
            .write(|tx| tx.query_one("PRAGMA page_count", &[], |row| row.get::<i64>(0)))
            .unwrap();
        let limit = |pages: i64| {
            let sql = format!("PRAGMA max_page_count = {pages}");
            db.write(|tx| tx.query_one(&sql, &[], |_| Ok(()))).unwrap();
        };
        let add = |many: usize| {
            db.write(|tx| {
                (0..many).try_for_each(|number| {
                    facility::add(tx, &scope, &draft(number), now()).map(drop)
                })
            })
        };
        limit(pages + 40);
        let full = add(500);
        assert!(matches!(full, Err(Error::Full(_))), "{full:?}");
        let facilities = || db.read(|tx| count(tx, &scope, &Filter::default())).unwrap();
        assert_eq!(facilities(), 0);
        add(3).unwrap();
        limit(1_000_000);
        assert_eq!(facilities(), 3);
    }

    #[test]
    fn two_servers_write_to_one_database_without_losing_anything() {
        for_each_fresh(|fresh| {
            let first = Db::open(&fresh.url).unwrap();
            let second = Db::open(&fresh.url).unwrap();
            let scope = found(&first).scope;
            std::thread::scope(|threads| {
                for (server, db) in [&first, &second].into_iter().enumerate() {
                    threads.spawn(move || {
                        for number in 0..20 {
                            let draft = draft(server * 100 + number);
                            db.write(|tx| facility::add(tx, &scope, &draft, now()))
                                .unwrap();
                        }
                    });
                }
            });
            assert_eq!(
                first
                    .read(|tx| count(tx, &scope, &Filter::default()))
                    .unwrap(),
                40
            );
        });
    }

    #[test]
    fn a_change_that_fails_is_not_kept_and_a_read_changes_nothing() {
        for_each_fresh(|fresh| {
            let db = Db::open(&fresh.url).unwrap();
            let scope = found(&db).scope;
            let failed: Result<()> = db.write(|tx| {
                facility::add(tx, &scope, &draft(1), now())?;
                Err(Error::NotFound)
            });
            assert!(failed.is_err());
            let read = db.read(|tx| facility::add(tx, &scope, &draft(1), now()));
            assert!(read.is_err());
            assert_eq!(
                db.read(|tx| count(tx, &scope, &Filter::default())).unwrap(),
                0
            );
        });
    }
}

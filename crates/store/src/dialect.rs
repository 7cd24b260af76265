//! The few phrases of SQL in which the two engines differ. Everything else in this crate is one
//! text for both, with `$1` … `$n` for its parameters.

/// Which database engine runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// The embedded database: one file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

impl Engine {
    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        }
    }

    /// A query that yields a row if the table `$1` exists.
    pub(crate) fn table_exists(self) -> &'static str {
        match self {
            Engine::Sqlite => "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $1",
            Engine::Postgres => {
                "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
                 WHERE c.relname = $1 AND c.relkind IN ('r', 'p') AND n.nspname = ANY (current_schemas(false))"
            }
        }
    }

    /// Appended to a query for rows to change, so that several workers take different ones.
    pub(crate) fn skip_locked(self) -> &'static str {
        match self {
            // SQLite has one writer at a time: nothing is ever locked by another.
            Engine::Sqlite => "",
            Engine::Postgres => " FOR UPDATE SKIP LOCKED",
        }
    }

    /// Lets the engine look at tables that are filling up, so that it finds the way to their rows.
    pub(crate) fn look_at_filling_tables(self) -> Option<&'static str> {
        match self {
            // SQLite takes the same way however many rows there are.
            Engine::Sqlite => None,
            // PostgreSQL plans from counts that it refreshes only after a transaction; in a long
            // import it would read a table through for each row.
            Engine::Postgres => Some("ANALYZE facility, sourcing, list_row, passage"),
        }
    }
}

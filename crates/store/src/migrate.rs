//! Brings the tables up to date when the program starts: each migration once, in order, safely
//! also when two servers start together. Never edits or reverts one that has been applied.

use crate::db::{Db, Tx};
use crate::dialect::Engine;
use crate::error::{Error, Result};
use crate::params;
use sha2::{Digest, Sha256};

/// One step of the schema, in the words of both engines.
struct Migration {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        &[$(Migration {
            name: $name,
            sqlite: include_str!(concat!("../../../migrations/", $name, "/sqlite.sql")),
            postgres: include_str!(concat!("../../../migrations/", $name, "/postgres.sql")),
        }),+]
    };
}

const MIGRATIONS: &[Migration] = migrations![
    "0001_people",
    "0002_see",
    "0003_work",
    "0004_search",
    "0005_sentences",
    "0006_os_id"
];

impl Migration {
    fn sql(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }

    fn checksum(&self, engine: Engine) -> String {
        use std::fmt::Write;
        Sha256::digest(self.sql(engine).as_bytes())
            .iter()
            .fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }
}

/// Applies what is missing.
pub(crate) fn run(db: &Db) -> Result<()> {
    run_all(db, MIGRATIONS)
}

fn run_all(db: &Db, migrations: &[Migration]) -> Result<()> {
    db.write(prepare)?;
    db.write(|tx| {
        // Whoever changes this row first goes on; a second server waits here, or is run again
        // afterwards, and then finds nothing left to do.
        tx.execute(
            "UPDATE migration_lock SET turn = turn + 1 WHERE id = 1",
            &[],
        )?;
        let applied = applied(tx)?;
        verify(tx.engine(), &applied, migrations)?;
        for migration in &migrations[applied.len()..] {
            tx.batch(migration.sql(tx.engine()))
                .map_err(|error| match error {
                    Error::Other(text) => Error::Schema(format!(
                        "the migration {} failed and nothing of it was kept: {text}",
                        migration.name
                    )),
                    other => other,
                })?;
            tx.execute(
                "INSERT INTO migration (name, checksum) VALUES ($1, $2)",
                params![migration.name, migration.checksum(tx.engine())],
            )?;
            tracing::info!(migration = migration.name, "migration applied");
        }
        Ok(())
    })
}

/// The two tables that migrations themselves need.
fn prepare(tx: &Tx<'_>) -> Result<()> {
    if tx
        .query_maybe(
            tx.engine().table_exists(),
            params!["migration_lock"],
            |_| Ok(()),
        )?
        .is_some()
    {
        return Ok(());
    }
    tx.batch(match tx.engine() {
        Engine::Sqlite => {
            "CREATE TABLE migration (name TEXT PRIMARY KEY, checksum TEXT NOT NULL) STRICT;
             CREATE TABLE migration_lock (id INTEGER PRIMARY KEY, turn INTEGER NOT NULL) STRICT;
             INSERT INTO migration_lock (id, turn) VALUES (1, 0);"
        }
        Engine::Postgres => {
            "CREATE TABLE migration (name TEXT COLLATE \"C\" PRIMARY KEY, checksum TEXT NOT NULL);
             CREATE TABLE migration_lock (id BIGINT PRIMARY KEY, turn BIGINT NOT NULL);
             INSERT INTO migration_lock (id, turn) VALUES (1, 0);"
        }
    })
    .map_err(|error| match error {
        // Two servers made the tables at the same moment; the next run finds them.
        Error::Duplicate(text) => Error::Busy(text),
        Error::Other(text) if text.contains("already exists") => Error::Busy(text),
        other => other,
    })
}

fn applied(tx: &Tx<'_>) -> Result<Vec<(String, String)>> {
    tx.query(
        "SELECT name, checksum FROM migration ORDER BY name",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn verify(engine: Engine, applied: &[(String, String)], known: &[Migration]) -> Result<()> {
    for (position, (name, checksum)) in applied.iter().enumerate() {
        let Some(migration) = known.get(position).filter(|known| known.name == name) else {
            return Err(Error::Schema(format!(
                "the database has the migration {name}, which this program does not know: it was used \
                 by a newer version; start that version, or restore a backup from before the upgrade"
            )));
        };
        if migration.checksum(engine) != *checksum {
            return Err(Error::Schema(format!(
                "the migration {name} was applied in other words than this program has; \
                 use the program's released version, or restore a backup"
            )));
        }
    }
    Ok(())
}

/// What `amplify check` says about the tables: the names of migrations that are still missing.
pub(crate) fn missing(tx: &Tx<'_>) -> Result<Vec<&'static str>> {
    let known = MIGRATIONS;
    let applied = if tx
        .query_maybe(
            tx.engine().table_exists(),
            params!["migration_lock"],
            |_| Ok(()),
        )?
        .is_some()
    {
        applied(tx)?
    } else {
        Vec::new()
    };
    verify(tx.engine(), &applied, known)?;
    Ok(known[applied.len()..]
        .iter()
        .map(|migration| migration.name)
        .collect())
}

#[cfg(all(test, feature = "testing"))]
mod tests {
    use super::*;
    use crate::testing::for_each_fresh;
    use std::collections::BTreeSet;

    const FIRST: Migration = Migration {
        name: "0001_first",
        sqlite: "CREATE TABLE thing (id INTEGER PRIMARY KEY) STRICT;",
        postgres: "CREATE TABLE thing (id BIGINT PRIMARY KEY);",
    };
    const SECOND: Migration = Migration {
        name: "0002_second",
        sqlite: "CREATE TABLE other (id INTEGER PRIMARY KEY) STRICT;",
        postgres: "CREATE TABLE other (id BIGINT PRIMARY KEY);",
    };

    fn refusal(outcome: Result<()>) -> String {
        match outcome {
            Err(Error::Schema(text)) => text,
            other => format!("not refused: {other:?}"),
        }
    }

    #[test]
    fn an_upgrade_applies_what_is_new_and_an_older_program_refuses_the_database() {
        for_each_fresh(|fresh| {
            let db = Db::connect(&fresh.url).unwrap();
            run_all(&db, &[FIRST]).unwrap();
            run_all(&db, &[FIRST, SECOND]).unwrap();
            run_all(&db, &[FIRST, SECOND]).unwrap();
            let text = refusal(run_all(&db, &[FIRST]));
            assert!(
                text.contains("0002_second") && text.contains("newer version"),
                "{text}"
            );
        });
    }

    #[test]
    fn a_migration_that_was_edited_afterwards_is_refused() {
        for_each_fresh(|fresh| {
            let db = Db::connect(&fresh.url).unwrap();
            run_all(&db, &[FIRST]).unwrap();
            let edited = Migration {
                name: FIRST.name,
                ..SECOND
            };
            let text = refusal(run_all(&db, &[edited]));
            assert!(
                text.contains("0001_first") && text.contains("other words"),
                "{text}"
            );
        });
    }

    #[test]
    fn a_migration_that_fails_leaves_nothing_behind() {
        for_each_fresh(|fresh| {
            let db = Db::connect(&fresh.url).unwrap();
            let broken = Migration {
                name: "0002_broken",
                sqlite: "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; CREATE NONSENSE;",
                postgres: "CREATE TABLE half (id BIGINT PRIMARY KEY); CREATE NONSENSE;",
            };
            let text = refusal(run_all(&db, &[FIRST, broken]));
            assert!(text.contains("0002_broken"), "{text}");
            run_all(&db, &[FIRST, SECOND]).unwrap();
        });
    }

    /// Names of tables, columns and indexes as a migration spells them.
    fn names(sql: &str) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        let mut table = String::new();
        for line in sql
            .lines()
            .filter(|line| !line.trim_start().starts_with("--"))
        {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["CREATE", "TABLE", name, ..] => {
                    (*name).clone_into(&mut table);
                    names.insert(table.clone());
                }
                ["CREATE", "INDEX", name, ..] | ["CREATE", "UNIQUE", "INDEX", name, ..] => {
                    names.insert((*name).to_owned());
                }
                [name, kind, ..]
                    if line.starts_with("    ")
                        && name.chars().all(|c| c.is_ascii_lowercase() || c == '_') =>
                {
                    let kind = match kind.trim_end_matches(',') {
                        "BYTEA" => "BLOB",
                        "BIGINT" => "INTEGER",
                        "DOUBLE" => "REAL",
                        other => other,
                    };
                    let needed = if line.contains("NOT NULL") {
                        "needed"
                    } else {
                        ""
                    };
                    names.insert(format!("{table}.{name} {kind} {needed}"));
                }
                _ => {}
            }
        }
        names
    }

    #[test]
    fn both_engines_get_the_same_tables_columns_and_indexes() {
        for migration in MIGRATIONS
            .iter()
            .filter(|migration| migration.name != "0004_search")
        {
            let (sqlite, postgres) = (names(migration.sqlite), names(migration.postgres));
            assert!(!sqlite.is_empty());
            assert_eq!(sqlite, postgres, "{}", migration.name);
        }
    }

    #[test]
    fn tables_of_sqlite_are_strict() {
        for migration in MIGRATIONS {
            let tables = migration.sqlite.matches("CREATE TABLE").count();
            assert_eq!(
                migration.sqlite.matches(") STRICT;").count(),
                tables,
                "{}",
                migration.name
            );
        }
    }
}

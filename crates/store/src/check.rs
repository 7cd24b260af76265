//! What `amplify check` asks of the store: are the tables complete and sound, are the originals
//! there and unharmed, do the totals of lists agree with their rows. Repairs nothing. For the
//! operator's command only, over all programmes.

use crate::db::{Db, Tx};
use crate::dialect::Engine;
use crate::error::Result;
use crate::files::{Files, Hash, Health};
use crate::migrate;

/// Something that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Finding {
    /// Migrations that the database lacks; the next start applies them.
    MigrationsMissing(Vec<&'static str>),
    /// The database file itself is damaged; the text is the engine's.
    DatabaseDamaged(String),
    /// Rows that refer to rows which do not exist, by table.
    Dangling {
        /// The table.
        table: String,
        /// How many rows.
        rows: u64,
    },
    /// Totals of lists differ from the rows they count.
    TotalsDiffer {
        /// What the totals say.
        tallied: i64,
        /// How many facilities there are.
        counted: i64,
    },
    /// The index of the search lacks entries, or has too many.
    SearchDiffers {
        /// Entries of the index.
        indexed: i64,
        /// Pieces of text that should be in it.
        kept: i64,
    },
    /// An original is not in the file storage.
    FileMissing(Hash),
    /// An original in the file storage has another content.
    FileDamaged(Hash),
}

/// What is wrong and what to do, for the operator.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Finding::MigrationsMissing(names) => write!(
                f,
                "the tables are older than the program ({} missing); start the server once",
                names.join(", ")
            ),
            Finding::DatabaseDamaged(text) => {
                write!(
                    f,
                    "the database file is damaged ({text}); restore the latest backup"
                )
            }
            Finding::Dangling { table, rows } => write!(
                f,
                "{rows} rows of {table} refer to rows that do not exist; restore the latest backup or report it"
            ),
            Finding::TotalsDiffer { tallied, counted } => write!(
                f,
                "the totals of lists say {tallied} facilities and there are {counted}; report it"
            ),
            Finding::SearchDiffers { indexed, kept } => write!(
                f,
                "the search finds {indexed} texts and there are {kept}; report it"
            ),
            Finding::FileMissing(hash) => write!(
                f,
                "the original {hash} is missing; restore the folder of files from the latest backup"
            ),
            Finding::FileDamaged(hash) => write!(
                f,
                "the original {hash} has another content than when it was stored; restore it from a backup"
            ),
        }
    }
}

/// Looks at the database.
pub fn database(db: &Db) -> Result<Vec<Finding>> {
    db.read(|tx| {
        let missing = migrate::missing(tx)?;
        if !missing.is_empty() {
            return Ok(vec![Finding::MigrationsMissing(missing)]);
        }
        let mut findings = Vec::new();
        if tx.engine() == Engine::Sqlite {
            file(tx, &mut findings)?;
        }
        let tallied = count(
            tx,
            "SELECT CAST(coalesce(sum(facilities), 0) AS BIGINT) FROM facility_tally",
        )?;
        let counted = count(tx, "SELECT count(*) FROM facility")?;
        if tallied != counted {
            findings.push(Finding::TotalsDiffer { tallied, counted });
        }
        Ok(findings)
    })
}

/// What only a database file can suffer.
fn file(tx: &Tx<'_>, findings: &mut Vec<Finding>) -> Result<()> {
    let problems: Vec<String> = tx.query(
        "SELECT integrity_check FROM pragma_integrity_check",
        &[],
        |row| row.get(0),
    )?;
    findings.extend(
        problems
            .into_iter()
            .filter(|problem| problem != "ok")
            .map(Finding::DatabaseDamaged),
    );
    let dangling: Vec<(String, i64)> = tx.query(
        "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY \"table\" ORDER BY \"table\"",
        &[],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    findings.extend(dangling.into_iter().map(|(table, rows)| Finding::Dangling {
        table,
        rows: u64::try_from(rows).unwrap_or(0),
    }));
    let kept = count(tx, "SELECT count(*) FROM passage")?;
    let indexed = count(tx, "SELECT count(*) FROM passage_index")?;
    if kept != indexed {
        findings.push(Finding::SearchDiffers { indexed, kept });
    }
    Ok(())
}

fn count(tx: &Tx<'_>, sql: &str) -> Result<i64> {
    tx.query_one(sql, &[], |row| row.get(0))
}

/// Looks at every original that records name; with `whole`, reads each through. `progress` is told
/// how many of how many are done.
pub fn files(
    db: &Db,
    files: &Files,
    whole: bool,
    mut progress: impl FnMut(u64, u64),
) -> Result<Vec<Finding>> {
    let hashes: Vec<Hash> =
        db.read(|tx| tx.query("SELECT hash FROM file ORDER BY hash", &[], |row| row.get(0)))?;
    let mut findings = Vec::new();
    let all = hashes.len() as u64;
    for (done, hash) in (1..).zip(hashes) {
        let health = if whole {
            files.verify(hash)?
        } else if files.exists(hash)? {
            Health::Sound
        } else {
            Health::Missing
        };
        match health {
            Health::Sound => {}
            Health::Missing => findings.push(Finding::FileMissing(hash)),
            Health::Damaged => findings.push(Finding::FileDamaged(hash)),
        }
        progress(done, all);
    }
    Ok(findings)
}

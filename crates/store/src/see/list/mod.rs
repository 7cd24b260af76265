//! Supplier lists as they are kept: the uploaded original, how its columns are mapped, and what
//! became of each row. Reads no spreadsheet itself; a list is imported whole or not at all.

mod import;
mod known;

pub(crate) use import::insert;
pub use import::{Input, Line, import};
pub use known::preview;

use crate::db::{Row, Sql, Tx};
use crate::error::{Error, Result};
use crate::files::{self, Hash, Stored};
use crate::jobs;
use crate::params;
use crate::people::access::{Owner, admit, require};
use crate::people::trail::{self, Deed};
use crate::see::Problem;
use domain::id::{AccountId, FacilityId, ListId, OrganisationId};
use domain::people::access::{Action, Item, Scope};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Kind of the job that imports a list; its payload is `{"list": ID}`.
pub const JOB: &str = "import-list";

/// How often an import is tried.
const ATTEMPTS: u32 = 3;

/// Rows of a page.
pub const PER_PAGE: u32 = 100;

/// How far a list is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// Its columns are not mapped yet.
    Uploaded,
    /// Its columns are mapped.
    Mapped,
    /// It is being imported.
    Importing,
    /// It has been imported.
    Imported,
    /// It could not be imported; nothing of it was kept.
    Failed,
    /// A person stopped it; nothing of it was kept.
    Cancelled,
}

impl State {
    /// All states.
    pub const ALL: [State; 6] = [
        State::Uploaded,
        State::Mapped,
        State::Importing,
        State::Imported,
        State::Failed,
        State::Cancelled,
    ];

    /// The word that is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Uploaded => "uploaded",
            State::Mapped => "mapped",
            State::Importing => "importing",
            State::Imported => "imported",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
        }
    }
}

impl std::str::FromStr for State {
    type Err = Error;

    fn from_str(text: &str) -> Result<State> {
        State::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| Error::Invalid(format!("{text} is no state of a list")))
    }
}

/// What became of a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// It brought a new facility.
    Added,
    /// It brought something new about a facility that was there.
    Updated,
    /// It said nothing new.
    Unchanged,
    /// It could not be taken; see its problems.
    Failed,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Outcome; 4] = [
        Outcome::Added,
        Outcome::Updated,
        Outcome::Unchanged,
        Outcome::Failed,
    ];

    /// The word that is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Added => "added",
            Outcome::Updated => "updated",
            Outcome::Unchanged => "unchanged",
            Outcome::Failed => "failed",
        }
    }
}

impl std::str::FromStr for Outcome {
    type Err = Error;

    fn from_str(text: &str) -> Result<Outcome> {
        Outcome::ALL
            .into_iter()
            .find(|outcome| outcome.as_str() == text)
            .ok_or_else(|| Error::Invalid(format!("{text} is no outcome of a row")))
    }
}

/// Something wrong with a row, for people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RowProblem {
    /// Header of the column, where one is to blame.
    pub column: Option<String>,
    /// Letter of the column, as spreadsheets show it.
    pub letter: Option<String>,
    /// Key in the message catalogue.
    pub code: String,
    /// Arguments of the message, by name.
    pub args: Vec<(String, String)>,
    /// True if the row was left out because of it.
    pub error: bool,
}

/// How many rows became what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Rows in all.
    pub rows: u32,
    /// New facilities.
    pub added: u32,
    /// Facilities about which something new was said.
    pub updated: u32,
    /// Rows that said nothing new.
    pub unchanged: u32,
    /// Rows that were left out.
    pub failed: u32,
}

/// A file to be imported.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// The original in the file storage.
    pub stored: Stored,
    /// Its name as uploaded.
    pub name: &'a str,
    /// Its media type as detected.
    pub media_type: &'a str,
    /// The organisation whose suppliers it lists.
    pub owner: OrganisationId,
    /// The headers of its columns.
    pub header: &'a [String],
}

/// What became of a new file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    /// The list.
    pub id: ListId,
    /// Lists with the same content that the actor can see.
    pub duplicates: Vec<ListId>,
}

/// A supplier list.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// Identifier.
    pub id: ListId,
    /// The organisation whose suppliers it lists.
    pub owner: OrganisationId,
    /// Name of that organisation.
    pub owner_name: String,
    /// The original in the file storage.
    pub hash: Hash,
    /// Name of the file as uploaded.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// How far it is.
    pub state: State,
    /// The headers of its columns.
    pub header: Vec<String>,
    /// How its columns are mapped, as JSON; empty before they are.
    pub mapping: String,
    /// What became of its rows.
    pub counts: Counts,
    /// Why it could not be imported.
    pub problem: Option<Problem>,
    /// Grows with every change; hand it back with the next one.
    pub version: i64,
    /// When it was uploaded.
    pub created: Timestamp,
    /// Who uploaded it.
    pub created_by: AccountId,
    /// When its import came to an end.
    pub finished: Option<Timestamp>,
}

/// What became of one row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowRecord {
    /// Number of the row in the file.
    pub number: u32,
    /// What became of it.
    pub outcome: Outcome,
    /// The facility it is about.
    pub facility: Option<FacilityId>,
    /// What is wrong with it.
    pub problems: Vec<RowProblem>,
}

const COLUMNS: &str = "u.id, u.owner_id, \
    (SELECT o.name FROM organisation o WHERE o.programme_id = u.programme_id AND o.id = u.owner_id), \
    u.file_hash, u.name, u.size, u.state, u.header, u.mapping, u.rows_count, u.added, u.updated, u.unchanged, u.failed, \
    u.error, u.version, u.created, u.created_by, u.finished";

fn read(row: &Row<'_>) -> Result<Record> {
    let error: String = row.get(14)?;
    Ok(Record {
        id: row.get(0)?,
        owner: row.get(1)?,
        owner_name: row.get(2)?,
        hash: row.get(3)?,
        name: row.get(4)?,
        size: u64::try_from(row.get::<i64>(5)?).unwrap_or(0),
        state: row.get::<String>(6)?.parse()?,
        header: row.json(7)?,
        mapping: row.get(8)?,
        counts: Counts {
            rows: row.get(9)?,
            added: row.get(10)?,
            updated: row.get(11)?,
            unchanged: row.get(12)?,
            failed: row.get(13)?,
        },
        problem: (!error.is_empty())
            .then(|| serde_json::from_str(&error))
            .transpose()?,
        version: row.get(15)?,
        created: row.get(16)?,
        created_by: row.get(17)?,
        finished: row.get(18)?,
    })
}

/// Adds an uploaded list.
pub fn add(tx: &Tx<'_>, scope: &Scope, new: &New<'_>, now: Timestamp) -> Result<Added> {
    let item = Item {
        programme: scope.programme,
        owner: Some(new.owner),
    };
    require(scope, Action::Write, &item)?;
    let mut sql = Sql::new("SELECT u.id FROM supplier_list u WHERE ");
    admit(&mut sql, scope, Action::Read, "u", Owner::Column);
    sql.push(" AND u.file_hash = ").bind(new.stored.hash);
    sql.push(" ORDER BY u.id LIMIT 10");
    let duplicates = tx.query(&sql.text, &sql.parameters, |row| row.get(0))?;
    files::note(tx, new.stored, new.media_type, now)?;
    let id = ListId(Uuid::now_v7());
    let name: String = new.name.chars().take(300).collect();
    tx.execute(
        "INSERT INTO supplier_list (programme_id, id, owner_id, file_hash, name, size, state, header, mapping, rows_count, \
         added, updated, unchanged, failed, error, version, created, created_by) \
         VALUES ($1, $2, $3, $4, $5, $6, 'uploaded', $7, '', 0, 0, 0, 0, 0, '', 1, $8, $9)",
        params![
            scope.programme,
            id,
            new.owner,
            new.stored.hash,
            &name,
            i64::try_from(new.stored.size).unwrap_or(i64::MAX),
            serde_json::to_string(new.header)?,
            now,
            scope.account,
        ],
    )?;
    trail::enter(tx, scope, Deed::Added, "list", id.0, now)?;
    Ok(Added { id, duplicates })
}

/// A list.
pub fn get(tx: &Tx<'_>, scope: &Scope, id: ListId) -> Result<Record> {
    find(tx, scope, Action::Read, id)
}

fn find(tx: &Tx<'_>, scope: &Scope, action: Action, id: ListId) -> Result<Record> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM supplier_list u WHERE ");
    admit(&mut sql, scope, action, "u", Owner::Column);
    sql.push(" AND u.id = ").bind(id);
    tx.query_one(&sql.text, &sql.parameters, read)
}

/// The latest lists, newest first.
pub fn list(tx: &Tx<'_>, scope: &Scope, limit: u32) -> Result<Vec<Record>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM supplier_list u WHERE ");
    admit(&mut sql, scope, Action::Read, "u", Owner::Column);
    sql.push(" ORDER BY u.id DESC LIMIT ").bind(limit);
    tx.query(&sql.text, &sql.parameters, read)
}

/// The lists with the same content that were imported before this one, newest first.
pub fn imported_before(tx: &Tx<'_>, scope: &Scope, list: &Record) -> Result<Vec<Record>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM supplier_list u WHERE ");
    admit(&mut sql, scope, Action::Read, "u", Owner::Column);
    sql.push(" AND u.state = 'imported' AND u.file_hash = ")
        .bind(list.hash);
    sql.push(" AND u.id < ")
        .bind(list.id)
        .push(" ORDER BY u.id DESC LIMIT 10");
    tx.query(&sql.text, &sql.parameters, read)
}

/// A list to change, if `version` still stands.
fn current(tx: &Tx<'_>, scope: &Scope, id: ListId, version: i64) -> Result<Record> {
    let record = find(tx, scope, Action::Write, id)?;
    if record.version != version {
        return Err(trail::stale(tx, scope, id.0, record.version));
    }
    if matches!(record.state, State::Importing | State::Imported) {
        return Err(Error::Invalid(
            "this list is being imported or has been; upload it again to map it in another way"
                .into(),
        ));
    }
    Ok(record)
}

/// Keeps how the columns are mapped, and remembers it for headers with this `signature`. `header`
/// replaces the one that was detected at the upload. Returns the new version.
#[expect(
    clippy::too_many_arguments,
    reason = "who, what, which version, the mapping, when"
)]
pub fn map(
    tx: &Tx<'_>,
    scope: &Scope,
    id: ListId,
    version: i64,
    header: &[String],
    signature: &str,
    mapping: &str,
    now: Timestamp,
) -> Result<i64> {
    current(tx, scope, id, version)?;
    tx.execute(
        "UPDATE supplier_list SET state = 'mapped', header = $3, mapping = $4, error = '', version = version + 1 \
         WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id, serde_json::to_string(header)?, mapping],
    )?;
    tx.execute(
        "INSERT INTO list_mapping (programme_id, signature, mapping, updated) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (programme_id, signature) DO UPDATE SET mapping = excluded.mapping, updated = excluded.updated",
        params![scope.programme, signature, mapping, now],
    )?;
    trail::enter(tx, scope, Deed::Changed, "list", id.0, now)?;
    Ok(version + 1)
}

/// How headers with this signature were mapped the last time, as JSON.
pub fn remembered(tx: &Tx<'_>, scope: &Scope, signature: &str) -> Result<Option<String>> {
    let mut sql = Sql::new("SELECT m.mapping FROM list_mapping m WHERE ");
    admit(&mut sql, scope, Action::Read, "m", Owner::Nobody);
    sql.push(" AND m.signature = ").bind(signature);
    tx.query_maybe(&sql.text, &sql.parameters, |row| row.get(0))
}

/// Enqueues the import of a mapped list. Returns the new version.
pub fn start(tx: &Tx<'_>, scope: &Scope, id: ListId, version: i64, now: Timestamp) -> Result<i64> {
    let record = current(tx, scope, id, version)?;
    if record.mapping.is_empty() {
        return Err(Error::Invalid("map the columns of this list first".into()));
    }
    tx.execute(
        "UPDATE supplier_list SET state = 'importing', error = '', version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id],
    )?;
    let new = jobs::New {
        kind: JOB,
        payload: serde_json::json!({ "list": id }),
        unique_key: Some(format!("{JOB} {id}")),
        item: Some(id.0),
        max_attempts: ATTEMPTS,
        run_after: now,
    };
    jobs::enqueue(tx, scope, &new, now)?;
    trail::enter(tx, scope, Deed::Changed, "list", id.0, now)?;
    Ok(version + 1)
}

/// Notes that the list cannot be imported, and why; call it in the transaction that ends its job.
pub fn fail(
    tx: &Tx<'_>,
    scope: &Scope,
    id: ListId,
    problem: &Problem,
    now: Timestamp,
) -> Result<()> {
    let mut sql =
        Sql::new("UPDATE supplier_list SET state = 'failed', version = version + 1, error = ");
    sql.bind(serde_json::to_string(problem)?);
    sql.push(", finished = ").bind(now).push(" WHERE ");
    admit(
        &mut sql,
        scope,
        Action::Write,
        "supplier_list",
        Owner::Column,
    );
    sql.push(" AND state = 'importing' AND id = ").bind(id);
    tx.execute(&sql.text, &sql.parameters)?;
    Ok(())
}

/// Stops a list that has not been imported. `false` if its import had come to an end already.
pub fn cancel(tx: &Tx<'_>, scope: &Scope, id: ListId, now: Timestamp) -> Result<bool> {
    let record = find(tx, scope, Action::Write, id)?;
    if matches!(
        record.state,
        State::Imported | State::Failed | State::Cancelled
    ) {
        return Ok(false);
    }
    tx.execute(
        "UPDATE supplier_list SET state = 'cancelled', finished = $3, version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id, now],
    )?;
    if let Some(job) = jobs::of_item(tx, scope, id.0)? {
        jobs::cancel(tx, scope, job.id, now)?;
    }
    trail::enter(tx, scope, Deed::Cancelled, "list", id.0, now)?;
    Ok(true)
}

/// What became of the rows of a list, one page of it; `outcome` narrows. A page beyond the last
/// is empty.
pub fn rows(
    tx: &Tx<'_>,
    scope: &Scope,
    id: ListId,
    outcome: Option<Outcome>,
    page: u32,
) -> Result<Vec<RowRecord>> {
    find(tx, scope, Action::Read, id)?;
    let mut sql =
        Sql::new("SELECT r.number, r.outcome, r.facility_id, r.problems FROM list_row r WHERE ");
    admit(&mut sql, scope, Action::Read, "r", Owner::Nobody);
    sql.push(" AND r.list_id = ").bind(id);
    if let Some(outcome) = outcome {
        sql.push(" AND r.outcome = ").bind(outcome.as_str());
    }
    sql.push(" ORDER BY r.number LIMIT ").bind(PER_PAGE);
    sql.push(" OFFSET ")
        .bind(i64::from(page.max(1) - 1) * i64::from(PER_PAGE));
    tx.query(&sql.text, &sql.parameters, |row| {
        Ok(RowRecord {
            number: row.get(0)?,
            outcome: row.get::<String>(1)?.parse()?,
            facility: row.get(2)?,
            problems: row.json(3)?,
        })
    })
}

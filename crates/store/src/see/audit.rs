//! Audits as they are kept: the uploaded original, how far its reading is, the text, the reading,
//! and the answers it proposes once the audit is given to a facility. Reads no document itself.

use crate::db::{Row, Sql, Tx};
use crate::error::{Error, Result};
use crate::files::{self, Hash, Stored};
use crate::jobs;
use crate::params;
use crate::people::access::{Owner, admit};
use crate::people::trail::{self, Deed};
use crate::search::{self, Noun};
use crate::see::{Problem, answer, facility, profile};
use domain::id::{AccountId, AuditId, FacilityId, JobId, OrganisationId};
use domain::people::access::{Action, Scope};
use domain::see::answer::Review;
use domain::see::indicator::Catalogue;
use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

/// Kind of the job that reads an audit; its payload is `{"audit": ID}`.
pub const JOB: &str = "read-audit";

/// How often a reading is tried.
const ATTEMPTS: u32 = 3;

/// Audits of a page.
pub const PER_PAGE: u32 = 50;

/// How far an audit is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// It waits to be read.
    Queued,
    /// It is being read.
    Reading,
    /// It has been read.
    Read,
    /// It could not be read.
    Failed,
    /// A person stopped the reading.
    Cancelled,
}

impl State {
    /// All states.
    pub const ALL: [State; 5] = [
        State::Queued,
        State::Reading,
        State::Read,
        State::Failed,
        State::Cancelled,
    ];

    /// The word that is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Reading => "reading",
            State::Read => "read",
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
            .ok_or_else(|| Error::Invalid(format!("{text} is no state of an audit")))
    }
}

/// A file to be read.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// The original in the file storage.
    pub stored: Stored,
    /// Its name as uploaded.
    pub name: &'a str,
    /// Its media type as detected.
    pub media_type: &'a str,
    /// The facility it is about, if that is known already.
    pub facility: Option<FacilityId>,
}

/// What became of a new file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    /// The audit.
    pub id: AuditId,
    /// Audits with the same content that the actor can see.
    pub duplicates: Vec<AuditId>,
}

/// An audit.
#[derive(Clone, PartialEq, Debug)]
pub struct Record {
    /// Identifier.
    pub id: AuditId,
    /// Who uploaded it.
    pub owner: Option<OrganisationId>,
    /// The facility it is about, once that is said.
    pub facility: Option<FacilityId>,
    /// Name of that facility.
    pub facility_name: Option<String>,
    /// The original in the file storage.
    pub hash: Hash,
    /// Name of the file as uploaded.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// Media type as detected.
    pub media_type: String,
    /// Layout that was recognised or entered; empty if none.
    pub scheme: String,
    /// Language of the text; empty before it is read.
    pub language: String,
    /// The day of the audit, if it is known.
    pub day: Option<Date>,
    /// How far it is.
    pub state: State,
    /// Per cent read.
    pub progress: u32,
    /// Why it could not be read.
    pub problem: Option<Problem>,
    /// Grows with every change; hand it back with the next one.
    pub version: i64,
    /// When it was uploaded.
    pub created: Timestamp,
    /// Who uploaded it.
    pub created_by: AccountId,
    /// Answers it proposed, without rejected ones.
    pub answers: u32,
    /// Answers that nobody has looked at.
    pub unreviewed: u32,
    /// The reading as JSON, once it is read.
    pub reading: Option<String>,
}

/// Which audits to list. Empty means all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// How far they are.
    pub states: Vec<State>,
    /// Of this facility.
    pub facility: Option<FacilityId>,
    /// Only those given to no facility.
    pub unassigned: bool,
    /// Only those with answers that nobody has looked at.
    pub unreviewed: bool,
}

/// One page of audits, newest first.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    /// The audits.
    pub rows: Vec<Record>,
    /// How many the filter lets through in all.
    pub total: u64,
    /// Number of this page, counted from 1.
    pub number: u32,
    /// How many pages there are; at least 1.
    pub pages: u32,
}

/// What a reading brought.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// Layout that was recognised; empty if none.
    pub scheme: String,
    /// Language of the text.
    pub language: String,
    /// The day of the audit, if the document says it.
    pub day: Option<Date>,
    /// Text, pages and blocks, as JSON.
    pub document: String,
    /// The reading, as JSON.
    pub reading: String,
    /// The answers it proposes.
    pub proposals: Vec<answer::Draft>,
    /// The text to search in.
    pub text: String,
    /// Byte range of each page of the text; empty if it has none.
    pub pages: Vec<std::ops::Range<usize>>,
}

const COLUMNS: &str = "u.id, u.owner_id, u.facility_id, \
    (SELECT f.name FROM facility f WHERE f.programme_id = u.programme_id AND f.id = u.facility_id), \
    u.file_hash, u.name, u.size, u.media_type, u.scheme, u.language, u.day, u.state, u.progress, u.error, u.version, \
    u.created, u.created_by, \
    (SELECT count(*) FROM answer n WHERE n.programme_id = u.programme_id AND n.audit_id = u.id AND n.withdrawn IS NULL AND n.review <> 'rejected'), \
    (SELECT count(*) FROM answer n WHERE n.programme_id = u.programme_id AND n.audit_id = u.id AND n.withdrawn IS NULL AND n.review = 'unreviewed'), \
    (SELECT r.reading FROM audit_reading r WHERE r.programme_id = u.programme_id AND r.audit_id = u.id)";

fn read_row(row: &Row<'_>) -> Result<Record> {
    let error: String = row.get(13)?;
    Ok(Record {
        id: row.get(0)?,
        owner: row.get(1)?,
        facility: row.get(2)?,
        facility_name: row.get(3)?,
        hash: row.get(4)?,
        name: row.get(5)?,
        size: u64::try_from(row.get::<i64>(6)?).unwrap_or(0),
        media_type: row.get(7)?,
        scheme: row.get(8)?,
        language: row.get(9)?,
        day: row.get(10)?,
        state: row.get::<String>(11)?.parse()?,
        progress: row.get(12)?,
        problem: (!error.is_empty())
            .then(|| serde_json::from_str(&error))
            .transpose()?,
        version: row.get(14)?,
        created: row.get(15)?,
        created_by: row.get(16)?,
        answers: row.get(17)?,
        unreviewed: row.get(18)?,
        reading: row.get(19)?,
    })
}

/// Adds an uploaded file and enqueues its reading.
pub fn add(tx: &Tx<'_>, scope: &Scope, new: &New<'_>, now: Timestamp) -> Result<Added> {
    if let Some(facility) = new.facility {
        facility::find(tx, scope, Action::Write, facility)?;
    }
    let name: String = new.name.chars().take(300).collect();
    let id = AuditId(Uuid::now_v7());
    let mut sql = Sql::new("SELECT u.id FROM audit u WHERE ");
    admit(&mut sql, scope, Action::Read, "u", Owner::Column);
    sql.push(" AND u.file_hash = ")
        .bind(new.stored.hash)
        .push(" ORDER BY u.id LIMIT 10");
    let duplicates = tx.query(&sql.text, &sql.parameters, |row| row.get(0))?;
    files::note(tx, new.stored, new.media_type, now)?;
    tx.execute(
        "INSERT INTO audit (programme_id, id, owner_id, facility_id, file_hash, name, size, media_type, scheme, language, \
         state, progress, error, conditions, version, created, created_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '', 'queued', 0, '', '', 1, $9, $10)",
        params![
            scope.programme,
            id,
            scope.organisation,
            new.facility,
            new.stored.hash,
            &name,
            i64::try_from(new.stored.size).unwrap_or(i64::MAX),
            new.media_type,
            now,
            scope.account,
        ],
    )?;
    enqueue(tx, scope, id, now)?;
    trail::enter(tx, scope, Deed::Added, "audit", id.0, now)?;
    Ok(Added { id, duplicates })
}

fn enqueue(tx: &Tx<'_>, scope: &Scope, id: AuditId, now: Timestamp) -> Result<Option<JobId>> {
    let new = jobs::New {
        kind: JOB,
        payload: serde_json::json!({ "audit": id }),
        unique_key: Some(format!("{JOB} {id}")),
        item: Some(id.0),
        max_attempts: ATTEMPTS,
        run_after: now,
    };
    jobs::enqueue(tx, scope, &new, now)
}

/// An audit.
pub fn get(tx: &Tx<'_>, scope: &Scope, id: AuditId) -> Result<Record> {
    find(tx, scope, Action::Read, id)
}

fn find(tx: &Tx<'_>, scope: &Scope, action: Action, id: AuditId) -> Result<Record> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM audit u WHERE ");
    admit(&mut sql, scope, action, "u", Owner::Column);
    sql.push(" AND u.id = ").bind(id);
    tx.query_one(&sql.text, &sql.parameters, read_row)
}

/// The text of an audit with its pages and blocks as JSON, once it is read.
pub fn document(tx: &Tx<'_>, scope: &Scope, id: AuditId) -> Result<Option<String>> {
    find(tx, scope, Action::Read, id)?;
    tx.query_maybe(
        "SELECT document FROM audit_reading WHERE programme_id = $1 AND audit_id = $2",
        params![scope.programme, id],
        |row| row.get(0),
    )
}

/// The audits of a facility, newest first.
pub fn of_facility(tx: &Tx<'_>, scope: &Scope, facility: FacilityId) -> Result<Vec<Record>> {
    let filter = Filter {
        facility: Some(facility),
        ..Filter::default()
    };
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM audit u WHERE ");
    narrow(&mut sql, scope, &filter);
    sql.push(" ORDER BY u.day DESC, u.id DESC LIMIT 200");
    tx.query(&sql.text, &sql.parameters, read_row)
}

/// One page of audits, newest first. A page beyond the last shows the last.
pub fn list(tx: &Tx<'_>, scope: &Scope, filter: &Filter, page: u32) -> Result<Page> {
    let mut sql = Sql::new("SELECT count(*) FROM audit u WHERE ");
    narrow(&mut sql, scope, filter);
    let total: i64 = tx.query_one(&sql.text, &sql.parameters, |row| row.get(0))?;
    let total = u64::try_from(total).unwrap_or(0);
    let pages = u32::try_from(total.div_ceil(u64::from(PER_PAGE)))
        .unwrap_or(u32::MAX)
        .max(1);
    let number = page.clamp(1, pages);
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM audit u WHERE ");
    narrow(&mut sql, scope, filter);
    sql.push(" ORDER BY u.id DESC LIMIT ").bind(PER_PAGE);
    sql.push(" OFFSET ")
        .bind(i64::from(number - 1) * i64::from(PER_PAGE));
    let rows = tx.query(&sql.text, &sql.parameters, read_row)?;
    Ok(Page {
        rows,
        total,
        number,
        pages,
    })
}

fn narrow(sql: &mut Sql<'_>, scope: &Scope, filter: &Filter) {
    admit(sql, scope, Action::Read, "u", Owner::Column);
    if !filter.states.is_empty() {
        sql.push(" AND u.state IN ")
            .bind_all(filter.states.iter().map(|state| state.as_str()));
    }
    if let Some(facility) = filter.facility {
        sql.push(" AND u.facility_id = ").bind(facility);
    }
    if filter.unassigned {
        sql.push(" AND u.facility_id IS NULL");
    }
    if filter.unreviewed {
        sql.push(
            " AND EXISTS (SELECT 1 FROM answer n WHERE n.programme_id = u.programme_id AND n.audit_id = u.id \
             AND n.withdrawn IS NULL AND n.review = 'unreviewed')",
        );
    }
}

/// Notes that a worker reads the audit, and how far it is.
pub fn progress(tx: &Tx<'_>, scope: &Scope, id: AuditId, percent: u32) -> Result<()> {
    let mut sql = Sql::new("UPDATE audit SET state = 'reading', progress = ");
    sql.bind(percent.min(100)).push(" WHERE ");
    admit(&mut sql, scope, Action::Write, "audit", Owner::Column);
    sql.push(" AND state IN ('queued', 'reading') AND id = ")
        .bind(id);
    tx.execute(&sql.text, &sql.parameters)?;
    Ok(())
}

/// Keeps what a reading brought; call it in the transaction that finishes its job. Proposals
/// replace former ones that nobody has looked at; where a person has decided, that stands.
pub fn read(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    id: AuditId,
    outcome: &Outcome,
    today: Date,
    now: Timestamp,
) -> Result<()> {
    let record = find(tx, scope, Action::Write, id)?;
    tx.execute(
        "INSERT INTO audit_reading (programme_id, audit_id, document, reading, proposals) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (programme_id, audit_id) DO UPDATE SET document = excluded.document, reading = excluded.reading, \
         proposals = excluded.proposals",
        params![
            scope.programme,
            id,
            &outcome.document,
            &outcome.reading,
            serde_json::to_string(&outcome.proposals)?,
        ],
    )?;
    tx.execute(
        "UPDATE audit SET state = 'read', progress = 100, error = '', scheme = $3, language = $4, \
         day = coalesce(day, $5), read_at = $6, version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![
            scope.programme,
            id,
            &outcome.scheme,
            &outcome.language,
            outcome.day,
            now,
        ],
    )?;
    search::remove(tx, scope.programme, id.0)?;
    let passages = search::of_text(
        &outcome.text,
        &outcome.pages,
        record.owner,
        Noun::Audit,
        id.0,
    );
    search::add(tx, scope.programme, &passages)?;
    if record.facility.is_some() {
        propose(tx, scope, catalogue, id, today, now)?;
    }
    Ok(())
}

/// Turns the proposals of an audit into answers of its facility.
fn propose(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    id: AuditId,
    today: Date,
    now: Timestamp,
) -> Result<()> {
    let record = find(tx, scope, Action::Write, id)?;
    let Some(facility) = record.facility else {
        return Ok(());
    };
    let former: Vec<Uuid> = tx.query(
        "SELECT id FROM answer WHERE programme_id = $1 AND audit_id = $2 AND review = 'unreviewed'",
        params![scope.programme, id],
        |row| row.get(0),
    )?;
    for answer in former {
        search::remove(tx, scope.programme, answer)?;
    }
    tx.execute(
        "DELETE FROM answer WHERE programme_id = $1 AND audit_id = $2 AND review = 'unreviewed'",
        params![scope.programme, id],
    )?;
    let decided: Vec<String> = tx.query(
        "SELECT DISTINCT indicator FROM answer WHERE programme_id = $1 AND audit_id = $2",
        params![scope.programme, id],
        |row| row.get(0),
    )?;
    let proposals: Vec<answer::Draft> = tx
        .query_maybe(
            "SELECT proposals FROM audit_reading WHERE programme_id = $1 AND audit_id = $2",
            params![scope.programme, id],
            |row| row.json(0),
        )?
        .unwrap_or_default();
    let new = answer::New {
        facility,
        audit: Some(id),
        owner: record.owner,
        review: Review::Unreviewed,
        by: None,
    };
    for mut draft in proposals {
        // The day that the document or a person gives counts for every answer of the audit.
        draft.day = record.day.unwrap_or(draft.day);
        if !decided.contains(&draft.indicator) && profile::check(catalogue, &draft, today).is_ok() {
            answer::insert(tx, scope.programme, &new, &draft, now)?;
        }
    }
    profile::refold(tx, scope.programme, facility, catalogue, today)
}

/// Notes that the audit cannot be read, and why; call it in the transaction that ends its job.
pub fn fail(tx: &Tx<'_>, scope: &Scope, id: AuditId, problem: &Problem) -> Result<()> {
    let mut sql = Sql::new("UPDATE audit SET state = 'failed', version = version + 1, error = ");
    sql.bind(serde_json::to_string(problem)?).push(" WHERE ");
    admit(&mut sql, scope, Action::Write, "audit", Owner::Column);
    sql.push(" AND id = ").bind(id);
    tx.execute(&sql.text, &sql.parameters)?;
    Ok(())
}

/// Stops the reading of an audit. `false` if it had come to an end already.
pub fn cancel(tx: &Tx<'_>, scope: &Scope, id: AuditId, now: Timestamp) -> Result<bool> {
    let record = find(tx, scope, Action::Write, id)?;
    if !matches!(record.state, State::Queued | State::Reading) {
        return Ok(false);
    }
    tx.execute(
        "UPDATE audit SET state = 'cancelled', version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id],
    )?;
    if let Some(job) = jobs::of_item(tx, scope, id.0)? {
        jobs::cancel(tx, scope, job.id, now)?;
    }
    trail::enter(tx, scope, Deed::Cancelled, "audit", id.0, now)?;
    Ok(true)
}

/// Reads an audit again: after a failure, after it was stopped, or with newer rules.
pub fn read_again(tx: &Tx<'_>, scope: &Scope, id: AuditId, now: Timestamp) -> Result<()> {
    find(tx, scope, Action::Write, id)?;
    if enqueue(tx, scope, id, now)?.is_some() {
        tx.execute(
            "UPDATE audit SET state = 'queued', progress = 0, error = '', version = version + 1 \
             WHERE programme_id = $1 AND id = $2",
            params![scope.programme, id],
        )?;
        trail::enter(tx, scope, Deed::Changed, "audit", id.0, now)?;
    }
    Ok(())
}

/// Says which facility an audit is about, and on which day it was; `version` is the one that was
/// read. Its answers go along, and the profiles of both facilities are folded again. Returns the
/// new version.
#[expect(
    clippy::too_many_arguments,
    reason = "who, what, which version, by which rules, when"
)]
pub fn assign(
    tx: &Tx<'_>,
    scope: &Scope,
    catalogue: &Catalogue,
    id: AuditId,
    version: i64,
    facility: FacilityId,
    day: Option<Date>,
    today: Date,
    now: Timestamp,
) -> Result<i64> {
    let before = find(tx, scope, Action::Write, id)?;
    if before.version != version {
        return Err(trail::stale(tx, scope, id.0, before.version));
    }
    facility::find(tx, scope, Action::Write, facility)?;
    if day.is_some_and(|day| today.tomorrow().is_ok_and(|latest| day > latest)) {
        return Err(Error::Invalid(
            "an audit cannot be of a day in the future".into(),
        ));
    }
    let day = day.or(before.day);
    tx.execute(
        "UPDATE audit SET facility_id = $3, day = $4, version = version + 1 WHERE programme_id = $1 AND id = $2",
        params![scope.programme, id, facility, day],
    )?;
    tx.execute(
        "UPDATE answer SET facility_id = $3, day = coalesce($4, day), version = version + 1 \
         WHERE programme_id = $1 AND audit_id = $2",
        params![scope.programme, id, facility, day],
    )?;
    propose(tx, scope, catalogue, id, today, now)?;
    if let Some(former) = before.facility.filter(|former| *former != facility) {
        profile::refold(tx, scope.programme, former, catalogue, today)?;
    }
    trail::enter(tx, scope, Deed::Assigned, "audit", id.0, now)?;
    Ok(version + 1)
}

//! Durable work: a job is enqueued in the transaction of its cause and finished in the transaction
//! of its effect, so it is never lost and its effect never happens twice. A worker holds a lease;
//! when the worker dies, the lease runs out and another takes the job. Runs nothing itself.

use crate::db::{Db, Row, Sql, Tx};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit};
use crate::people::organisation::kind_of;
use crate::people::trail::{self, Deed};
use domain::id::JobId;
use domain::people::access::{Action, Scope};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// A job to enqueue.
#[derive(Clone, PartialEq, Debug)]
pub struct New<'a> {
    /// What is to be done, such as `read-audit`.
    pub kind: &'a str,
    /// What the worker needs to know.
    pub payload: serde_json::Value,
    /// No two jobs with this key wait or run at a time.
    pub unique_key: Option<String>,
    /// The item it is about, for showing its progress there.
    pub item: Option<Uuid>,
    /// How often it is tried before it counts as failed.
    pub max_attempts: u32,
    /// Not before this moment.
    pub run_after: Timestamp,
}

/// A job that a worker has taken.
#[derive(Clone, PartialEq, Debug)]
pub struct Job {
    /// Identifier.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// What the worker needs to know.
    pub payload: serde_json::Value,
    /// Which try this is, counted from 1; with `owner` it proves that the lease is still held.
    pub attempt: u32,
    /// How often it is tried at most.
    pub max_attempts: u32,
    /// In whose name the work is done.
    pub scope: Scope,
    /// The worker that holds the lease.
    pub owner: String,
    /// The item it is about.
    pub item: Option<Uuid>,
}

/// How a job stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// It waits for its turn.
    Queued,
    /// A worker has it.
    Running,
    /// It is done.
    Done,
    /// It failed and is not tried again.
    Failed,
    /// A person stopped it.
    Cancelled,
}

impl State {
    /// The word that is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Running => "running",
            State::Done => "done",
            State::Failed => "failed",
            State::Cancelled => "cancelled",
        }
    }

    fn of_word(word: &str) -> Result<State> {
        [
            State::Queued,
            State::Running,
            State::Done,
            State::Failed,
            State::Cancelled,
        ]
        .into_iter()
        .find(|state| state.as_str() == word)
        .ok_or_else(|| Error::Other(format!("unknown state of a job: {word}")))
    }
}

/// A job as people see it.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// Identifier.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// How it stands.
    pub state: State,
    /// Per cent done, 0 to 100.
    pub progress: u32,
    /// How often it was tried.
    pub attempts: u32,
    /// What went wrong the last time; empty if nothing did.
    pub error: String,
    /// The item it is about.
    pub item: Option<Uuid>,
    /// When it was enqueued.
    pub created: Timestamp,
    /// When it came to an end.
    pub finished: Option<Timestamp>,
}

/// Enqueues a job. `None` if one with the same key waits or runs already.
pub fn enqueue(tx: &Tx<'_>, scope: &Scope, new: &New<'_>, now: Timestamp) -> Result<Option<JobId>> {
    let id = JobId(Uuid::now_v7());
    let rows = tx.execute(
        "INSERT INTO job (id, programme_id, owner_id, account_id, kind, payload, state, attempts, max_attempts, \
         run_after, progress, error, unique_key, item_id, created) \
         VALUES ($1, $2, $3, $4, $5, $6, 'queued', 0, $7, $8, 0, '', $9, $10, $11) \
         ON CONFLICT (unique_key) WHERE state IN ('queued', 'running') DO NOTHING",
        params![
            id,
            scope.programme,
            scope.organisation,
            scope.account,
            new.kind,
            new.payload.to_string(),
            new.max_attempts.max(1),
            new.run_after,
            new.unique_key.as_deref(),
            new.item,
            now,
        ],
    )?;
    Ok((rows == 1).then_some(id))
}

impl Job {
    /// True if each try ended without a word. The job is handed out once more only so that its
    /// failure is noted where people look for it.
    pub fn is_exhausted(&self) -> bool {
        self.attempt > self.max_attempts
    }
}

/// Takes the next due job of these kinds for `owner`, or one whose lease has run out; the new
/// lease holds `until`. A job may come back exhausted, see [`Job::is_exhausted`].
pub fn claim(
    db: &Db,
    kinds: &[&str],
    owner: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Option<Job>> {
    // Looking costs no write; most of the time there is nothing to do.
    if !db.read(|tx| is_due(tx, kinds, now))? {
        return Ok(None);
    }
    db.write(|tx| {
        let mut sql = Sql::new("UPDATE job SET state = 'running', attempts = attempts + 1, lease_owner = ");
        sql.bind(owner).push(", lease_until = ").bind(until);
        sql.push(" WHERE id = (SELECT j.id FROM job j WHERE ");
        due(&mut sql, kinds, now);
        sql.push(" ORDER BY j.run_after, j.id LIMIT 1").push(tx.engine().skip_locked());
        sql.push(
            ") RETURNING id, kind, payload, attempts, max_attempts, programme_id, owner_id, account_id, item_id, \
             (SELECT o.kind FROM organisation o WHERE o.programme_id = job.programme_id AND o.id = job.owner_id)",
        );
        tx.query_maybe(&sql.text, &sql.parameters, |row| read(row, owner))
    })
}

fn is_due(tx: &Tx<'_>, kinds: &[&str], now: Timestamp) -> Result<bool> {
    let mut sql = Sql::new("SELECT 1 FROM job j WHERE ");
    due(&mut sql, kinds, now);
    sql.push(" LIMIT 1");
    Ok(tx
        .query_maybe(&sql.text, &sql.parameters, |_| Ok(()))?
        .is_some())
}

fn due<'a>(sql: &mut Sql<'a>, kinds: &[&'a str], now: Timestamp) {
    sql.push("j.kind IN ").bind_all(kinds.iter().copied());
    sql.push(" AND ((j.state = 'queued' AND j.run_after <= ")
        .bind(now);
    sql.push(") OR (j.state = 'running' AND j.lease_until < ")
        .bind(now)
        .push("))");
}

fn read(row: &Row<'_>, owner: &str) -> Result<Job> {
    Ok(Job {
        id: row.get(0)?,
        kind: row.get(1)?,
        payload: row.json(2)?,
        attempt: row.get(3)?,
        max_attempts: row.get(4)?,
        scope: Scope {
            programme: row.get(5)?,
            organisation: row.get(6)?,
            account: row.get(7)?,
            kind: kind_of(&row.get::<String>(9)?)?,
        },
        owner: owner.to_owned(),
        item: row.get(8)?,
    })
}

/// The condition that this worker still holds the lease, with its parameters `$1` to `$3`.
const HELD: &str = "id = $1 AND state = 'running' AND lease_owner = $2 AND attempts = $3";

/// Prolongs the lease and notes how far the work is. `false` if the job is no longer this
/// worker's: it was cancelled, or the lease ran out; the worker then stops.
pub fn heartbeat(tx: &Tx<'_>, job: &Job, progress: u32, until: Timestamp) -> Result<bool> {
    let sql = format!("UPDATE job SET lease_until = $4, progress = $5 WHERE {HELD}");
    let rows = tx.execute(
        &sql,
        params![
            job.id,
            job.owner.as_str(),
            job.attempt,
            until,
            progress.min(100)
        ],
    )?;
    Ok(rows == 1)
}

/// Prolongs the lease alone, for a worker that cannot say how far it is.
pub fn extend(tx: &Tx<'_>, job: &Job, until: Timestamp) -> Result<bool> {
    let sql = format!("UPDATE job SET lease_until = $4 WHERE {HELD}");
    let rows = tx.execute(
        &sql,
        params![job.id, job.owner.as_str(), job.attempt, until],
    )?;
    Ok(rows == 1)
}

/// Marks the job as done; call it in the transaction of its effect. [`Error::Conflict`] if the
/// job is no longer this worker's: the effect must then not be kept either.
pub fn finish(tx: &Tx<'_>, job: &Job, now: Timestamp) -> Result<()> {
    let sql = format!(
        "UPDATE job SET state = 'done', progress = 100, error = '', finished = $4, lease_owner = NULL, lease_until = NULL WHERE {HELD}"
    );
    let rows = tx.execute(&sql, params![job.id, job.owner.as_str(), job.attempt, now])?;
    if rows == 1 {
        Ok(())
    } else {
        Err(Error::stale(i64::from(job.attempt), None, None))
    }
}

/// Notes that a try failed. With `again`, the job waits longer after each try and counts as failed
/// after its last; without, it has failed at once. Returns how the job stands now.
pub fn fail(tx: &Tx<'_>, job: &Job, error: &str, again: bool, now: Timestamp) -> Result<State> {
    let retry = again && job.attempt < job.max_attempts;
    let state = if retry { State::Queued } else { State::Failed };
    let pause = SignedDuration::from_secs(2_i64.pow(job.attempt.min(10)));
    let sql = format!(
        "UPDATE job SET state = $4, error = $5, run_after = $6, finished = $7, lease_owner = NULL, lease_until = NULL WHERE {HELD}"
    );
    let rows = tx.execute(
        &sql,
        params![
            job.id,
            job.owner.as_str(),
            job.attempt,
            state.as_str(),
            error,
            now.saturating_add(pause).unwrap_or(now),
            (!retry).then_some(now),
        ],
    )?;
    if rows == 1 {
        Ok(state)
    } else {
        Err(Error::stale(i64::from(job.attempt), None, None))
    }
}

/// Stops a job that waits or runs. A running worker learns of it at its next heartbeat, at the
/// latest when it wants to finish. `false` if the job had come to an end already.
pub fn cancel(tx: &Tx<'_>, scope: &Scope, id: JobId, now: Timestamp) -> Result<bool> {
    let mut sql = Sql::new(
        "UPDATE job SET state = 'cancelled', lease_owner = NULL, lease_until = NULL, finished = ",
    );
    sql.bind(now).push(" WHERE ");
    admit(&mut sql, scope, Action::Write, "job", Owner::Column);
    sql.push(" AND state IN ('queued', 'running') AND id = ")
        .bind(id);
    if tx.execute(&sql.text, &sql.parameters)? == 1 {
        trail::enter(tx, scope, Deed::Cancelled, "job", id.0, now)?;
        return Ok(true);
    }
    get(tx, scope, id).map(|_| false)
}

const COLUMNS: &str =
    "j.id, j.kind, j.state, j.progress, j.attempts, j.error, j.item_id, j.created, j.finished";

fn entry(row: &Row<'_>) -> Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        kind: row.get(1)?,
        state: State::of_word(&row.get::<String>(2)?)?,
        progress: row.get(3)?,
        attempts: row.get(4)?,
        error: row.get(5)?,
        item: row.get(6)?,
        created: row.get(7)?,
        finished: row.get(8)?,
    })
}

/// A job.
pub fn get(tx: &Tx<'_>, scope: &Scope, id: JobId) -> Result<Entry> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM job j WHERE ");
    admit(&mut sql, scope, Action::Read, "j", Owner::Column);
    sql.push(" AND j.id = ").bind(id);
    tx.query_one(&sql.text, &sql.parameters, entry)
}

/// The latest job about an item, if there was one.
pub fn of_item(tx: &Tx<'_>, scope: &Scope, item: Uuid) -> Result<Option<Entry>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM job j WHERE ");
    admit(&mut sql, scope, Action::Read, "j", Owner::Column);
    sql.push(" AND j.item_id = ")
        .bind(item)
        .push(" ORDER BY j.id DESC LIMIT 1");
    tx.query_maybe(&sql.text, &sql.parameters, entry)
}

/// The latest jobs, newest first.
pub fn list(tx: &Tx<'_>, scope: &Scope, limit: u32) -> Result<Vec<Entry>> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" FROM job j WHERE ");
    admit(&mut sql, scope, Action::Read, "j", Owner::Column);
    sql.push(" ORDER BY j.id DESC LIMIT ").bind(limit);
    tx.query(&sql.text, &sql.parameters, entry)
}

/// How many jobs of all programmes wait or run, for the operator's metrics.
pub fn backlog(tx: &Tx<'_>) -> Result<Vec<(String, State, u64)>> {
    tx.query(
        "SELECT kind, state, count(*) FROM job WHERE state IN ('queued', 'running') GROUP BY kind, state ORDER BY kind, state",
        &[],
        |row| {
            Ok((
                row.get(0)?,
                State::of_word(&row.get::<String>(1)?)?,
                u64::try_from(row.get::<i64>(2)?).unwrap_or(0),
            ))
        },
    )
}

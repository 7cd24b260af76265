//! The import as a durable job: the file is read, then every accepted row goes in with the job's
//! own end in one transaction. A job that is stopped, or whose worker dies, leaves nothing.

use super::plan;
use super::show::{Unreadable, kept_plan, read_table};
use crate::web::app::App;
use crate::work::Failure;
use domain::id::ListId;
use jiff::{SignedDuration, Timestamp};
use store::Tx;
use store::jobs::{self, Job};
use store::people::organisation;
use store::see::Problem;
use store::see::list::{self as stored, Line, Record};

/// How long the lease lasts from the moment at which the rows begin to go in.
const WRITING: SignedDuration = SignedDuration::from_secs(60);

/// Per cent done when the file has been read.
const READ: u32 = 30;

/// Imports the list of a job.
pub(crate) fn run(app: &App, job: &Job) -> Result<(), Failure> {
    let id = list_of(job)?;
    let scope = &job.scope;
    let (record, organisations) = app
        .db
        .read(|tx| Ok((stored::get(tx, scope, id)?, organisation::list(tx, scope)?)))?;
    let lines = match lines(app, &record, &organisations)? {
        Ok(lines) => lines,
        Err(problem) => return give_up(app, job, id, &problem),
    };
    let held = app.db.write(|tx| {
        let now = Timestamp::now();
        jobs::heartbeat(tx, job, READ, now.saturating_add(WRITING).unwrap_or(now))
    })?;
    if !held {
        return Err(Failure::Lost);
    }
    ended(app.db.write(|tx| {
        let now = Timestamp::now();
        // First, so that no sign of life of this job gets in the way of a long transaction.
        jobs::finish(tx, job, now)?;
        stored::import(tx, scope, id, &lines, now).map(|_| ())
    }))
}

/// The rows as the store takes them, or why there are none.
fn lines(
    app: &App,
    record: &Record,
    organisations: &[organisation::Organisation],
) -> Result<Result<Vec<Line>, Problem>, Failure> {
    let Some(plan) = kept_plan(record)? else {
        return Ok(Err(problem("lists-not-matched", Vec::new())));
    };
    let table = match read_table(app, record, &plan.choice()) {
        Ok(table) => table,
        Err(Unreadable::Gone) => return Ok(Err(problem("lists-file-gone", Vec::new()))),
        Err(Unreadable::NoList(error)) => return Ok(Err(problem(error.code(), error.args()))),
        Err(Unreadable::Store(error)) => return Err(error.into()),
    };
    Ok(match plan::facilities(&table, &plan.mapping) {
        Ok(report) => Ok(plan::lines(&report, record.owner, organisations)),
        Err(wrong) => Err(wrong
            .first()
            .map_or_else(gone, |error| problem(error.code(), error.args()))),
    })
}

/// The list cannot be imported: its page says why, and the job ends.
fn give_up(app: &App, job: &Job, id: ListId, problem: &Problem) -> Result<(), Failure> {
    ended(app.db.write(|tx| {
        let now = Timestamp::now();
        jobs::finish(tx, job, now)?;
        stored::fail(tx, &job.scope, id, problem, now)
    }))
}

fn ended(outcome: store::Result<()>) -> Result<(), Failure> {
    match outcome {
        // Somebody stopped the job: nothing of it was kept.
        Err(store::Error::Conflict(_)) => Err(Failure::Lost),
        other => Ok(other?),
    }
}

fn list_of(job: &Job) -> Result<ListId, Failure> {
    job.item
        .map(ListId)
        .ok_or_else(|| Failure::ForGood("the job names no list".to_owned()))
}

fn problem(code: &str, args: Vec<(&'static str, String)>) -> Problem {
    Problem {
        code: code.to_owned(),
        args: args
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

/// What is told when the reason lies with the server and not with the list.
pub(super) fn gone() -> Problem {
    problem("lists-failed-advice", Vec::new())
}

/// The last try failed for a reason that has nothing to do with the file.
pub(crate) fn gave_up(tx: &Tx<'_>, job: &Job) -> store::Result<()> {
    match list_of(job) {
        Ok(id) => stored::fail(tx, &job.scope, id, &gone(), Timestamp::now()),
        Err(_) => Ok(()),
    }
}

//! The work queue's hands: threads that claim durable jobs from the store and run them. A job's
//! effect and its end are one transaction, so a job is never done twice; a server that dies leaves
//! a lease that runs out, and the job is taken up again.

use crate::see;
use crate::web::app::App;
use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use store::jobs::{self, Job};
use store::see::profile;

/// How many signs of life a worker gives while a lease lasts.
const BEATS: u32 = 4;

/// How long a worker sleeps when there is nothing to do.
const PAUSE: Duration = Duration::from_millis(400);

/// Kinds of jobs.
const READ_AUDIT: &str = "read-audit";
const IMPORT_LIST: &str = store::see::list::JOB;

/// Running workers.
pub(crate) struct Workers {
    stopping: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

/// Why a job was not done.
pub(crate) enum Failure {
    /// It will never work: the file is broken, the list has no name column. The noun has already
    /// stored what the reader needs to know.
    ForGood(String),
    /// It may work later: the database or the storage was away.
    ForNow(anyhow::Error),
    /// The lease was lost or the job was cancelled; somebody else decides.
    Lost,
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Failure::ForNow(error.into())
    }
}

/// Starts the workers that the settings ask for, and the one that watches ages.
pub(crate) fn start(app: &Arc<App>) -> Workers {
    let stopping = Arc::new(AtomicBool::new(false));
    let mut threads = Vec::new();
    for number in 0..app.config.readers {
        let (app, stopping) = (Arc::clone(app), Arc::clone(&stopping));
        let owner = format!("{}-{number}", uuid::Uuid::now_v7());
        threads.push(std::thread::spawn(move || work(&app, &owner, &stopping)));
    }
    let (app, stop) = (Arc::clone(app), Arc::clone(&stopping));
    threads.push(std::thread::spawn(move || watch_ages(&app, &stop)));
    Workers { stopping, threads }
}

impl Workers {
    /// Lets running jobs end, or leaves them to their lease, and waits for the threads.
    pub(crate) async fn stop(self) {
        self.stopping.store(true, Ordering::Relaxed);
        let joined = tokio::task::spawn_blocking(move || {
            for thread in self.threads {
                if thread.join().is_err() {
                    tracing::error!("a worker had panicked");
                }
            }
        });
        // A reading may take minutes; its lease runs out by itself.
        let _ = tokio::time::timeout(Duration::from_secs(5), joined).await;
    }
}

fn work(app: &App, owner: &str, stopping: &AtomicBool) {
    while !stopping.load(Ordering::Relaxed) {
        match run_next(app, owner) {
            Ok(true) => {}
            Ok(false) => std::thread::sleep(PAUSE),
            Err(error) => {
                tracing::warn!(%error, "the queue cannot be reached");
                std::thread::sleep(PAUSE * 5);
            }
        }
    }
}

/// Runs the next due job; `false` if none is due.
pub(crate) fn run_next(app: &App, owner: &str) -> store::Result<bool> {
    let now = Timestamp::now();
    let until = now + app.config.lease();
    let job = jobs::claim(&app.db, &[READ_AUDIT, IMPORT_LIST], owner, now, until)?;
    if let Some(job) = &job {
        run(app, job);
    }
    Ok(job.is_some())
}

/// Runs one job while another thread keeps its lease alive.
fn run(app: &App, job: &Job) {
    if job.is_exhausted() {
        note_failure(
            app,
            job,
            "the worker stopped without a word each time",
            false,
        );
        return;
    }
    let running = AtomicBool::new(true);
    let outcome = std::thread::scope(|scope| {
        scope.spawn(|| keep_alive(app, job, &running));
        let outcome =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| match job.kind.as_str() {
                READ_AUDIT => see::audit::job::run(app, job),
                IMPORT_LIST => see::list::job::run(app, job),
                other => Err(Failure::ForGood(format!(
                    "no worker knows the kind {other}"
                ))),
            }));
        running.store(false, Ordering::Relaxed);
        outcome
    });
    let (error, again) = match outcome {
        Ok(Ok(()) | Err(Failure::Lost)) => return,
        Ok(Err(Failure::ForGood(error))) => (error, false),
        Ok(Err(Failure::ForNow(error))) => (format!("{error:#}"), true),
        Err(_) => ("the worker failed in an unexpected way".to_owned(), true),
    };
    note_failure(app, job, &error, again);
}

/// Notes why a job failed, with the job and, after the last try, where people look for it.
fn note_failure(app: &App, job: &Job, error: &str, again: bool) {
    tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt, error, "a job failed");
    let now = Timestamp::now();
    let failed = app.db.write(|tx| {
        let state = jobs::fail(tx, job, error, again, now)?;
        if state == jobs::State::Failed {
            match job.kind.as_str() {
                READ_AUDIT => see::audit::job::gave_up(tx, job)?,
                IMPORT_LIST => see::list::job::gave_up(tx, job)?,
                _ => {}
            }
        }
        Ok(())
    });
    if let Err(error) = failed {
        tracing::error!(%error, job = %job.id, "the failure of a job could not be noted");
    }
}

fn keep_alive(app: &App, job: &Job, running: &AtomicBool) {
    let lease = app.config.lease();
    let beat = lease.unsigned_abs() / BEATS;
    let mut since = Duration::ZERO;
    let tick = Duration::from_millis(50);
    while running.load(Ordering::Relaxed) {
        std::thread::sleep(tick);
        since += tick;
        if since >= beat {
            since = Duration::ZERO;
            let until = Timestamp::now() + lease;
            if let Err(error) = app.db.write(|tx| jobs::extend(tx, job, until)) {
                tracing::warn!(%error, "a sign of life could not be given");
            }
        }
    }
}

/// One round of the store's upkeep; returns how many profiles were due.
fn upkeep(app: &App, today: jiff::civil::Date) -> store::Result<u32> {
    let refolded = profile::refold_all(&app.db, &app.catalogue, today)?;
    if refolded > 0 {
        tracing::info!(
            facilities = refolded,
            "profiles folded with another catalogue"
        );
    }
    let due = app
        .db
        .write(|tx| profile::refold_due(tx, &app.catalogue, today, 200))?;
    if due == 0 {
        app.db.write(profile::tidy)?;
    }
    Ok(due)
}

/// Profiles change by age alone: re-folds those whose day has come, every few minutes; and all of
/// them once when the catalogue has changed. Then tidies what has gathered.
fn watch_ages(app: &App, stopping: &AtomicBool) {
    let mut wait = Duration::ZERO;
    while !stopping.load(Ordering::Relaxed) {
        if wait > Duration::ZERO {
            std::thread::sleep(PAUSE);
            wait = wait.saturating_sub(PAUSE);
            continue;
        }
        let today = crate::clock::today();
        match upkeep(app, today) {
            Ok(0) => wait = Duration::from_mins(5),
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "aging profiles could not be looked at");
                wait = Duration::from_mins(1);
            }
        }
    }
}

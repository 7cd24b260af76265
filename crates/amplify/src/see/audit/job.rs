//! The job that reads one audit: file to text, text to labels with quotes, labels to proposed
//! answers. Everything it found and the end of the job are one transaction.

use super::blind;
use crate::web::app::App;
use crate::work::Failure;
use documents::extract::{ExtractError, Limits, extract};
use documents::read::{Reading, read};
use documents::text::Document;
use domain::id::AuditId;
use domain::see::answer::{Evidence, Source};
use domain::see::audit::{Label, answers_of};
use domain::see::indicator::Catalogue;
use jiff::Timestamp;
use jiff::civil::Date;
use store::Tx;
use store::jobs::{self, Job};
use store::see::Problem;
use store::see::answer::Draft;
use store::see::audit::{self, Outcome, Record, State};
use store::see::sentence;

/// Most quotes that one answer carries.
const QUOTES: usize = 5;

/// Reads the audit that the job names.
pub(crate) fn run(app: &App, job: &Job) -> Result<(), Failure> {
    let id = audit_of(job)?;
    let record = app.db.read(|tx| audit::get(tx, &job.scope, id))?;
    if record.state == State::Cancelled {
        return Err(Failure::Lost);
    }
    app.db.write(|tx| audit::progress(tx, &job.scope, id, 5))?;
    let folder = std::env::temp_dir();
    let local = app.files.local(record.hash, &folder)?;
    let document = match extract(local.path(), &record.name, &limits(app)) {
        Ok(document) => document,
        Err(error) => return give_up(app, job, id, &error),
    };
    app.db.write(|tx| audit::progress(tx, &job.scope, id, 70))?;
    let reading = read(&document, &app.lexicon);
    app.db.write(|tx| audit::progress(tx, &job.scope, id, 90))?;
    let outcome = outcome(&app.catalogue, &record, &document, &reading)?;
    let sentences: Vec<&str> = reading
        .quotes
        .iter()
        .map(|quote| quote.text.as_str())
        .collect();
    let (today, now) = (crate::clock::today(), Timestamp::now());
    let kept = app.db.write(|tx| {
        jobs::finish(tx, job, now)?;
        audit::read(tx, &job.scope, &app.catalogue, id, &outcome, today, now)?;
        sentence::keep(tx, &job.scope, id, &sentences)
    });
    match kept {
        Err(store::Error::Conflict(_)) => Err(Failure::Lost),
        other => Ok(other?),
    }
}

fn audit_of(job: &Job) -> Result<AuditId, Failure> {
    job.item
        .map(AuditId)
        .ok_or_else(|| Failure::ForGood("the job names no audit".to_owned()))
}

/// The limits of reading.
pub(crate) fn limits(app: &App) -> Limits {
    Limits {
        bytes: app.config.max_upload_bytes,
        child: app.reader.clone(),
        ..Limits::default()
    }
}

/// The file cannot be read: the reader of the page learns why, and the job ends.
fn give_up(app: &App, job: &Job, id: AuditId, error: &ExtractError) -> Result<(), Failure> {
    let now = Timestamp::now();
    let problem = problem(error);
    let noted = app.db.write(|tx| {
        jobs::finish(tx, job, now)?;
        audit::fail(tx, &job.scope, id, &problem)
    });
    match noted {
        Err(store::Error::Conflict(_)) => Err(Failure::Lost),
        other => Ok(other?),
    }
}

fn problem(error: &ExtractError) -> Problem {
    Problem {
        code: error.code().to_owned(),
        args: error
            .arguments()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

/// The last try failed for a reason that has nothing to do with the file.
pub(crate) fn gave_up(tx: &Tx<'_>, job: &Job) -> store::Result<()> {
    let Some(id) = job.item.map(AuditId) else {
        return Ok(());
    };
    let problem = Problem {
        code: "extract-unreadable".to_owned(),
        args: Vec::new(),
    };
    audit::fail(tx, &job.scope, id, &problem)
}

fn outcome(
    catalogue: &Catalogue,
    record: &Record,
    document: &Document,
    reading: &Reading,
) -> Result<Outcome, Failure> {
    let encode = |error: serde_json::Error| Failure::ForGood(error.to_string());
    let day = record
        .day
        .unwrap_or_else(|| crate::clock::day(record.created));
    Ok(Outcome {
        scheme: reading.scheme.clone().unwrap_or_default(),
        language: reading.language.clone(),
        day: None,
        document: serde_json::to_string(document).map_err(encode)?,
        reading: serde_json::to_string(reading).map_err(encode)?,
        proposals: proposals(catalogue, record, reading, day),
        text: document.text.clone(),
        pages: document.pages.clone(),
    })
}

/// The answers that a reading proposes, each with the quotes it rests on. No quote, no answer.
pub(crate) fn proposals(
    catalogue: &Catalogue,
    record: &Record,
    reading: &Reading,
    day: Date,
) -> Vec<Draft> {
    let pairs = blind::labels(reading);
    let labels: Vec<Label<'_>> = pairs
        .iter()
        .map(|(field, value)| Label { field, value })
        .collect();
    let source = Source {
        kind: "audit".to_owned(),
        name: record.name.clone(),
    };
    answers_of(catalogue, &labels)
        .into_iter()
        .filter_map(|proposal| {
            let evidence: Vec<Evidence> = reading
                .quotes
                .iter()
                .filter(|quote| quote.field == proposal.field)
                .take(QUOTES)
                .map(|quote| Evidence::Quote {
                    audit: Some(record.id),
                    text: quote.text.clone(),
                    page: Some(quote.page),
                    range: Some((quote.range.start, quote.range.end)),
                })
                .collect();
            (!evidence.is_empty()).then(|| Draft {
                indicator: proposal.indicator.id.clone(),
                said: proposal.said,
                source: source.clone(),
                day,
                evidence,
            })
        })
        .collect()
}

//! The split page: the document's text with its quotes on one side, what the machine read on the
//! other. Nothing counts as reviewed before a person has said so.

use super::blind::{self, BlindView};
use super::list::state_text;
use super::marked::{self, MarkedPage};
use crate::see::profile::evidence_view;
use crate::see::standing::says;
use crate::texts::Words;
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use documents::read::Reading;
use documents::text::{Document, Note};
use domain::id::{AccountId, AuditId};
use domain::see::answer::{Evidence, Review, Said};
use domain::see::indicator::{Indicator, ValueType};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::people::account;
use store::see::facility::list::{self as facilities, Filter, Order, Sort};
use store::see::{answer, audit, sentence};
use utoipa::{IntoParams, ToSchema};

/// Looking for the facility that the document is about.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Looking {
    /// Part of the facility's name.
    #[serde(default)]
    q: String,
}

/// One proposal.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Proposal {
    /// Number on this page.
    number: usize,
    /// Identifier of the answer, once the facility is chosen.
    answer: Option<String>,
    /// Version that a decision must name.
    version: i64,
    indicator: String,
    label: String,
    /// What was read.
    says: String,
    /// The value as the correction form takes it.
    value: String,
    /// `unreviewed`, `reviewed`, `corrected` or `rejected`.
    state: &'static str,
    /// Who decided, when, and what the machine had read.
    decided: Option<String>,
    quotes: Vec<QuoteView>,
    /// `bool`, `enum`, … for the correction form.
    #[serde(skip)]
    kind: &'static str,
    #[serde(skip)]
    options: Vec<(String, String)>,
}

/// A quote of a proposal.
#[derive(Debug, Serialize, ToSchema)]
struct QuoteView {
    text: String,
    page: Option<u32>,
    /// In how many reports on other facilities it stands word for word.
    reused: u32,
}

/// A matter that the document describes.
#[derive(Debug, Serialize, ToSchema)]
struct FindingView {
    code: String,
    text: String,
    status: String,
    quote: Option<String>,
    page: Option<u32>,
}

/// A facility that the document may be about.
#[derive(Debug, Serialize, ToSchema)]
struct Candidate {
    id: String,
    name: String,
    address: String,
    country: String,
}

/// The review page.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/audit/review.html")]
pub(crate) struct ReviewPage {
    #[serde(skip)]
    chrome: Chrome,
    id: String,
    name: String,
    version: i64,
    state: String,
    state_text: String,
    percent: u32,
    finished: bool,
    /// Why reading may be tried again.
    again: bool,
    facility: Option<String>,
    facility_name: Option<String>,
    /// Facilities to choose from while none is chosen.
    candidates: Vec<Candidate>,
    looked_for: String,
    #[schema(value_type = Option<String>, format = Date)]
    day: Option<Date>,
    language: String,
    scheme: String,
    /// What the reader should know about the text.
    notes: Vec<String>,
    proposals: Vec<Proposal>,
    /// Of these, how many nobody has decided.
    open: usize,
    findings: Vec<FindingView>,
    blind: Option<BlindView>,
    pages: Vec<MarkedPage>,
    /// One row for the progress island.
    rows: Vec<ProgressRow>,
}

/// How far the reading is.
#[derive(Debug, Serialize, ToSchema)]
struct ProgressRow {
    id: String,
    state: String,
    state_text: String,
    percent: u32,
}

/// One audit: its text, what the machine read, and what people decided.
#[utoipa::path(get, path = "/audits/{id}", tag = "Audits",
    params(("id" = String, Path, description = "Audit"), Looking),
    responses((status = 200, body = ReviewPage), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn show(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Query(looking): Query<Looking>,
) -> Result<Response, Problem> {
    let id: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let asked = looking.q.clone();
    let found = app::read(&app, move |tx, _| gather(tx, &scope, id, &asked)).await?;
    let page = page(&app, &actor, found, looking.q)?;
    render::page(&actor.ask, &page)
}

/// Everything that the page shows, from one transaction.
struct Found {
    record: audit::Record,
    document: Option<String>,
    answers: Vec<answer::Record>,
    names: BTreeMap<AccountId, String>,
    candidates: Vec<store::see::facility::Record>,
    /// Hashes of sentences that stand in reports on other facilities, with how many.
    reused: BTreeMap<[u8; 32], u32>,
}

fn gather(
    tx: &store::Tx<'_>,
    scope: &domain::people::access::Scope,
    id: AuditId,
    asked: &str,
) -> store::Result<Found> {
    let record = audit::get(tx, scope, id)?;
    let answers = answer::of_audit(tx, scope, id)?;
    let mut names = BTreeMap::new();
    for account in answers.iter().filter_map(|answer| answer.reviewed_by) {
        if let Some(name) = account::name_of(tx, scope, account)? {
            names.insert(account, name);
        }
    }
    let candidates = if record.facility.is_none() && !asked.trim().is_empty() {
        let filter = Filter {
            text: Some(asked.trim().to_owned()),
            ..Filter::default()
        };
        let sort = Sort {
            order: Order::Name,
            descending: false,
        };
        facilities::list(tx, scope, &filter, sort, 1)?
            .rows
            .into_iter()
            .take(20)
            .collect()
    } else {
        Vec::new()
    };
    Ok(Found {
        document: audit::document(tx, scope, id)?,
        reused: sentence::reused(tx, scope, id)?,
        record,
        answers,
        names,
        candidates,
    })
}

fn page(
    app: &App,
    actor: &Actor,
    mut found: Found,
    looked_for: String,
) -> Result<ReviewPage, Problem> {
    let words = actor.ask.words;
    let record = &found.record;
    let document: Option<Document> = found
        .document
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(Problem::internal)?;
    let reading: Option<Reading> = record
        .reading
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(Problem::internal)?;
    let answers = match (&reading, record.facility) {
        // Before the facility is chosen nothing is an answer yet; the page shows what would be.
        (Some(reading), None) => undecided(app, record, reading),
        _ => std::mem::take(&mut found.answers),
    };
    let proposals: Vec<Proposal> = answers
        .iter()
        .zip(1..)
        .filter_map(|(answer, number)| proposal(&words, app, &found, answer, number))
        .collect();
    let ranges: Vec<(usize, std::ops::Range<usize>)> = answers
        .iter()
        .zip(1..)
        .flat_map(|(answer, number)| {
            answer
                .answer
                .evidence
                .iter()
                .filter_map(move |evidence| match evidence {
                    Evidence::Quote {
                        range: Some((start, end)),
                        ..
                    } => Some((number, *start..*end)),
                    _ => None,
                })
        })
        .collect();
    let state_text = state_text(&words, record);
    Ok(ReviewPage {
        chrome: Chrome::of(&actor.ask),
        id: record.id.to_string(),
        name: record.name.clone(),
        version: record.version,
        state: record.state.as_str().to_owned(),
        percent: record.progress,
        finished: !matches!(record.state, audit::State::Queued | audit::State::Reading),
        again: matches!(record.state, audit::State::Failed | audit::State::Cancelled),
        facility: record.facility.map(|id| id.to_string()),
        facility_name: record.facility_name.clone(),
        candidates: found
            .candidates
            .iter()
            .map(|record| Candidate {
                id: record.facility.id.to_string(),
                name: record.facility.name.clone(),
                address: record.facility.address.clone(),
                country: crate::see::country_name(&words, &record.facility.country),
            })
            .collect(),
        looked_for,
        day: record.day,
        language: record.language.clone(),
        scheme: record.scheme.clone(),
        notes: document
            .iter()
            .flat_map(|document| &document.notes)
            .map(|note| note_text(&words, *note))
            .collect(),
        open: proposals
            .iter()
            .filter(|proposal| proposal.state == "unreviewed")
            .count(),
        proposals,
        findings: reading
            .iter()
            .flat_map(|reading| findings(&words, reading))
            .collect(),
        blind: reading
            .as_ref()
            .map(|reading| blind::view(&words, &app.catalogue, reading)),
        pages: document
            .as_ref()
            .map(|document| marked::pages(document, &ranges))
            .unwrap_or_default(),
        rows: vec![ProgressRow {
            id: record.id.to_string(),
            state: record.state.as_str().to_owned(),
            state_text: state_text.clone(),
            percent: record.progress,
        }],
        state_text,
    })
}

/// What the reading would propose once the facility is known.
fn undecided(app: &App, record: &audit::Record, reading: &Reading) -> Vec<answer::Record> {
    let day = record
        .day
        .unwrap_or_else(|| crate::clock::day(record.created));
    super::job::proposals(&app.catalogue, record, reading, day)
        .into_iter()
        .map(|draft| answer::Record {
            answer: domain::see::answer::Answer {
                id: domain::id::AnswerId(uuid::Uuid::nil()),
                facility: domain::id::FacilityId(uuid::Uuid::nil()),
                indicator: draft.indicator,
                said: draft.said,
                source: draft.source,
                day: draft.day,
                evidence: draft.evidence,
                review: Review::Unreviewed,
                owner: record.owner,
                audit: Some(record.id),
            },
            version: 0,
            created: record.created,
            created_by: None,
            proposed: None,
            reviewed: None,
            reviewed_by: None,
        })
        .collect()
}

fn proposal(
    words: &Words,
    app: &App,
    found: &Found,
    record: &answer::Record,
    number: usize,
) -> Option<Proposal> {
    let (names, audit) = (&found.names, &found.record);
    let answer = &record.answer;
    let indicator = app.catalogue.get(&answer.indicator)?;
    let (state, key) = match (answer.review, &record.proposed) {
        (Review::Unreviewed, _) => ("unreviewed", None),
        (Review::Reviewed, Some(_)) => ("corrected", Some("review-decided-corrected")),
        (Review::Reviewed, None) => ("reviewed", Some("review-decided-reviewed")),
        (Review::Rejected, _) => ("rejected", Some("review-decided-rejected")),
    };
    let who = record
        .reviewed_by
        .and_then(|account| names.get(&account))
        .cloned()
        .unwrap_or_default();
    let when = record
        .reviewed
        .map(|at| words.moment(&at))
        .unwrap_or_default();
    let was = record
        .proposed
        .as_ref()
        .map(|said| said_text(words, indicator, said))
        .unwrap_or_default();
    Some(Proposal {
        number,
        answer: audit.facility.map(|_| answer.id.to_string()),
        version: record.version,
        indicator: indicator.id.clone(),
        label: words.dynamic("indicator-", &indicator.id),
        says: said_text(words, indicator, &answer.said),
        value: typed(&answer.said),
        state,
        decided: key.map(|key| {
            words.fill(
                key,
                &[
                    ("who", who.into()),
                    ("when", when.into()),
                    ("was", was.into()),
                ],
            )
        }),
        quotes: answer
            .evidence
            .iter()
            .map(evidence_view)
            .filter_map(|view| {
                let text = view.quote?;
                Some(QuoteView {
                    reused: sentence::hash(&text)
                        .and_then(|hash| found.reused.get(&hash).copied())
                        .unwrap_or(0),
                    text,
                    page: view.page,
                })
            })
            .collect(),
        kind: match indicator.value_type {
            ValueType::Bool => "bool",
            ValueType::Enum => "enum",
            ValueType::Date => "date",
            _ => "text",
        },
        options: indicator
            .options
            .iter()
            .map(|option| (option.clone(), words.dynamic("option-", option)))
            .collect(),
    })
}

fn said_text(words: &Words, indicator: &Indicator, said: &Said) -> String {
    match said {
        Said::Answered { value } => says(words, indicator, value),
        Said::Unknown => words.text("standing-asked-unknown"),
        Said::Refused => words.text("standing-refused"),
        Said::NotApplicable => words.text("standing-not-applicable"),
    }
}

/// A value as the correction form takes it.
fn typed(said: &Said) -> String {
    use domain::see::answer::Value;
    let Said::Answered { value } = said else {
        return String::new();
    };
    match value {
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Choice(text) | Value::Text(text) => text.clone(),
        Value::Number(number) | Value::Percent(number) => number.to_string(),
        Value::Date(day) => day.to_string(),
        Value::List(items) => items.join("|"),
    }
}

fn findings<'a>(words: &'a Words, reading: &'a Reading) -> impl Iterator<Item = FindingView> + 'a {
    reading.findings.iter().map(|finding| {
        let field = format!("finding.{}", finding.code);
        let quote = reading.quotes.iter().find(|quote| quote.field == field);
        FindingView {
            code: finding.code.clone(),
            text: words.dynamic("finding-", &finding.code),
            status: words.dynamic(
                "finding-status-",
                match finding.status {
                    documents::read::Status::Found => "found",
                    documents::read::Status::Alleged => "alleged",
                    documents::read::Status::NotSubstantiated => "not-substantiated",
                },
            ),
            quote: quote.map(|quote| quote.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            page: quote.map(|quote| quote.page),
        }
    })
}

fn note_text(words: &Words, note: Note) -> String {
    words.text(match note {
        Note::Recognised => "note-recognised",
        Note::ImagesUnread => "note-images-unread",
        Note::Truncated => "note-truncated",
        Note::Replaced => "note-replaced",
    })
}

//! All audits with how far each is, and the original file of one.

use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::id::AuditId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::people::account;
use store::see::audit::{self, Filter, Record};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Page, counted from 1; 50 audits each.
    page: Option<u32>,
}

/// One audit in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditRow {
    /// Identifier.
    pub(crate) id: String,
    /// Address of its page.
    pub(crate) url: String,
    /// Name of the file.
    pub(crate) name: String,
    /// `queued`, `reading`, `read`, `failed` or `cancelled`.
    pub(crate) state: String,
    /// The same in the reader's language, with why it failed and what to do.
    pub(crate) state_text: String,
    /// Per cent read.
    pub(crate) percent: u32,
    /// Name of the facility, once it is chosen.
    pub(crate) facility: Option<String>,
    /// Address of the facility's page.
    pub(crate) facility_url: Option<String>,
    /// Day of the audit.
    #[schema(value_type = Option<String>, format = Date)]
    pub(crate) day: Option<Date>,
    /// When and by whom it was uploaded.
    pub(crate) uploaded: String,
    /// Answers that nobody has looked at.
    pub(crate) unreviewed: u32,
    /// Answers it proposed.
    pub(crate) answers: u32,
}

/// The list.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/audit/list.html")]
pub(crate) struct AuditList {
    #[serde(skip)]
    chrome: Chrome,
    total: u64,
    page: u32,
    pages: u32,
    rows: Vec<AuditRow>,
}

/// Audits, newest first, with how far each is.
#[utoipa::path(get, path = "/audits", tag = "Audits", params(Which),
    responses((status = 200, body = AuditList), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn list(
    State(app): State<Shared>,
    actor: Actor,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    let scope = actor.scope;
    let (page, names) = app::read(&app, move |tx, _| {
        let page = audit::list(tx, &scope, &Filter::default(), which.page.unwrap_or(1))?;
        let names = page
            .rows
            .iter()
            .map(|record| account::name_of(tx, &scope, record.created_by))
            .collect::<store::Result<Vec<_>>>()?;
        Ok((page, names))
    })
    .await?;
    let words = actor.ask.words;
    let view = AuditList {
        chrome: Chrome::of(&actor.ask),
        total: page.total,
        page: page.number,
        pages: page.pages,
        rows: page
            .rows
            .iter()
            .zip(names)
            .map(|(record, name)| row(&words, record, &name.unwrap_or_default()))
            .collect(),
    };
    render::page(&actor.ask, &view)
}

fn row(words: &Words, record: &Record, uploader: &str) -> AuditRow {
    AuditRow {
        id: record.id.to_string(),
        url: format!("/audits/{}", record.id),
        name: record.name.clone(),
        state: record.state.as_str().to_owned(),
        state_text: state_text(words, record),
        percent: record.progress,
        facility: record.facility_name.clone(),
        facility_url: record.facility.map(|id| format!("/facilities/{id}")),
        day: record.day,
        uploaded: words.with2(
            "audits-uploaded",
            "when",
            words.moment(&record.created),
            "who",
            uploader,
        ),
        unreviewed: record.unreviewed,
        answers: record.answers,
    }
}

/// How far an audit is; for one that failed, why, and what to do.
pub(crate) fn state_text(words: &Words, record: &Record) -> String {
    let state = words.dynamic("audit-state-", record.state.as_str());
    match (&record.problem, record.state) {
        (Some(problem), audit::State::Failed) => {
            format!("{state}: {}", problem_text(words, &problem.code))
        }
        _ => state,
    }
}

/// Why a file could not be read, in words; `code` begins with `extract-`.
pub(crate) fn problem_text(words: &Words, code: &str) -> String {
    words.dynamic("extract-", code.strip_prefix("extract-").unwrap_or(code))
}

/// The file as it was uploaded.
#[utoipa::path(get, path = "/audits/{id}/original", tag = "Audits",
    params(("id" = String, Path, description = "Audit")),
    responses((status = 200, content_type = "application/octet-stream"), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn original(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let record = app::read(&app, move |tx, _| audit::get(tx, &scope, id)).await?;
    let bytes = app::blocking(move || app.files.get(record.hash)).await?;
    // Always a download: foreign HTML must not run under our address.
    let name: String = record
        .name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || ".-_ ".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let encoded: String = url::form_urlencoded::byte_serialize(record.name.as_bytes())
        .collect::<String>()
        .replace('+', "%20");
    let disposition = format!("attachment; filename=\"{name}\"; filename*=UTF-8''{encoded}");
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, Body::from(bytes)).into_response())
}

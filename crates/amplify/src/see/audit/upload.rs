//! Uploading audits: many files at once, each streamed to the storage under its limit and looked
//! at before it is kept. A file that cannot be taken is named with what to do; the others go on.

use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::form::Faults;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::multipart::Field;
use axum::extract::{Multipart, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use documents::extract::{ExtractError, sniff_file};
use domain::id::FacilityId;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::files::{Draft, Stored};
use store::see::{audit, facility};
use utoipa::{IntoParams, ToSchema};

/// Most files in one upload.
const MOST: usize = 200;

/// About which facility.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct About {
    /// Identifier of the facility that the files are about.
    #[serde(default)]
    facility: String,
}

/// The form.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/audit/new.html")]
pub(crate) struct UploadForm {
    #[serde(skip)]
    chrome: Chrome,
    /// Identifier of the facility, if it was chosen.
    facility: Option<String>,
    /// Its name.
    facility_name: Option<String>,
    /// Largest file in bytes.
    max_bytes: u64,
    /// Files that were taken.
    taken: usize,
    /// Files that were not, and why.
    faults: Faults,
}

/// The form for uploading audits.
#[utoipa::path(get, path = "/audits/new", tag = "Audits", params(About),
    responses((status = 200, body = UploadForm), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn form(
    State(app): State<Shared>,
    actor: Actor,
    Query(about): Query<About>,
) -> Result<Response, Problem> {
    let page = page(&app, &actor, parse(&about.facility)?, 0, Faults::default()).await?;
    render::page(&actor.ask, &page)
}

fn parse(facility: &str) -> Result<Option<FacilityId>, Problem> {
    match facility.trim() {
        "" => Ok(None),
        id => id.parse().map(Some).map_err(|_| Problem::NotFound),
    }
}

async fn page(
    app: &Shared,
    actor: &Actor,
    about: Option<FacilityId>,
    taken: usize,
    faults: Faults,
) -> Result<UploadForm, Problem> {
    let scope = actor.scope;
    let name = match about {
        Some(id) => {
            let record = app::read(app, move |tx, _| facility::get(tx, &scope, id)).await?;
            Some(record.facility.name)
        }
        None => None,
    };
    Ok(UploadForm {
        chrome: Chrome::of(&actor.ask),
        facility: about.map(|id| id.to_string()),
        facility_name: name,
        max_bytes: app.config.max_upload_bytes,
        taken,
        faults,
    })
}

/// What is sent.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form for OpenAPI; the fields are read as they stream in"
)]
pub(crate) struct Upload {
    /// Identifier of the facility that the files are about; it stands before the files.
    facility: String,
    /// The files.
    #[schema(value_type = Vec<String>, format = Binary)]
    files: Vec<String>,
}

/// A file that was streamed in.
struct Arrived {
    name: String,
    stored: Stored,
    media_type: &'static str,
}

/// Takes audit files and queues their reading.
#[utoipa::path(post, path = "/audits", tag = "Audits",
    request_body(content = Upload, content_type = "multipart/form-data"),
    responses((status = 200, body = render::Done), (status = 400, body = crate::web::problem::ProblemDetails), (status = 422, body = UploadForm)))]
pub(crate) async fn upload(
    State(app): State<Shared>,
    actor: Actor,
    mut parts: Multipart,
) -> Result<Response, Problem> {
    let words = actor.ask.words;
    let mut about = None;
    let mut faults = Faults::default();
    let mut taken = 0;
    let broken = |error: axum::extract::multipart::MultipartError| Problem::Malformed {
        detail: error.body_text(),
    };
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        match part.name() {
            Some("facility") => {
                about = parse(&part.text().await.map_err(broken)?)?;
                if let Some(id) = about {
                    // Before any file is kept.
                    let scope = actor.scope;
                    app::read(&app, move |tx, _| facility::get(tx, &scope, id)).await?;
                }
            }
            Some("files") => {
                let name = part.file_name().unwrap_or_default().to_owned();
                if name.is_empty() {
                    continue;
                }
                if taken >= MOST {
                    let why = words.with("audits-too-many", "most", MOST);
                    faults.add(
                        "files",
                        words.with2("audits-file-refused", "name", name, "why", why),
                    );
                    continue;
                }
                match receive(&app, &mut part, name.clone()).await {
                    Ok(arrived) => {
                        if queue(&app, &actor, about, arrived).await? {
                            taken += 1;
                        } else {
                            faults.add("files", words.with("audits-same-file", "name", name));
                        }
                    }
                    Err(Refusal::File(error)) => {
                        let why = super::list::problem_text(&words, error.code());
                        faults.add(
                            "files",
                            words.with2("audits-file-refused", "name", name, "why", why),
                        );
                    }
                    Err(Refusal::Request(problem)) => return Err(problem),
                }
            }
            _ => {}
        }
    }
    if taken == 0 && faults.is_empty() {
        faults.add("files", words.text("audits-no-file"));
    }
    if faults.is_empty() {
        return Ok(render::done_counted(
            &actor.ask,
            "/audits",
            "audits-uploaded",
            taken,
        ));
    }
    let page = page(&app, &actor, about, taken, faults).await?;
    render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Why a file was not taken.
enum Refusal {
    /// It is at fault; others may go on.
    File(ExtractError),
    /// The connection or the server is.
    Request(Problem),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Refusal::Request(problem)
    }
}

/// Streams one file into the storage. What is refused leaves nothing behind: a draft that is not
/// kept vanishes.
async fn receive(app: &Shared, part: &mut Field<'_>, name: String) -> Result<Arrived, Refusal> {
    let limit = app.config.max_upload_bytes;
    let storage = app.files.clone();
    let mut draft = app::blocking(move || storage.draft()).await?;
    loop {
        let chunk = part.chunk().await.map_err(|error| {
            Refusal::Request(Problem::Malformed {
                detail: error.body_text(),
            })
        })?;
        let Some(chunk) = chunk else { break };
        if draft.size() + chunk.len() as u64 > limit {
            drain(part).await?;
            return Err(Refusal::File(ExtractError::TooLarge {
                bytes: draft.size() + chunk.len() as u64,
                limit,
            }));
        }
        draft = app::blocking(move || {
            draft.write(&chunk)?;
            Ok::<Draft, store::Error>(draft)
        })
        .await?;
    }
    let app = Arc::clone(app);
    let kept = app::blocking(move || keep(&app, draft, &name)).await?;
    kept.map_err(Refusal::File)
}

/// Reads the rest of a file that is too large, so that the files after it can be taken.
async fn drain(part: &mut Field<'_>) -> Result<(), Refusal> {
    loop {
        match part.chunk().await {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(()),
            Err(error) => {
                return Err(Refusal::Request(Problem::Malformed {
                    detail: error.body_text(),
                }));
            }
        }
    }
}

fn keep(
    app: &App,
    draft: Draft,
    name: &str,
) -> Result<Result<Arrived, ExtractError>, store::Error> {
    let format = match sniff_file(draft.path(), name) {
        Ok(format) => format,
        Err(error) => return Ok(Err(error)),
    };
    let stored = app.files.keep(draft)?;
    Ok(Ok(Arrived {
        name: name.to_owned(),
        stored,
        media_type: format.media_type(),
    }))
}

/// Adds the audit and queues its reading; `false` if the same content is here already: then
/// nothing is added.
async fn queue(
    app: &Shared,
    actor: &Actor,
    about: Option<FacilityId>,
    arrived: Arrived,
) -> Result<bool, Problem> {
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    let outcome = app::write(app, move |tx, _| {
        let new = audit::New {
            stored: arrived.stored,
            name: &arrived.name,
            media_type: arrived.media_type,
            facility: about,
        };
        let added = audit::add(tx, &scope, &new, now)?;
        match added.duplicates.first() {
            // An error takes the whole transaction back.
            Some(known) => Err(store::Error::Duplicate(known.to_string())),
            None => Ok(()),
        }
    })
    .await;
    match outcome {
        Ok(()) => Ok(true),
        Err(Problem::Duplicate) => Ok(false),
        Err(problem) => Err(problem),
    }
}

//! Step 1: a file is chosen and brought in. It is looked at before it is kept: what is no list, or
//! cannot be opened, is refused with the reason and leaves nothing behind.

use super::{plan, said};
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::form::Faults;
use crate::web::problem::Problem;
use crate::web::{render, upload as incoming};
use askama::Template;
use axum::extract::State;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::http::StatusCode;
use axum::response::Response;
use documents::list::{Choice, Format, ListError, Table};
use domain::id::{ListId, OrganisationId};
use domain::people::access::{OrganisationKind, Scope};
use jiff::Timestamp;
use serde::Serialize;
use store::files::{Draft, Stored};
use store::people::organisation::{self, Organisation};
use store::see::list as stored;
use utoipa::ToSchema;

/// Choice of the owner for a brand that is entered on the form.
const OTHER: &str = "new";

/// Longest name of a file, in characters.
const LONGEST_NAME: usize = 200;

/// Longest text of a field beside the file, in bytes.
const LONGEST_TEXT: usize = 2_000;

/// The form.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/list/new.html")]
pub(super) struct UploadForm {
    #[serde(skip)]
    chrome: Chrome,
    /// Brands whose suppliers the list can hold: identifier and name.
    owners: Vec<(String, String)>,
    /// True if a brand may be added on the way.
    may_add: bool,
    /// Largest file taken, in bytes.
    most_bytes: u64,
    /// What was chosen.
    typed: Typed,
    /// What is wrong with it.
    faults: Faults,
}

impl UploadForm {
    /// Largest file in megabytes.
    fn megabytes(&self) -> u64 {
        self.most_bytes >> 20
    }
}

/// What was sent beside the file.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
struct Typed {
    /// Identifier of a brand, empty for the programme itself, or `new`.
    owner: Option<String>,
    /// Name of a brand that is not here yet.
    new_brand: String,
}

/// The fields of the form, for its description.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes the form for programs; it is read field by field"
)]
pub(super) struct Upload {
    /// Identifier of a brand, empty for the programme itself, or `new`.
    owner: String,
    /// Name of a brand that is not here yet.
    new_brand: Option<String>,
    /// The list: CSV, XLSX or ODS.
    #[schema(format = Binary, content_media_type = "application/octet-stream")]
    file: String,
}

/// The form for a new list.
#[utoipa::path(get, path = "/lists/new", tag = "Lists",
    responses((status = 200, body = UploadForm), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn form(State(app): State<Shared>, actor: Actor) -> Result<Response, Problem> {
    let page = page(&app, &actor, Typed::default(), Faults::default()).await?;
    render::page(&actor.ask, &page)
}

async fn page(
    app: &Shared,
    actor: &Actor,
    typed: Typed,
    faults: Faults,
) -> Result<UploadForm, Problem> {
    let scope = actor.scope;
    let brands = app::read(app, move |tx, _| brands(tx, &scope)).await?;
    Ok(UploadForm {
        chrome: Chrome::of(&actor.ask),
        owners: brands
            .into_iter()
            .map(|brand| (brand.id.to_string(), brand.name))
            .collect(),
        may_add: scope.kind == OrganisationKind::Facilitator,
        most_bytes: app.config.max_upload_bytes,
        typed,
        faults,
    })
}

/// The brands whose suppliers the actor may bring in.
pub(crate) fn brands(tx: &store::Tx<'_>, scope: &Scope) -> store::Result<Vec<Organisation>> {
    let mut brands = organisation::list(tx, scope)?;
    brands.retain(|organisation| organisation.kind == OrganisationKind::Brand);
    Ok(brands)
}

/// Brings a list in. Nothing is imported yet: the answer leads to the page where its columns are
/// matched and the import is looked at.
#[utoipa::path(post, path = "/lists", tag = "Lists",
    request_body(content = Upload, content_type = "multipart/form-data"),
    responses((status = 200, body = render::Done), (status = 422, body = UploadForm), (status = 413, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn upload(
    State(app): State<Shared>,
    actor: Actor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let mut form = form.map_err(|refusal| Problem::Malformed {
        detail: refusal.body_text(),
    })?;
    let mut typed = Typed::default();
    let mut file: Option<(String, Draft)> = None;
    let broken = |error: axum::extract::multipart::MultipartError| Problem::Malformed {
        detail: error.body_text(),
    };
    while let Some(field) = form.next_field().await.map_err(broken)? {
        match field.name() {
            Some("owner") => typed.owner = Some(text(field).await?),
            Some("new_brand") => text(field).await?.trim().clone_into(&mut typed.new_brand),
            Some("file") if file.is_none() => {
                let name = file_name(field.file_name().unwrap_or_default());
                if !name.is_empty() {
                    let draft = incoming::receive(&app, field, app.config.max_upload_bytes).await?;
                    file = Some((name, draft));
                }
            }
            _ => {
                return Err(Problem::Malformed {
                    detail: "a field that the form does not have".to_owned(),
                });
            }
        }
    }
    let scope = actor.scope;
    let known = app::read(&app, move |tx, _| brands(tx, &scope)).await?;
    let words = actor.ask.words;
    let mut faults = Faults::default();
    let owner = check_owner(&actor, &typed, &known, &mut faults);
    match &file {
        None => faults.add("file", words.text("lists-file-missing")),
        Some((name, _)) if name.chars().count() > LONGEST_NAME => {
            faults.add(
                "file",
                words.with("lists-file-name-long", "n", LONGEST_NAME),
            );
        }
        Some(_) => {}
    }
    if let (true, Some((name, draft)), Some(owner)) = (faults.is_empty(), file, owner) {
        let limit = app.config.max_upload_bytes;
        let shared = app.clone();
        let kept =
            app::blocking(move || look_and_keep(&shared, &name, draft, limit, &scope, &owner))
                .await?;
        match kept {
            Ok(id) => {
                return Ok(render::done(
                    &actor.ask,
                    &format!("/lists/{id}"),
                    "list-uploaded",
                ));
            }
            Err(error) => faults.add("file", said::list_error(&words, &error)),
        }
    }
    let page = page(&app, &actor, typed, faults).await?;
    render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// A short text field; anything long is not from our form.
async fn text(mut field: axum::extract::multipart::Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| Problem::Malformed {
        detail: error.body_text(),
    })? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > LONGEST_TEXT {
            return Err(Problem::TooLarge);
        }
    }
    String::from_utf8(bytes).map_err(|error| Problem::Malformed {
        detail: error.to_string(),
    })
}

/// The name alone: some browsers send a path with it.
fn file_name(sent: &str) -> String {
    sent.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Whose list it is.
pub(crate) enum Owner {
    /// The programme's; nobody in particular buys there.
    Programme,
    /// An organisation that is here.
    Known(OrganisationId),
    /// A brand to be added with this list.
    New(String),
}

fn check_owner(
    actor: &Actor,
    typed: &Typed,
    known: &[Organisation],
    faults: &mut Faults,
) -> Option<Owner> {
    let words = &actor.ask.words;
    let may_add = actor.scope.kind == OrganisationKind::Facilitator;
    match typed.owner.as_deref() {
        Some("") if may_add => Some(Owner::Programme),
        Some(OTHER) if may_add => {
            let name = &typed.new_brand;
            if name.is_empty() {
                faults.add("new_brand", words.text("lists-new-brand-missing"));
                return None;
            }
            if name.chars().count() > 300 {
                faults.add("new_brand", words.with("text-too-long", "n", 300_u32));
                return None;
            }
            if known
                .iter()
                .any(|brand| brand.name.to_lowercase() == name.to_lowercase())
            {
                faults.add("new_brand", words.text("lists-new-brand-exists"));
                return None;
            }
            Some(Owner::New(name.clone()))
        }
        chosen => {
            let id = chosen.and_then(|id| id.parse::<OrganisationId>().ok());
            let found = id.filter(|id| known.iter().any(|brand| brand.id == *id));
            if found.is_none() {
                faults.add("owner", words.text("lists-owner-missing"));
            }
            found.map(Owner::Known)
        }
    }
}

/// Reads the draft as a list and keeps it; the inner error says why it is no list.
fn look_and_keep(
    app: &App,
    name: &str,
    draft: Draft,
    limit: u64,
    scope: &Scope,
    owner: &Owner,
) -> Result<Result<ListId, ListError>, Problem> {
    let bytes = std::fs::read(draft.path()).map_err(Problem::internal)?;
    let table = match plan::table(&bytes, name, limit, &Choice::default()) {
        Ok(table) => table,
        Err(error) => return Ok(Err(error)),
    };
    let file = app.files.keep(draft)?;
    let id = app
        .db
        .write(|tx| add(tx, scope, owner, name, file, &table, Timestamp::now()))?;
    Ok(Ok(id))
}

/// Notes a list that was read.
pub(crate) fn add(
    tx: &store::Tx<'_>,
    scope: &Scope,
    owner: &Owner,
    name: &str,
    file: Stored,
    table: &Table,
    now: Timestamp,
) -> store::Result<ListId> {
    let owner = match owner {
        Owner::Programme => scope.organisation,
        Owner::Known(id) => *id,
        Owner::New(brand) => {
            organisation::add(tx, scope, OrganisationKind::Brand, brand, false, now)?
        }
    };
    let new = stored::New {
        stored: file,
        name,
        media_type: media_type(table.format),
        owner,
        header: &table.headers,
    };
    Ok(stored::add(tx, scope, &new, now)?.id)
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Csv => "text/csv",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::Ods => "application/vnd.oasis.opendocument.spreadsheet",
    }
}

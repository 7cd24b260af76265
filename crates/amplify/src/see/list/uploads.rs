//! All supplier lists that were brought in, newest first, with what became of them.

use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::people::access::OrganisationKind;
use jiff::Timestamp;
use serde::Serialize;
use store::jobs;
use store::people::account;
use store::people::organisation::{self, Organisation};
use store::see::list::{self as stored, Record, State as Stage};
use utoipa::ToSchema;

/// How many lists are shown at most.
const SHOWN: u32 = 500;

/// One list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct ListRow {
    /// Identifier.
    pub(super) id: String,
    /// Address of its page.
    pub(super) url: String,
    /// Name of the file.
    pub(super) name: String,
    /// Whose suppliers it holds.
    pub(super) owner: String,
    /// Identifier of that organisation.
    pub(super) owner_id: String,
    /// `uploaded`, `queued`, `running`, `done`, `failed` or `cancelled`.
    pub(super) state: &'static str,
    /// The same in the reader's language.
    pub(super) state_text: String,
    /// Per cent done.
    pub(super) percent: u32,
    /// Rows of the file; 0 before the import.
    pub(super) rows: u32,
    /// Facilities that were new.
    pub(super) added: u32,
    /// Facilities that got new details.
    pub(super) updated: u32,
    /// Facilities that stayed as they were.
    pub(super) unchanged: u32,
    /// Rows that were left out.
    pub(super) refused: u32,
    /// Who brought it in.
    pub(super) by: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub(super) created: Timestamp,
}

impl ListRow {
    /// Is it waiting for the worker or with it?
    pub(super) fn works(&self) -> bool {
        matches!(self.state, "queued" | "running")
    }
}

/// All lists.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/list/list.html")]
pub(super) struct Lists {
    #[serde(skip)]
    chrome: Chrome,
    /// The lists, newest first.
    rows: Vec<ListRow>,
}

impl Lists {
    /// Those that are being imported now.
    fn working(&self) -> Vec<&ListRow> {
        self.rows.iter().filter(|row| row.works()).collect()
    }
}

/// Supplier lists that were brought in.
#[utoipa::path(get, path = "/lists", tag = "Lists",
    responses((status = 200, body = Lists), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn list(State(app): State<Shared>, actor: Actor) -> Result<Response, Problem> {
    let (scope, words) = (actor.scope, actor.ask.words);
    let rows = app::read(&app, move |tx, _| {
        let owners = organisation::list(tx, &scope)?;
        stored::list(tx, &scope, SHOWN)?
            .iter()
            .map(|record| row(tx, &scope, &words, record, &owners))
            .collect::<store::Result<Vec<_>>>()
    })
    .await?;
    render::page(
        &actor.ask,
        &Lists {
            chrome: Chrome::of(&actor.ask),
            rows,
        },
    )
}

/// A list as pages show it.
pub(super) fn row(
    tx: &store::Tx<'_>,
    scope: &domain::people::access::Scope,
    words: &Words,
    record: &Record,
    owners: &[Organisation],
) -> store::Result<ListRow> {
    let (state, percent) = state(tx, scope, record)?;
    let owner = owners
        .iter()
        .find(|organisation| organisation.id == record.owner)
        .filter(|organisation| organisation.kind == OrganisationKind::Brand)
        .map_or_else(
            || words.text("lists-programme-itself"),
            |organisation| organisation.name.clone(),
        );
    Ok(ListRow {
        id: record.id.to_string(),
        url: format!("/lists/{}", record.id),
        name: record.name.clone(),
        owner,
        owner_id: record.owner.to_string(),
        state,
        state_text: state_text(words, record, state, percent),
        percent,
        rows: record.counts.rows,
        added: record.counts.added,
        updated: record.counts.updated,
        unchanged: record.counts.unchanged,
        refused: record.counts.failed,
        by: account::name_of(tx, scope, record.created_by)?,
        created: record.created,
    })
}

/// How far a list is, as people see it: the job tells whether an import waits, runs, or came to a
/// bad end without anybody noting it.
fn state(
    tx: &store::Tx<'_>,
    scope: &domain::people::access::Scope,
    record: &Record,
) -> store::Result<(&'static str, u32)> {
    Ok(match record.state {
        Stage::Uploaded | Stage::Mapped => ("uploaded", 0),
        Stage::Imported => ("done", 100),
        Stage::Failed => ("failed", 0),
        Stage::Cancelled => ("cancelled", 0),
        Stage::Importing => match jobs::of_item(tx, scope, record.id.0)? {
            Some(job) if job.state == jobs::State::Running => ("running", job.progress),
            Some(job) if job.state == jobs::State::Failed => ("failed", 0),
            _ => ("queued", 0),
        },
    })
}

fn state_text(words: &Words, record: &Record, state: &str, percent: u32) -> String {
    let counts = &record.counts;
    match state {
        "running" => words.with("lists-state-running", "percent", percent),
        "done" => words.fill(
            "lists-state-done",
            &[
                ("new", counts.added.into()),
                ("updated", counts.updated.into()),
                ("unchanged", counts.unchanged.into()),
                ("refused", counts.failed.into()),
            ],
        ),
        other => words.dynamic("lists-state-", other),
    }
}

//! Step 3: the import is started, stopped while it waits, or tried again. The work itself is a
//! durable job; nothing here reads the file.

use super::mapping;
use super::show::{self, Unreadable, identifier, plan_of};
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::form::Sent;
use crate::web::problem::Problem;
use crate::web::render;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::ListId;
use domain::people::access::Scope;
use jiff::Timestamp;
use serde::Deserialize;
use store::jobs;
use store::see::list::{self as stored, State as Stage};
use utoipa::ToSchema;

/// Which state of the list was looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    /// The version that was looked at.
    version: i64,
}

/// Starts the import of what the preview shows, or tries a failed one again.
#[utoipa::path(post, path = "/lists/{id}/import", tag = "Lists",
    params(("id" = String, Path, description = "List")), request_body = Seen,
    responses((status = 200, body = render::Done), (status = 404, body = crate::web::problem::ProblemDetails), (status = 409, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn import(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Sent(seen): Sent<Seen>,
) -> Result<Response, Problem> {
    let (id, scope) = (identifier(&id)?, actor.scope);
    let shared = Shared::clone(&app);
    let begun = app::blocking(move || begin(&shared, &scope, id, seen.version)).await?;
    if !begun {
        // The page says what is wrong with the file or the columns.
        let page = show::page(&app, &actor, id, None).await?;
        return render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    Ok(render::done(
        &actor.ask,
        &format!("/lists/{id}"),
        "list-queued",
    ))
}

/// Keeps the plan that was looked at, if nobody did before, and enqueues the import. `false` if
/// the list cannot be imported as it is.
fn begin(app: &App, scope: &Scope, id: ListId, version: i64) -> store::Result<bool> {
    let record = app.db.read(|tx| stored::get(tx, scope, id))?;
    let plan = if record.mapping.is_empty() {
        match app.db.read(|tx| plan_of(tx, app, scope, &record))? {
            Ok((plan, table)) if plan.mapping.check(&table).is_empty() => Some((plan, table)),
            Ok(_) | Err(Unreadable::Gone | Unreadable::NoList(_)) => return Ok(false),
            Err(Unreadable::Store(error)) => return Err(error),
        }
    } else {
        None
    };
    app.db.write(|tx| {
        let now = Timestamp::now();
        let mut version = version;
        if record.state == Stage::Importing && died(tx, scope, id)? {
            // The worker went away for good without a word; what it meant to do is open again.
            stored::fail(tx, scope, id, &super::job::gone(), now)?;
            version += 1;
        }
        if let Some((plan, table)) = &plan {
            version = mapping::keep(tx, scope, id, version, table, plan)?;
        }
        stored::start(tx, scope, id, version, now).map(|_| true)
    })
}

/// Did the last try of a list's import end without anybody noting it?
fn died(tx: &store::Tx<'_>, scope: &Scope, id: ListId) -> store::Result<bool> {
    let job = jobs::of_item(tx, scope, id.0)?;
    Ok(job.is_some_and(|job| job.state == jobs::State::Failed))
}

/// Stops an import that has not been finished; nothing of it is kept.
#[utoipa::path(post, path = "/lists/{id}/stop", tag = "Lists",
    params(("id" = String, Path, description = "List")),
    responses((status = 200, body = render::Done), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn stop(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (id, scope) = (identifier(&id)?, actor.scope);
    let stopped = app::write(&app, move |tx, _| {
        stored::cancel(tx, &scope, id, Timestamp::now())
    })
    .await?;
    let flash = if stopped {
        "list-stopped"
    } else {
        "list-too-late"
    };
    Ok(render::done(&actor.ask, &format!("/lists/{id}"), flash))
}

//! Step 2: how the file is read, and which column is which field. A choice that cannot be used
//! comes back as it was made, with the reason; one that can is kept and remembered for the next
//! list with the same headings. Nothing is imported here.

use super::plan::{self, Plan};
use super::said;
use super::show::{self, SEPARATORS, Tried, Unreadable, identifier, plan_of, read_table};
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::form::{Faults, Sent};
use crate::web::problem::Problem;
use crate::web::render;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use documents::list::{Field, Mapping, Table, mapping as columns};
use domain::id::ListId;
use domain::people::access::Scope;
use jiff::Timestamp;
use serde::Deserialize;
use store::see::list::{self as stored, Record};
use utoipa::ToSchema;

/// How the file is to be read. An empty choice leaves it to the program.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadAs {
    /// The version that was looked at.
    version: i64,
    /// Sheet of a workbook by name.
    #[serde(default)]
    sheet: String,
    /// Number of the row with the headings.
    #[serde(default)]
    header_row: String,
    /// Separator of a CSV file: one sign.
    #[serde(default)]
    separator: String,
    /// Encoding of a CSV file by its name on the web.
    #[serde(default)]
    encoding: String,
}

/// Which column is which field.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Match {
    /// The version that was looked at.
    version: i64,
    /// A field's key for each column, in the order of the list.
    #[serde(default)]
    field: Vec<String>,
    /// ISO 3166-1 alpha-2 code for rows that state no country; empty for none.
    #[serde(default)]
    default_country: String,
}

/// What became of a change.
enum Outcome {
    /// It was kept.
    Kept,
    /// It cannot be used.
    Wrong(Tried),
    /// The file cannot be read any more; the page says so.
    Unreadable,
}

/// Reads the file in another way; the columns are guessed anew.
#[utoipa::path(post, path = "/lists/{id}/reading", tag = "Lists",
    params(("id" = String, Path, description = "List")), request_body = ReadAs,
    responses((status = 200, body = render::Done), (status = 422, body = show::ListPage), (status = 404, body = crate::web::problem::ProblemDetails), (status = 409, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn reading(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Sent(sent): Sent<ReadAs>,
) -> Result<Response, Problem> {
    let id = identifier(&id)?;
    let (shared, person) = (Shared::clone(&app), actor.clone());
    let outcome = app::blocking(move || read_again(&shared, &person, id, &sent)).await?;
    answer(&app, &actor, id, outcome, "list-read-again").await
}

/// Matches the columns anew and looks again at what the import would do.
#[utoipa::path(post, path = "/lists/{id}/mapping", tag = "Lists",
    params(("id" = String, Path, description = "List")), request_body = Match,
    responses((status = 200, body = render::Done), (status = 422, body = show::ListPage), (status = 404, body = crate::web::problem::ProblemDetails), (status = 409, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn mapping(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Sent(sent): Sent<Match>,
) -> Result<Response, Problem> {
    let id = identifier(&id)?;
    let fields: Vec<Field> = sent
        .field
        .iter()
        .map(|key| Field::from_key(key).ok_or(()))
        .collect::<Result<_, ()>>()
        .map_err(|()| Problem::Malformed {
            detail: "a field that does not exist".to_owned(),
        })?;
    let (shared, scope) = (Shared::clone(&app), actor.scope);
    let outcome = app::blocking(move || match_again(&shared, &scope, id, &sent, &fields)).await?;
    answer(&app, &actor, id, outcome, "list-mapped").await
}

/// Reads the file as it was chosen. The file is read before the write begins, which only keeps
/// the choice if nobody else changed the list in the meantime.
fn read_again(app: &App, actor: &Actor, id: ListId, sent: &ReadAs) -> store::Result<Outcome> {
    let (scope, words) = (&actor.scope, &actor.ask.words);
    let record = app.db.read(|tx| stored::get(tx, scope, id))?;
    let Some(before) = current_plan(app, scope, &record)? else {
        return Ok(Outcome::Unreadable);
    };
    let mut plan = Plan {
        sheet: Some(sent.sheet.clone()).filter(|sheet| !sheet.is_empty()),
        separator: SEPARATORS
            .iter()
            .map(|(sign, _)| *sign)
            .find(|sign| sent.separator == sign.to_string()),
        encoding: Some(sent.encoding.clone()).filter(|encoding| !encoding.is_empty()),
        ..Plan::new(before.mapping.clone())
    };
    let mut faults = Faults::default();
    match sent.header_row.trim() {
        "" => {}
        text => match text.parse::<u32>() {
            Ok(row) if row > 0 => plan.header_row = Some(row),
            _ => faults.add("header_row", words.text("lists-header-row-wrong")),
        },
    }
    if faults.is_empty() {
        match read_table(app, &record, &plan.choice()) {
            Ok(table) => {
                app.db.write(|tx| {
                    let mut plan = plan.clone();
                    let signature = columns::signature(&table.headers);
                    plan.mapping =
                        plan::first_mapping(&table, stored::remembered(tx, scope, &signature)?);
                    keep(tx, scope, id, sent.version, &table, &plan)
                })?;
                return Ok(Outcome::Kept);
            }
            Err(Unreadable::NoList(error)) => {
                let field = if plan.header_row.is_some() {
                    "header_row"
                } else {
                    "reading"
                };
                faults.add(field, said::list_error(words, &error));
            }
            Err(Unreadable::Gone) => faults.add("reading", words.text("lists-file-gone")),
            Err(Unreadable::Store(error)) => return Err(error),
        }
    }
    // The page shows the file as it was read before; the new way does not lead anywhere.
    Ok(Outcome::Wrong(Tried {
        plan: before,
        faults,
    }))
}

/// Matches the columns as they were chosen.
fn match_again(
    app: &App,
    scope: &Scope,
    id: ListId,
    sent: &Match,
    fields: &[Field],
) -> store::Result<Outcome> {
    let record = app.db.read(|tx| stored::get(tx, scope, id))?;
    let Some(mut plan) = current_plan(app, scope, &record)? else {
        return Ok(Outcome::Unreadable);
    };
    let chosen = plan.mapping.columns.iter().zip(fields);
    plan.mapping = Mapping {
        columns: chosen
            .map(|(column, field)| columns::Column {
                header: column.header.clone(),
                field: *field,
            })
            .collect(),
        default_country: Some(sent.default_country.clone()).filter(|code| !code.is_empty()),
    };
    let table = match read_table(app, &record, &plan.choice()) {
        Ok(table) if plan.mapping.check(&table).is_empty() => table,
        // What is wrong with the mapping is found again while the page is made.
        Ok(_) => {
            return Ok(Outcome::Wrong(Tried {
                plan,
                faults: Faults::default(),
            }));
        }
        Err(Unreadable::Gone | Unreadable::NoList(_)) => return Ok(Outcome::Unreadable),
        Err(Unreadable::Store(error)) => return Err(error),
    };
    app.db
        .write(|tx| keep(tx, scope, id, sent.version, &table, &plan))?;
    Ok(Outcome::Kept)
}

/// The plan that the page shows; nothing if its file cannot be read.
fn current_plan(app: &App, scope: &Scope, record: &Record) -> store::Result<Option<Plan>> {
    match app.db.read(|tx| plan_of(tx, app, scope, record))? {
        Ok((plan, _)) => Ok(Some(plan)),
        Err(Unreadable::Gone | Unreadable::NoList(_)) => Ok(None),
        Err(Unreadable::Store(error)) => Err(error),
    }
}

/// Keeps a plan for the list, and remembers it for the next one with the same headings.
pub(crate) fn keep(
    tx: &store::Tx<'_>,
    scope: &Scope,
    id: ListId,
    version: i64,
    table: &Table,
    plan: &Plan,
) -> store::Result<i64> {
    let signature = columns::signature(&table.headers);
    let text = serde_json::to_string(plan)?;
    stored::map(
        tx,
        scope,
        id,
        version,
        &table.headers,
        &signature,
        &text,
        Timestamp::now(),
    )
}

async fn answer(
    app: &Shared,
    actor: &Actor,
    id: ListId,
    outcome: Outcome,
    flash: &str,
) -> Result<Response, Problem> {
    let tried = match outcome {
        Outcome::Kept => {
            return Ok(render::done(
                &actor.ask,
                &format!("/lists/{id}#preview"),
                flash,
            ));
        }
        Outcome::Wrong(tried) => Some(tried),
        Outcome::Unreadable => None,
    };
    let page = show::page(app, actor, id, tried).await?;
    render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

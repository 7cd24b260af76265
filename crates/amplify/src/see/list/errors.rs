//! Everything that is wrong with the rows of a list, as a table to take away and work through.
//! It is read from the file each time; nothing is kept.

use super::show::{Unreadable, identifier, plan_of};
use super::{plan, said};
use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::problem::Problem;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::list::RowsReport;
use documents::sheet::{self, Cell, Sheet};
use store::see::list as stored;

/// Everything that is wrong with the rows of a list, as a table to work through.
#[utoipa::path(get, path = "/lists/{id}/errors.csv", tag = "Lists",
    params(("id" = String, Path, description = "List")),
    responses((status = 200, content_type = "text/csv", body = String), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn errors(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (id, scope, words) = (identifier(&id)?, actor.scope, actor.ask.words);
    let csv = app::read(&app, move |tx, app| {
        let record = stored::get(tx, &scope, id)?;
        let (plan, table) =
            plan_of(tx, app, &scope, &record)?.map_err(|unreadable| match unreadable {
                Unreadable::Gone | Unreadable::NoList(_) => store::Error::NotFound,
                Unreadable::Store(error) => error,
            })?;
        let report = plan::facilities(&table, &plan.mapping).unwrap_or_default();
        Ok(errors_csv(&words, &report))
    })
    .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"errors.csv\"",
        ),
    ];
    Ok((headers, csv).into_response())
}

fn errors_csv(words: &Words, report: &RowsReport) -> Vec<u8> {
    let rows = report.errors.iter().map(|error| {
        let problem = said::row_error(words, error);
        let kind = words.dynamic("lists-kind-", problem.kind);
        vec![
            Cell::from(problem.row),
            Cell::from(problem.letter),
            Cell::from(problem.header),
            Cell::from(kind),
            Cell::from(problem.what),
            Cell::from(problem.advice),
        ]
    });
    let headers = [
        "lists-row",
        "lists-column",
        "lists-heading",
        "lists-kind",
        "lists-what",
        "lists-advice",
    ];
    let sheet = Sheet {
        headers: headers.into_iter().map(|key| words.text(key)).collect(),
        rows: rows.collect(),
        ..Sheet::default()
    };
    sheet::write_csv(&sheet, sheet::Mark::ForExcel)
}

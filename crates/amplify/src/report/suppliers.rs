//! The suppliers' list as a page to read and print, and as XLSX, CSV and JSON to take away.

use super::table::{self, Count, Supplier};
use crate::see::facility::filter::Query;
use crate::see::standing;
use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::sheet::{Mark, write_csv, write_xlsx};
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Most rows on the page; the files hold all.
const ON_PAGE: usize = 2_000;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(xlsx))
        .routes(routes!(csv))
        .routes(routes!(json))
}

/// The page.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "report/suppliers.html")]
struct SuppliersPage {
    #[serde(skip)]
    chrome: Chrome,
    #[serde(skip)]
    files: Vec<(&'static str, String)>,
    #[serde(skip)]
    list_url: String,
    #[schema(value_type = String, format = Date)]
    made_on: Date,
    total: usize,
    /// Suppliers by standing of each question.
    tallies: Vec<Tally>,
    /// The first 2,000 suppliers; the files hold all.
    suppliers: Vec<Supplier>,
}

impl SuppliersPage {
    fn place(&self, code: &str) -> String {
        crate::see::country_name(&self.chrome.words, code)
    }

    fn standing(&self, word: &str) -> String {
        standing::word_text(&self.chrome.words, word)
    }

    fn named(&self, supplier: &Supplier) -> String {
        table::named(&self.chrome.words, supplier)
    }
}

/// Suppliers by standing of one question.
#[derive(Serialize, ToSchema)]
struct Tally {
    label: String,
    counts: Vec<Count>,
}

fn tallies(words: &Words, suppliers: &[Supplier]) -> Vec<Tally> {
    let tally = |label: &str, counts| Tally {
        label: words.text(label),
        counts,
    };
    vec![
        tally(
            "filter-union",
            table::counts(suppliers, |supplier| supplier.union),
        ),
        tally(
            "filter-committee",
            table::counts(suppliers, |supplier| supplier.committee),
        ),
        tally(
            "filter-elected",
            table::counts(suppliers, |supplier| supplier.elected),
        ),
        tally(
            "filter-agreement",
            table::counts(suppliers, |supplier| supplier.agreement),
        ),
        tally(
            "filter-grievance",
            table::counts(suppliers, |supplier| supplier.grievance),
        ),
    ]
}

async fn gather(app: &Shared, actor: &Actor, query: &Query) -> Result<Vec<Supplier>, Problem> {
    let filter = query.filter(crate::clock::today())?;
    let sort = query.order()?;
    let scope = actor.scope;
    app::read(app, move |tx, _| table::gather(tx, &scope, &filter, sort)).await
}

/// Suppliers with and without union, worker committee and collective agreement.
#[utoipa::path(get, path = "/suppliers", tag = "Reports", params(Query),
    responses((status = 200, body = SuppliersPage), (status = 401, body = crate::web::problem::ProblemDetails)))]
async fn show(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let mut suppliers = gather(&app, &actor, &query).await?;
    let words = actor.ask.words;
    let total = suppliers.len();
    let tallies = tallies(&words, &suppliers);
    suppliers.truncate(ON_PAGE);
    let view = SuppliersPage {
        chrome: Chrome::of(&actor.ask),
        files: ["xlsx", "csv", "json"]
            .map(|ending| {
                (
                    ending,
                    query.address(&format!("/suppliers.{ending}"), &query.sort, 1),
                )
            })
            .to_vec(),
        list_url: query.address("/facilities", &query.sort, 1),
        made_on: crate::clock::today(),
        total,
        tallies,
        suppliers,
    };
    render::page(&actor.ask, &view)
}

/// The same as an Excel workbook.
#[utoipa::path(get, path = "/suppliers.xlsx", tag = "Reports", params(Query),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 401, body = crate::web::problem::ProblemDetails)))]
async fn xlsx(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let suppliers = gather(&app, &actor, &query).await?;
    let bytes = app::blocking(move || {
        let sheet = sheet(&app, &actor, &suppliers);
        write_xlsx(&[sheet]).map_err(Problem::internal)
    })
    .await?;
    Ok(file(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        bytes,
    ))
}

/// The same as CSV in UTF-8.
#[utoipa::path(get, path = "/suppliers.csv", tag = "Reports", params(Query),
    responses((status = 200, content_type = "text/csv"), (status = 401, body = crate::web::problem::ProblemDetails)))]
async fn csv(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let suppliers = gather(&app, &actor, &query).await?;
    let sheet = sheet(&app, &actor, &suppliers);
    Ok(file(
        "text/csv; charset=utf-8",
        "csv",
        write_csv(&sheet, Mark::ForExcel),
    ))
}

/// The same as JSON, with the codes of the standings.
#[utoipa::path(get, path = "/suppliers.json", tag = "Reports", params(Query),
    responses((status = 200, body = Vec<Supplier>), (status = 401, body = crate::web::problem::ProblemDetails)))]
async fn json(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let suppliers = gather(&app, &actor, &query).await?;
    let bytes = serde_json::to_vec(&suppliers).map_err(Problem::internal)?;
    Ok(file("application/json", "json", bytes))
}

fn sheet(app: &Shared, actor: &Actor, suppliers: &[Supplier]) -> documents::sheet::Sheet {
    let programme = actor
        .ask
        .session
        .as_ref()
        .map_or("", |session| session.programme.as_str());
    table::sheet(
        &actor.ask.words,
        programme,
        &app.config.address(),
        suppliers,
        crate::clock::today(),
    )
}

fn file(kind: &'static str, ending: &str, bytes: Vec<u8>) -> Response {
    let name = format!(
        "attachment; filename=\"suppliers-{}.{ending}\"",
        crate::clock::today()
    );
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    (headers, bytes).into_response()
}

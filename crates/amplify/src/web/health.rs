//! What machines ask: is the server well, and what does it count?

use crate::web::app::{self, Shared};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// Answer of `/health`.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Health {
    /// `ok`, or `unavailable` when the database does not answer.
    pub(crate) status: &'static str,
    /// Version of the program.
    pub(crate) version: &'static str,
}

/// 200 while the database answers, 503 otherwise.
#[utoipa::path(get, path = "/health", tag = "Operations",
    responses((status = 200, body = Health), (status = 503, body = Health)))]
pub(crate) async fn health(State(app): State<Shared>) -> Response {
    let database = app.db.clone();
    let answers = app::blocking(move || database.ping()).await.is_ok();
    let (code, status) = if answers {
        (StatusCode::OK, "ok")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "unavailable")
    };
    (
        code,
        Json(Health {
            status,
            version: env!("CARGO_PKG_VERSION"),
        }),
    )
        .into_response()
}

/// Counters and durations in the Prometheus text format; they hold route patterns and numbers
/// only, never an address, a name or a query.
#[utoipa::path(get, path = "/metrics", tag = "Operations",
    responses((status = 200, content_type = "text/plain", body = String)))]
pub(crate) async fn metrics(State(app): State<Shared>) -> Response {
    let kind = [(
        header::CONTENT_TYPE,
        "text/plain; version=0.0.4; charset=utf-8",
    )];
    (kind, app.metrics.render()).into_response()
}

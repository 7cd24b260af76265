//! The description of every address (OpenAPI 3.1) and a page to read it, drawn by the server
//! because the strict content security policy leaves no room for the usual script viewers.

use crate::web::app::Shared;
use crate::web::ask::Ask;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use serde::Serialize;
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};

/// What stands in the head of the description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Amplify",
        description = "Every page of Amplify is also JSON at the same address: ask with `Accept: application/json`. \
            A change is a POST with the same fields as the form, as JSON or form data. Errors are problem details (RFC 9457).",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later")
    ),
    modifiers(&SessionCookie),
    security(("session" = []))
)]
pub(crate) struct Head;

struct SessionCookie;

impl utoipa::Modify for SessionCookie {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let components = openapi.components.get_or_insert_default();
        components.add_security_scheme(
            "session",
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(
                crate::web::ask::SESSION_COOKIE,
            ))),
        );
    }
}

/// The finished description, shared with the handlers.
pub(crate) type Description = Arc<utoipa::openapi::OpenApi>;

/// `/api/openapi.json` and `/api`
pub(crate) fn routes(description: utoipa::openapi::OpenApi) -> Router<Shared> {
    Router::new()
        .route("/api/openapi.json", get(json))
        .route("/api", get(page))
        .layer(Extension(Arc::new(description)))
}

async fn json(Extension(description): Extension<Description>) -> Response {
    Json(&*description).into_response()
}

#[derive(Template, Serialize)]
#[template(path = "api.html")]
struct ApiPage {
    #[serde(skip)]
    chrome: Chrome,
    operations: Vec<Operation>,
}

#[derive(Serialize)]
struct Operation {
    method: String,
    path: String,
    summary: String,
    description: String,
    parameters: Vec<Parameter>,
}

#[derive(Serialize)]
struct Parameter {
    name: String,
    place: String,
    description: String,
}

async fn page(
    ask: Ask,
    Extension(description): Extension<Description>,
) -> Result<Response, Problem> {
    let value = serde_json::to_value(&*description).map_err(Problem::internal)?;
    render::page(
        &ask,
        &ApiPage {
            chrome: Chrome::of(&ask),
            operations: operations(&value),
        },
    )
}

fn operations(description: &serde_json::Value) -> Vec<Operation> {
    let text = |value: &serde_json::Value, key: &str| {
        value
            .get(key)
            .and_then(|v| v.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let mut operations = Vec::new();
    let paths = description.get("paths").and_then(|paths| paths.as_object());
    for (path, methods) in paths.into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            let parameters = operation.get("parameters").and_then(|p| p.as_array());
            operations.push(Operation {
                method: method.to_uppercase(),
                path: path.clone(),
                summary: text(operation, "summary"),
                description: text(operation, "description"),
                parameters: parameters
                    .into_iter()
                    .flatten()
                    .map(|parameter| Parameter {
                        name: text(parameter, "name"),
                        place: text(parameter, "in"),
                        description: text(parameter, "description"),
                    })
                    .collect(),
            });
        }
    }
    operations
}

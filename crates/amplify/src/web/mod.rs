//! The web: one router, one order of layers, one way to answer. A handler extracts who asks and
//! what they want, makes one call into the store, and renders one view as HTML or JSON; it
//! decides nothing. Who may see what is `domain::people::access`, and nothing here.

pub(crate) mod app;
pub(crate) mod ask;
pub(crate) mod assets;
pub(crate) mod chrome;
pub(crate) mod form;
pub(crate) mod guard;
pub(crate) mod health;
pub(crate) mod openapi;
pub(crate) mod problem;
pub(crate) mod render;
pub(crate) mod upload;

use app::Shared;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Forms are small; uploads have their own, larger limit (`uploads.max_bytes`).
const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// Every route with every layer around it.
pub(crate) fn router(app: Shared) -> Router {
    let (pages, description) = OpenApiRouter::with_openapi(openapi::Head::openapi())
        .merge(crate::see::routes())
        .merge(crate::report::routes())
        .routes(routes!(health::health))
        .routes(routes!(health::metrics))
        .split_for_parts();
    let pages = pages
        .merge(crate::people::sign_in::routes())
        .merge(crate::people::language::routes())
        .merge(openapi::routes(description))
        .route("/assets/{*path}", get(assets::serve))
        .fallback(problem::no_such_page);
    around(pages, app)
}

/// Puts every layer around the pages.
pub(crate) fn around(pages: Router<Shared>, app: Shared) -> Router {
    let compressed = SizeAbove::new(1024).and(NotForContentType::IMAGES);
    pages
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(axum::middleware::from_fn(guard::security_headers))
                .layer(CompressionLayer::new().compress_when(compressed))
                .layer(from_fn_with_state(app.clone(), ask::recognise))
                .layer(axum::middleware::from_fn(guard::log_and_count))
                .layer(axum::middleware::from_fn(problem::render))
                .layer(CatchPanicLayer::custom(problem::after_panic))
                .layer(axum::middleware::from_fn(guard::same_origin))
                .layer(DefaultBodyLimit::max(FORM_LIMIT)),
        )
        .with_state(app)
}

//! Supplier lists: a file is brought in, its columns are matched, the import is looked at and then
//! done by a durable job, all rows together or none. The preview and the import read the file the
//! same way (see [`plan`]); nothing is imported that nobody has seen.

mod errors;
mod import;
pub(crate) mod job;
pub(crate) mod mapping;
pub(crate) mod plan;
mod preview;
pub(crate) mod said;
mod show;
pub(crate) mod upload;
mod uploads;

use crate::web::app::Shared;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        // A file has its own limit, which is counted while it arrives.
        .routes(routes!(uploads::list, upload::upload).layer(DefaultBodyLimit::disable()))
        .routes(routes!(upload::form))
        .routes(routes!(show::show))
        .routes(routes!(errors::errors))
        .routes(routes!(mapping::reading))
        .routes(routes!(mapping::mapping))
        .routes(routes!(import::import))
        .routes(routes!(import::stop))
}

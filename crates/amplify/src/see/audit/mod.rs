//! Audits: uploading files, watching them being read, reviewing what the machine read, and what
//! an audit could not see.

pub(crate) mod blind;
mod decide;
pub(crate) mod job;
mod list;
mod marked;
mod review;
mod upload;

use crate::web::app::Shared;
use axum::extract::DefaultBodyLimit;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    // The limit of a file is kept while it streams in; the framework's would count all files.
    let uploads = OpenApiRouter::new()
        .routes(routes!(upload::upload))
        .layer(DefaultBodyLimit::disable());
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(upload::form))
        .routes(routes!(review::show))
        .routes(routes!(list::original))
        .routes(routes!(decide::place))
        .routes(routes!(decide::decide))
        .routes(routes!(decide::cancel))
        .routes(routes!(decide::read_again))
        .merge(uploads)
}

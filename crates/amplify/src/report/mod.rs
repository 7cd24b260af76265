//! Reporting: what leaves the programme as a table.

pub(crate) mod suppliers;
pub(crate) mod table;

use crate::web::app::Shared;
use utoipa_axum::router::OpenApiRouter;

/// Every page of this part.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    suppliers::routes()
}

//! Seeing: facilities and map, supplier lists, audits, answers, countries and search.

pub(crate) mod facility;
pub(crate) mod profile;
pub(crate) mod standing;

use crate::web::app::Shared;
use utoipa_axum::router::OpenApiRouter;

/// Every page of this part.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new().merge(facility::routes())
}

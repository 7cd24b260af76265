//! Facilities: the list with its filters, the map, one facility's page, and adding one by hand.

mod add;
pub(crate) mod filter;
mod list;
mod map;
mod show;

use crate::web::app::Shared;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(map::map))
        .routes(routes!(map::points))
        .routes(routes!(add::form, add::add))
        .routes(routes!(show::show))
}

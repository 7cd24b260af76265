//! Seeing: facilities and map, supplier lists, audits, answers, countries and search.

pub(crate) mod answer;
pub(crate) mod audit;
pub(crate) mod country;
pub(crate) mod facility;
pub(crate) mod list;
pub(crate) mod profile;
pub(crate) mod search;
pub(crate) mod standing;

use crate::texts::Words;
use crate::web::app::Shared;
use utoipa_axum::router::OpenApiRouter;

/// Every page of this part.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .merge(facility::routes())
        .merge(answer::routes())
        .merge(audit::routes())
        .merge(country::routes())
        .merge(list::routes())
        .merge(search::routes())
}

/// Name of a country in the reader's language, in English where the catalogue has none.
pub(crate) fn country_name(words: &Words, code: &str) -> String {
    words
        .dynamic_attribute("country-", code, None)
        .or_else(|| documents::list::countries::name(code).map(str::to_owned))
        .unwrap_or_else(|| code.to_owned())
}

//! The map: the same filter as the list, drawn by an island over borders that ship with the
//! program; without script a table by country stands in for it.

use super::filter::{self, FilterField, Query};
use super::list::choices;
use crate::see::standing;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::see::facility::list as stored;
use utoipa::ToSchema;

/// The map's page: facilities by country and standing of the union.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/facility/map.html")]
pub(crate) struct FacilityMap {
    #[serde(skip)]
    chrome: Chrome,
    #[serde(skip)]
    fields: Vec<FilterField>,
    #[serde(skip)]
    q: String,
    #[serde(skip)]
    set: usize,
    #[serde(skip)]
    sort: String,
    #[serde(skip)]
    list_url: String,
    /// Address of the points as GeoJSON.
    points: String,
    /// Facilities that the filter lets through.
    total: u64,
    /// Of these, those with a position.
    placed: usize,
    /// Words of the standings, in the order of the legend and of `counts`.
    legend: Vec<Legend>,
    /// Facilities by country.
    countries: Vec<CountryCount>,
}

/// A standing in the legend.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Legend {
    word: &'static str,
    text: String,
}

/// Facilities of one country.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CountryCount {
    /// ISO 3166-1 alpha-2 code.
    country: String,
    /// Its name in the reader's language.
    name: String,
    /// Address of the list of its facilities.
    url: String,
    /// All of them.
    total: u64,
    /// By standing of the union, in the order of `legend`.
    counts: Vec<u64>,
}

/// Facilities on the map.
#[utoipa::path(get, path = "/facilities/map", tag = "Facilities", params(Query),
    responses((status = 200, body = FacilityMap), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn map(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let filter = query.filter(today())?;
    let scope = actor.scope;
    let (total, points, by_country, countries, brands) = app::read(&app, move |tx, _| {
        let (countries, brands) = choices(tx, &scope)?;
        Ok((
            stored::count(tx, &scope, &filter)?,
            stored::points(tx, &scope, &filter)?.len(),
            stored::by_country(tx, &scope, &filter)?,
            countries,
            brands,
        ))
    })
    .await?;
    let words = actor.ask.words;
    let mut rows: Vec<CountryCount> = by_country
        .into_iter()
        .map(|tally| CountryCount {
            name: crate::see::country_name(&words, &tally.country),
            url: Query {
                country: vec![tally.country.clone()],
                ..query.clone()
            }
            .address("/facilities", "", 1),
            country: tally.country,
            total: tally.facilities,
            counts: tally.union.to_vec(),
        })
        .collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let view = FacilityMap {
        chrome: Chrome::of(&actor.ask),
        fields: filter::fields(&words, &query, &countries, &brands),
        q: query.q.clone(),
        set: query.set(),
        sort: String::new(),
        list_url: query.address("/facilities", &query.sort, 1),
        points: query.address("/facilities/points", "", 1),
        total,
        placed: points,
        legend: store::see::standing::Word::ALL
            .into_iter()
            .map(|word| Legend {
                word: word.as_str(),
                text: standing::word_text(&words, word.as_str()),
            })
            .collect(),
        countries: rows,
    };
    render::page(&actor.ask, &view)
}

fn today() -> jiff::civil::Date {
    crate::clock::today()
}

/// GeoJSON (RFC 7946).
#[derive(Serialize, ToSchema)]
pub(crate) struct Points {
    #[serde(rename = "type")]
    kind: &'static str,
    features: Vec<Feature>,
}

#[derive(Serialize, ToSchema)]
struct Feature {
    #[serde(rename = "type")]
    kind: &'static str,
    geometry: Geometry,
    properties: Properties,
}

#[derive(Serialize, ToSchema)]
struct Geometry {
    #[serde(rename = "type")]
    kind: &'static str,
    /// Longitude, latitude.
    coordinates: [f64; 2],
}

#[derive(Serialize, ToSchema)]
struct Properties {
    id: String,
    name: String,
    country: String,
    /// Standing of the union.
    standing: &'static str,
    url: String,
}

/// Facilities with a position, as GeoJSON.
#[utoipa::path(get, path = "/facilities/points", tag = "Facilities", params(Query),
    responses((status = 200, body = Points, content_type = "application/geo+json"), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn points(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let filter = query.filter(today())?;
    let scope = actor.scope;
    let points = app::read(&app, move |tx, _| stored::points(tx, &scope, &filter)).await?;
    let words = actor.ask.words;
    let features = points
        .into_iter()
        .map(|point| Feature {
            kind: "Feature",
            geometry: Geometry {
                kind: "Point",
                coordinates: [point.position.longitude, point.position.latitude],
            },
            properties: Properties {
                url: format!("/facilities/{}", point.id),
                id: point.id.to_string(),
                name: point.name,
                country: crate::see::country_name(&words, &point.country),
                standing: point.union.as_str(),
            },
        })
        .collect();
    let collection = Points {
        kind: "FeatureCollection",
        features,
    };
    Ok((
        [(header::CONTENT_TYPE, "application/geo+json")],
        axum::Json(collection).into_response().into_body(),
    )
        .into_response())
}

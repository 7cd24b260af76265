//! Adding one facility by hand, for what stands on no list.

use crate::see::country_name;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::form::{Faults, Sent};
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use documents::list::countries;
use domain::see::facility::Position;
use serde::{Deserialize, Serialize};
use store::see::facility::{self, Draft};
use utoipa::ToSchema;

/// A facility as a person enters it.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewFacility {
    /// Name as its papers have it.
    #[serde(default)]
    name: String,
    /// Address in one line.
    #[serde(default)]
    address: String,
    /// ISO 3166-1 alpha-2 code.
    #[serde(default)]
    country: String,
    /// Degrees, -90 to 90.
    #[serde(default)]
    latitude: String,
    /// Degrees, -180 to 180.
    #[serde(default)]
    longitude: String,
    /// Sectors.
    #[serde(default)]
    sector: String,
    /// Number of workers.
    #[serde(default)]
    workers: String,
}

/// The form.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/facility/new.html")]
pub(crate) struct FacilityForm {
    #[serde(skip)]
    chrome: Chrome,
    /// Codes and names to choose from.
    #[serde(skip)]
    countries: Vec<(String, String)>,
    /// What was typed.
    typed: NewFacility,
    /// What is wrong with it.
    faults: Faults,
    /// Address of the facility that is here already.
    existing: Option<String>,
}

/// The form for a facility by hand.
#[utoipa::path(get, path = "/facilities/new", tag = "Facilities", responses((status = 200, body = FacilityForm)))]
pub(crate) async fn form(actor: Actor) -> Result<Response, Problem> {
    render::page(
        &actor.ask,
        &page(&actor, NewFacility::default(), Faults::default(), None),
    )
}

fn page(
    actor: &Actor,
    typed: NewFacility,
    faults: Faults,
    existing: Option<String>,
) -> FacilityForm {
    let words = &actor.ask.words;
    let mut choices: Vec<(String, String)> = countries::all()
        .iter()
        .map(|country| (country.iso2.clone(), country_name(words, &country.iso2)))
        .collect();
    choices.sort_by(|a, b| a.1.cmp(&b.1));
    FacilityForm {
        chrome: Chrome::of(&actor.ask),
        countries: choices,
        typed,
        faults,
        existing,
    }
}

/// Adds a facility; a form with faults comes back with everything that was typed.
#[utoipa::path(post, path = "/facilities/new", tag = "Facilities", request_body = NewFacility,
    responses((status = 200, body = render::Done), (status = 422, body = FacilityForm)))]
pub(crate) async fn add(
    State(app): State<Shared>,
    actor: Actor,
    Sent(typed): Sent<NewFacility>,
) -> Result<Response, Problem> {
    let draft = match check(&actor, &typed) {
        Ok(draft) => draft,
        Err(faults) => {
            let page = page(&actor, typed, faults, None);
            return render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    let outcome = app::write(&app, move |tx, _| {
        match facility::exact_duplicate(tx, &scope, &draft)? {
            Some(known) => Ok(Err(known)),
            None => facility::add(tx, &scope, &draft, now).map(Ok),
        }
    })
    .await?;
    match outcome {
        Ok(id) => Ok(render::done(
            &actor.ask,
            &format!("/facilities/{id}"),
            "facility-added",
        )),
        Err(known) => {
            let mut faults = Faults::default();
            faults.add("name", actor.ask.words.text("facility-exists"));
            let page = page(&actor, typed, faults, Some(format!("/facilities/{known}")));
            render::page_with(&actor.ask, StatusCode::CONFLICT, &page)
        }
    }
}

fn check(actor: &Actor, typed: &NewFacility) -> Result<Draft, Faults> {
    let words = &actor.ask.words;
    let mut faults = Faults::default();
    let name = typed.name.trim();
    if name.is_empty() {
        faults.add("name", words.text("facility-name-missing"));
    }
    let country = countries::by_code(typed.country.trim());
    if country.is_none() {
        faults.add("country", words.text("facility-country-missing"));
    }
    for (field, text, most) in [
        ("name", name, facility::MOST_NAME),
        ("address", typed.address.as_str(), facility::MOST_ADDRESS),
        ("sector", typed.sector.as_str(), facility::MOST_SECTOR),
    ] {
        if text.chars().count() > most {
            faults.add(field, words.with("text-too-long", "n", most));
        }
    }
    let (latitude, longitude) = (typed.latitude.trim(), typed.longitude.trim());
    let position = match (latitude.parse(), longitude.parse()) {
        _ if latitude.is_empty() && longitude.is_empty() => None,
        (Ok(latitude), Ok(longitude)) => Position::new(latitude, longitude),
        _ => None,
    };
    if position.is_none() && !(latitude.is_empty() && longitude.is_empty()) {
        faults.add("latitude", words.text("facility-position-wrong"));
    }
    let workers = match typed.workers.trim() {
        "" => None,
        text => text
            .parse::<u32>()
            .ok()
            .filter(|workers| *workers <= 5_000_000)
            .or_else(|| {
                faults.add("workers", words.text("facility-workers-wrong"));
                None
            }),
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Draft {
        name: name.to_owned(),
        address: typed.address.trim().to_owned(),
        country: typed.country.trim().to_owned(),
        position,
        sector: typed.sector.trim().to_owned(),
        workers,
        details: Vec::new(),
        os_id: None,
        fictional: false,
    })
}

//! Countries: dated, sourced facts on law and practice, and our own judgement kept apart from
//! them. A fact without a source says so; an old law fact is marked as old.

use crate::see::standing;
use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::see::country::{Confidence, Country, Fact, FactSource, FactValue, Section};
use serde::Serialize;
use std::collections::BTreeMap;
use store::see::facility::list as stored;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
}

#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/country/list.html")]
struct CountryList {
    #[serde(skip)]
    chrome: Chrome,
    countries: Vec<CountryRow>,
}

/// One country of the list.
#[derive(Serialize, ToSchema)]
struct CountryRow {
    /// ISO 3166-1 alpha-2 code.
    country: String,
    name: String,
    url: Option<String>,
    region: String,
    /// Facilities of the programme there.
    facilities: u64,
    /// Latest rating of the ITUC Global Rights Index, with its year.
    rights_index: Option<String>,
    /// How well the page is documented.
    completeness: Option<String>,
}

/// Countries with guidance, and those of the programme's facilities.
#[utoipa::path(get, path = "/countries", tag = "Countries", responses((status = 200, body = CountryList)))]
async fn list(State(app): State<Shared>, actor: Actor) -> Result<Response, Problem> {
    let scope = actor.scope;
    let tallies = app::read(&app, move |tx, _| stored::countries_present(tx, &scope)).await?;
    let words = actor.ask.words;
    let present: BTreeMap<&str, u64> = tallies
        .iter()
        .map(|tally| (tally.country.as_str(), tally.facilities))
        .collect();
    let documented = app.countries.values().map(|country| {
        let code = country.header.iso2.clone();
        CountryRow {
            name: super::country_name(&words, &code),
            url: Some(format!("/countries/{code}")),
            region: words.dynamic("region-", &country.header.region),
            facilities: present.get(code.as_str()).copied().unwrap_or(0),
            rights_index: latest_rating(country),
            completeness: Some(words.dynamic("completeness-", &completeness(country))),
            country: code,
        }
    });
    let undocumented = tallies
        .iter()
        .filter(|tally| !app.countries.contains_key(&tally.country))
        .map(|tally| CountryRow {
            name: super::country_name(&words, &tally.country),
            url: None,
            region: String::new(),
            facilities: tally.facilities,
            rights_index: None,
            completeness: None,
            country: tally.country.clone(),
        });
    let mut countries: Vec<CountryRow> = documented.chain(undocumented).collect();
    countries.sort_by(|a, b| (b.facilities, &a.name).cmp(&(a.facilities, &b.name)));
    render::page(
        &actor.ask,
        &CountryList {
            chrome: Chrome::of(&actor.ask),
            countries,
        },
    )
}

fn completeness(country: &Country) -> String {
    format!("{:?}", country.header.completeness).to_lowercase()
}

fn latest_rating(country: &Country) -> Option<String> {
    let fact = country
        .section(Section::Gri)
        .max_by(|a, b| a.key.cmp(&b.key))?;
    let rating = fact.field("rating").and_then(FactValue::text)?;
    Some(format!("{rating} ({})", fact.key))
}

#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/country/show.html")]
struct CountryPage {
    #[serde(skip)]
    chrome: Chrome,
    country: String,
    name: String,
    name_local: String,
    region: String,
    /// Languages to plan interpreters for.
    languages: Vec<String>,
    sectors: Vec<String>,
    #[schema(value_type = String, format = Date)]
    compiled: jiff::civil::Date,
    sourced_share_percent: u8,
    /// Facilities of the programme there, by standing of the union.
    facilities: u64,
    standings: Vec<Count>,
    facilities_url: String,
    sections: Vec<SectionView>,
}

#[derive(Serialize, ToSchema)]
struct Count {
    word: &'static str,
    text: String,
    facilities: u64,
}

#[derive(Serialize, ToSchema)]
struct SectionView {
    id: &'static str,
    title: String,
    /// Our judgement, not a fact.
    judgement: bool,
    facts: Vec<FactView>,
}

#[derive(Serialize, ToSchema)]
struct FactView {
    title: String,
    /// What it says, in the language of the catalogue (English) unless it is a fixed term.
    text: String,
    /// Smaller terms beside it, such as the kind of an actor.
    terms: Vec<String>,
    /// An address or citation; nothing if there is none.
    source: Option<String>,
    /// The source is an address that can be opened.
    source_is_link: bool,
    as_of: String,
    confidence: String,
    /// Not verified: shown greyed.
    doubtful: bool,
    /// A law fact of more than five years ago.
    old: bool,
    note: Option<String>,
}

/// Dated, sourced facts on one country.
#[utoipa::path(get, path = "/countries/{code}", tag = "Countries",
    params(("code" = String, Path, description = "ISO 3166-1 alpha-2 code")),
    responses((status = 200, body = CountryPage), (status = 404, body = crate::web::problem::ProblemDetails)))]
async fn show(
    State(app): State<Shared>,
    actor: Actor,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let code = code.to_uppercase();
    let country = app.countries.get(&code).ok_or(Problem::NotFound)?;
    let scope = actor.scope;
    let tallies = app::read(&app, move |tx, _| stored::countries_present(tx, &scope)).await?;
    let words = actor.ask.words;
    let tally = tallies.into_iter().find(|tally| tally.country == code);
    let today = crate::clock::today();
    let header = &country.header;
    let view = CountryPage {
        chrome: Chrome::of(&actor.ask),
        name: super::country_name(&words, &code),
        name_local: header.name_local.clone(),
        region: words.dynamic("region-", &header.region),
        languages: header
            .working_languages
            .iter()
            .map(|code| words.dynamic("language-", code))
            .collect(),
        sectors: header
            .sectors
            .iter()
            .map(|sector| words.dynamic("country-sector-", sector))
            .collect(),
        compiled: header.compiled,
        sourced_share_percent: header.sourced_share_percent,
        facilities: tally.as_ref().map_or(0, |tally| tally.facilities),
        standings: store::see::standing::Word::ALL
            .into_iter()
            .zip(tally.iter().flat_map(|tally| tally.union))
            .filter(|(_, count)| *count > 0)
            .map(|(word, count)| Count {
                word: word.as_str(),
                text: standing::word_text(&words, word.as_str()),
                facilities: count,
            })
            .collect(),
        facilities_url: format!("/facilities?country={code}"),
        sections: sections(&words, country, today),
        country: code,
    };
    render::page(&actor.ask, &view)
}

/// Guidance leads, since it says how to approach the subject; facts follow in page order.
fn sections(words: &Words, country: &Country, today: jiff::civil::Date) -> Vec<SectionView> {
    let order = std::iter::once(Section::Guidance).chain(
        Section::ALL
            .into_iter()
            .filter(|section| *section != Section::Guidance),
    );
    order
        .map(|section| SectionView {
            id: section.word(),
            title: words.dynamic("country-section-", section.word()),
            judgement: section == Section::Guidance,
            facts: country
                .section(section)
                .map(|fact| fact_view(words, fact, today))
                .collect(),
        })
        .filter(|section| !section.facts.is_empty())
        .collect()
}

fn fact_view(words: &Words, fact: &Fact, today: jiff::civil::Date) -> FactView {
    let (source, source_is_link) = match &fact.source {
        FactSource::Cited(text) => (
            Some(text.clone()),
            text.starts_with("https://") || text.starts_with("http://"),
        ),
        FactSource::Unsourced | FactSource::Editorial => (None, false),
    };
    let confidence = match (&fact.source, fact.confidence) {
        (FactSource::Editorial, _) => "editorial",
        (FactSource::Unsourced, _) => "unsourced",
        (_, Confidence::High) => "high",
        (_, Confidence::Medium) => "medium",
        (_, Confidence::Low) => "low",
    };
    FactView {
        title: title(words, fact),
        text: text(words, fact),
        terms: terms(words, fact),
        source,
        source_is_link,
        as_of: fact.as_of.text.clone(),
        confidence: words.dynamic("confidence-", confidence),
        doubtful: fact.confidence == Confidence::Low,
        old: fact.is_old(today),
        note: fact.note.clone(),
    }
}

fn title(words: &Words, fact: &Fact) -> String {
    match fact.section {
        Section::Ratification => words.dynamic("convention-", &fact.key),
        Section::Gri => fact.key.clone(),
        Section::Law => words.dynamic("law-", &fact.key),
        Section::Guidance => words.dynamic("guidance-", &fact.key),
        _ => {
            let name = fact.title();
            match fact.field("abbr").and_then(FactValue::text) {
                Some(short) if !short.is_empty() && short != name => format!("{name} ({short})"),
                _ => name.to_owned(),
            }
        }
    }
}

fn text(words: &Words, fact: &Fact) -> String {
    let field = |key: &str| fact.field(key).map(plain).unwrap_or_default();
    match fact.section {
        Section::Ratification => {
            let status = words.dynamic("ratification-", &field("status"));
            match fact.field("year") {
                Some(year) => format!("{status}, {}", plain(year)),
                None => status,
            }
        }
        Section::Gri => words.dynamic("option-", &field("rating")),
        Section::Guidance => match fact.field("value") {
            Some(FactValue::List(items)) if fact.key == "action_routes" => items
                .iter()
                .map(|route| format!("{route}: {}", words.dynamic("route-", route)))
                .collect::<Vec<_>>()
                .join("; "),
            Some(FactValue::List(items)) => items.join("; "),
            Some(value) => words.dynamic(
                &format!("guidance-{}-", fact.key.replace('_', "-")),
                &plain(value),
            ),
            None => String::new(),
        },
        Section::WorkerBody => field("role"),
        _ => field("value"),
    }
}

/// Fixed terms of a fact, in the reader's language.
fn terms(words: &Words, fact: &Fact) -> Vec<String> {
    let mut terms = Vec::new();
    let mut add = |key: &str, prefix: &str| {
        if let Some(value) = fact.field(key).map(plain) {
            terms.push(words.dynamic(prefix, &value));
        }
    };
    match fact.section {
        Section::Law => add("monopoly", "monopoly-"),
        Section::WorkerBody => add("chosen", "chosen-"),
        Section::Grievance => add("kind", "grievance-kind-"),
        Section::Actor => {
            add("kind", "actor-kind-");
            add("industriall_affiliate", "affiliate-");
        }
        Section::Programme => {
            add("kind", "programme-kind-");
            add("present", "present-");
        }
        Section::Agreement => add("exists", "exists-"),
        Section::Alert => add("kind", "alert-kind-"),
        Section::Gri => add("method", "gri-"),
        Section::Ratification | Section::Wage | Section::Guidance => {}
    }
    if let Some(FactValue::Whole(workers)) = fact.field("threshold_workers") {
        terms.push(words.with("worker-body-threshold", "workers", *workers));
    }
    terms
}

fn plain(value: &FactValue) -> String {
    match value {
        FactValue::Text(text) => text.clone(),
        FactValue::Whole(number) => number.to_string(),
        FactValue::Number(number) => number.to_string(),
        FactValue::Flag(flag) => flag.to_string(),
        FactValue::List(items) => items.join("; "),
    }
}

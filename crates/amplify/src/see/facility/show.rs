//! One facility's page: what is known and from whom, the next steps that follow from its gaps,
//! and its audits with what they could not see.

use crate::see::audit::blind::{self, BlindView};
use crate::see::profile::{self, ProfileView, RowView};
use crate::texts::Words;
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::act::route::{Suggestion, suggest};
use domain::id::FacilityId;
use domain::see::gap::{GapKind, gaps};
use domain::see::profile::{Profile, fold};
use jiff::civil::Date;
use serde::Serialize;
use store::see::{answer, audit, facility};
use utoipa::ToSchema;

#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/facility/show.html")]
pub(crate) struct FacilityPage {
    #[serde(skip)]
    chrome: Chrome,
    id: String,
    name: String,
    address: String,
    country: String,
    country_name: String,
    /// Does a country page exist?
    country_documented: bool,
    /// Latitude and longitude.
    position: Option<[f64; 2]>,
    sector: String,
    workers: Option<u32>,
    os_id: Option<String>,
    /// Further columns of the supplier list.
    details: Vec<(String, String)>,
    fictional: bool,
    /// Brands that buy here, as far as the reader may know.
    brands: Vec<String>,
    /// Union, committee, agreement and grievance mechanism at a glance.
    glance: Vec<Glance>,
    profile: ProfileView,
    next_steps: Vec<NextStep>,
    audits: Vec<AuditView>,
}

/// One of the four cards on top.
#[derive(Serialize, ToSchema)]
struct Glance {
    label: String,
    anchor: String,
    value: String,
    word: String,
    tone: &'static str,
    text: String,
}

/// A suggested action with its reason in words.
#[derive(Serialize, ToSchema)]
struct NextStep {
    /// Identifier in the playbook, such as `A3`.
    action: String,
    /// Letter of the route.
    route: String,
    title: String,
    because: String,
    /// Check first that nobody is endangered.
    safety_first: bool,
    /// What should come of it.
    result: String,
}

/// One audit of the facility.
#[derive(Serialize, ToSchema)]
pub(crate) struct AuditView {
    id: String,
    url: String,
    name: String,
    #[schema(value_type = Option<String>, format = Date)]
    day: Option<Date>,
    state: String,
    state_text: String,
    /// A quote of its reading.
    quote: Option<String>,
    page: Option<u32>,
    blind: Option<BlindView>,
}

/// What is known about one facility, and from whom.
#[utoipa::path(get, path = "/facilities/{id}", tag = "Facilities",
    params(("id" = String, Path, description = "Facility")),
    responses((status = 200, body = FacilityPage), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn show(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: FacilityId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let (record, answers, audits, brands) = app::read(&app, move |tx, _| {
        Ok((
            facility::get(tx, &scope, id)?,
            answer::of_facility(tx, &scope, id)?,
            audit::of_facility(tx, &scope, id)?,
            facility::buyers(tx, &scope, id)?,
        ))
    })
    .await?;
    let words = actor.ask.words;
    let today = crate::clock::today();
    let profile = fold(&app.catalogue, &answers, today);
    let facility = record.facility;
    let view = FacilityPage {
        chrome: Chrome::of(&actor.ask),
        id: id.to_string(),
        country_name: crate::see::country_name(&words, &facility.country),
        country_documented: app.countries.contains_key(&facility.country),
        glance: glance(&words, &profile),
        next_steps: next_steps(&words, &app, &profile, &facility.country),
        profile: profile::view(&words, &app.catalogue, &profile),
        audits: audits
            .iter()
            .map(|audit| audit_view(&words, &app, audit))
            .collect(),
        position: facility.position.map(|at| [at.latitude, at.longitude]),
        name: facility.name,
        address: facility.address,
        country: facility.country,
        sector: facility.sector,
        workers: facility.workers,
        os_id: facility.os_id,
        details: facility
            .details
            .into_iter()
            .map(|(key, value)| (words.dynamic("field-", &key), value))
            .collect(),
        fictional: facility.fictional,
        brands: brands.into_iter().map(|(_, name)| name).collect(),
    };
    render::page(&actor.ask, &view)
}

fn glance(words: &Words, profile: &Profile<'_>) -> Vec<Glance> {
    let headline = |label: &str, indicators: &[&str]| {
        let row = indicators
            .iter()
            .filter_map(|id| profile.row(id))
            .find(|row| row.standing.value.is_some())
            .or_else(|| profile.row(indicators.last()?))?;
        let standing = crate::see::standing::view(words, row.indicator, &row.standing);
        let value = row.standing.value.map_or_else(
            || words.dynamic("glance-", row.standing.word()),
            |value| crate::see::standing::says(words, row.indicator, value),
        );
        Some(Glance {
            label: words.text(label),
            anchor: row.indicator.id.replace(['.', '_'], "-"),
            value,
            word: standing.word,
            tone: standing.tone,
            text: standing.why.unwrap_or(standing.text),
        })
    };
    [
        headline("filter-union", &["union.present"]),
        headline(
            "filter-committee",
            &["committee.elected", "committee.present"],
        ),
        headline("filter-agreement", &["bargain.cba_in_force"]),
        headline("filter-grievance", &["grievance.exists"]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn next_steps(words: &Words, app: &App, profile: &Profile<'_>, country: &str) -> Vec<NextStep> {
    let gaps = gaps(profile);
    let limits = app
        .countries
        .get(country)
        .and_then(domain::see::country::Country::limits);
    suggest(&app.playbook, &app.catalogue, &gaps, limits.as_ref())
        .into_iter()
        .map(|suggestion| NextStep {
            because: because(words, &suggestion),
            action: suggestion.action.id.clone(),
            route: suggestion.route.id.clone(),
            title: words.dynamic("action-", &suggestion.action.id),
            result: words
                .dynamic_attribute("action-", &suggestion.action.id, Some("result"))
                .unwrap_or_else(|| suggestion.action.expected_result.clone()),
            safety_first: suggestion.safety_first,
        })
        .collect()
}

/// The reason in words, with the label of the indicator and the day of the audit where one speaks.
fn because(words: &Words, suggestion: &Suggestion<'_>) -> String {
    let gap = &suggestion.reason;
    let label = words.dynamic("indicator-", &gap.indicator.id);
    let key = match gap.kind {
        GapKind::Negative => "because-negative",
        GapKind::Contested => "because-contested",
        GapKind::NeedsWorkerSide if gap.audit_day.is_some() => "because-audit-only",
        GapKind::NeedsWorkerSide => "because-needs-worker-side",
        GapKind::Unconfirmed => "because-unconfirmed",
        GapKind::Unreviewed => "because-unreviewed",
        GapKind::Aged => "because-aged",
        GapKind::Unknown => "because-unknown",
        GapKind::InPart => "because-in-part",
        GapKind::TalkAbout => "because-talk-about",
    };
    let day = gap
        .audit_day
        .map(|day| words.date(&day))
        .unwrap_or_default();
    words.with2(key, "label", label, "day", day)
}

fn audit_view(words: &Words, app: &App, audit: &audit::Record) -> AuditView {
    let parsed: Option<documents::read::Reading> = audit
        .reading
        .as_deref()
        .and_then(|reading| serde_json::from_str(reading).ok());
    let read = parsed.as_ref();
    // The longest statement about the union says most; a question of the form says nothing.
    let quote = read.and_then(|reading| {
        let stated = || {
            reading
                .quotes
                .iter()
                .filter(|quote| !quote.text.trim_end().ends_with('?'))
        };
        stated()
            .filter(|quote| quote.field == "union")
            .max_by_key(|quote| quote.text.len())
            .or_else(|| stated().max_by_key(|quote| quote.text.len()))
    });
    AuditView {
        id: audit.id.to_string(),
        url: format!("/audits/{}", audit.id),
        name: audit.name.clone(),
        day: audit.day,
        state: audit.state.as_str().to_owned(),
        state_text: words.dynamic("audit-state-", audit.state.as_str()),
        quote: quote.map(|quote| quote.text.split_whitespace().collect::<Vec<_>>().join(" ")),
        page: quote.map(|quote| quote.page),
        blind: read.map(|reading| blind::view(words, &app.catalogue, reading)),
    }
}

impl FacilityPage {
    /// Rows of the signature table; named so that the shared table template finds them.
    fn rows(&self) -> &[RowView] {
        &self.profile.core
    }
}

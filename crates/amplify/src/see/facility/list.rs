//! The facilities list: 50 a page, filtered and sorted by the database.

use super::filter::{self, FilterField, Query};
use crate::see::standing;
use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::people::access::OrganisationKind;
use serde::Serialize;
use store::people::organisation;
use store::see::facility::Record;
use store::see::facility::list as stored;
use utoipa::ToSchema;

/// One facility in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FacilityRow {
    /// Identifier.
    pub(crate) id: String,
    /// Address of its page.
    pub(crate) url: String,
    /// Name as written.
    pub(crate) name: String,
    /// Address as written.
    pub(crate) address: String,
    /// ISO 3166-1 alpha-2 code.
    pub(crate) country: String,
    /// Name of the country in the reader's language.
    pub(crate) country_name: String,
    /// Number of workers, if known.
    pub(crate) workers: Option<u32>,
    /// True for demonstration data.
    pub(crate) fictional: bool,
    /// Standing of the trade union.
    pub(crate) union: StandingCell,
    /// Standing of the worker committee.
    pub(crate) committee: StandingCell,
    /// Standing of the collective agreement.
    pub(crate) agreement: StandingCell,
    /// Standing of the grievance mechanism.
    pub(crate) grievance: StandingCell,
    /// Day of the newest answer.
    #[schema(value_type = Option<String>, format = Date)]
    pub(crate) newest: Option<jiff::civil::Date>,
    /// How many answers there are.
    pub(crate) answers: u32,
}

/// A standing in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StandingCell {
    /// `verified-yes`, `unknown`, …
    pub(crate) word: &'static str,
    /// The same in the reader's language.
    pub(crate) text: String,
}

impl StandingCell {
    /// Is it a no? No union, committee or agreement is a fact, not a breach, and drawn as one.
    fn is_no(&self) -> bool {
        self.word.ends_with("-no")
    }
}

/// A column heading that sorts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Heading {
    /// Label.
    pub(crate) label: String,
    /// Address of the list sorted by it.
    pub(crate) url: String,
    /// `ascending`, `descending` or nothing, for `aria-sort`.
    pub(crate) sorted: Option<&'static str>,
    /// True for a column of numbers.
    pub(crate) number: bool,
}

/// The list.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/facility/list.html")]
pub(crate) struct FacilityList {
    #[serde(skip)]
    chrome: Chrome,
    #[serde(skip)]
    headings: Vec<Heading>,
    #[serde(skip)]
    fields: Vec<FilterField>,
    #[serde(skip)]
    q: String,
    #[serde(skip)]
    set: usize,
    #[serde(skip)]
    sort: String,
    #[serde(skip)]
    map_url: String,
    #[serde(skip)]
    links: Vec<PageLink>,
    #[serde(skip)]
    export_query: String,
    /// Facilities that the filter lets through.
    total: u64,
    /// Number of this page, from 1.
    page: u32,
    /// How many pages there are.
    pages: u32,
    /// The facilities of this page.
    rows: Vec<FacilityRow>,
}

impl FacilityList {
    /// Number of the first row of this page.
    fn first(&self) -> u32 {
        (self.page - 1) * stored::PER_PAGE + 1
    }

    /// Number of the last row of this page.
    fn last(&self) -> usize {
        self.rows.len() + ((self.page - 1) * stored::PER_PAGE) as usize
    }
}

/// A link to another page of a list.
#[derive(Debug)]
pub(crate) struct PageLink {
    /// Number of the page; `None` for a gap.
    pub(crate) number: Option<u32>,
    /// Its address.
    pub(crate) url: String,
    /// Is it this page?
    pub(crate) current: bool,
}

/// Facilities, filtered and sorted.
#[utoipa::path(get, path = "/facilities", tag = "Facilities", params(Query),
    responses((status = 200, body = FacilityList), (status = 400, body = crate::web::problem::ProblemDetails), (status = 401, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn list(
    State(app): State<Shared>,
    actor: Actor,
    axum_extra::extract::Query(query): axum_extra::extract::Query<Query>,
) -> Result<Response, Problem> {
    let today = crate::clock::today();
    let (filter, sort) = (query.filter(today)?, query.order()?);
    let scope = actor.scope;
    let number = query.page.unwrap_or(1).max(1);
    let (page, countries, brands) = app::read(&app, move |tx, _| {
        let page = stored::list(tx, &scope, &filter, sort, number)?;
        let (countries, brands) = choices(tx, &scope)?;
        Ok((page, countries, brands))
    })
    .await?;
    let words = actor.ask.words;
    let view = FacilityList {
        chrome: Chrome::of(&actor.ask),
        headings: headings(&words, &query),
        fields: filter::fields(&words, &query, &countries, &brands),
        q: query.q.clone(),
        set: query.set(),
        sort: query.sort.clone(),
        map_url: query.address("/facilities/map", "", 1),
        links: page_links(&query, page.number, page.pages),
        export_query: query.address("", &query.sort, 1),
        total: page.total,
        page: page.number,
        pages: page.pages,
        rows: page.rows.iter().map(|record| row(&words, record)).collect(),
    };
    render::page(&actor.ask, &view)
}

/// Codes of countries, and identifiers and names of brands, to choose from.
type Choices = (Vec<String>, Vec<(String, String)>);

/// Countries and brands to choose from.
pub(super) fn choices(
    tx: &store::Tx<'_>,
    scope: &domain::people::access::Scope,
) -> store::Result<Choices> {
    let countries = stored::countries_present(tx, scope)?
        .into_iter()
        .map(|tally| tally.country)
        .collect();
    let brands = organisation::list(tx, scope)?
        .into_iter()
        .filter(|organisation| organisation.kind == OrganisationKind::Brand)
        .map(|organisation| (organisation.id.to_string(), organisation.name))
        .collect();
    Ok((countries, brands))
}

/// A facility as the list shows it.
pub(crate) fn row(words: &Words, record: &Record) -> FacilityRow {
    let facility = &record.facility;
    let cell = |word: store::see::standing::Word| StandingCell {
        word: word.as_str(),
        text: standing::word_text(words, word.as_str()),
    };
    FacilityRow {
        id: facility.id.to_string(),
        url: format!("/facilities/{}", facility.id),
        name: facility.name.clone(),
        address: facility.address.clone(),
        country_name: crate::see::country_name(words, &facility.country),
        country: facility.country.clone(),
        workers: facility.workers,
        fictional: facility.fictional,
        union: cell(record.summary.union),
        committee: cell(record.summary.committee),
        agreement: cell(record.summary.agreement),
        grievance: cell(record.summary.grievance),
        newest: record.summary.newest,
        answers: record.summary.answers,
    }
}

fn headings(words: &Words, query: &Query) -> Vec<Heading> {
    let current = if query.sort.is_empty() {
        "name"
    } else {
        &query.sort
    };
    let heading = |name: &str, label: &str, number: bool| {
        let descending = format!("-{name}");
        let (sorted, next) = match current {
            c if c == name => (Some("ascending"), descending.clone()),
            c if c == descending => (Some("descending"), name.to_owned()),
            // Numbers and days are looked for from the top.
            _ if number || name == "newest" => (None, descending.clone()),
            _ => (None, name.to_owned()),
        };
        Heading {
            label: words.text(label),
            url: query.address("/facilities", &next, 1),
            sorted,
            number,
        }
    };
    vec![
        heading("name", "facility", false),
        heading("country", "country", false),
        heading("workers", "workers", true),
        heading("union", "filter-union", false),
        heading("newest", "newest-answer", false),
    ]
}

/// First, last and the neighbours of this page.
fn page_links(query: &Query, current: u32, pages: u32) -> Vec<PageLink> {
    let wanted = |page: u32| page == 1 || page == pages || page.abs_diff(current) <= 1;
    let mut links = Vec::new();
    let mut last = 0;
    // Only the neighbourhood is looked at: there may be thousands of pages.
    let near = current.saturating_sub(1)..=current.saturating_add(1).min(pages);
    for page in std::iter::once(1).chain(near).chain(std::iter::once(pages)) {
        if page == 0 || page <= last || !wanted(page) {
            continue;
        }
        if page > last + 1 {
            links.push(PageLink {
                number: None,
                url: String::new(),
                current: false,
            });
        }
        links.push(PageLink {
            number: Some(page),
            url: query.address("/facilities", &query.sort, page),
            current: page == current,
        });
        last = page;
    }
    links
}

//! Adding an answer by hand: from a visit, a call, an interview or a union. Two steps that work
//! without script: choose the question, then say who answered what, when and on which evidence.

use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::{Actor, Ask};
use crate::web::chrome::Chrome;
use crate::web::form::{Faults, Sent};
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::FacilityId;
use domain::see::answer::{Evidence, Said, Source};
use domain::see::indicator::{Catalogue, Indicator, ValueError, ValueType};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::see::{answer as stored, facility};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Longest text of one field, in characters.
const LONGEST: usize = 10_000;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(form))
        .routes(routes!(add))
}

/// Which question is answered.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Chosen {
    /// Identifier of the indicator; without it the page asks which.
    #[serde(default)]
    indicator: String,
}

/// An answer as a person enters it.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewAnswer {
    /// Identifier of the indicator.
    indicator: String,
    /// `answered`, `unknown`, `refused` or `not_applicable`.
    #[serde(default)]
    said: String,
    /// `yes` or `no`, an option, a number, a day, or names parted by `|`.
    #[serde(default)]
    value: String,
    /// Kind of the source, a key of the catalogue.
    #[serde(default)]
    source_kind: String,
    /// Name of the organisation or document; never of a person.
    #[serde(default)]
    source_name: String,
    /// The day for which it was said, `2026-11-24`.
    #[serde(default)]
    day: String,
    /// What was heard or seen.
    #[serde(default)]
    note: String,
    /// Words of a document, verbatim.
    #[serde(default)]
    quote: String,
    /// Page of the quote.
    #[serde(default)]
    page: String,
    /// Address of a public page or document.
    #[serde(default)]
    link: String,
}

/// The form.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/answer/new.html")]
struct AnswerForm {
    #[serde(skip)]
    chrome: Chrome,
    /// Identifier of the facility.
    facility: String,
    /// Its name.
    facility_name: String,
    /// The question, once it is chosen.
    question: Option<Question>,
    /// All questions by topic.
    topics: Vec<Topic>,
    /// Kinds of sources: key and name, those that fit best first.
    sources: Vec<(String, String)>,
    /// What was typed.
    typed: NewAnswer,
    /// What is wrong with it.
    faults: Faults,
}

/// The chosen question.
#[derive(Serialize, ToSchema)]
#[expect(
    clippy::struct_field_names,
    reason = "the catalogue calls it the question too"
)]
struct Question {
    indicator: String,
    label: String,
    question: String,
    /// `bool`, `enum`, `list`, `percent`, `count`, `ratio`, `date` or `text`.
    kind: &'static str,
    /// Options with their names.
    options: Vec<(String, String)>,
    /// What the number counts.
    unit: Option<String>,
    /// True if only the workers' side can verify it.
    worker_side: bool,
}

/// A topic with its questions.
#[derive(Serialize, ToSchema)]
struct Topic {
    title: String,
    questions: Vec<(String, String)>,
}

/// The form for an answer by hand.
#[utoipa::path(get, path = "/facilities/{id}/answers/new", tag = "Answers",
    params(("id" = String, Path, description = "Facility"), Chosen),
    responses((status = 200, body = AnswerForm), (status = 404, body = crate::web::problem::ProblemDetails)))]
async fn form(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Problem> {
    let typed = NewAnswer {
        indicator: chosen.indicator,
        said: "answered".to_owned(),
        ..NewAnswer::default()
    };
    let page = page(&app, &actor, &id, typed, Faults::default()).await?;
    render::page(&actor.ask, &page)
}

async fn page(
    app: &Shared,
    actor: &Actor,
    id: &str,
    typed: NewAnswer,
    faults: Faults,
) -> Result<AnswerForm, Problem> {
    let id: FacilityId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let record = app::read(app, move |tx, _| facility::get(tx, &scope, id)).await?;
    let words = &actor.ask.words;
    let indicator = app.catalogue.get(&typed.indicator);
    Ok(AnswerForm {
        chrome: Chrome::of(&actor.ask),
        facility: id.to_string(),
        facility_name: record.facility.name,
        question: indicator.map(|indicator| question(words, indicator)),
        topics: topics(words, &app.catalogue),
        sources: sources(words, &app.catalogue, indicator),
        typed,
        faults,
    })
}

fn question(words: &Words, indicator: &Indicator) -> Question {
    Question {
        indicator: indicator.id.clone(),
        label: words.dynamic("indicator-", &indicator.id),
        question: words
            .dynamic_attribute("indicator-", &indicator.id, Some("question"))
            .unwrap_or_else(|| indicator.question.clone()),
        kind: match indicator.value_type {
            ValueType::Bool => "bool",
            ValueType::Enum => "enum",
            ValueType::List => "list",
            ValueType::Percent => "percent",
            ValueType::Count => "count",
            ValueType::Ratio => "ratio",
            ValueType::Date => "date",
            ValueType::Text => "text",
        },
        // "Not known" is a state of the answer, offered beside the options.
        options: indicator
            .options
            .iter()
            .filter(|option| *option != "unknown")
            .map(|option| (option.clone(), words.dynamic("option-", option)))
            .collect(),
        unit: words
            .dynamic_attribute("indicator-", &indicator.id, Some("unit"))
            .or_else(|| indicator.unit.clone()),
        worker_side: indicator.worker_side_required,
    }
}

fn topics(words: &Words, catalogue: &Catalogue) -> Vec<Topic> {
    catalogue
        .clusters()
        .iter()
        .map(|cluster| Topic {
            title: words.dynamic("cluster-", &cluster.id),
            questions: catalogue
                .of_cluster(&cluster.id)
                .map(|indicator| {
                    (
                        indicator.id.clone(),
                        words.dynamic("indicator-", &indicator.id),
                    )
                })
                .collect(),
        })
        .collect()
}

/// The sources that the catalogue names for the indicator come first, in its order.
fn sources(
    words: &Words,
    catalogue: &Catalogue,
    indicator: Option<&Indicator>,
) -> Vec<(String, String)> {
    let best: &[String] = indicator.map_or(&[], |indicator| &indicator.sources);
    let others = catalogue
        .source_types()
        .iter()
        .map(|kind| &kind.key)
        .filter(|key| !best.contains(key));
    best.iter()
        .chain(others)
        .map(|key| (key.clone(), words.dynamic("source-", key)))
        .collect()
}

/// Adds an answer; a form with faults comes back with everything that was typed.
#[utoipa::path(post, path = "/facilities/{id}/answers", tag = "Answers",
    params(("id" = String, Path, description = "Facility")), request_body = NewAnswer,
    responses((status = 200, body = render::Done), (status = 422, body = AnswerForm), (status = 404, body = crate::web::problem::ProblemDetails)))]
async fn add(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Sent(typed): Sent<NewAnswer>,
) -> Result<Response, Problem> {
    let facility: FacilityId = id.parse().map_err(|_| Problem::NotFound)?;
    let today = crate::clock::today();
    let draft = match check(&actor.ask, &app.catalogue, &typed, today) {
        Ok(draft) => draft,
        Err(faults) => {
            let page = page(&app, &actor, &id, typed, faults).await?;
            return render::page_with(&actor.ask, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    app::write(&app, move |tx, app| {
        stored::add(tx, &scope, &app.catalogue, facility, &draft, today, now)
    })
    .await?;
    let anchor = typed.indicator.replace(['.', '_'], "-");
    Ok(render::done(
        &actor.ask,
        &format!("/facilities/{facility}#{anchor}"),
        "answer-added",
    ))
}

/// Turns what was typed into an answer, or says what is wrong with it.
fn check(
    ask: &Ask,
    catalogue: &Catalogue,
    typed: &NewAnswer,
    today: Date,
) -> Result<stored::Draft, Faults> {
    let words = &ask.words;
    let mut faults = Faults::default();
    let indicator = catalogue.get(&typed.indicator);
    if indicator.is_none() {
        faults.add("indicator", words.text("answer-choose-question"));
    }
    let said = match typed.said.as_str() {
        "answered" => match indicator.map(|indicator| indicator.parse_value(&typed.value)) {
            Some(Ok(value)) => Some(Said::Answered { value }),
            Some(Err(error)) => {
                faults.add("value", value_fault(words, &error));
                None
            }
            None => None,
        },
        "unknown" => Some(Said::Unknown),
        "refused" => Some(Said::Refused),
        "not_applicable" => Some(Said::NotApplicable),
        _ => {
            faults.add("said", words.text("answer-choose-said"));
            None
        }
    };
    if catalogue.source_type(&typed.source_kind).is_none() {
        faults.add("source_kind", words.text("answer-choose-source"));
    }
    let day = typed
        .day
        .trim()
        .parse::<Date>()
        .ok()
        .filter(|day| *day <= today && day.year() >= 1990);
    if day.is_none() {
        faults.add("day", words.text("answer-day-wrong"));
    }
    let page = match typed.page.trim() {
        "" => None,
        text => text
            .parse::<u32>()
            .ok()
            .filter(|page| (1..=100_000).contains(page))
            .or_else(|| {
                faults.add("page", words.text("answer-page-wrong"));
                None
            }),
    };
    let link = typed.link.trim();
    if !link.is_empty()
        && !url::Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
    {
        faults.add("link", words.text("answer-link-wrong"));
    }
    for (field, text) in [
        ("note", &typed.note),
        ("quote", &typed.quote),
        ("source_name", &typed.source_name),
    ] {
        if text.chars().count() > LONGEST {
            faults.add(field, words.with("text-too-long", "n", LONGEST));
        }
    }
    let mut evidence = Vec::new();
    if !typed.quote.trim().is_empty() {
        evidence.push(Evidence::Quote {
            audit: None,
            text: typed.quote.trim().to_owned(),
            page,
            range: None,
        });
    }
    if !typed.note.trim().is_empty() {
        evidence.push(Evidence::Note {
            text: typed.note.trim().to_owned(),
        });
    }
    if !link.is_empty() {
        evidence.push(Evidence::Link {
            url: link.to_owned(),
        });
    }
    if evidence.is_empty() {
        faults.add("note", words.text("answer-evidence-missing"));
    }
    match (faults.is_empty(), said, day) {
        (true, Some(said), Some(day)) => Ok(stored::Draft {
            indicator: typed.indicator.clone(),
            said,
            source: Source {
                kind: typed.source_kind.clone(),
                name: typed.source_name.trim().to_owned(),
            },
            day,
            evidence,
        }),
        _ => Err(faults),
    }
}

/// Why a value is no answer, in the reader's language.
pub(crate) fn value_fault(words: &Words, error: &ValueError) -> String {
    match error {
        ValueError::Empty => words.text("value-empty"),
        ValueError::NotYesOrNo(_) => words.text("value-not-yes-or-no"),
        ValueError::NotAnOption { options, .. } => {
            let names = options
                .iter()
                .map(|option| words.dynamic("option-", option))
                .collect::<Vec<_>>()
                .join(", ");
            words.with("value-not-an-option", "options", names)
        }
        ValueError::AmbiguousNumber(_) => words.text("value-ambiguous-number"),
        ValueError::NotWhole(_) => words.text("value-not-whole"),
        ValueError::NotAShare(_) => words.text("value-not-a-share"),
        ValueError::NotADay(_) => words.text("value-not-a-day"),
        ValueError::NoneBesideOthers => words.text("value-none-beside-others"),
        ValueError::Twice(_) => words.text("value-twice"),
        ValueError::NotANumber(_) | ValueError::OutOfRange(_) | ValueError::WrongType(_) => {
            words.text("value-not-a-number")
        }
    }
}

//! Search over facilities, the text of audits, and the evidence of answers, in any script. What is
//! found is shown with the words around it, verbatim; the rules of who sees what are the store's.

use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use store::search::{self, Hit, Noun};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Most things shown.
const MOST: usize = 50;

/// Every page of this noun.
pub(crate) fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new().routes(routes!(find))
}

/// What to look for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Looking {
    /// Words; all of them must occur.
    #[serde(default)]
    q: String,
}

/// The page.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/search/show.html")]
struct SearchPage {
    #[serde(skip)]
    chrome: Chrome,
    q: String,
    found: Vec<FoundView>,
    /// True if there may be more than is shown.
    more: bool,
}

/// One thing that was found.
#[derive(Serialize, ToSchema)]
struct FoundView {
    /// `facility`, `audit` or `answer`.
    kind: &'static str,
    /// The same in the reader's language.
    kind_text: String,
    title: String,
    url: String,
    /// Name of the facility it is about.
    facility: Option<String>,
    page: Option<u32>,
    /// The text around the words, cut into pieces.
    snippet: Vec<SnippetPiece>,
}

/// A piece of a snippet.
#[derive(Serialize, ToSchema)]
struct SnippetPiece {
    text: String,
    /// Is it one of the words?
    hit: bool,
}

/// Facilities, audits and answers in which all the words occur.
#[utoipa::path(get, path = "/search", tag = "Search", params(Looking),
    responses((status = 200, body = SearchPage), (status = 401, body = crate::web::problem::ProblemDetails)))]
async fn find(
    State(app): State<Shared>,
    actor: Actor,
    Query(looking): Query<Looking>,
) -> Result<Response, Problem> {
    let scope = actor.scope;
    let query = looking.q.trim().to_owned();
    let hits = if query.is_empty() {
        Vec::new()
    } else {
        let query = query.clone();
        app::read(&app, move |tx, _| search::find(tx, &scope, &query, MOST)).await?
    };
    let words = actor.ask.words;
    let view = SearchPage {
        chrome: Chrome::of(&actor.ask),
        q: looking.q,
        more: hits.len() == MOST,
        found: hits.into_iter().map(|hit| found(&words, hit)).collect(),
    };
    render::page(&actor.ask, &view)
}

fn found(words: &Words, hit: Hit) -> FoundView {
    let facility = hit.facility.as_ref();
    let (title, url) = match hit.noun {
        Noun::Facility => (hit.title.clone(), format!("/facilities/{}", hit.item)),
        Noun::Audit => {
            let place = hit
                .page
                .map_or_else(String::new, |page| format!("#page-{page}"));
            (hit.title.clone(), format!("/audits/{}{place}", hit.item))
        }
        Noun::Answer => (
            words.dynamic("indicator-", &hit.title),
            facility.map_or_else(
                || "/facilities".to_owned(),
                |(id, _)| format!("/facilities/{id}#{}", hit.title.replace(['.', '_'], "-")),
            ),
        ),
    };
    FoundView {
        kind: hit.noun.as_str(),
        kind_text: words.dynamic("search-kind-", hit.noun.as_str()),
        title,
        url,
        facility: hit.facility.map(|(_, name)| name),
        page: hit.page,
        snippet: pieces(&hit.snippet, &hit.marks, hit.cut),
    }
}

/// Cuts a snippet at its marks and shows where text was left out.
fn pieces(text: &str, marks: &[Range<usize>], cut: (bool, bool)) -> Vec<SnippetPiece> {
    let mut pieces = Vec::new();
    let mut add = |text: &str, hit| {
        if !text.is_empty() {
            pieces.push(SnippetPiece {
                text: text.to_owned(),
                hit,
            });
        }
    };
    let mut at = 0;
    if cut.0 {
        add("… ", false);
    }
    for mark in marks {
        if let (Some(before), Some(word)) = (text.get(at..mark.start), text.get(mark.clone())) {
            add(before, false);
            add(word, true);
            at = mark.end;
        }
    }
    add(text.get(at..).unwrap_or_default(), false);
    if cut.1 {
        add(" …", false);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn a_snippet_is_whole_and_its_words_are_marked() {
        let cut = pieces(
            "শ্রমিক ইউনিয়ন আছে",
            std::slice::from_ref(&(20..38)),
            (true, false),
        );
        let text: String = cut.iter().map(|piece| piece.text.as_str()).collect();
        assert!(text.starts_with("… শ্রমিক"), "{text}");
        assert!(text.ends_with("আছে"), "{text}");
        assert!(pieces("abc", std::slice::from_ref(&(1..2)), (false, false))[1].hit);
        assert_eq!(
            pieces("é", std::slice::from_ref(&(1..2)), (false, false))[0].text,
            "é",
            "a mark inside a letter marks nothing"
        );
    }
}

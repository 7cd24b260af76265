//! Choosing the language, signed in or not.

use crate::texts::Words;
use crate::web::app::Shared;
use crate::web::ask::LANGUAGE_COOKIE;
use crate::web::problem::Problem;
use crate::web::render;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use serde::Deserialize;

/// `POST /language`
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/language", post(choose))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    language: String,
    back: String,
}

async fn choose(Form(choice): Form<Choice>) -> Result<Response, Problem> {
    let Some(words) = Words::of(&choice.language) else {
        return Err(Problem::Malformed {
            detail: "unknown language".to_owned(),
        });
    };
    let mut response = Redirect::to(local_address(&choice.back)).into_response();
    let code = &words.language().code;
    render::set_cookie(
        &mut response,
        &format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"),
    );
    Ok(response)
}

/// An address on this server, or the start page: nobody is sent elsewhere by a crafted link.
pub(crate) fn local_address(address: &str) -> &str {
    let local = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains(['\\', '\r', '\n', '\t'])
        && address.is_ascii();
    if local { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local_address;

    #[test]
    fn a_crafted_link_leads_to_the_start_page() {
        assert_eq!(
            local_address("/facilities?country=BD"),
            "/facilities?country=BD"
        );
        for bad in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/a\r\nSet-Cookie: x",
            "evil",
        ] {
            assert_eq!(local_address(bad), "/", "{bad:?}");
        }
    }
}

//! One view, two forms: HTML through its template, or JSON through its fields. Also the redirect
//! after a write, with a message for the next page.

use crate::web::ask::{Ask, FLASH_COOKIE};
use crate::web::problem::Problem;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Serialize;

/// Answers with the page, or with the same view as JSON.
pub(crate) fn page<P: Template + Serialize>(ask: &Ask, page: &P) -> Result<Response, Problem> {
    page_with(ask, StatusCode::OK, page)
}

/// As [`page`], with another status, such as 422 for a form shown again.
pub(crate) fn page_with<P: Template + Serialize>(
    ask: &Ask,
    status: StatusCode,
    page: &P,
) -> Result<Response, Problem> {
    if ask.json {
        return Ok((status, axum::Json(page)).into_response());
    }
    let html = page.render().map_err(Problem::internal)?;
    Ok((status, Html(html)).into_response())
}

/// After a write: go and see. A browser is redirected (303) and finds the message `flash-…` on
/// the next page; a program gets the address as JSON.
pub(crate) fn done(ask: &Ask, address: &str, flash: &str) -> Response {
    finish(ask, address, flash, &format!("{FLASH_COOKIE}={flash}"))
}

/// As [`done`], with a number put into the message as `$what`.
pub(crate) fn done_counted(ask: &Ask, address: &str, flash: &str, what: usize) -> Response {
    finish(
        ask,
        address,
        flash,
        &format!("{FLASH_COOKIE}={flash}~{what}"),
    )
}

/// What a program gets after a change.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct Done {
    /// Where the result stands.
    pub(crate) see: String,
    /// What was done.
    pub(crate) done: String,
}

fn finish(ask: &Ask, address: &str, flash: &str, cookie: &str) -> Response {
    let mut response = if ask.json {
        let done = Done {
            see: address.to_owned(),
            done: flash.to_owned(),
        };
        axum::Json(done).into_response()
    } else {
        Redirect::to(address).into_response()
    };
    set_cookie(
        &mut response,
        &format!("{cookie}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"),
    );
    response
}

/// Adds a cookie to an answer.
pub(crate) fn set_cookie(response: &mut Response, cookie: &str) {
    match HeaderValue::from_str(cookie) {
        Ok(value) => {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        Err(error) => tracing::error!(%error, "a cookie could not be set"),
    }
}

/// Takes a cookie away.
pub(crate) fn clear_cookie(response: &mut Response, name: &str) {
    set_cookie(
        response,
        &format!("{name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"),
    );
}

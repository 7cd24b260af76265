//! Who asks, in which language, and for which form of the answer. [`recognise`] looks the session
//! up once per request; handlers take [`Ask`] (anyone) or [`Actor`] (signed in). A handler that
//! takes an [`Actor`] cannot be reached without a valid session: that is the access check.

use crate::texts::Words;
use crate::web::app::{self, Shared};
use crate::web::problem::Problem;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::CookieJar;
use domain::people::access::Scope;
use store::people::{account, session};

/// Cookie that holds the session's token.
pub(crate) const SESSION_COOKIE: &str = "amplify_session";
/// Cookie that holds the language chosen by hand.
pub(crate) const LANGUAGE_COOKIE: &str = "amplify_language";
/// Cookie that carries one message over a redirect.
pub(crate) const FLASH_COOKIE: &str = "amplify_flash";

/// A request, as far as every page needs to know it.
#[derive(Clone)]
pub(crate) struct Ask {
    /// The reader's language.
    pub(crate) words: Words,
    /// True if the answer is to be JSON.
    pub(crate) json: bool,
    /// Path and query, for links back.
    pub(crate) address: String,
    /// Key of the message that the previous action left, with an optional value.
    pub(crate) flash: Option<(String, Option<String>)>,
    /// The session, if one is open.
    pub(crate) session: Option<Session>,
    /// Identifier of the request, shown on error pages.
    pub(crate) request: String,
}

/// Who is signed in, as every page needs to know it.
#[derive(Clone)]
pub(crate) struct Session {
    /// What they may see and do.
    pub(crate) scope: Scope,
    /// Name of the account.
    pub(crate) name: String,
    /// Tag of the language they chose.
    pub(crate) language: String,
    /// Name of the organisation they act for.
    pub(crate) organisation: String,
    /// Name of the programme.
    pub(crate) programme: String,
    /// True for a programme that is a demonstration.
    pub(crate) fictional: bool,
}

/// A signed-in person.
#[derive(Clone)]
pub(crate) struct Actor {
    /// What they may see and do.
    pub(crate) scope: Scope,
    /// The rest of the request.
    pub(crate) ask: Ask,
}

impl<S: Send + Sync> FromRequestParts<S> for Ask {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts
            .extensions
            .get::<Ask>()
            .cloned()
            .ok_or_else(|| Problem::internal("a route outside the layer that recognises requests"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Actor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let ask = Ask::from_request_parts(parts, state).await?;
        match &ask.session {
            Some(session) => Ok(Actor {
                scope: session.scope,
                ask,
            }),
            // A change is not repeated after signing in; its address shows nothing to look at.
            None if !parts.method.is_safe() => Err(Problem::SignInFirst {
                next: "/".to_owned(),
            }),
            None => Err(Problem::SignInFirst {
                next: ask.address.clone(),
            }),
        }
    }
}

/// Layer: finds language, wanted form and session, and leaves them for the handlers.
pub(crate) async fn recognise(
    State(app): State<Shared>,
    jar: CookieJar,
    mut request: Request,
    next: Next,
) -> Response {
    let session = match jar.get(SESSION_COOKIE) {
        Some(cookie) => {
            let token = crate::people::token::hash(cookie.value());
            let now = jiff::Timestamp::now();
            session_of(&app, token, now).await
        }
        None => Ok(None),
    };
    let (session, failure) = match session {
        Ok(session) => (session, None),
        Err(problem) => (None, Some(problem)),
    };
    let ask = Ask {
        words: language(&jar, request.headers(), session.as_ref()),
        json: wants_json(request.headers()),
        address: request
            .uri()
            .path_and_query()
            .map_or_else(|| "/".to_owned(), ToString::to_string),
        flash: jar
            .get(FLASH_COOKIE)
            .map(|cookie| parse_flash(cookie.value())),
        session,
        request: request
            .headers()
            .get("x-request-id")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned(),
    };
    request.extensions_mut().insert(ask.clone());
    let had_flash = ask.flash.is_some();
    // A database that is away must not look like a lost sign-in.
    let needs_session = !crate::web::guard::is_open_path(request.uri().path());
    let mut response = match failure {
        Some(problem) if needs_session => crate::web::problem::respond(&ask, &problem),
        _ => next.run(request).await,
    };
    // A program reads no messages; the next page does.
    if had_flash && !ask.json && !response.status().is_redirection() {
        crate::web::render::clear_cookie(&mut response, FLASH_COOKIE);
    }
    response
}

/// The session of a token; one in use is prolonged now and then.
async fn session_of(
    app: &Shared,
    token: [u8; 32],
    now: jiff::Timestamp,
) -> Result<Option<Session>, Problem> {
    let found = app::read(app, move |tx, _| find_session(tx, &token, now)).await?;
    let Some((session, wants_touch)) = found else {
        return Ok(None);
    };
    if wants_touch {
        let expires = now
            .checked_add(crate::people::sign_in::SESSION_LASTS)
            .map_err(Problem::internal)?;
        // A full disk must not keep anybody from reading; the failure is logged where it is found.
        let _ = app::write(app, move |tx, _| session::touch(tx, &token, expires, now)).await;
    }
    Ok(Some(session))
}

fn find_session(
    tx: &store::Tx<'_>,
    token: &[u8; 32],
    now: jiff::Timestamp,
) -> store::Result<Option<(Session, bool)>> {
    let Some(found) = session::find(tx, token, now)? else {
        return Ok(None);
    };
    let wants_touch = found.wants_touch(now);
    let account = found.account;
    let place = account::place(tx, &account.scope)?;
    let session = Session {
        scope: account.scope,
        name: account.name,
        language: account.language,
        organisation: place.organisation,
        programme: place.programme,
        fictional: place.fictional,
    };
    Ok(Some((session, wants_touch)))
}

fn language(jar: &CookieJar, headers: &HeaderMap, session: Option<&Session>) -> Words {
    let chosen = jar
        .get(LANGUAGE_COOKIE)
        .and_then(|cookie| Words::of(cookie.value()));
    let account = || session.and_then(|s| Words::of(&s.language));
    chosen.or_else(account).unwrap_or_else(|| {
        let header = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Words::negotiate(header)
    })
}

/// JSON is sent when it is named in `Accept` and HTML is not named before it.
fn wants_json(headers: &HeaderMap) -> bool {
    let accept = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accept
        .split(',')
        .map(|part| part.split(';').next().unwrap_or_default().trim())
        .find_map(|kind| match kind {
            "text/html" | "application/xhtml+xml" => Some(false),
            "application/json" | "application/problem+json" | "application/geo+json" => Some(true),
            _ => None,
        })
        .unwrap_or(false)
}

fn parse_flash(value: &str) -> (String, Option<String>) {
    match value.split_once('~') {
        Some((key, argument)) => (key.to_owned(), Some(argument.replace('+', " "))),
        None => (value.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::wants_json;
    use axum::http::{HeaderMap, HeaderValue, header};

    #[test]
    fn a_browser_gets_html_and_a_script_gets_json() {
        let wants = |accept: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
            wants_json(&headers)
        };
        assert!(!wants(
            "text/html,application/xhtml+xml,application/json;q=0.9"
        ));
        assert!(wants("application/json"));
        assert!(wants("application/json, text/html;q=0.1"));
        assert!(!wants("*/*"));
        assert!(!wants_json(&HeaderMap::new()));
    }
}

//! What a person is told when something does not work. Each [`Problem`] has two faces: words from
//! the catalogue for the person (page or RFC 9457 JSON), and a line for the log. The inner text of
//! an error never leaves the server; an error page shows the request's identifier instead.

use crate::texts::Words;
use crate::web::ask::Ask;
use crate::web::chrome::Chrome;
use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Serialize;
use std::any::Any;

/// Why a request was not carried out.
#[derive(Clone, Debug)]
pub(crate) enum Problem {
    /// Nobody is signed in: a page leads to the sign-in form and back, JSON gets 401.
    SignInFirst {
        /// Where to go afterwards.
        next: String,
    },
    /// The thing does not exist, or the actor may not know that it does. 404.
    NotFound,
    /// A write that another site caused. 403.
    OtherSite,
    /// The address does not take this kind of request. 405.
    WrongMethod,
    /// The request makes no sense in a way no form of ours produces. 400.
    Malformed {
        /// For the log.
        detail: String,
    },
    /// What was typed cannot be accepted. 422. Pages show the form again instead where there is
    /// one; this is for JSON and for addresses typed by hand.
    Invalid {
        /// Field and message in the reader's language.
        fields: Vec<(String, String)>,
    },
    /// Somebody else changed the thing in the meantime. 409.
    Conflict,
    /// The same thing is already there. 409.
    Duplicate,
    /// The body is larger than allowed. 413.
    TooLarge,
    /// Too many attempts; wait. 429.
    SlowDown {
        /// Seconds to wait.
        seconds: u64,
    },
    /// The disk or the database is full: nothing was changed. 507.
    Full,
    /// The database is away for the moment, or too busy: nothing was changed. 503.
    Unavailable,
    /// A fault of ours. 500.
    Internal,
}

impl Problem {
    /// A fault of ours; logged here, once, with its cause.
    pub(crate) fn internal(cause: impl std::fmt::Display) -> Self {
        tracing::error!(%cause, "a request failed");
        Problem::Internal
    }

    fn status(&self) -> StatusCode {
        match self {
            Problem::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::OtherSite => StatusCode::FORBIDDEN,
            Problem::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Problem::Malformed { .. } => StatusCode::BAD_REQUEST,
            Problem::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Problem::Conflict | Problem::Duplicate => StatusCode::CONFLICT,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::SlowDown { .. } => StatusCode::TOO_MANY_REQUESTS,
            Problem::Full => StatusCode::INSUFFICIENT_STORAGE,
            Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Name of the kind; also the end of its message keys.
    fn kind(&self) -> &'static str {
        match self {
            Problem::SignInFirst { .. } => "sign-in-first",
            Problem::NotFound => "not-found",
            Problem::OtherSite => "other-site",
            Problem::WrongMethod | Problem::Malformed { .. } => "malformed",
            Problem::Invalid { .. } => "invalid",
            Problem::Conflict => "conflict",
            Problem::Duplicate => "duplicate",
            Problem::TooLarge => "too-large",
            Problem::SlowDown { .. } => "slow-down",
            Problem::Full => "full",
            Problem::Unavailable => "unavailable",
            Problem::Internal => "internal",
        }
    }

    fn title(&self, words: &Words) -> String {
        words.dynamic("problem-title-", self.kind())
    }

    fn advice(&self, words: &Words) -> String {
        match self {
            Problem::SlowDown { seconds } => words.with("problem-wait", "seconds", *seconds),
            _ => words.dynamic("problem-advice-", self.kind()),
        }
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        use store::Error;
        match error {
            Error::NotFound => Problem::NotFound,
            Error::Conflict { .. } => Problem::Conflict,
            Error::Duplicate { .. } => Problem::Duplicate,
            Error::Full(_) => {
                tracing::error!(cause = %error, "no room left");
                Problem::Full
            }
            Error::Unavailable(_) | Error::Busy(_) => {
                tracing::error!(cause = %error, "the database is away");
                Problem::Unavailable
            }
            Error::Invalid(_) => Problem::Malformed {
                detail: error.to_string(),
            },
            other => Problem::internal(other),
        }
    }
}

/// The response only carries the problem; [`render`] puts it into words.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    chrome: Chrome,
    title: String,
    advice: String,
    fields: Vec<(String, String)>,
    request: String,
}

/// RFC 9457 problem details.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct ProblemDetails {
    /// Stable identifier of the kind of problem.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Short words in the reader's language.
    pub(crate) title: String,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What to do, in the reader's language.
    pub(crate) detail: String,
    /// The request's identifier, to quote to the operator.
    pub(crate) instance: String,
    /// Fields that cannot be accepted, with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) errors: Vec<FieldProblem>,
}

/// One field that cannot be accepted.
#[derive(Serialize, utoipa::ToSchema)]
pub(crate) struct FieldProblem {
    /// The field's name.
    pub(crate) field: String,
    /// Why, in the reader's language.
    pub(crate) message: String,
}

/// Layer: turns a bare problem, and bare refusals of the framework, into a page or JSON.
pub(crate) async fn render(request: Request, next: Next) -> Response {
    let ask = request.extensions().get::<Ask>().cloned();
    let response = next.run(request).await;
    let Some(ask) = ask else { return response };
    match response.extensions().get::<Problem>() {
        Some(problem) => respond(&ask, problem),
        None => match refusal(&response) {
            Some(problem) => {
                let allowed = response.headers().get(header::ALLOW).cloned();
                let mut told = respond(&ask, &problem);
                if let Some(allowed) = allowed {
                    told.headers_mut().insert(header::ALLOW, allowed);
                }
                told
            }
            None => response,
        },
    }
}

/// Refusals that extractors of the framework write as plain text.
fn refusal(response: &Response) -> Option<Problem> {
    let plain = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if !plain {
        return None;
    }
    match response.status() {
        StatusCode::BAD_REQUEST
        | StatusCode::UNSUPPORTED_MEDIA_TYPE
        | StatusCode::UNPROCESSABLE_ENTITY => Some(Problem::Malformed {
            detail: "refused by an extractor".to_owned(),
        }),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge),
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::WrongMethod),
        _ => None,
    }
}

/// The page or JSON for a problem.
pub(crate) fn respond(ask: &Ask, problem: &Problem) -> Response {
    if let (Problem::SignInFirst { next }, false) = (problem, ask.json) {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("next", next)
            .finish();
        return Redirect::to(&format!("/sign-in?{query}")).into_response();
    }
    if let Problem::Malformed { detail } = problem {
        tracing::info!(detail, "a malformed request");
    }
    let words = ask.words;
    let fields = match problem {
        Problem::Invalid { fields } => fields.clone(),
        _ => Vec::new(),
    };
    let mut response = if ask.json {
        let details = ProblemDetails {
            kind: format!("urn:amplify:problem:{}", problem.kind()),
            title: problem.title(&words),
            status: problem.status().as_u16(),
            detail: problem.advice(&words),
            instance: ask.request.clone(),
            errors: fields
                .into_iter()
                .map(|(field, message)| FieldProblem { field, message })
                .collect(),
        };
        let mut response = (problem.status(), axum::Json(details)).into_response();
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        response
    } else {
        let page = ProblemPage {
            chrome: Chrome::of(ask),
            title: problem.title(&words),
            advice: problem.advice(&words),
            fields,
            request: ask.request.clone(),
        };
        match page.render() {
            Ok(html) => (problem.status(), Html(html)).into_response(),
            Err(error) => {
                tracing::error!(%error, "the error page itself failed");
                problem.status().into_response()
            }
        }
    };
    if let Problem::SlowDown { seconds } = problem {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}

/// An address that leads nowhere.
pub(crate) async fn no_such_page() -> Problem {
    Problem::NotFound
}

/// A panic is a fault of ours: logged, and answered like any other.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands the payload over"
)]
pub(crate) fn after_panic(payload: Box<dyn Any + Send + 'static>) -> Response {
    let cause = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    Problem::internal(format!("panic: {cause}")).into_response()
}

//! Forms that may fail: what was typed, and what is wrong with it, so that a page can show the
//! form again with nothing lost.

use crate::web::problem::Problem;
use axum::extract::{FromRequest, Json, Request};
use axum::http::header;
use axum_extra::extract::Form;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What was sent, from a form or as JSON: both deserialise into the same command.
pub(crate) struct Sent<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
        if json {
            match Json::<T>::from_request(request, state).await {
                Ok(Json(command)) => Ok(Sent(command)),
                Err(refusal) => Err(refused(refusal.status(), &refusal.body_text())),
            }
        } else {
            match Form::<T>::from_request(request, state).await {
                Ok(Form(command)) => Ok(Sent(command)),
                Err(refusal) => Err(refused(refusal.status(), &refusal.body_text())),
            }
        }
    }
}

/// The words of the framework are for the log, not for the reader.
fn refused(status: axum::http::StatusCode, detail: &str) -> Problem {
    if status == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::TooLarge;
    }
    Problem::Malformed {
        detail: detail.to_owned(),
    }
}

/// A whole number, which forms send as text and JSON as a number.
pub(crate) fn number<'de, D: serde::Deserializer<'de>>(source: D) -> Result<i64, D::Error> {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(i64),
        Text(String),
    }
    match <Either as serde::Deserialize>::deserialize(source)? {
        Either::Number(number) => Ok(number),
        Either::Text(text) => text.trim().parse().map_err(serde::de::Error::custom),
    }
}

/// One thing that is wrong with a form.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct Fault {
    /// Name of the field, also its `id` on the page.
    pub(crate) field: String,
    /// What to do, in the reader's language.
    pub(crate) message: String,
}

/// Everything that is wrong with a form.
#[derive(Clone, Debug, Default, Serialize, utoipa::ToSchema)]
pub(crate) struct Faults(pub(crate) Vec<Fault>);

impl Faults {
    /// Notes a fault of a field.
    pub(crate) fn add(&mut self, field: &str, message: String) {
        self.0.push(Fault {
            field: field.to_owned(),
            message,
        });
    }

    /// Is the form in order?
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first fault of a field, for the words beside it.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|fault| fault.field == field)
            .map(|fault| fault.message.as_str())
    }
}

//! Decisions about an audit and its proposals. Each names the version that the person saw, so that
//! of two officers who decide at once the second learns of the first.

use crate::see::answer::value_fault;
use crate::web::app::{self, Shared};
use crate::web::ask::Actor;
use crate::web::form::Sent;
use crate::web::problem::Problem;
use crate::web::render;
use axum::extract::{Path, State};
use axum::response::Response;
use domain::id::{AnswerId, AuditId, FacilityId};
use domain::see::answer::Said;
use jiff::civil::Date;
use serde::Deserialize;
use store::see::answer::{self, Decision};
use store::see::audit;
use utoipa::ToSchema;

/// Which facility the document is about, and its day.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Placing {
    /// Identifier of the facility.
    facility: String,
    /// Day of the audit, `2026-11-24`; empty leaves it as it is.
    #[serde(default)]
    day: String,
    /// Version of the audit that the person saw.
    #[serde(deserialize_with = "crate::web::form::number")]
    version: i64,
}

/// Says which facility an audit is about, and on which day it was.
#[utoipa::path(post, path = "/audits/{id}/facility", tag = "Audits",
    params(("id" = String, Path, description = "Audit")), request_body = Placing,
    responses((status = 200, body = render::Done), (status = 409, body = crate::web::problem::ProblemDetails), (status = 422, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn place(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
    Sent(placing): Sent<Placing>,
) -> Result<Response, Problem> {
    let id: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let facility: FacilityId = placing.facility.parse().map_err(|_| Problem::NotFound)?;
    let today = crate::clock::today();
    let day = match placing.day.trim() {
        "" => None,
        text => match text.parse::<Date>() {
            Ok(day) if day <= today && day.year() >= 1990 => Some(day),
            _ => {
                let message = actor.ask.words.text("review-day-wrong");
                return Err(Problem::Invalid {
                    fields: vec![("day".to_owned(), message)],
                });
            }
        },
    };
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    let moved = app::write(&app, move |tx, app| {
        let before = audit::get(tx, &scope, id)?.facility;
        audit::assign(
            tx,
            &scope,
            &app.catalogue,
            id,
            placing.version,
            facility,
            day,
            today,
            now,
        )?;
        Ok(before != Some(facility))
    })
    .await?;
    let flash = if moved { "audit-placed" } else { "audit-dated" };
    Ok(render::done(&actor.ask, &format!("/audits/{id}"), flash))
}

/// What a person decides about a proposal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deciding {
    /// `accept`, `correct` or `reject`.
    decision: String,
    /// The right value, for a correction.
    #[serde(default)]
    value: String,
    /// Version of the answer that the person saw.
    #[serde(deserialize_with = "crate::web::form::number")]
    version: i64,
}

/// Accepts, corrects or rejects what the machine read.
#[utoipa::path(post, path = "/audits/{id}/answers/{answer}", tag = "Audits",
    params(("id" = String, Path, description = "Audit"), ("answer" = String, Path, description = "Proposed answer")),
    request_body = Deciding,
    responses((status = 200, body = render::Done), (status = 409, body = crate::web::problem::ProblemDetails), (status = 422, body = crate::web::problem::ProblemDetails)))]
pub(crate) async fn decide(
    State(app): State<Shared>,
    actor: Actor,
    Path((id, answer)): Path<(String, String)>,
    Sent(deciding): Sent<Deciding>,
) -> Result<Response, Problem> {
    let audit: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let answer: AnswerId = answer.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let record = app::read(&app, move |tx, _| answer::get(tx, &scope, answer)).await?;
    if record.answer.audit != Some(audit) {
        return Err(Problem::NotFound);
    }
    let (decision, flash) = match deciding.decision.as_str() {
        "accept" => (Decision::Accept, "answer-accepted"),
        "reject" => (Decision::Reject, "answer-rejected"),
        "correct" => {
            let indicator = app
                .catalogue
                .get(&record.answer.indicator)
                .ok_or(Problem::NotFound)?;
            match indicator.parse_value(&deciding.value) {
                Ok(value) => (
                    Decision::Correct {
                        said: Said::Answered { value },
                    },
                    "answer-corrected",
                ),
                Err(error) => {
                    let message = value_fault(&actor.ask.words, &error);
                    return Err(Problem::Invalid {
                        fields: vec![("value".to_owned(), message)],
                    });
                }
            }
        }
        _ => {
            return Err(Problem::Malformed {
                detail: "a decision that does not exist".to_owned(),
            });
        }
    };
    let (today, now) = (crate::clock::today(), jiff::Timestamp::now());
    app::write(&app, move |tx, app| {
        answer::review(
            tx,
            &scope,
            &app.catalogue,
            answer,
            deciding.version,
            &decision,
            today,
            now,
        )
    })
    .await?;
    Ok(render::done(&actor.ask, &format!("/audits/{audit}"), flash))
}

/// Stops the reading of an audit; the file is kept.
#[utoipa::path(post, path = "/audits/{id}/cancel", tag = "Audits",
    params(("id" = String, Path, description = "Audit")), responses((status = 200, body = render::Done)))]
pub(crate) async fn cancel(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    app::write(&app, move |tx, _| audit::cancel(tx, &scope, id, now)).await?;
    Ok(render::done(&actor.ask, "/audits", "audit-cancelled"))
}

/// Reads an audit once more.
#[utoipa::path(post, path = "/audits/{id}/read", tag = "Audits",
    params(("id" = String, Path, description = "Audit")), responses((status = 200, body = render::Done)))]
pub(crate) async fn read_again(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: AuditId = id.parse().map_err(|_| Problem::NotFound)?;
    let scope = actor.scope;
    let now = jiff::Timestamp::now();
    app::write(&app, move |tx, _| audit::read_again(tx, &scope, id, now)).await?;
    Ok(render::done(
        &actor.ask,
        &format!("/audits/{id}"),
        "audit-retried",
    ))
}

//! Puts a reading together: claims, settled labels, conditions, findings, names and their quotes.
//! It adds no rule of its own.

use super::claims::{self, Claim};
use super::fields::{conditions, findings, labels, named, subject};
use super::scene::Stage;
use super::values::Value;
use super::{Lexicon, Quote, Reading, Subject};
use crate::text::Document;
use domain::see::audit::Announced;
use std::collections::BTreeMap;
use std::ops::Range;

const LABELS: [&str; 5] = [
    "union",
    "worker_committee",
    "committee_selection",
    "cba",
    "grievance_mechanism",
];

/// Reads a document.
pub fn read(document: &Document, lexicon: &Lexicon) -> Reading {
    let stage = Stage::new(document, lexicon);
    let mut reading = Reading {
        language: stage
            .languages
            .first()
            .map(|language| language.code.clone())
            .unwrap_or_default(),
        scheme: stage.scheme.map(|scheme| scheme.id.clone()),
        subject: subject::level(&stage),
        ..Reading::default()
    };
    let claims = claims::gather(&stage);
    let about_a_place = matches!(reading.subject, Subject::Factory | Subject::MultiFactory);
    let mut facts = false;
    if about_a_place {
        facts = place(&stage, &claims, &mut reading);
    }
    if reading.subject != Subject::Company {
        how_made(&stage, &claims, &mut reading);
    }
    reading.conditions.examined = subject::examined(&stage, reading.subject, facts);
    reading
}

/// The labels of the factory; tells whether any fact on association was found.
fn place(stage: &Stage<'_>, claims: &[Claim], reading: &mut Reading) -> bool {
    let mut settled = BTreeMap::new();
    for field in LABELS {
        if let Some(label) = labels::settle(stage, claims, field) {
            settled.insert(field, label);
        }
    }
    let committee = settled.get("worker_committee").map(|label| label.value);
    if !matches!(committee, Some("present" | "pseudo")) {
        settled.remove("committee_selection");
    }
    for (field, label) in &settled {
        for claim in &label.because {
            quote_all(stage, reading, field, &claim.quotes);
        }
        reading
            .labels
            .insert((*field).to_owned(), label.value.to_owned());
    }
    for (finding, quotes) in findings::settle(stage, claims, &settled) {
        quote_all(
            stage,
            reading,
            &format!("finding.{}", finding.code),
            &quotes,
        );
        reading.findings.push(finding);
    }
    let union = settled.get("union").map(|label| label.value);
    if matches!(union, Some("present" | "inactive" | "pseudo")) {
        for (name, range) in named::unions(stage) {
            quote(stage, reading, "union_names", range);
            reading.union_names.push(name);
        }
    }
    if matches!(committee, Some("present" | "pseudo" | "inactive")) {
        for (name, range) in named::committees(stage) {
            quote(stage, reading, "committee_names", range);
            reading.committee_names.push(name);
        }
    }
    let agreement = settled.get("cba").map(|label| label.value);
    if matches!(
        agreement,
        Some("present" | "expired" | "pseudo" | "in_negotiation")
    ) && let Some(claim) = conditions::strongest(claims, "cba_expiry")
        && let Some(Value::Date(date)) = &claim.payload
    {
        quote_all(stage, reading, "cba_expiry", &claim.quotes);
        reading.cba_expiry = Some(date.clone());
    }
    let about_association = settled
        .keys()
        .any(|field| matches!(*field, "union" | "cba"));
    about_association
        || !reading.findings.is_empty()
        || claims.iter().any(|claim| claim.field == "association_fact")
}

/// How the audit was made.
fn how_made(stage: &Stage<'_>, claims: &[Claim], reading: &mut Reading) {
    if let Some(claim) = conditions::strongest(claims, "announced") {
        reading.conditions.announced = match claim.value.as_str() {
            "announced" => Some(Announced::Announced),
            "semi_announced" => Some(Announced::SemiAnnounced),
            "unannounced" => Some(Announced::Unannounced),
            _ => None,
        };
        quote_all(stage, reading, "announced", &claim.quotes);
    }
    if let Some((days, claim)) = conditions::number(claims, "auditor_days") {
        reading.conditions.auditor_days = Some(days);
        quote_all(stage, reading, "auditor_days", &claim.quotes);
    }
    for field in ["workers_interviewed", "workforce"] {
        if let Some((number, claim)) = conditions::number(claims, field)
            && let Some(count) = whole(number).filter(|count| *count > 1)
        {
            match field {
                "workforce" => reading.conditions.workforce = Some(count),
                _ => reading.conditions.workers_interviewed = Some(count),
            }
            quote_all(stage, reading, field, &claim.quotes);
        }
    }
    for field in ["union_reps_interviewed", "offsite_interviews"] {
        if let Some(claim) = conditions::strongest(claims, field) {
            let yes = Some(claim.value == "yes");
            match field {
                "offsite_interviews" => reading.conditions.offsite_interviews = yes,
                _ => reading.conditions.union_representatives_interviewed = yes,
            }
            quote_all(stage, reading, field, &claim.quotes);
        }
    }
    if let Some(claim) = conditions::strongest(claims, "worker_coaching") {
        reading.conditions.worker_coaching = true;
        quote_all(stage, reading, "worker_coaching", &claim.quotes);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked"
)]
fn whole(number: f64) -> Option<u32> {
    (0.0..5_000_000.0)
        .contains(&number)
        .then_some(number as u32)
}

fn quote_all(stage: &Stage<'_>, reading: &mut Reading, field: &str, ranges: &[Range<usize>]) {
    for range in ranges {
        quote(stage, reading, field, range.clone());
    }
}

fn quote(stage: &Stage<'_>, reading: &mut Reading, field: &str, range: Range<usize>) {
    let known = reading
        .quotes
        .iter()
        .any(|quote| quote.field == field && quote.range == range);
    if let (Some(text), false) = (stage.document.text.get(range.clone()), known) {
        let page = stage.document.page_of(range.start);
        reading.quotes.push(Quote {
            field: field.to_owned(),
            text: text.to_owned(),
            range,
            page,
        });
    }
}

//! What an audit could not see, in words. The rules are `domain::see::audit`'s.

use crate::texts::Words;
use documents::read::Reading;
use domain::see::audit::{Basis, Blindness, Label, Sight, Warning, answers_of, blind_spots};
use domain::see::indicator::Catalogue;
use serde::Serialize;
use utoipa::ToSchema;

/// The blind spots of one audit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BlindView {
    /// Core indicators that the document does not answer …
    pub(crate) unseen: usize,
    /// … of how many.
    pub(crate) expected: usize,
    /// One per core indicator.
    pub(crate) spots: Vec<SpotView>,
    /// How the audit was made, where that calls for doubt.
    pub(crate) warnings: Vec<WarningView>,
}

/// One core indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpotView {
    pub(crate) label: String,
    /// `examined`, `not-examined` or `could-not-see`.
    pub(crate) sight: &'static str,
    pub(crate) text: String,
    /// Why it could not see it, or why what it says deserves doubt.
    pub(crate) why: Option<String>,
}

/// One warning.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WarningView {
    pub(crate) text: String,
    /// What the warning rests on.
    pub(crate) basis: String,
}

/// The blind spots of a reading.
pub(crate) fn view(words: &Words, catalogue: &Catalogue, reading: &Reading) -> BlindView {
    let pairs = labels(reading);
    let labels: Vec<Label<'_>> = pairs
        .iter()
        .map(|(field, value)| Label { field, value })
        .collect();
    let proposals = answers_of(catalogue, &labels);
    let answered: Vec<&str> = proposals
        .iter()
        .map(|proposal| proposal.indicator.id.as_str())
        .collect();
    let spots = blind_spots(catalogue, &reading.conditions, &answered);
    BlindView {
        unseen: spots.expected() - spots.examined(),
        expected: spots.expected(),
        spots: spots
            .spots
            .iter()
            .map(|spot| {
                let (sight, why) = match spot.sight {
                    Sight::Examined { doubt } => ("examined", doubt),
                    Sight::NotExamined => ("not-examined", None),
                    Sight::CouldNotSee { reason } => ("could-not-see", Some(reason)),
                };
                SpotView {
                    label: words.dynamic("indicator-", &spot.indicator.id),
                    sight,
                    text: words.dynamic("sight-", sight),
                    why: why.map(|why| blindness(words, why)),
                }
            })
            .collect(),
        warnings: spots
            .warnings
            .iter()
            .map(|warning| WarningView {
                text: warning_text(words, warning),
                basis: words.text(match warning.basis() {
                    Basis::StatedInDocument => "basis-stated",
                    Basis::NotStatedInDocument => "basis-not-stated",
                    Basis::OurRuleOfThumb => "basis-rule-of-thumb",
                }),
            })
            .collect(),
    }
}

/// The labels of a reading as the domain takes them: fields, lists joined by `|`, findings by code.
pub(crate) fn labels(reading: &Reading) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = reading
        .labels
        .iter()
        .map(|(field, value)| (field.clone(), value.clone()))
        .collect();
    if !reading.union_names.is_empty() {
        let names: Vec<&str> = reading
            .union_names
            .iter()
            .filter_map(|name| name.split('|').next())
            .collect();
        pairs.push(("union_names".to_owned(), names.join("|")));
    }
    if let Some(expiry) = &reading.cba_expiry {
        pairs.push(("cba_expiry".to_owned(), expiry.clone()));
    }
    for finding in &reading.findings {
        let status = match finding.status {
            documents::read::Status::Found => "found",
            documents::read::Status::Alleged => "alleged",
            documents::read::Status::NotSubstantiated => "not_substantiated",
        };
        pairs.push((format!("finding.{}", finding.code), status.to_owned()));
    }
    pairs
}

fn blindness(words: &Words, blindness: Blindness) -> String {
    words.text(match blindness {
        Blindness::BoilerplateOnly => "blind-boilerplate",
        Blindness::NoWorkersInterviewed => "blind-no-workers",
        Blindness::NoRepresentativesInterviewed => "blind-no-representatives",
        Blindness::OnlyOnSite => "blind-only-on-site",
    })
}

fn warning_text(words: &Words, warning: &Warning) -> String {
    match *warning {
        Warning::Announced { window: false } => words.text("warning-announced"),
        Warning::Announced { window: true } => words.text("warning-window"),
        Warning::FewAuditorDays { days, workforce } => {
            words.with2("warning-few-days", "days", days, "workforce", workforce)
        }
        Warning::FewInterviews {
            interviewed,
            workforce,
            expected,
        } => words.fill(
            "warning-few-interviews",
            &[
                ("interviewed", interviewed.into()),
                ("workforce", workforce.into()),
                ("expected", expected.into()),
            ],
        ),
        Warning::InterviewsNotStated => words.text("warning-interviews-not-stated"),
        Warning::NoRepresentativesInterviewed => words.text("warning-no-representatives"),
        Warning::OnlyOnSite => words.text("warning-only-on-site"),
        Warning::Coaching => words.text("warning-coaching"),
        Warning::BoilerplateOnly => words.text("warning-boilerplate"),
    }
}

//! A facility's profile as pages and programs get it: per indicator who said what, behind each
//! mark the evidence, and the standing at the end. Sources that the catalogue calls confidential
//! are shown by kind, never by name.

use super::standing::{self, MarkView, StandingView};
use crate::texts::Words;
use domain::see::answer::Evidence;
use domain::see::indicator::{Catalogue, Column};
use domain::see::profile::{Cell, Profile, Row};
use serde::Serialize;
use utoipa::ToSchema;

/// The table “What we know, and from whom”.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProfileView {
    /// The indicators that matter first, in catalogue order.
    pub(crate) core: Vec<RowView>,
    /// All other indicators, by topic.
    pub(crate) topics: Vec<TopicView>,
    /// How many indicators have an answer …
    pub(crate) answered: usize,
    /// … of how many.
    pub(crate) indicators: usize,
}

/// One topic with its indicators, those of the core left out.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TopicView {
    /// Key of the topic.
    pub(crate) id: String,
    /// Its name.
    pub(crate) title: String,
    /// Indicators with an answer.
    pub(crate) rows: Vec<RowView>,
    /// Indicators that nobody was asked about.
    pub(crate) open: Vec<OpenView>,
}

/// An indicator that nobody was asked about.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OpenView {
    /// Identifier in the catalogue.
    pub(crate) indicator: String,
    /// The statement it is about.
    pub(crate) label: String,
}

/// One indicator.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RowView {
    /// Identifier in the catalogue.
    pub(crate) indicator: String,
    /// Place on the page.
    pub(crate) anchor: String,
    /// The statement it is about.
    pub(crate) label: String,
    /// The question as it is asked.
    pub(crate) question: String,
    /// What each side said, from workers to others.
    pub(crate) columns: Vec<ColumnView>,
    /// Where that leaves the question.
    pub(crate) standing: StandingView,
    /// Sources whose favourable word stands against the workers' side.
    pub(crate) contradicted_by: Vec<String>,
}

/// What one side said.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ColumnView {
    /// `workers`, `union`, `inspector`, `audit`, `management` or `other`.
    pub(crate) side: &'static str,
    /// Its name.
    pub(crate) label: String,
    /// Shape of the mark.
    pub(crate) mark: &'static str,
    /// `good`, `bad` or `neutral`.
    pub(crate) tone: &'static str,
    /// Word of the mark.
    pub(crate) word: String,
    /// The answers, newest first.
    pub(crate) answers: Vec<AnswerView>,
}

/// One answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AnswerView {
    /// Identifier.
    pub(crate) id: String,
    /// Shape of the mark.
    pub(crate) mark: &'static str,
    /// `good`, `bad` or `neutral`.
    pub(crate) tone: &'static str,
    /// What was said.
    pub(crate) says: String,
    /// Who said it.
    pub(crate) source: String,
    /// The day for which it was said.
    #[schema(value_type = String, format = Date)]
    pub(crate) day: jiff::civil::Date,
    /// Too old to count.
    pub(crate) aged: bool,
    /// Read by a machine and not yet reviewed.
    pub(crate) unreviewed: bool,
    /// Replaced by a newer answer of the same source.
    pub(crate) superseded: bool,
    /// What it rests on.
    pub(crate) evidence: Vec<EvidenceView>,
}

/// What an answer rests on.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EvidenceView {
    /// Words of a document, verbatim.
    pub(crate) quote: Option<String>,
    /// Page of the quote.
    pub(crate) page: Option<u32>,
    /// Address of the audit's page here.
    pub(crate) audit: Option<String>,
    /// A note.
    pub(crate) note: Option<String>,
    /// A link.
    pub(crate) link: Option<String>,
}

/// The profile in words.
pub(crate) fn view(words: &Words, catalogue: &Catalogue, profile: &Profile<'_>) -> ProfileView {
    let answered = |row: &&Row<'_>| !row.cells.is_empty();
    let topics = catalogue
        .clusters()
        .iter()
        .map(|cluster| {
            let rows = || {
                profile
                    .rows
                    .iter()
                    .filter(|row| row.indicator.cluster == cluster.id && !row.indicator.core)
            };
            TopicView {
                id: cluster.id.clone(),
                title: words.dynamic("cluster-", &cluster.id),
                rows: rows()
                    .filter(answered)
                    .map(|row| row_view(words, row))
                    .collect(),
                open: rows()
                    .filter(|row| !answered(row))
                    .map(|row| OpenView {
                        indicator: row.indicator.id.clone(),
                        label: words.dynamic("indicator-", &row.indicator.id),
                    })
                    .collect(),
            }
        })
        .filter(|topic| !topic.rows.is_empty() || !topic.open.is_empty())
        .collect();
    ProfileView {
        core: profile
            .rows
            .iter()
            .filter(|row| row.indicator.core)
            .map(|row| row_view(words, row))
            .collect(),
        topics,
        answered: profile.rows.iter().filter(answered).count(),
        indicators: profile.rows.len(),
    }
}

/// Name of a source, unless its kind is confidential: then its kind alone.
pub(crate) fn source_name(words: &Words, cell: &Cell<'_>) -> String {
    let kind = words.dynamic("source-", &cell.answer.source.kind);
    let confidential = cell.source_type.is_none_or(|kind| kind.confidential);
    if confidential || cell.answer.source.name.is_empty() {
        kind
    } else {
        words.with2(
            "source-named",
            "kind",
            kind,
            "name",
            &cell.answer.source.name,
        )
    }
}

fn row_view(words: &Words, row: &Row<'_>) -> RowView {
    let indicator = row.indicator;
    RowView {
        indicator: indicator.id.clone(),
        anchor: indicator.id.replace(['.', '_'], "-"),
        label: words.dynamic("indicator-", &indicator.id),
        question: words
            .dynamic_attribute("indicator-", &indicator.id, Some("question"))
            .unwrap_or_else(|| indicator.question.clone()),
        columns: Column::ALL
            .into_iter()
            .map(|column| column_view(words, row, column))
            .collect(),
        standing: standing::view(words, indicator, &row.standing),
        contradicted_by: row
            .contradicted_by
            .iter()
            .map(|source| words.dynamic("source-", &source.kind))
            .collect(),
    }
}

/// The mark of a column is that of its newest answer that counts; where answers of one side
/// differ the mark says so.
fn column_view(words: &Words, row: &Row<'_>, column: Column) -> ColumnView {
    let cells = row.column(column);
    let counted: Vec<&Cell<'_>> = cells.iter().filter(|cell| !cell.superseded).collect();
    let shapes: Vec<_> = counted
        .iter()
        .map(|cell| standing::mark(words, row.indicator, cell))
        .collect();
    let unasked = || MarkView {
        shape: "unknown",
        tone: "neutral",
        says: words.text("standing-not-asked"),
    };
    let firm = |view: &MarkView| view.shape == "verified-yes" || view.shape == "verified-no";
    let drawn = match shapes.as_slice() {
        [] => unasked(),
        [first, rest @ ..] => {
            let differs =
                |other: &MarkView| firm(other) && firm(first) && other.shape != first.shape;
            if rest.iter().any(differs) {
                MarkView {
                    shape: "contested",
                    tone: "neutral",
                    says: words.text("standing-contested"),
                }
            } else {
                first.clone()
            }
        }
    };
    ColumnView {
        side: column.word(),
        label: words.dynamic("column-", column.word()),
        mark: drawn.shape,
        tone: drawn.tone,
        word: drawn.says,
        answers: cells
            .iter()
            .map(|cell| answer_view(words, row, cell))
            .collect(),
    }
}

fn answer_view(words: &Words, row: &Row<'_>, cell: &Cell<'_>) -> AnswerView {
    let drawn = standing::mark(words, row.indicator, cell);
    AnswerView {
        id: cell.answer.id.to_string(),
        mark: drawn.shape,
        tone: drawn.tone,
        says: drawn.says,
        source: source_name(words, cell),
        day: cell.answer.day,
        aged: cell.aged,
        unreviewed: cell.unreviewed,
        superseded: cell.superseded,
        evidence: cell.answer.evidence.iter().map(evidence_view).collect(),
    }
}

/// Evidence as pages show it.
pub(crate) fn evidence_view(evidence: &Evidence) -> EvidenceView {
    let mut view = EvidenceView {
        quote: None,
        page: None,
        audit: None,
        note: None,
        link: None,
    };
    match evidence {
        Evidence::Quote {
            audit, text, page, ..
        } => {
            view.quote = Some(text.split_whitespace().collect::<Vec<_>>().join(" "));
            view.page = *page;
            view.audit = audit.map(|id| format!("/audits/{id}"));
        }
        Evidence::Note { text } => view.note = Some(text.clone()),
        Evidence::Link { url } => view.link = Some(url.clone()),
    }
    view
}

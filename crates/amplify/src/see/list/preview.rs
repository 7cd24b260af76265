//! What an import would do, before it does anything: each row as it will be, and everything that
//! is wrong with the list.

use super::said::{self, Problem};
use crate::see::country_name;
use crate::texts::Words;
use documents::list::{FacilityRow, RowsReport, Severity};
use serde::Serialize;
use store::see::list::Outcome;
use utoipa::ToSchema;

/// How many rows are shown as they will be.
const SHOWN_ROWS: usize = 20;

/// How many remarks stand on the page; all of them are in the file to download.
const SHOWN_PROBLEMS: usize = 500;

/// What an import would do.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Preview {
    /// Rows of the file.
    pub(super) total: usize,
    /// Facilities that will be new.
    pub(super) new: usize,
    /// Facilities that will get new details.
    pub(super) update: usize,
    /// Facilities that stay as they are.
    pub(super) unchanged: usize,
    /// The first rows as they will be.
    pub(super) rows: Vec<PreviewRow>,
}

impl Preview {
    /// How many facilities the import touches or confirms.
    pub(super) fn accepted(&self) -> usize {
        self.new + self.update + self.unchanged
    }
}

/// A row as it will be.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PreviewRow {
    /// Number of the row in the file.
    pub(super) row: u32,
    /// Name.
    pub(super) name: String,
    /// Address in one line.
    pub(super) address: String,
    /// Country in the reader's language.
    pub(super) country: String,
    /// Latitude and longitude.
    pub(super) position: Option<String>,
    /// Sectors.
    pub(super) sector: String,
    /// Number of workers.
    pub(super) workers: Option<u32>,
    /// `new`, `update` or `unchanged`.
    pub(super) outcome: &'static str,
}

/// What is wrong with the rows of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Problems {
    /// Rows that are left out.
    pub(super) refused: usize,
    /// Remarks on rows that are imported all the same.
    pub(super) warnings: usize,
    /// Rows that repeat an earlier one.
    pub(super) duplicates: usize,
    /// How many remarks there are in all.
    pub(super) total: usize,
    /// The first of them, mistakes before mere remarks.
    pub(super) rows: Vec<Problem>,
}

/// The preview of a report, whose rows have these outcomes.
pub(super) fn preview(
    words: &Words,
    rows_of_file: usize,
    report: &RowsReport,
    outcomes: &[Outcome],
) -> Preview {
    let count = |wanted: Outcome| {
        outcomes
            .iter()
            .filter(|outcome| **outcome == wanted)
            .count()
    };
    Preview {
        total: rows_of_file,
        new: count(Outcome::Added),
        update: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        rows: report
            .rows
            .iter()
            .zip(outcomes)
            .take(SHOWN_ROWS)
            .map(|(row, outcome)| preview_row(words, row, *outcome))
            .collect(),
    }
}

fn preview_row(words: &Words, row: &FacilityRow, outcome: Outcome) -> PreviewRow {
    PreviewRow {
        row: row.number,
        name: row.name.clone(),
        address: row.address.clone(),
        country: country_name(words, &row.country),
        position: row
            .position
            .map(|position| format!("{}, {}", position.latitude, position.longitude)),
        sector: row.sector.clone(),
        workers: row.workers,
        outcome: match outcome {
            Outcome::Added => "new",
            Outcome::Updated => "update",
            Outcome::Unchanged | Outcome::Failed => "unchanged",
        },
    }
}

/// What is wrong with the rows; mistakes come first, since they cost a row.
pub(super) fn problems(words: &Words, report: &RowsReport) -> Problems {
    let of = |severity: Severity| {
        report
            .errors
            .iter()
            .filter(move |error| error.severity == severity)
    };
    Problems {
        refused: report.refused,
        warnings: of(Severity::Warning).count(),
        duplicates: report.duplicates.len(),
        total: report.errors.len(),
        rows: of(Severity::Error)
            .chain(of(Severity::Warning))
            .take(SHOWN_PROBLEMS)
            .map(|error| said::row_error(words, error))
            .collect(),
    }
}

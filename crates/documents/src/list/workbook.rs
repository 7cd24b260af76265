//! What XLSX and ODS workbooks have in common: several sheets, of which one is the list.

use super::table::Grid;

/// The sheets of a workbook, and the one that was taken.
pub(super) struct Sheets {
    pub(super) names: Vec<String>,
    /// How many other sheets hold rows.
    pub(super) others: usize,
    pub(super) sheet: String,
    pub(super) grid: Grid,
}

/// True if a sheet has more rows than the one taken so far; of equals the first stays.
pub(super) fn larger(grid: &Grid, taken: Option<&(String, Grid)>) -> bool {
    taken.is_none_or(|(_, largest)| grid.rows.len() > largest.rows.len())
}

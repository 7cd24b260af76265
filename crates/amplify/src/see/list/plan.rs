//! How a list is read: what a person chose about the file, and which column is which field. The
//! page, the job and the command line read a list through [`open`], so all three see the same
//! rows. Nothing is stored or imported here.

use documents::list::rows::Place;
use documents::list::{
    Choice, FacilityRow, Field, Limits, ListError, Mapping, MappingError, RowError, RowsReport,
    Severity, Table, letter, mapping,
};
use domain::id::OrganisationId;
use domain::people::access::OrganisationKind;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::people::organisation::Organisation;
use store::see::facility::{Draft, MOST_ADDRESS, MOST_NAME, MOST_SECTOR};
use store::see::list::{Input, Line, RowProblem};

/// What is kept with a list about reading it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Plan {
    /// Sheet by name, if a person chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sheet: Option<String>,
    /// Number of the row with the headings, if a person chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) header_row: Option<u32>,
    /// Separator, if a person chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) separator: Option<char>,
    /// Encoding, if a person chose one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) encoding: Option<String>,
    /// Which column is which field.
    pub(crate) mapping: Mapping,
}

impl Plan {
    /// A plan in which nothing about the file was chosen.
    pub(crate) fn new(mapping: Mapping) -> Self {
        Plan {
            sheet: None,
            header_row: None,
            separator: None,
            encoding: None,
            mapping,
        }
    }

    /// What was chosen about the file.
    pub(crate) fn choice(&self) -> Choice {
        Choice {
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            separator: self.separator,
            encoding: self.encoding.clone(),
        }
    }
}

/// Reads the table of a list.
pub(crate) fn table(
    bytes: &[u8],
    name: &str,
    most_bytes: u64,
    choice: &Choice,
) -> Result<Table, ListError> {
    let limits = Limits {
        file_bytes: most_bytes,
        ..Limits::default()
    };
    documents::list::open_with(bytes, name, &limits, choice)
}

/// The mapping to begin with: the remembered one if it fits the headings, else a guess.
pub(crate) fn first_mapping(table: &Table, remembered: Option<String>) -> Mapping {
    let remembered = remembered
        .and_then(|text| serde_json::from_str::<Plan>(&text).ok())
        .map(|plan| plan.mapping);
    match remembered.filter(|mapping| mapping.check(table).is_empty()) {
        Some(mut mapping) => {
            // The signature folds case and accents; what is shown is how this list writes it.
            for (column, header) in mapping.columns.iter_mut().zip(&table.headers) {
                column.header.clone_from(header);
            }
            mapping
        }
        None => mapping::guess(&table.headers, &table.rows),
    }
}

/// The facilities of a list under a mapping that is in order, or what is wrong with the mapping.
pub(crate) fn facilities(
    table: &Table,
    mapping: &Mapping,
) -> Result<RowsReport, Vec<MappingError>> {
    let wrong = mapping.check(table);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let mut report = documents::list::facility_rows(table, mapping);
    let mut too_long = Vec::new();
    report.rows.retain(|row| {
        let found = longest(table, mapping, row);
        let keep = found.is_none();
        too_long.extend(found);
        keep
    });
    if !too_long.is_empty() {
        report.refused += too_long.len();
        report.errors.append(&mut too_long);
        report.errors.sort_by_key(|error| error.row);
    }
    Ok(report)
}

/// A text that is longer than the store takes refuses its row, not the whole list.
fn longest(table: &Table, mapping: &Mapping, row: &FacilityRow) -> Option<RowError> {
    type Check<'a> = (&'a str, usize, &'static str, fn(Field) -> bool);
    let checks: [Check<'_>; 3] = [
        (&row.name, MOST_NAME, "row-name-too-long", |field| {
            field == Field::Name
        }),
        (
            &row.address,
            MOST_ADDRESS,
            "row-address-too-long",
            Field::is_address,
        ),
        (&row.sector, MOST_SECTOR, "row-sector-too-long", |field| {
            field == Field::Sector
        }),
    ];
    let (_, most, code, fills) = checks
        .into_iter()
        .find(|(text, most, ..)| text.len() > *most && text.chars().count() > *most)?;
    let column = mapping
        .columns
        .iter()
        .position(|column| fills(column.field));
    Some(RowError {
        row: row.number,
        column: column.map(|at| Place {
            header: table.headers.get(at).cloned().unwrap_or_default(),
            letter: letter(at),
        }),
        code,
        args: vec![("limit", most.to_string())],
        severity: Severity::Error,
    })
}

/// The facilities of a report as the store takes them, in their order.
pub(crate) fn drafts(report: &RowsReport) -> Vec<Draft> {
    report.rows.iter().map(|row| draft(row, false)).collect()
}

/// Every row that is imported or left out, as the store takes it.
pub(crate) fn lines(
    report: &RowsReport,
    owner: OrganisationId,
    organisations: &[Organisation],
) -> Vec<Line> {
    let fictional = organisations
        .iter()
        .any(|each| each.id == owner && each.fictional);
    let brands: HashMap<String, OrganisationId> = organisations
        .iter()
        .filter(|each| each.kind == OrganisationKind::Brand)
        .map(|each| (each.name.to_lowercase(), each.id))
        .collect();
    let mut problems: BTreeMap<u32, Vec<RowProblem>> = BTreeMap::new();
    for error in &report.errors {
        problems
            .entry(error.row)
            .or_default()
            .push(row_problem(error));
    }
    let mut lines: Vec<Line> = report
        .rows
        .iter()
        .map(|row| Line {
            number: row.number,
            input: Input::Facility(draft(row, fictional)),
            problems: problems.remove(&row.number).unwrap_or_default(),
            buyers: row
                .brands
                .iter()
                .filter_map(|name| brands.get(&name.to_lowercase()).copied())
                .collect(),
        })
        .collect();
    // What is left are rows without a facility: refused ones, and repeats with a remark.
    let refused = problems
        .into_iter()
        .filter(|(_, problems)| problems.iter().any(|problem| problem.error));
    lines.extend(refused.map(|(number, problems)| Line {
        number,
        input: Input::Nothing,
        problems,
        buyers: Vec::new(),
    }));
    lines
}

fn row_problem(error: &RowError) -> RowProblem {
    RowProblem {
        column: error.column.as_ref().map(|place| place.header.clone()),
        letter: error.column.as_ref().map(|place| place.letter.clone()),
        code: error.code.to_owned(),
        args: error
            .args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
        error: error.severity == Severity::Error,
    }
}

/// Keys of details that a list's own columns of this kind become.
const OWN_NUMBER: &str = "own_number";
const BRAND: &str = "brand";

fn draft(row: &FacilityRow, fictional: bool) -> Draft {
    let mut details = row.details.clone();
    if let Some(number) = &row.own_number {
        details.push((OWN_NUMBER.to_owned(), number.clone()));
    }
    if !row.brands.is_empty() {
        details.push((BRAND.to_owned(), row.brands.join("; ")));
    }
    Draft {
        name: row.name.clone(),
        address: row.address.clone(),
        country: row.country.clone(),
        position: row.position,
        sector: row.sector.clone(),
        workers: row.workers,
        details,
        os_id: row.os_id.clone(),
        fictional,
    }
}

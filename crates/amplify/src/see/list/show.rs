//! One list: its columns to be matched and what the import would do, then what became of it. The
//! file is read for each look; nothing is kept between two requests.

use super::plan::{self, Plan};
use super::preview::{self, Preview, Problems};
use super::said;
use super::uploads::{self, ListRow};
use crate::texts::Words;
use crate::web::app::{self, App, Shared};
use crate::web::ask::Actor;
use crate::web::chrome::Chrome;
use crate::web::form::Faults;
use crate::web::problem::Problem;
use crate::web::render;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use documents::list::{Choice, Field, Table, countries, letter, mapping};
use domain::id::ListId;
use domain::people::access::Scope;
use serde::Serialize;
use store::people::organisation;
use store::see::list::{self as stored, Record, State as Stage};
use utoipa::ToSchema;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// How many characters of a value are shown.
const SAMPLE_CHARS: usize = 60;

/// Encodings to choose from, by their names on the web.
const ENCODINGS: [&str; 11] = [
    "utf-8",
    "windows-1252",
    "windows-1250",
    "windows-1254",
    "windows-1251",
    "windows-1258",
    "gb18030",
    "big5",
    "shift_jis",
    "euc-kr",
    "utf-16le",
];

/// Separators to choose from, with the keys of their names.
pub(super) const SEPARATORS: [(char, &str); 4] = [
    (',', "lists-separator-comma"),
    (';', "lists-separator-semicolon"),
    ('\t', "lists-separator-tab"),
    ('|', "lists-separator-pipe"),
];

/// One list.
#[derive(Template, Serialize, ToSchema)]
#[template(path = "see/list/show.html")]
pub(super) struct ListPage {
    #[serde(skip)]
    chrome: Chrome,
    #[serde(skip)]
    fields: Vec<(&'static str, String)>,
    #[serde(skip)]
    countries: Vec<(String, String)>,
    /// The list itself.
    list: ListRow,
    /// Version to send back with a change.
    version: i64,
    /// An earlier import of the same file.
    twin: Option<Twin>,
    /// Why the last import did not work.
    failure: Option<String>,
    /// Why the file cannot be read any more.
    trouble: Option<String>,
    /// How the file is read, while that may be changed.
    reading: Option<Reading>,
    /// What an import would do.
    preview: Option<Preview>,
    /// What is wrong with rows.
    problems: Option<Problems>,
    /// What is wrong with the choices.
    faults: Faults,
}

/// An earlier import of the same file.
#[derive(Serialize, ToSchema)]
struct Twin {
    /// Address of its page.
    url: String,
    /// Day of the import in the reader's language.
    day: String,
}

/// How the file is read.
#[derive(Serialize, ToSchema)]
struct Reading {
    /// CSV, XLSX or ODS.
    format: String,
    /// Sheets of a workbook.
    sheets: Vec<String>,
    /// The one that was read.
    sheet: String,
    /// Row with the headings that was found or chosen.
    header_row: Option<u32>,
    #[serde(skip)]
    separators: Vec<(String, String, bool)>,
    #[serde(skip)]
    encodings: Vec<(&'static str, bool)>,
    /// Separator of a CSV file.
    separator: Option<char>,
    /// Encoding of a CSV file.
    encoding: Option<&'static str>,
    /// What to know about how it was read.
    notes: Vec<String>,
    /// True if the choices are those of an earlier list with these headings.
    remembered: bool,
    /// True if no column places the facilities.
    unplaced: bool,
    /// The columns.
    columns: Vec<Column>,
    /// Country for rows that state none.
    default_country: String,
}

/// A column of the list.
#[derive(Serialize, ToSchema)]
struct Column {
    /// Letter, as spreadsheets show it.
    letter: String,
    /// Heading.
    header: String,
    /// First values that are not blank.
    samples: Vec<String>,
    /// Key of the field that it is.
    field: &'static str,
}

/// A change that cannot be kept, to be shown again.
pub(super) struct Tried {
    /// What was chosen.
    pub(super) plan: Plan,
    /// What is wrong with it.
    pub(super) faults: Faults,
}

/// A list: the columns to match and the preview, or what became of it.
#[utoipa::path(get, path = "/lists/{id}", tag = "Lists",
    params(("id" = String, Path, description = "List")),
    responses((status = 200, body = ListPage), (status = 404, body = crate::web::problem::ProblemDetails)))]
pub(super) async fn show(
    State(app): State<Shared>,
    actor: Actor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let page = page(&app, &actor, identifier(&id)?, None).await?;
    render::page(&actor.ask, &page)
}

/// The identifier in an address.
pub(super) fn identifier(text: &str) -> Result<ListId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

/// The page of a list, with what was just tried in place of what is kept.
pub(super) async fn page(
    app: &Shared,
    actor: &Actor,
    id: ListId,
    tried: Option<Tried>,
) -> Result<ListPage, Problem> {
    let (app, actor) = (Shared::clone(app), actor.clone());
    app::blocking(move || app.db.read(|tx| look(tx, &app, &actor, id, tried.as_ref()))).await
}

fn look(
    tx: &store::Tx<'_>,
    app: &App,
    actor: &Actor,
    id: ListId,
    tried: Option<&Tried>,
) -> store::Result<ListPage> {
    let (scope, words) = (&actor.scope, &actor.ask.words);
    let record = stored::get(tx, scope, id)?;
    let owners = organisation::list(tx, scope)?;
    let mut page = ListPage {
        chrome: Chrome::of(&actor.ask),
        fields: Field::ALL
            .into_iter()
            .map(|field| (field.key(), words.dynamic("field-", field.key())))
            .collect(),
        countries: country_choices(words),
        list: uploads::row(tx, scope, words, &record, &owners)?,
        version: record.version,
        twin: twin(tx, actor, &record)?,
        failure: record
            .problem
            .as_ref()
            .map(|problem| said::problem(words, problem)),
        trouble: None,
        reading: None,
        preview: None,
        problems: None,
        faults: tried.map(|tried| tried.faults.clone()).unwrap_or_default(),
    };
    if page.list.works() {
        return Ok(page);
    }
    let kept = match tried {
        Some(tried) => Some(tried.plan.clone()),
        None => kept_plan(&record)?,
    };
    let choice = kept.as_ref().map(Plan::choice).unwrap_or_default();
    let table = match read_table(app, &record, &choice) {
        Ok(table) => table,
        Err(Unreadable::Gone) => {
            page.trouble = Some(words.text("lists-file-gone"));
            return Ok(page);
        }
        Err(Unreadable::NoList(error)) => {
            page.trouble = Some(said::list_error(words, &error));
            return Ok(page);
        }
        Err(Unreadable::Store(error)) => return Err(error),
    };
    let remembered = stored::remembered(tx, scope, &mapping::signature(&table.headers))?;
    let known = remembered.is_some();
    let plan = match kept {
        Some(plan) => plan,
        None => Plan::new(plan::first_mapping(&table, remembered)),
    };
    let report = plan::facilities(&table, &plan.mapping);
    if record.state != Stage::Imported {
        if let Err(wrong) = &report {
            for error in wrong {
                page.faults
                    .add("columns", said::mapping_error(words, error));
            }
        }
        page.reading = Some(reading(words, &table, &plan, known));
    }
    if let Ok(report) = report {
        page.problems = Some(preview::problems(words, &report));
        if record.state != Stage::Imported {
            let outcomes = stored::preview(tx, scope, &plan::drafts(&report))?;
            page.preview = Some(preview::preview(
                words,
                table.rows.len(),
                &report,
                &outcomes,
            ));
        }
    }
    Ok(page)
}

/// The plan that is kept with a list, once somebody made one.
pub(super) fn kept_plan(record: &Record) -> store::Result<Option<Plan>> {
    if record.mapping.is_empty() {
        return Ok(None);
    }
    Ok(Some(serde_json::from_str(&record.mapping)?))
}

/// The plan for the import: the kept one, or the one that its page begins with.
pub(super) fn plan_of(
    tx: &store::Tx<'_>,
    app: &App,
    scope: &Scope,
    record: &Record,
) -> store::Result<Result<(Plan, Table), Unreadable>> {
    let kept = kept_plan(record)?;
    let choice = kept.as_ref().map(Plan::choice).unwrap_or_default();
    let table = match read_table(app, record, &choice) {
        Ok(table) => table,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let plan = if let Some(plan) = kept {
        plan
    } else {
        let remembered = stored::remembered(tx, scope, &mapping::signature(&table.headers))?;
        Plan::new(plan::first_mapping(&table, remembered))
    };
    Ok(Ok((plan, table)))
}

/// Why the file of a list cannot be read.
pub(super) enum Unreadable {
    /// It is no longer in the storage.
    Gone,
    /// It is no list under these choices.
    NoList(documents::list::ListError),
    /// The storage is away.
    Store(store::Error),
}

/// The table of a stored list.
pub(super) fn read_table(app: &App, record: &Record, choice: &Choice) -> Result<Table, Unreadable> {
    let bytes = app.files.get(record.hash).map_err(|error| match error {
        store::Error::NotFound => Unreadable::Gone,
        other => Unreadable::Store(other),
    })?;
    plan::table(&bytes, &record.name, app.config.max_upload_bytes, choice)
        .map_err(Unreadable::NoList)
}

/// The latest import of the same file before this one.
fn twin(tx: &store::Tx<'_>, actor: &Actor, record: &Record) -> store::Result<Option<Twin>> {
    Ok(stored::imported_before(tx, &actor.scope, record)?
        .first()
        .map(|other| Twin {
            url: format!("/lists/{}", other.id),
            day: actor.ask.words.date(&crate::clock::day(other.created)),
        }))
}

fn reading(words: &Words, table: &Table, plan: &Plan, remembered: bool) -> Reading {
    let columns = table.headers.iter().enumerate().map(|(at, header)| Column {
        letter: letter(at),
        header: header.clone(),
        samples: samples(table, at),
        field: plan
            .mapping
            .columns
            .get(at)
            .map_or(Field::Detail, |column| column.field)
            .key(),
    });
    let separators = SEPARATORS.iter().map(|(sign, key)| {
        (
            sign.to_string(),
            words.text(key),
            plan.separator == Some(*sign),
        )
    });
    let encodings = ENCODINGS
        .iter()
        .map(|name| (*name, plan.encoding.as_deref() == Some(*name)));
    Reading {
        format: table.format.name().to_owned(),
        sheets: table.sheets.clone(),
        sheet: table.sheet.clone().unwrap_or_default(),
        header_row: table.header_row,
        separators: separators.collect(),
        encodings: encodings.collect(),
        separator: table.separator,
        encoding: table.encoding,
        notes: table
            .notes
            .iter()
            .map(|note| said::note(words, note))
            .collect(),
        remembered,
        unplaced: !plan.mapping.places(),
        columns: columns.collect(),
        default_country: plan.mapping.default_country.clone().unwrap_or_default(),
    }
}

fn samples(table: &Table, column: usize) -> Vec<String> {
    let cells = table
        .rows
        .iter()
        .take(1_000)
        .map(|row| row.cell(column).trim());
    cells
        .filter(|cell| !cell.is_empty())
        .take(SAMPLES)
        .map(|cell| match cell.char_indices().nth(SAMPLE_CHARS) {
            Some((end, _)) => format!("{}…", &cell[..end]),
            None => cell.to_owned(),
        })
        .collect()
}

/// Every country by its name in the reader's language.
fn country_choices(words: &Words) -> Vec<(String, String)> {
    let mut choices: Vec<(String, String)> = countries::all()
        .iter()
        .map(|country| {
            (
                country.iso2.clone(),
                crate::see::country_name(words, &country.iso2),
            )
        })
        .collect();
    choices.sort_by(|a, b| a.1.cmp(&b.1));
    choices
}

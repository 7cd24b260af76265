//! `amplify import`: a supplier list from the command line, by the same steps as on the pages. It
//! looks first; with `--dry-run` it stops there. Rows with mistakes are left out and told.

use super::{WITH_FAULTS, open};
use crate::config::Config;
use crate::see::list::mapping::keep;
use crate::see::list::plan;
use crate::see::list::said::{self, Problem};
use crate::see::list::upload::{self, Owner};
use crate::texts::Words;
use anyhow::{Context, bail};
use clap::Args;
use documents::list::{Choice, Field, Mapping, RowsReport, Table, letter, mapping};
use domain::people::access::Scope;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use store::people::organisation;
use store::see::list::{self as stored, Outcome};

/// Which list, whose, and how it is read.
#[derive(Args)]
pub(super) struct Import {
    /// The supplier list: CSV, XLSX or ODS.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Brand whose suppliers these are (default: nobody's in particular).
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    /// Add the brand if it is not here yet.
    #[arg(long, requires = "brand")]
    new_brand: bool,
    /// Match a column by hand: its heading or letter, `=`, a field such as name or country.
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    columns: Vec<String>,
    /// Country code for rows that state no country.
    #[arg(long, value_name = "CODE")]
    default_country: Option<String>,
    /// Sheet of a workbook by name.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Number of the row with the headings.
    #[arg(long, value_name = "ROW")]
    header_row: Option<u32>,
    /// Sign that parts the columns of a CSV file.
    #[arg(long, value_name = "SIGN")]
    separator: Option<char>,
    /// Encoding of a CSV file, such as windows-1252.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Only look; import nothing.
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// What the command found and did.
#[derive(Serialize)]
struct Report {
    /// Identifier of the list, once it is imported.
    list: Option<String>,
    /// True if nothing was imported.
    dry_run: bool,
    /// Rows of the file.
    rows: usize,
    /// New facilities.
    new: u32,
    /// Facilities with new details.
    updated: u32,
    /// Facilities that stay as they are.
    unchanged: u32,
    /// Rows left out.
    refused: usize,
    /// Rows that repeat an earlier one.
    duplicates: usize,
    /// Which column is which field.
    mapping: BTreeMap<String, &'static str>,
    /// What to know about how the file was read.
    notes: Vec<String>,
    /// What is wrong with rows.
    problems: Vec<Problem>,
}

/// Looks at the list and imports it.
pub(super) fn run(config: &Config, command: &Import) -> anyhow::Result<ExitCode> {
    let words = Words::english();
    let bar = open::progress_bar(4, command.json);
    bar.set_message("reading the file");
    let (name, bytes) = read_file(command, config.max_upload_bytes)?;
    let db = open::database(config)?;
    if let Some(link) = open::first_link(&db, config)? {
        bar.suspend(|| {
            eprintln!(
                "This is the first start here. One-time link for the first account:\n  {link}"
            );
        });
    }
    let choice = Choice {
        sheet: command.sheet.clone(),
        header_row: command.header_row,
        separator: command.separator,
        encoding: command.encoding.clone(),
    };
    let table = plan::table(&bytes, &name, config.max_upload_bytes, &choice)?;
    bar.inc(1);
    bar.set_message("matching columns");
    let signature = mapping::signature(&table.headers);
    let (scope, owner, remembered) = db.read(|tx| {
        let scope = store::people::account::first(tx)?.scope;
        let owner = owner(tx, &scope, command)?;
        Ok((scope, owner, stored::remembered(tx, &scope, &signature)?))
    })?;
    let owner = owner?;
    let mut mapping = plan::first_mapping(&table, remembered);
    change(&mut mapping, command)?;
    let rows = plan::facilities(&table, &mapping).map_err(|wrong| {
        let reasons: Vec<String> = wrong.iter().map(|error| format!("  {error}")).collect();
        anyhow::anyhow!(
            "the columns cannot be matched; use --map COLUMN=FIELD:\n{}\n{}",
            reasons.join("\n"),
            columns(&table, &mapping)
        )
    })?;
    bar.inc(1);
    bar.set_message("comparing");
    let plan = plan::Plan {
        sheet: choice.sheet,
        header_row: choice.header_row,
        separator: choice.separator,
        encoding: choice.encoding,
        mapping,
    };
    let mut report = look(&words, &db, &scope, &table, &rows, &plan.mapping)?;
    bar.inc(1);
    if !command.dry_run {
        bar.set_message("importing");
        import(
            config,
            &db,
            &scope,
            &owner,
            &Read {
                name: &name,
                bytes: &bytes,
                table: &table,
                rows: &rows,
                plan: &plan,
            },
            &mut report,
        )?;
    }
    bar.finish_and_clear();
    let mut out = std::io::stdout().lock();
    if command.json {
        serde_json::to_writer(&mut out, &report)?;
        writeln!(out)?;
    } else {
        print(&mut out, &report)?;
    }
    Ok(if report.refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(WITH_FAULTS)
    })
}

/// The file's name and content, its size looked at first.
fn read_file(command: &Import, most_bytes: u64) -> anyhow::Result<(String, Vec<u8>)> {
    let path = &command.file;
    let size = std::fs::metadata(path)
        .with_context(|| format!("cannot read {}", path.display()))?
        .len();
    if size > most_bytes {
        bail!(
            "{} has {size} bytes, more than max_upload_bytes ({most_bytes}); split the list",
            path.display()
        );
    }
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Ok((name, bytes))
}

/// Whose list it is; the inner error says what to do about a brand that is not here.
fn owner(
    tx: &store::Tx<'_>,
    scope: &Scope,
    command: &Import,
) -> store::Result<anyhow::Result<Owner>> {
    let Some(name) = command.brand.as_deref().map(str::trim) else {
        return Ok(Ok(Owner::Programme));
    };
    let brands = upload::brands(tx, scope)?;
    let known = brands
        .iter()
        .find(|brand| brand.name.to_lowercase() == name.to_lowercase());
    Ok(match known {
        Some(brand) => Ok(Owner::Known(brand.id)),
        None if command.new_brand => Ok(Owner::New(name.to_owned())),
        None => {
            let names: Vec<&str> = brands.iter().map(|brand| brand.name.as_str()).collect();
            Err(anyhow::anyhow!(
                "there is no brand named {name}; add --new-brand to add it, or choose one of: {}",
                names.join(", ")
            ))
        }
    })
}

/// Applies what was matched by hand.
fn change(mapping: &mut Mapping, command: &Import) -> anyhow::Result<()> {
    for wish in &command.columns {
        let (column, field) = wish
            .rsplit_once('=')
            .with_context(|| format!("--map {wish}: write COLUMN=FIELD"))?;
        let field = Field::from_key(field.trim()).with_context(|| {
            let keys: Vec<&str> = Field::ALL.into_iter().map(Field::key).collect();
            format!(
                "--map {wish}: there is no field {field}; choose one of {}",
                keys.join(", ")
            )
        })?;
        let column = column.trim();
        let by_header = mapping
            .columns
            .iter()
            .position(|each| each.header == column);
        let at = by_header
            .or_else(|| {
                (0..mapping.columns.len()).find(|at| letter(*at).eq_ignore_ascii_case(column))
            })
            .with_context(|| {
                format!("--map {wish}: no column has the heading or letter {column}")
            })?;
        // A field that takes one column moves to the one that was named.
        if !field.repeats() {
            for each in mapping
                .columns
                .iter_mut()
                .filter(|each| each.field == field)
            {
                each.field = Field::Detail;
            }
        }
        if let Some(each) = mapping.columns.get_mut(at) {
            each.field = field;
        }
    }
    if let Some(code) = &command.default_country {
        mapping.default_country = Some(code.to_uppercase());
    }
    Ok(())
}

/// The columns with their fields, for a person who has to match them.
fn columns(table: &Table, mapping: &Mapping) -> String {
    let lines =
        table
            .headers
            .iter()
            .zip(&mapping.columns)
            .enumerate()
            .map(|(at, (header, column))| {
                format!("  {:>3}  {header} = {}", letter(at), column.field.key())
            });
    lines.collect::<Vec<_>>().join("\n")
}

/// What the import would do.
fn look(
    words: &Words,
    db: &store::Db,
    scope: &Scope,
    table: &Table,
    rows: &RowsReport,
    mapping: &Mapping,
) -> anyhow::Result<Report> {
    let drafts = plan::drafts(rows);
    let outcomes = db.read(|tx| stored::preview(tx, scope, &drafts))?;
    let count = |wanted: Outcome| {
        let found = outcomes
            .iter()
            .filter(|outcome| **outcome == wanted)
            .count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    Ok(Report {
        list: None,
        dry_run: true,
        rows: table.rows.len(),
        new: count(Outcome::Added),
        updated: count(Outcome::Updated),
        unchanged: count(Outcome::Unchanged),
        refused: rows.refused,
        duplicates: rows.duplicates.len(),
        mapping: mapping
            .columns
            .iter()
            .map(|column| (column.header.clone(), column.field.key()))
            .collect(),
        notes: table
            .notes
            .iter()
            .map(|note| said::note(words, note))
            .collect(),
        problems: rows
            .errors
            .iter()
            .map(|error| said::row_error(words, error))
            .collect(),
    })
}

/// A list that was read.
struct Read<'a> {
    name: &'a str,
    bytes: &'a [u8],
    table: &'a Table,
    rows: &'a RowsReport,
    plan: &'a plan::Plan,
}

/// Keeps the file and imports its rows, all together.
fn import(
    config: &Config,
    db: &store::Db,
    scope: &Scope,
    owner: &Owner,
    read: &Read<'_>,
    report: &mut Report,
) -> anyhow::Result<()> {
    let files = open::files(config)?;
    let mut bytes = read.bytes;
    let file = files.put(&mut bytes, config.max_upload_bytes)?;
    let (id, counts) = db.write(|tx| {
        let now = Timestamp::now();
        let id = upload::add(tx, scope, owner, read.name, file, read.table, now)?;
        let record = stored::get(tx, scope, id)?;
        keep(tx, scope, id, record.version, read.table, read.plan)?;
        let lines = plan::lines(read.rows, record.owner, &organisation::list(tx, scope)?);
        Ok((id, stored::import(tx, scope, id, &lines, now)?))
    })?;
    report.list = Some(id.to_string());
    report.dry_run = false;
    report.new = counts.added;
    report.updated = counts.updated;
    report.unchanged = counts.unchanged;
    Ok(())
}

fn print(out: &mut impl Write, report: &Report) -> std::io::Result<()> {
    for note in &report.notes {
        writeln!(out, "{note}")?;
    }
    for problem in &report.problems {
        let column = match problem.letter.as_str() {
            "" => String::new(),
            letter => format!(", column {letter} ({})", problem.header),
        };
        writeln!(
            out,
            "row {}{column}: {} {}",
            problem.row, problem.what, problem.advice
        )?;
    }
    let verb = if report.dry_run { "would be" } else { "were" };
    writeln!(
        out,
        "{} rows: {} {verb} new, {} updated, {} unchanged, {} left out, {} repeat another row",
        report.rows,
        report.new,
        report.updated,
        report.unchanged,
        report.refused,
        report.duplicates
    )
}

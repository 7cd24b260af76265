//! `amplify demo`: a server with the fictional programme of the folder `demo/`, so that every page
//! has something to show. It lives in its own data folder and never touches another one.

use super::{open, serve};
use crate::config::Config;
use crate::people::password;
use crate::web::app::App;
use anyhow::{Context, bail};
use clap::Args;
use documents::list::mapping::{Mapping, guess};
use documents::list::{Limits, Table, rows::facility_rows};
use domain::id::{FacilityId, OrganisationId};
use domain::people::access::{OrganisationKind, Scope};
use domain::see::answer::{Evidence, Said, Source};
use domain::see::indicator::Catalogue;
use jiff::Timestamp;
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use store::people::account::{self, Founding};
use store::people::organisation;
use store::see::{answer, audit, facility};

/// The login of the demo; it exists in no other data folder.
const EMAIL: &str = "demo@amplify.example";
/// Its password.
const PASSWORD: &str = "a fictional programme";

#[derive(RustEmbed)]
#[folder = "../../demo"]
#[include = "*.toml"]
#[include = "*.csv"]
#[include = "audits/*"]
struct Files;

/// Where the demo listens and lies.
#[derive(Args)]
pub(super) struct Demo {
    /// Address and port.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Folder of the demo's database and files.
    #[arg(long, value_name = "FOLDER", default_value = "demo-data")]
    data: PathBuf,
    /// Begin anew: the demo's folder is deleted first.
    #[arg(long)]
    fresh: bool,
}

#[derive(Deserialize)]
struct Programme {
    name: String,
    facilitator: Named,
    brand: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Makes the demo if it is not there yet, and serves it.
pub(super) fn run(mut config: Config, command: &Demo) -> anyhow::Result<ExitCode> {
    let marker = command.data.join("amplify.db");
    if command.fresh && marker.exists() {
        std::fs::remove_dir_all(&command.data)
            .with_context(|| format!("cannot delete {}", command.data.display()))?;
    }
    config.data.clone_from(&command.data);
    config.database_url = None;
    config.s3 = None;
    if let Some(listen) = &command.listen {
        config.listen.clone_from(listen);
    }
    serve::start_logging();
    let app = open::app(config)?;
    fill(&app)?;
    println!(
        "The demo programme is fictional: every organisation, facility and event is invented."
    );
    println!("Sign in as {EMAIL} with the password: {PASSWORD}");
    serve::serve(app)
}

/// Fills an empty database with the demo; one that holds the demo already is left as it is.
fn fill(app: &App) -> anyhow::Result<()> {
    let programme: Programme =
        toml::from_str(&text("programme.toml")?).context("demo/programme.toml")?;
    let now = Timestamp::now();
    let hash = password::hash(PASSWORD)?;
    let founding = Founding {
        programme: &programme.name,
        organisation: &programme.facilitator.name,
        account: "Noor Jansen",
        login: EMAIL,
        language: "en",
        fictional: true,
    };
    let table = table("facilities.csv")?;
    let answers = self::table("answers.csv")?;
    let audits = self::table("audits/index.csv")?;
    let made = app.db.write(|tx| {
        let Some(account) = account::first_start(tx, &founding, now)? else {
            return Ok(None);
        };
        account::set_password(tx, account.id, &hash, now)?;
        Ok(Some(account.scope))
    })?;
    let Some(scope) = made else {
        return Ok(());
    };
    let mut brands = BTreeMap::new();
    for brand in &programme.brand {
        let id = app.db.write(|tx| {
            organisation::add(tx, &scope, OrganisationKind::Brand, &brand.name, true, now)
        })?;
        brands.insert(brand.name.clone(), id);
    }
    let facilities = add_facilities(app, &scope, &table, &brands, now)?;
    add_answers(app, &scope, &answers, &facilities, now)?;
    add_audits(app, &scope, &audits, &facilities, now)
}

fn text(path: &str) -> anyhow::Result<String> {
    let file = Files::get(path).with_context(|| format!("this build lacks demo/{path}"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}

fn table(path: &str) -> anyhow::Result<Table> {
    let file = Files::get(path).with_context(|| format!("this build lacks demo/{path}"))?;
    documents::list::open(&file.data, path, &Limits::default())
        .with_context(|| format!("demo/{path}"))
}

type Facilities = BTreeMap<String, FacilityId>;

fn add_facilities(
    app: &App,
    scope: &Scope,
    table: &Table,
    brands: &BTreeMap<String, OrganisationId>,
    now: Timestamp,
) -> anyhow::Result<Facilities> {
    let mapping: Mapping = guess(&table.headers, &table.rows);
    let report = facility_rows(table, &mapping);
    if let Some(error) = report.errors.first() {
        bail!("demo/facilities.csv, row {}: {}", error.row, error.code);
    }
    let made = app.db.write(|tx| {
        let mut made = Facilities::new();
        for row in &report.rows {
            let draft = facility::Draft {
                name: row.name.clone(),
                address: row.address.clone(),
                country: row.country.clone(),
                position: row.position,
                sector: row.sector.clone(),
                workers: row.workers,
                details: row
                    .details
                    .iter()
                    .filter(|(key, _)| key != "fictional")
                    .cloned()
                    .collect(),
                os_id: None,
                fictional: true,
            };
            let id = facility::add(tx, scope, &draft, now)?;
            for brand in row.brands.iter().filter_map(|brand| brands.get(brand)) {
                facility::source(tx, scope, *brand, id, crate::clock::day(now))?;
            }
            made.insert(row.name.clone(), id);
        }
        Ok(made)
    })?;
    Ok(made)
}

/// Cells of a row by header.
struct Cells<'a> {
    table: &'a Table,
    row: &'a documents::list::Row,
}

impl Cells<'_> {
    fn get(&self, header: &str) -> &str {
        let column = self.table.headers.iter().position(|known| known == header);
        column.map_or("", |column| self.row.cell(column))
    }
}

fn add_answers(
    app: &App,
    scope: &Scope,
    table: &Table,
    facilities: &Facilities,
    now: Timestamp,
) -> anyhow::Result<()> {
    let today = crate::clock::today();
    let mut drafts = Vec::new();
    for row in &table.rows {
        let cells = Cells { table, row };
        let draft = draft(&app.catalogue, &cells)
            .with_context(|| format!("demo/answers.csv, row {}", row.number))?;
        let facility = facilities
            .get(cells.get("facility"))
            .with_context(|| format!("demo/answers.csv, row {}: unknown facility", row.number))?;
        // A day that lies ahead of the clock would not count yet.
        if draft.day <= today {
            drafts.push((*facility, draft));
        }
    }
    app.db.write(|tx| {
        for (facility, draft) in &drafts {
            answer::add(tx, scope, &app.catalogue, *facility, draft, today, now)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn draft(catalogue: &Catalogue, cells: &Cells<'_>) -> anyhow::Result<answer::Draft> {
    let indicator = catalogue
        .get(cells.get("indicator"))
        .context("unknown indicator")?;
    let said = match cells.get("state") {
        "answered" => Said::Answered {
            value: indicator.parse_value(cells.get("value"))?,
        },
        "unknown" => Said::Unknown,
        "refused" => Said::Refused,
        "not_applicable" => Said::NotApplicable,
        other => bail!("unknown state {other}"),
    };
    let mut evidence = Vec::new();
    let (quote, note) = (cells.get("quote"), cells.get("note"));
    if !quote.is_empty() {
        let page = cells.get("page").parse().ok();
        evidence.push(Evidence::Quote {
            audit: None,
            text: quote.to_owned(),
            page,
            range: None,
        });
    }
    if !note.is_empty() {
        evidence.push(Evidence::Note {
            text: note.to_owned(),
        });
    }
    Ok(answer::Draft {
        indicator: indicator.id.clone(),
        said,
        source: Source {
            kind: cells.get("source_kind").to_owned(),
            name: cells.get("source_name").to_owned(),
        },
        day: cells.get("day").parse()?,
        evidence,
    })
}

/// Uploads the audit files; the server's workers read them in front of the visitor.
fn add_audits(
    app: &App,
    scope: &Scope,
    table: &Table,
    facilities: &Facilities,
    now: Timestamp,
) -> anyhow::Result<()> {
    for row in &table.rows {
        let cells = Cells { table, row };
        let name = cells.get("file");
        let file = Files::get(&format!("audits/{name}"))
            .with_context(|| format!("this build lacks demo/audits/{name}"))?;
        let stored = app
            .files
            .put(&mut file.data.as_ref(), app.config.max_upload_bytes)?;
        let format = documents::extract::sniff(&file.data, name)
            .with_context(|| format!("demo/audits/{name}"))?;
        let facility = *facilities.get(cells.get("facility")).with_context(|| {
            format!(
                "demo/audits/index.csv, row {}: unknown facility",
                row.number
            )
        })?;
        let day = cells.get("day").parse()?;
        let today = crate::clock::today();
        app.db.write(|tx| {
            let new = audit::New {
                stored,
                name,
                media_type: format.media_type(),
                facility: Some(facility),
            };
            let added = audit::add(tx, scope, &new, now)?;
            let version = audit::get(tx, scope, added.id)?.version;
            audit::assign(
                tx,
                scope,
                &app.catalogue,
                added.id,
                version,
                facility,
                Some(day),
                today,
                now,
            )
        })?;
    }
    Ok(())
}

//! Opening what the settings name: database, files, catalogue. Every failure says which file or
//! setting is at fault and what to do.

use crate::config::Config;
use crate::people::token;
use crate::web::app::App;
use anyhow::Context;
use domain::act::route::Playbook;
use domain::see::country::Country;
use domain::see::indicator::Catalogue;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::{SignedDuration, Timestamp};
use metrics_exporter_prometheus::PrometheusHandle;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::people::account::{self, Founding};

/// How long a one-time link works.
const LINK_LASTS: SignedDuration = SignedDuration::from_hours(24 * 3);

#[derive(RustEmbed)]
#[folder = "../../catalogue"]
#[include = "indicators.toml"]
#[include = "routes.toml"]
#[include = "countries/*.toml"]
struct Shipped;

fn shipped(path: &str) -> anyhow::Result<String> {
    let file = Shipped::get(path).with_context(|| format!("this build lacks {path}"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}

/// The shipped catalogue, with the operator's own indicators if the settings name some.
pub(crate) fn catalogue(config: &Config) -> anyhow::Result<Catalogue> {
    let catalogue =
        Catalogue::parse(&shipped("indicators.toml")?).context("catalogue/indicators.toml")?;
    match &config.indicators {
        None => Ok(catalogue),
        Some(path) => {
            let own = std::fs::read_to_string(path)
                .with_context(|| format!("cannot read your indicators in {}", path.display()))?;
            catalogue
                .with_own(&own)
                .with_context(|| format!("your indicators in {}", path.display()))
        }
    }
}

/// The routes and their actions.
pub(crate) fn playbook(catalogue: &Catalogue) -> anyhow::Result<Playbook> {
    let playbook = Playbook::parse(&shipped("routes.toml")?).context("catalogue/routes.toml")?;
    playbook.check(catalogue).context("catalogue/routes.toml")?;
    Ok(playbook)
}

/// Country facts by code.
pub(crate) fn countries() -> anyhow::Result<BTreeMap<String, Country>> {
    let mut countries = BTreeMap::new();
    for path in Shipped::iter() {
        if let Some(name) = path
            .strip_prefix("countries/")
            .and_then(|name| name.strip_suffix(".toml"))
        {
            let country = Country::parse(name, &shipped(&path)?)
                .with_context(|| format!("catalogue/{path}"))?;
            countries.insert(country.header.iso2.clone(), country);
        }
    }
    Ok(countries)
}

/// The database, its tables brought up to date.
pub(crate) fn database(config: &Config) -> anyhow::Result<store::Db> {
    let url = database_url(config)?;
    store::Db::open(&url).context("opening the database")
}

/// Where the database is.
pub(crate) fn database_url(config: &Config) -> anyhow::Result<String> {
    if let Some(url) = &config.database_url {
        return Ok(url.clone());
    }
    std::fs::create_dir_all(&config.data)
        .with_context(|| format!("cannot create the data folder {}", config.data.display()))?;
    Ok(format!(
        "sqlite:{}",
        config.data.join("amplify.db").display()
    ))
}

/// Everything that the server and the commands share.
pub(crate) fn app(config: Config) -> anyhow::Result<App> {
    let metrics = metrics_exporter_prometheus::PrometheusBuilder::new()
        .install_recorder()
        .context("metrics")?;
    app_with(config, metrics)
}

/// As [`app`], with the place where measurements are read.
pub(crate) fn app_with(config: Config, metrics: PrometheusHandle) -> anyhow::Result<App> {
    let catalogue = Arc::new(catalogue(&config)?);
    let playbook = playbook(&catalogue)?;
    let countries = countries()?;
    let db = database(&config)?;
    let files = files(&config)?;
    let lexicon = documents::read::Lexicon::new().context("the reader's word lists")?;
    Ok(App {
        db,
        files,
        catalogue,
        playbook,
        countries,
        lexicon,
        reader: std::env::current_exe().ok(),
        config,
        metrics,
    })
}

/// The storage of uploaded files.
pub(crate) fn files(config: &Config) -> anyhow::Result<store::files::Files> {
    let Some(s3) = &config.s3 else {
        return store::files::Files::on_disk(&config.data.join("files"))
            .context("opening the storage of files");
    };
    let settings = store::files::S3 {
        endpoint: Some(s3.endpoint.clone()),
        bucket: s3.bucket.clone(),
        region: s3.region.clone(),
        access_key: s3.access_key.clone(),
        secret_key: s3.secret_key.clone(),
        prefix: s3.prefix.clone(),
    };
    store::files::Files::on_s3(&settings, &config.data.join("incoming"))
        .with_context(|| format!("opening the bucket {} at {}", s3.bucket, s3.endpoint))
}

/// At the first start: makes programme, organisation and account, and returns the link.
pub(crate) fn first_link(db: &store::Db, config: &Config) -> anyhow::Result<Option<String>> {
    let now = Timestamp::now();
    let founding = Founding {
        programme: "Our programme",
        organisation: "Our organisation",
        account: "Programme officer",
        login: "officer@localhost",
        language: "en",
        fictional: false,
    };
    let made = db.write(|tx| account::first_start(tx, &founding, now))?;
    match made {
        Some(_) => one_time_link(db, config).map(Some),
        None => Ok(None),
    }
}

/// A new one-time link for the first account.
pub(crate) fn one_time_link(db: &store::Db, config: &Config) -> anyhow::Result<String> {
    let secret = token::fresh()?;
    let hash = token::hash(&secret);
    let now = Timestamp::now();
    let expires = now.checked_add(LINK_LASTS)?;
    db.write(|tx| {
        let account = account::first(tx)?;
        account::add_link(tx, account.id, &hash, expires, now)
    })?;
    Ok(format!("{}/welcome/{secret}", config.address()))
}

/// A progress bar on standard error, or none when nobody watches.
pub(crate) fn progress_bar(steps: usize, quiet: bool) -> ProgressBar {
    let bar = ProgressBar::new(steps as u64);
    if quiet {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    bar
}

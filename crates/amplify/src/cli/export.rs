//! `amplify export`: the suppliers' list on the command line.

use super::open;
use crate::config::Config;
use crate::report::table;
use crate::see::facility::filter::Query;
use crate::texts::Words;
use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use documents::sheet::{Mark, write_csv, write_xlsx};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use store::people::account;

/// In which form, and of which suppliers.
#[derive(Args)]
pub(super) struct Export {
    /// File to write; its ending names the form. Without it CSV goes to standard output.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The form, if the file's ending does not say it.
    #[arg(long, value_enum)]
    form: Option<Form>,
    /// Only this country (ISO 3166-1 alpha-2); may be repeated.
    #[arg(long, value_name = "CODE")]
    country: Vec<String>,
    /// Only this standing of the union, such as unknown or verified-yes; may be repeated.
    #[arg(long, value_name = "STANDING")]
    union: Vec<String>,
    /// Language of the words.
    #[arg(long, default_value = "en", value_name = "TAG")]
    language: String,
    /// The same as --form json.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    /// Excel workbook.
    Xlsx,
    /// Comma-separated values in UTF-8.
    Csv,
    /// JSON with the codes of the standings.
    Json,
}

/// Writes the list.
pub(super) fn run(config: &Config, command: &Export) -> anyhow::Result<ExitCode> {
    let form = form(command)?;
    let words = Words::of(&command.language).with_context(|| {
        format!(
            "the language {} is not shipped; try en or nl",
            command.language
        )
    })?;
    let query = Query {
        country: command.country.clone(),
        union: command.union.clone(),
        ..Query::default()
    };
    let today = crate::clock::today();
    let filter = query
        .filter(today)
        .map_err(|_| anyhow::anyhow!("no such standing; see `amplify export --help`"))?;
    let sort = query
        .order()
        .map_err(|_| anyhow::anyhow!("no such order"))?;
    let db = open::database(config)?;
    let (programme, suppliers) = db.read(|tx| {
        let scope = account::first(tx)?.scope;
        Ok((
            account::programme_name(tx, &scope)?,
            table::gather(tx, &scope, &filter, sort)?,
        ))
    })?;
    let bytes = match form {
        Form::Json => serde_json::to_vec_pretty(&suppliers)?,
        Form::Csv => write_csv(
            &table::sheet(&words, &programme, &config.address(), &suppliers, today),
            Mark::Plain,
        ),
        Form::Xlsx => write_xlsx(&[table::sheet(
            &words,
            &programme,
            &config.address(),
            &suppliers,
            today,
        )])?,
    };
    match &command.file {
        None => std::io::stdout().lock().write_all(&bytes)?,
        Some(path) => {
            std::fs::write(path, bytes)
                .with_context(|| format!("cannot write {}", path.display()))?;
            eprintln!(
                "{} suppliers written to {}",
                suppliers.len(),
                path.display()
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn form(command: &Export) -> anyhow::Result<Form> {
    if command.json {
        return Ok(Form::Json);
    }
    if let Some(form) = command.form {
        return Ok(form);
    }
    let ending = command
        .file
        .as_ref()
        .and_then(|path| path.extension())
        .map(|e| e.to_string_lossy().to_lowercase());
    Ok(match ending.as_deref() {
        None | Some("csv") => Form::Csv,
        Some("xlsx") => Form::Xlsx,
        Some("json") => Form::Json,
        Some(other) => {
            bail!("no form ends with .{other}; name the file .xlsx, .csv or .json, or use --form")
        }
    })
}

//! The build fails when the catalogue or a text is wrong: an indicator that names something
//! unknown, a message that a complete language lacks, a key that the code asks for and nobody
//! wrote, or a message that nobody uses.

use fluent_syntax::ast;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for watched in [
        "locales",
        "catalogue",
        "demo",
        "crates/amplify/src",
        "crates/amplify/templates",
    ] {
        println!("cargo::rerun-if-changed={}", root.join(watched).display());
    }
    let dist = root.join("ui/dist");
    println!(
        "cargo::rerun-if-changed={}",
        dist.join(".vite/manifest.json").display()
    );
    // The folder is embedded; a build without the web assets still compiles and says so at start.
    if let Err(error) = std::fs::create_dir_all(&dist) {
        println!("cargo::warning=cannot create {}: {error}", dist.display());
    }
    let mut faults = Vec::new();
    check_texts(&root, &mut faults);
    for fault in &faults {
        println!("cargo::error={fault}");
    }
}

/// Ids of messages and of their attributes (`id.attribute`) in one file.
type Keys = BTreeSet<String>;

fn check_texts(root: &Path, faults: &mut Vec<String>) {
    let locales = root.join("locales");
    let used = used_keys(root);
    let english = keys_of_language(&locales.join("en"), faults);
    let known: BTreeSet<&String> = english.values().flatten().collect();
    for key in &used.literal {
        if !known.contains(key) {
            faults.push(format!(
                "the code asks for the text `{key}`, which no file in locales/en has"
            ));
        }
    }
    for (file, keys) in &english {
        for key in keys {
            let id = key.split('.').next().unwrap_or(key);
            let spoken = used.strings.contains(key)
                || used.strings.contains(id)
                || used
                    .prefixes
                    .iter()
                    .any(|prefix| key.starts_with(prefix.as_str()));
            if !spoken {
                faults.push(format!(
                    "locales/en/{file}: nobody uses the text `{key}`; delete it"
                ));
            }
        }
    }
    for folder in folders(&locales) {
        let code = folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        if let Some(code) = code.filter(|code| code != "en") {
            check_language(&folder, &code, &english, faults);
        }
    }
}

/// A complete language has every key of English; another has every key of the files that its
/// `locale.toml` lists. None has a key that English lacks.
fn check_language(
    folder: &Path,
    code: &str,
    english: &BTreeMap<String, Keys>,
    faults: &mut Vec<String>,
) {
    let manifest = std::fs::read_to_string(folder.join("locale.toml")).unwrap_or_default();
    let complete = manifest
        .lines()
        .any(|line| line.replace(' ', "") == "complete=true");
    let own = keys_of_language(folder, faults);
    for (file, keys) in english {
        let mine = own.get(file);
        let required = complete || manifest.contains(&format!("\"{file}\""));
        if required {
            for key in keys
                .iter()
                .filter(|key| mine.is_none_or(|mine| !mine.contains(*key)))
            {
                faults.push(format!("locales/{code}/{file} lacks the text `{key}`"));
            }
        }
    }
    for (file, keys) in &own {
        for key in keys {
            if english
                .get(file)
                .is_none_or(|english| !english.contains(key))
            {
                faults.push(format!(
                    "locales/{code}/{file}: `{key}` is not in locales/en/{file}"
                ));
            }
        }
    }
}

fn folders(parent: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(parent)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    found.sort();
    found
}

fn keys_of_language(folder: &Path, faults: &mut Vec<String>) -> BTreeMap<String, Keys> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_none_or(|extension| extension != "ftl") {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let resource =
            fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
                faults.push(format!("{}: {errors:?}", path.display()));
                resource
            });
        let mut keys = Keys::new();
        for entry in resource.body {
            if let ast::Entry::Message(message) = entry {
                let id = message.id.name.to_owned();
                for attribute in &message.attributes {
                    keys.insert(format!("{id}.{}", attribute.id.name));
                }
                if message.value.is_some() && !keys.insert(id.clone()) {
                    faults.push(format!("{}: `{id}` stands twice", path.display()));
                }
            }
        }
        files.insert(name, keys);
    }
    files
}

/// What the code and the templates ask for.
#[derive(Default)]
struct Used {
    /// Keys named in a call that needs them to exist.
    literal: BTreeSet<String>,
    /// Prefixes of keys that are put together at run time: whatever ends with a dash.
    prefixes: BTreeSet<String>,
    /// Every quoted string, so that a key kept in a table counts as used.
    strings: BTreeSet<String>,
}

fn used_keys(root: &Path) -> Used {
    let mut used = Used::default();
    let mut waiting = vec![
        root.join("crates/amplify/src"),
        root.join("crates/amplify/templates"),
    ];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                std::fs::read_dir(&path)
                    .into_iter()
                    .flatten()
                    .flatten()
                    .map(|e| e.path()),
            );
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            collect(&text, &mut used);
        }
    }
    used
}

/// Splits at quotation marks: every second piece is a string, and the piece before it tells
/// which call it stands in.
fn collect(text: &str, used: &mut Used) {
    let pieces: Vec<&str> = text.split('"').collect();
    for pair in pieces.windows(2) {
        let (before, string) = (pair[0].trim_end(), pair[1]);
        let is_key = string
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._".contains(c));
        if string.is_empty() || !is_key {
            continue;
        }
        used.strings.insert(string.to_owned());
        let calls = |names: &[&str]| names.iter().any(|name| before.ends_with(name));
        if string.ends_with('-') || calls(&[".dynamic(", ".dynamic_fill(", ".dynamic_attribute("]) {
            used.prefixes.insert(string.to_owned());
        } else if calls(&[
            "words.text(",
            "words.with(",
            "words.with2(",
            "words.fill(",
            "Text::key(",
        ]) {
            used.literal.insert(string.to_owned());
        }
    }
}

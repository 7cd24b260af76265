//! What goes wrong in a content file (catalogue, playbook, country), said so that the person who
//! edits the file finds the place. Reading files from disk is not done here; text comes in.

use serde::de::DeserializeOwned;

/// A mistake in a content file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContentError {
    /// The text is not TOML.
    #[error("the file is not valid TOML, correct the place shown and try again: {0}")]
    Syntax(String),
    /// One entry is wrong.
    #[error("{entry}: {key}: {problem}")]
    Entry {
        /// The entry, such as `indicator union.present`.
        entry: String,
        /// The key in the entry.
        key: String,
        /// What is wrong with it and what to do.
        problem: String,
    },
}

impl ContentError {
    /// A mistake at `key` of `entry`.
    pub fn entry(
        entry: impl Into<String>,
        key: impl Into<String>,
        problem: impl Into<String>,
    ) -> Self {
        ContentError::Entry {
            entry: entry.into(),
            key: key.into(),
            problem: problem.into(),
        }
    }
}

/// The whole text as a TOML table.
pub(crate) fn table(text: &str) -> Result<toml::Table, ContentError> {
    // Editors on Windows like to put a byte order mark before the first character.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.parse::<toml::Table>()
        .map_err(|error| ContentError::Syntax(error.to_string()))
}

/// One entry as its type; a missing, unknown or mistyped key is reported with the entry's name.
pub(crate) fn typed<T: DeserializeOwned>(
    entry: &str,
    value: toml::Value,
) -> Result<T, ContentError> {
    value.try_into().map_err(|error: toml::de::Error| {
        ContentError::entry(
            entry,
            "entry",
            format!("{}.", error.message().trim_end_matches('.')),
        )
    })
}

/// Takes the list `[[name]]` out of the table; a missing list is empty.
pub(crate) fn take_list(
    table: &mut toml::Table,
    name: &str,
) -> Result<Vec<toml::Value>, ContentError> {
    match table.remove(name) {
        None => Ok(Vec::new()),
        Some(toml::Value::Array(values)) => Ok(values),
        Some(_) => Err(ContentError::entry(
            name,
            "entry",
            format!("this must be a list; write each entry under [[{name}]]."),
        )),
    }
}

/// Takes the group of tables `[name.*]` out of the table; a missing group is empty.
pub(crate) fn take_group(table: &mut toml::Table, name: &str) -> Result<toml::Table, ContentError> {
    match table.remove(name) {
        None => Ok(toml::Table::new()),
        Some(toml::Value::Table(group)) => Ok(group),
        Some(_) => Err(ContentError::entry(
            name,
            "entry",
            format!("this must be a group of tables; write each entry under [{name}.KEY]."),
        )),
    }
}

/// Refuses what is left in a table after every known part was taken out.
pub(crate) fn nothing_left(table: &toml::Table, known: &[&str]) -> Result<(), ContentError> {
    match table.keys().next() {
        None => Ok(()),
        Some(key) => Err(ContentError::entry(
            key,
            "entry",
            format!(
                "the file has no part of this name. Known parts: {}.",
                known.join(", ")
            ),
        )),
    }
}

/// The `id` of a list entry for messages, or its place in the list where it has none.
pub(crate) fn entry_name(kind: &str, place: usize, value: &toml::Value) -> String {
    match value.get("id").and_then(toml::Value::as_str) {
        Some(id) => format!("{kind} {id}"),
        None => format!("{kind} number {}", place + 1),
    }
}

//! Layouts of audit schemes, from `catalogue/schemes/layouts.toml`: how to recognise one and what its
//! numbered parts are about. A layout helps to read; it never says anything about a factory.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One layout.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scheme {
    pub(super) id: String,
    /// Words of which at least `at_least` stand in a document of this layout.
    markers: Vec<String>,
    #[serde(default = "one")]
    at_least: usize,
    #[serde(default)]
    pub(super) section: Vec<Section>,
}

/// A part of a layout.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    /// How its heading or row label starts, in lower case.
    pub(super) starts: Vec<String>,
    /// The subjects of the part: names of cues.
    pub(super) about: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemesFile {
    heads: BTreeMap<String, Vec<String>>,
    scheme: Vec<Scheme>,
}

fn one() -> usize {
    1
}

/// Words in the heads of columns, by what they say of the cells under them.
pub(super) type Heads = BTreeMap<String, Vec<String>>;

/// Reads the layouts and the words of table heads.
pub(super) fn load(text: &str) -> Result<(Vec<Scheme>, Heads), String> {
    let file: SchemesFile = toml::from_str(text).map_err(|error| error.to_string())?;
    Ok((file.scheme, file.heads))
}

/// The layout of a document: the one with most markers.
pub(super) fn recognise<'a>(schemes: &'a [Scheme], twin: &str) -> Option<&'a Scheme> {
    let count = |scheme: &Scheme| {
        scheme
            .markers
            .iter()
            .filter(|marker| twin.contains(marker.as_str()))
            .count()
    };
    schemes
        .iter()
        .map(|scheme| (count(scheme), scheme))
        .filter(|(found, scheme)| *found >= scheme.at_least)
        .max_by_key(|(found, _)| *found)
        .map(|(_, scheme)| scheme)
}

impl Scheme {
    /// The subjects of the part that a heading opens.
    pub(super) fn about(&self, heading: &str) -> Option<&[String]> {
        let heading = heading.trim();
        self.section
            .iter()
            .find(|section| {
                section
                    .starts
                    .iter()
                    .any(|start| heading.starts_with(start.as_str()))
            })
            .map(|section| section.about.as_slice())
    }
}

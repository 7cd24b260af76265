//! Reads the catalogue's TOML entry by entry, so that each mistake is reported with the name of
//! its entry. Relations between entries are checked afterwards, in `link`.

mod meaning;

use super::{
    Catalogue, CatalogueError, Cluster, Column, Indicator, Severity, SeverityText, Side,
    SourceType, ValueType, Verifies, link,
};
use crate::content::{entry_name, nothing_left, table, take_group, take_list, typed};
use crate::see::indicator::places::Places;
use meaning::RuleEntry;
use serde::Deserialize;

const PARTS: [&str; 5] = ["meta", "source_types", "severity", "cluster", "indicator"];

#[derive(Deserialize)]
struct Meta {
    id: Option<String>,
    version: Option<String>,
    default_max_age_days: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceEntry {
    label: String,
    default_credibility: u8,
    side: Side,
    #[serde(default)]
    confidential: bool,
    verifies: Verifies,
    #[serde(default)]
    verifies_clusters: Vec<String>,
    column: Column,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SeverityEntry {
    label: String,
    response: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClusterEntry {
    id: String,
    order: u32,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorEntry {
    id: String,
    cluster: String,
    question: String,
    value_type: ValueType,
    #[serde(default)]
    options: Vec<String>,
    unit: Option<String>,
    sources: Vec<String>,
    #[serde(default)]
    ilo: Vec<String>,
    #[serde(default)]
    maps: Vec<String>,
    severity: Severity,
    rule: Option<RuleEntry>,
    negative_when: Option<String>,
    follow_up: String,
    #[serde(default)]
    routes: Vec<String>,
    route_result: Option<String>,
    applies_when: Option<String>,
    #[serde(default)]
    worker_side_required: bool,
    #[serde(default)]
    zero_tolerance: bool,
    #[serde(default)]
    disaggregate: Vec<String>,
    max_age_days: Option<u32>,
    #[serde(default)]
    core: bool,
    #[serde(default)]
    reads: Vec<String>,
    #[serde(default)]
    reads_value: toml::Table,
}

pub(super) fn catalogue(text: &str) -> Result<Catalogue, CatalogueError> {
    let mut file = table(text)?;
    let meta: Meta = typed("meta", meta_table(&mut file)?)?;
    let missing = |key: &str| {
        CatalogueError::entry(
            "meta",
            key,
            "is missing; the catalogue needs it under [meta].",
        )
    };
    let empty = Catalogue {
        id: meta.id.ok_or_else(|| missing("id"))?,
        version: meta.version.ok_or_else(|| missing("version"))?,
        default_max_age_days: meta.default_max_age_days.unwrap_or(540),
        clusters: Vec::new(),
        severities: Vec::new(),
        source_types: Vec::new(),
        indicators: Vec::new(),
        by_id: Places::default(),
        source_by_key: Places::default(),
        order: Vec::new(),
    };
    link::link(add(empty, file)?)
}

pub(super) fn with_own(mut base: Catalogue, text: &str) -> Result<Catalogue, CatalogueError> {
    let mut file = table(text)?;
    let meta: Meta = typed("meta", meta_table(&mut file)?)?;
    base.version = format!(
        "{}+{}",
        base.version,
        meta.version.as_deref().unwrap_or("own")
    );
    link::link(add(base, file)?)
}

fn meta_table(file: &mut toml::Table) -> Result<toml::Value, CatalogueError> {
    Ok(toml::Value::Table(take_group(file, "meta")?))
}

/// Adds the entries of a file.
fn add(mut catalogue: Catalogue, mut file: toml::Table) -> Result<Catalogue, CatalogueError> {
    for (key, value) in take_group(&mut file, "source_types")? {
        let entry: SourceEntry = typed(&format!("source type {key}"), value)?;
        catalogue.source_types.push(SourceType {
            key,
            label: entry.label,
            side: entry.side,
            credibility: entry.default_credibility,
            confidential: entry.confidential,
            verifies: entry.verifies,
            verifies_clusters: entry.verifies_clusters,
            column: entry.column,
        });
    }
    for (key, value) in take_group(&mut file, "severity")? {
        let name = format!("severity {key}");
        let severity = typed(&name, toml::Value::String(key))?;
        let entry: SeverityEntry = typed(&name, value)?;
        catalogue.severities.push(SeverityText {
            severity,
            label: entry.label,
            response: entry.response,
        });
    }
    catalogue
        .severities
        .sort_by_key(|text| std::cmp::Reverse(text.severity));
    for (place, value) in take_list(&mut file, "cluster")?.into_iter().enumerate() {
        let entry: ClusterEntry = typed(&entry_name("topic", place, &value), value)?;
        catalogue.clusters.push(Cluster {
            id: entry.id,
            order: entry.order,
            title: entry.title,
        });
    }
    for (place, value) in take_list(&mut file, "indicator")?.into_iter().enumerate() {
        let name = entry_name("indicator", place, &value);
        let entry: IndicatorEntry = typed(&name, value)?;
        let indicator = indicator(&name, entry, catalogue.default_max_age_days)?;
        catalogue.indicators.push(indicator);
    }
    nothing_left(&file, &PARTS)?;
    Ok(catalogue)
}

fn indicator(
    name: &str,
    entry: IndicatorEntry,
    default_max_age_days: u32,
) -> Result<Indicator, CatalogueError> {
    let fail = |key: &str, problem: &str| Err(CatalogueError::entry(name, key, problem));
    if entry.id.trim().is_empty() {
        return fail("id", "is empty; write topic and name, joined by a point.");
    }
    if entry
        .id
        .contains(|c: char| c.is_whitespace() || "=!()>|".contains(c))
    {
        return fail(
            "id",
            "holds a space or a sign of the applies_when grammar; use letters, points and underscores.",
        );
    }
    match entry.value_type {
        ValueType::Enum if entry.options.len() < 2 => {
            return fail(
                "options",
                "an enum needs at least two options; list them, best first.",
            );
        }
        ValueType::Enum | ValueType::List => {}
        _ if !entry.options.is_empty() => {
            return fail(
                "options",
                "only an enum or a list has options; remove them or change value_type.",
            );
        }
        _ => {}
    }
    if entry.options.iter().enumerate().any(|(place, option)| {
        option.is_empty() || option.contains('|') || entry.options[..place].contains(option)
    }) {
        return fail(
            "options",
            "one option is empty, stands twice or holds a \"|\"; give each option a key of its own.",
        );
    }
    if entry
        .max_age_days
        .is_some_and(|days| !(1..=36_500).contains(&days))
    {
        return fail(
            "max_age_days",
            "is outside 1 to 36500; write how many days an answer stays fresh.",
        );
    }
    let mut indicator = Indicator {
        number: 0,
        id: entry.id,
        cluster: entry.cluster,
        question: entry.question,
        value_type: entry.value_type,
        options: entry.options,
        unit: entry.unit,
        sources: entry.sources,
        ilo: entry.ilo,
        maps: entry.maps,
        severity: entry.severity,
        rule: None,
        negative_when: entry.negative_when,
        follow_up: entry.follow_up,
        routes: entry.routes,
        route_result: entry.route_result,
        applies_when: None,
        worker_side_required: entry.worker_side_required,
        zero_tolerance: entry.zero_tolerance,
        disaggregate: entry.disaggregate,
        max_age_days: entry.max_age_days.unwrap_or(default_max_age_days),
        core: entry.core,
        reads: None,
        applies_when_text: entry.applies_when,
    };
    if let Some(entry) = entry.rule {
        indicator.rule = Some(meaning::rule(name, &indicator, &entry)?);
    }
    indicator.reads = meaning::reads(name, &indicator, entry.reads, &entry.reads_value)?;
    Ok(indicator)
}

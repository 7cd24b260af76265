//! Reads the catalogue's TOML entry by entry, so that each mistake is reported with the name of
//! its entry. Relations between entries are checked afterwards, in `link`.

use super::{
    Catalogue, CatalogueError, Cluster, Column, Indicator, Reads, Rule, Severity, SeverityText,
    Side, SourceType, ValueType, Verifies, link,
};
use crate::content::{entry_name, nothing_left, table, take_group, take_list, typed};
use crate::see::answer::Value;
use serde::Deserialize;
use std::collections::HashMap;

const PARTS: [&str; 5] = ["meta", "source_types", "severity", "cluster", "indicator"];

/// Fields of a machine reading that `reads` may name; findings come as `finding.CODE`.
pub(super) const READABLE: [&str; 7] = [
    "union",
    "union_names",
    "worker_committee",
    "committee_selection",
    "cba",
    "cba_expiry",
    "grievance_mechanism",
];

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    op: String,
    value: toml::Value,
    of: Option<String>,
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
        by_id: HashMap::new(),
        source_by_key: HashMap::new(),
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
        indicator.rule = Some(rule(name, &indicator, &entry)?);
    }
    indicator.reads = reads(name, &indicator, entry.reads, &entry.reads_value)?;
    Ok(indicator)
}

fn rule(name: &str, indicator: &Indicator, entry: &RuleEntry) -> Result<Rule, CatalogueError> {
    let fail = |problem: String| CatalogueError::entry(name, "rule", problem);
    let number = |value: &toml::Value| {
        as_number(value).ok_or_else(|| fail(format!("{} needs a number as value.", entry.op)))
    };
    let fits = |types: &[ValueType]| {
        if types.contains(&indicator.value_type) {
            Ok(())
        } else {
            Err(fail(format!(
                "{} does not fit the value_type of this indicator; see the list of rules in the \
                 catalogue's README.",
                entry.op
            )))
        }
    };
    let options = |value: &toml::Value| match value_of(indicator, value) {
        Ok(Value::List(options)) => Ok(options),
        Ok(_) => Err(fail(format!("{} needs a list of options.", entry.op))),
        Err(problem) => Err(fail(problem)),
    };
    let numeric = [ValueType::Percent, ValueType::Count, ValueType::Ratio];
    match entry.op.as_str() {
        "eq" => value_of(indicator, &entry.value)
            .map(Rule::Equals)
            .map_err(fail),
        "in" => {
            fits(&[ValueType::Enum])?;
            enum_options(indicator, &entry.value)
                .map(Rule::In)
                .map_err(fail)
        }
        "contains" => {
            fits(&[ValueType::List])?;
            options(&entry.value).map(Rule::Contains)
        }
        "gt" => {
            fits(&numeric)?;
            number(&entry.value).map(Rule::Above)
        }
        "lt" => {
            fits(&numeric)?;
            number(&entry.value).map(Rule::Below)
        }
        "lt_ratio_of" => {
            fits(&[ValueType::Percent])?;
            if entry.of.as_deref() != Some("workforce_women_share") {
                return Err(fail(
                    "lt_ratio_of compares with of = \"workforce_women_share\" only.".into(),
                ));
            }
            number(&entry.value).map(Rule::BelowRatioOfWomenShare)
        }
        "expires_within" => {
            fits(&[ValueType::Date])?;
            whole(&entry.value)
                .and_then(|days| i32::try_from(days).ok())
                .map(Rule::ExpiresWithin)
                .ok_or_else(|| fail("expires_within needs a whole number of days.".into()))
        }
        "zero_if_site_above" => {
            fits(&numeric[1..])?;
            whole(&entry.value)
                .map(Rule::ZeroIfSiteAbove)
                .ok_or_else(|| fail("zero_if_site_above needs a whole number of workers.".into()))
        }
        "manual" => Ok(Rule::Manual),
        other => Err(fail(format!(
            "there is no rule {other:?}; use one of: eq, in, contains, gt, lt, lt_ratio_of, \
             expires_within, zero_if_site_above, manual."
        ))),
    }
}

fn reads(
    name: &str,
    indicator: &Indicator,
    fields: Vec<String>,
    meanings: &toml::Table,
) -> Result<Option<Reads>, CatalogueError> {
    if fields.is_empty() {
        return if meanings.is_empty() {
            Ok(None)
        } else {
            Err(CatalogueError::entry(
                name,
                "reads_value",
                "stands without reads; say which part of a reading answers this indicator.",
            ))
        };
    }
    for field in &fields {
        let known = READABLE.contains(&field.as_str())
            || field.strip_prefix("finding.").is_some_and(|code| {
                code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
            });
        if !known {
            return Err(CatalogueError::entry(
                name,
                "reads",
                format!(
                    "no part of a reading is called {field:?}; use one of: {}, or finding.CODE.",
                    READABLE.join(", ")
                ),
            ));
        }
    }
    let mut checked = Vec::with_capacity(meanings.len());
    for (label, value) in meanings {
        if label == "not_substantiated" {
            return Err(CatalogueError::entry(
                name,
                "reads_value",
                "a finding that was not substantiated proves neither yes nor no; remove it.",
            ));
        }
        let value = value_of(indicator, value).map_err(|problem| {
            CatalogueError::entry(name, "reads_value", format!("{label}: {problem}"))
        })?;
        checked.push((label.clone(), value));
    }
    Ok(Some(Reads {
        fields,
        meanings: checked,
    }))
}

/// A TOML value as a value of the indicator.
fn value_of(indicator: &Indicator, given: &toml::Value) -> Result<Value, String> {
    let value = match (indicator.value_type, given) {
        (ValueType::Bool, toml::Value::Boolean(value)) => Value::Bool(*value),
        (ValueType::Enum, toml::Value::String(option)) => Value::Choice(option.clone()),
        (ValueType::List, toml::Value::Array(items)) => Value::List(
            items
                .iter()
                .filter_map(|item| item.as_str().map(str::to_owned))
                .collect(),
        ),
        (ValueType::Text, toml::Value::String(text)) => Value::Text(text.clone()),
        (ValueType::Date, toml::Value::String(text)) => indicator
            .parse_value(text)
            .map_err(|error| format!("{error}."))?,
        (ValueType::Percent, given) => Value::Percent(as_number(given).unwrap_or(f64::NAN)),
        (ValueType::Count | ValueType::Ratio, given) => {
            Value::Number(as_number(given).unwrap_or(f64::NAN))
        }
        _ => {
            return Err(format!(
                "{given} does not fit the value_type of this indicator."
            ));
        }
    };
    match indicator.accepts(&value) {
        Ok(()) => Ok(value),
        Err(error) => Err(format!("{error}.")),
    }
}

/// Options of an enum, each checked.
fn enum_options(indicator: &Indicator, given: &toml::Value) -> Result<Vec<String>, String> {
    let toml::Value::Array(items) = given else {
        return Err("in needs a list of options.".into());
    };
    items
        .iter()
        .map(|item| match value_of(indicator, item)? {
            Value::Choice(option) => Ok(option),
            _ => Err("in needs a list of options.".into()),
        })
        .collect()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "limits in rules are small numbers"
)]
fn as_number(value: &toml::Value) -> Option<f64> {
    match value {
        toml::Value::Integer(number) => Some(*number as f64),
        toml::Value::Float(number) => Some(*number),
        _ => None,
    }
}

fn whole(value: &toml::Value) -> Option<u32> {
    value
        .as_integer()
        .and_then(|number| u32::try_from(number).ok())
}

//! Reads what values mean: the rule that makes an answer unfavourable, and what the labels of a
//! machine reading stand for. Every value is checked against the indicator it belongs to.

use crate::see::answer::Value;
use crate::see::indicator::{CatalogueError, Indicator, Reads, Rule, ValueType};
use serde::Deserialize;

/// Fields of a machine reading that `reads` may name; findings come as `finding.CODE`.
const READABLE: [&str; 7] = [
    "union",
    "union_names",
    "worker_committee",
    "committee_selection",
    "cba",
    "cba_expiry",
    "grievance_mechanism",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleEntry {
    op: String,
    value: toml::Value,
    of: Option<String>,
}

pub(super) fn rule(
    name: &str,
    indicator: &Indicator,
    entry: &RuleEntry,
) -> Result<Rule, CatalogueError> {
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

pub(super) fn reads(
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

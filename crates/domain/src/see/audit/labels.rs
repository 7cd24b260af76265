//! From what a machine read in an audit to the answers it proposes. Which part of a reading
//! answers which indicator, and what each label means there, stands in the catalogue (`reads`,
//! `reads_value`), beside the question and with the reason in a remark; nothing is decided here
//! that a person of the field could not read and correct there.
//!
//! What holds for all of them:
//!
//! - A label that the catalogue gives no meaning makes no answer. Silence (`not_stated`) is no
//!   answer, and a finding that was looked into and not substantiated proves neither yes nor no.
//! - If one finding was both found and alleged, found counts. Other fields with two different
//!   labels say nothing certain and make no answer.
//! - Names of unions come with their other names after a bar; the first name is taken.
//! - The end of an agreement given as a year or a month is read as its last day, so that an
//!   agreement is never called expired too early.
//! - Each proposal keeps the field it rests on: the quotes of that field are its evidence, and a
//!   field without a quote must not be passed in.

use crate::see::answer::{Said, Value};
use crate::see::indicator::{Catalogue, Indicator, Reads, ValueType};
use jiff::civil::Date;

/// One label of a reading: a field with one value. Fields with several values come several times;
/// a finding has its code in the field (`finding.ID`) and its status as value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label<'a> {
    /// The field, such as `union` or `finding.ID`.
    pub field: &'a str,
    /// Its value, such as `present` or `alleged`.
    pub value: &'a str,
}

/// An answer that a reading proposes.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal<'a> {
    /// The indicator it answers.
    pub indicator: &'a Indicator,
    /// What it says.
    pub said: Said,
    /// The field whose quotes it rests on.
    pub field: &'a str,
}

/// The answers that the labels of a reading propose, in catalogue order.
pub fn answers_of<'a>(catalogue: &'a Catalogue, labels: &[Label<'_>]) -> Vec<Proposal<'a>> {
    catalogue
        .indicators()
        .iter()
        .filter_map(|indicator| {
            let reads = indicator.reads.as_ref()?;
            reads.fields.iter().find_map(|field| {
                let value = value(indicator, reads, field, labels)?;
                indicator.accepts(&value).ok()?;
                Some(Proposal {
                    indicator,
                    said: Said::Answered { value },
                    field,
                })
            })
        })
        .collect()
}

/// What one field says on an indicator.
fn value(indicator: &Indicator, reads: &Reads, field: &str, labels: &[Label<'_>]) -> Option<Value> {
    let given: Vec<&str> = labels
        .iter()
        .filter(|label| label.field == field)
        .map(|label| label.value.trim())
        .filter(|value| !value.is_empty() && *value != "not_stated")
        .collect();
    if !reads.meanings.is_empty() {
        let label = if field.starts_with("finding.") {
            ["found", "alleged"]
                .into_iter()
                .find(|status| given.contains(status))?
        } else {
            only(&given)?
        };
        return reads
            .meanings
            .iter()
            .find(|(known, _)| known == label)
            .map(|(_, value)| value.clone());
    }
    match indicator.value_type {
        ValueType::List => {
            let mut names: Vec<String> = Vec::new();
            for name in given.iter().filter_map(|name| name.split('|').next()) {
                let name = name.trim();
                if !name.is_empty() && !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
            (!names.is_empty()).then_some(Value::List(names))
        }
        ValueType::Date => last_day(only(&given)?).map(Value::Date),
        _ => indicator.parse_value(only(&given)?).ok(),
    }
}

/// The one value, if all are the same.
fn only<'a>(given: &[&'a str]) -> Option<&'a str> {
    let (first, rest) = given.split_first()?;
    rest.iter().all(|value| value == first).then_some(*first)
}

/// The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
pub(crate) fn last_day(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2));
    let day = parts.next().map(|part| number(part, 2));
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => Date::new(year, 12, 31).ok(),
        (Some(month), None) => Date::new(year, i8::try_from(month?).ok()?, 1)
            .ok()
            .map(Date::last_of_month),
        (Some(month), Some(day)) => {
            Date::new(year, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()
        }
    }
}

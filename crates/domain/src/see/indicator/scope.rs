//! When a question applies at all: a small grammar over the answers to other questions,
//! `ID = value`, `ID != value`, `count(ID) > n`, `any_negative(TOPIC)`. Conditions are read once,
//! when the catalogue is loaded; an unknown identifier never reaches a profile.

use super::{Catalogue, CatalogueError, Number, ValueType};
use crate::see::answer::Value;

/// The condition under which an indicator applies.
#[derive(Clone, PartialEq, Debug)]
pub enum AppliesWhen {
    /// The other indicator's value is this one; for a list: it names this option.
    Is(Number, Value),
    /// The other indicator's value is another one; for a list: it does not name this option.
    IsNot(Number, Value),
    /// The other indicator's list has more names than this.
    CountAbove(Number, usize),
    /// At least one of these indicators, all others of a topic, is answered unfavourably.
    AnyNegative(Vec<Number>),
}

impl AppliesWhen {
    /// The indicators that the condition asks about.
    pub fn asks(&self) -> &[Number] {
        match self {
            AppliesWhen::Is(number, _)
            | AppliesWhen::IsNot(number, _)
            | AppliesWhen::CountAbove(number, _) => std::slice::from_ref(number),
            AppliesWhen::AnyNegative(numbers) => numbers,
        }
    }

    /// Reads the condition of indicator `of` against the catalogue's identifiers.
    pub(super) fn parse(
        text: &str,
        of: Number,
        catalogue: &Catalogue,
    ) -> Result<Self, CatalogueError> {
        let fail = |problem: String| {
            CatalogueError::entry(
                format!("indicator {}", catalogue.indicators[of].id),
                "applies_when",
                problem,
            )
        };
        let number = |id: &str| match catalogue.by_id.get(id.trim()) {
            Some(&number) if number == of => {
                Err(fail("asks about itself; name another indicator.".into()))
            }
            Some(&number) => Ok(number),
            None => Err(fail(format!(
                "no indicator has the id {:?}; check the spelling or add the indicator.",
                id.trim()
            ))),
        };
        let text = text.trim();
        if let Some(cluster) = call(text, "any_negative") {
            if !catalogue.clusters.iter().any(|known| known.id == cluster) {
                return Err(fail(format!(
                    "no topic has the id {cluster:?}; use the id of a [[cluster]]."
                )));
            }
            return Ok(AppliesWhen::AnyNegative(
                catalogue
                    .of_cluster(cluster)
                    .map(|indicator| indicator.number)
                    .filter(|&other| other != of)
                    .collect(),
            ));
        }
        if text.starts_with("count") {
            let Some((left, right)) = text.split_once('>') else {
                return Err(fail(unparsable(text)));
            };
            let (Some(id), Ok(limit)) = (call(left.trim(), "count"), right.trim().parse()) else {
                return Err(fail(unparsable(text)));
            };
            let number = number(id)?;
            if catalogue.indicators[number].value_type != ValueType::List {
                return Err(fail(format!("count needs a list, and {id} is none.")));
            }
            return Ok(AppliesWhen::CountAbove(number, limit));
        }
        let (id, operand, negated) = if let Some((id, operand)) = text.split_once("!=") {
            (id, operand, true)
        } else if let Some((id, operand)) = text.split_once('=') {
            (id, operand, false)
        } else {
            return Err(fail(unparsable(text)));
        };
        let number = number(id)?;
        let other = &catalogue.indicators[number];
        let parsed = match other.value_type {
            // One name of the list; the option must exist where the list has options.
            ValueType::List => other
                .parse_value(operand)
                .map(|_| Value::Choice(operand.trim().to_owned())),
            _ => other.parse_value(operand),
        };
        match parsed {
            Ok(value) if negated => Ok(AppliesWhen::IsNot(number, value)),
            Ok(value) => Ok(AppliesWhen::Is(number, value)),
            Err(error) => Err(fail(format!(
                "{} cannot be {:?}: {error}.",
                other.id,
                operand.trim()
            ))),
        }
    }
}

/// The argument of `name(argument)`.
fn call<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    Some(
        text.strip_prefix(name)?
            .trim_start()
            .strip_prefix('(')?
            .strip_suffix(')')?
            .trim(),
    )
}

fn unparsable(text: &str) -> String {
    format!(
        "{text:?} cannot be read. Write one of: ID = value, ID != value, count(ID) > n, \
         any_negative(TOPIC)."
    )
}

//! Reads and checks a country's file. Every fact must say where it comes from, for when it speaks
//! and how far it can be trusted; everything else it says is kept as it stands.

use super::{
    AsOf, Completeness, Confidence, Country, Fact, FactSource, FactValue, Header, RetaliationRisk,
    Section,
};
use crate::content::{ContentError, nothing_left, table, take_group, take_list, typed};
use crate::see::audit::last_day;

impl Country {
    /// Reads and checks a country's file. `file_name` is the file's name without its ending, the
    /// country's ISO 3166-1 alpha-2 code in small letters.
    pub fn parse(file_name: &str, text: &str) -> Result<Self, ContentError> {
        let mut file = table(text)?;
        let mut facts = Vec::new();
        for section in Section::ALL {
            read_section(&mut file, section, &mut facts)?;
        }
        let stray: toml::Table = file
            .iter()
            .filter(|(_, value)| value.is_table() || is_list_of_tables(value))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        nothing_left(&stray, &Section::ALL.map(Section::word))?;
        let header: Header = typed("header", toml::Value::Table(file))?;
        check_header(file_name, &header)?;
        let country = Country { header, facts };
        check_guidance(&country)?;
        Ok(country)
    }
}

fn is_list_of_tables(value: &toml::Value) -> bool {
    value
        .as_array()
        .is_some_and(|items| items.iter().any(toml::Value::is_table))
}

fn read_section(
    file: &mut toml::Table,
    section: Section,
    facts: &mut Vec<Fact>,
) -> Result<(), ContentError> {
    if section.is_keyed() {
        for (key, value) in take_group(file, section.word())? {
            let name = format!("{}.{key}", section.word());
            facts.push(fact(&name, section, key, value)?);
        }
    } else {
        for (place, value) in take_list(file, section.word())?.into_iter().enumerate() {
            let title = value
                .get("name")
                .or_else(|| value.get("title"))
                .and_then(toml::Value::as_str);
            let name = match title {
                Some(title) => format!("{} {title:?}", section.word()),
                None => format!("{} number {}", section.word(), place + 1),
            };
            facts.push(fact(&name, section, String::new(), value)?);
        }
    }
    Ok(())
}

fn fact(
    name: &str,
    section: Section,
    key: String,
    value: toml::Value,
) -> Result<Fact, ContentError> {
    let fail = |key: &str, problem: &str| Err(ContentError::entry(name, key, problem));
    let toml::Value::Table(mut fields) = value else {
        return fail(
            "entry",
            "is no table; a fact has at least source, as_of and confidence.",
        );
    };
    let mut words = |key: &str| match fields.remove(key) {
        Some(toml::Value::String(text)) => Ok(Some(text)),
        None => Ok(None),
        Some(_) => Err(ContentError::entry(
            name,
            key,
            "is no text; put it in quotes.",
        )),
    };
    let (source, as_of, confidence, note) = (
        words("source")?,
        words("as_of")?,
        words("confidence")?,
        words("note")?,
    );
    let unsourced = match fields.remove("unsourced") {
        None => false,
        Some(toml::Value::Boolean(unsourced)) => unsourced,
        Some(_) => return fail("unsourced", "is neither true nor false."),
    };
    let Some(source) = source else {
        return fail(
            "source",
            "is missing; name the source, or leave it empty and write unsourced = true.",
        );
    };
    let Some(as_of) = as_of else {
        return fail(
            "as_of",
            "is missing; write the year, month or day the source speaks for.",
        );
    };
    let Some(day) = last_day(&as_of) else {
        return fail("as_of", "is no date; write YYYY, YYYY-MM or YYYY-MM-DD.");
    };
    let confidence = match confidence.as_deref() {
        Some("high") => Confidence::High,
        Some("medium") => Confidence::Medium,
        Some("low") => Confidence::Low,
        Some(_) => return fail("confidence", "is none of high, medium, low."),
        None => return fail("confidence", "is missing; write high, medium or low."),
    };
    let source = match source.trim() {
        "" => FactSource::Unsourced,
        "editorial" => FactSource::Editorial,
        _ => FactSource::Cited(source),
    };
    if unsourced != (source == FactSource::Unsourced) {
        return fail("unsourced", "must be true exactly where source is empty.");
    }
    if unsourced && confidence != Confidence::Low {
        return fail("confidence", "must be low where there is no source.");
    }
    if source == FactSource::Editorial && section != Section::Guidance {
        return fail(
            "source",
            "\"editorial\" is for guidance only; name a source or leave it empty.",
        );
    }
    let basis = match fields.remove("basis") {
        None => Vec::new(),
        Some(value) => match value_of(value) {
            Some(FactValue::List(basis)) => basis,
            _ => return fail("basis", "is no list of sections or facts."),
        },
    };
    let mut kept = Vec::with_capacity(fields.len());
    for (key, value) in fields {
        let Some(value) = value_of(value) else {
            return fail(
                &key,
                "is neither text, number, true, false nor a list of texts.",
            );
        };
        kept.push((key, value));
    }
    Ok(Fact {
        section,
        key,
        fields: kept,
        source,
        as_of: AsOf {
            text: as_of,
            last_day: day,
        },
        confidence,
        note,
        basis,
    })
}

fn value_of(value: toml::Value) -> Option<FactValue> {
    match value {
        toml::Value::String(text) => Some(FactValue::Text(text)),
        toml::Value::Integer(number) => Some(FactValue::Whole(number)),
        toml::Value::Float(number) => Some(FactValue::Number(number)),
        toml::Value::Boolean(flag) => Some(FactValue::Flag(flag)),
        toml::Value::Datetime(day) => Some(FactValue::Text(day.to_string())),
        toml::Value::Array(items) => items
            .into_iter()
            .map(|item| match item {
                toml::Value::String(text) => Some(text),
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .map(FactValue::List),
        toml::Value::Table(_) => None,
    }
}

fn check_header(file_name: &str, header: &Header) -> Result<(), ContentError> {
    let fail = |key: &str, problem: String| Err(ContentError::entry("header", key, problem));
    if header.schema_version != 1 {
        return fail(
            "schema_version",
            format!(
                "is {}; this program reads version 1.",
                header.schema_version
            ),
        );
    }
    let code = |text: &str, letters: usize| {
        text.len() == letters && text.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if !code(&header.iso2, 2) || !code(&header.iso3, 3) {
        return fail(
            "iso2",
            "iso2 and iso3 are codes of two and three capitals.".into(),
        );
    }
    if header.iso2.to_ascii_lowercase() != file_name {
        return fail(
            "iso2",
            format!(
                "is {}, and the file is called {file_name}; the file's name is the code in small letters.",
                header.iso2
            ),
        );
    }
    let word = match header.sourced_share_percent {
        101.. => {
            return fail("sourced_share_percent", "is above 100.".into());
        }
        70..=100 => Completeness::Good,
        55..=69 => Completeness::Partial,
        _ => Completeness::Basic,
    };
    if header.completeness != word {
        return fail(
            "completeness",
            "does not follow from sourced_share_percent: good from 70, partial from 55, basic below.".into(),
        );
    }
    Ok(())
}

fn check_guidance(country: &Country) -> Result<(), ContentError> {
    for fact in country.section(Section::Guidance) {
        for basis in &fact.basis {
            if !resolves(country, basis) {
                return Err(ContentError::entry(
                    format!("guidance.{}", fact.key),
                    "basis",
                    format!("the file has nothing called {basis:?}; name a section or a fact."),
                ));
            }
        }
    }
    let risk = country.fact(Section::Guidance, "retaliation_risk");
    if risk.is_some() && country.retaliation_risk().is_none() {
        return Err(ContentError::entry(
            "guidance.retaliation_risk",
            "value",
            format!(
                "is none of {}.",
                [
                    RetaliationRisk::Low,
                    RetaliationRisk::Medium,
                    RetaliationRisk::High,
                    RetaliationRisk::Severe
                ]
                .map(|risk| format!("{risk:?}").to_lowercase())
                .join(", ")
            ),
        ));
    }
    Ok(())
}

/// Does `law.strike` or `alert` name something in the file?
fn resolves(country: &Country, basis: &str) -> bool {
    let (section, key) = basis.split_once('.').unwrap_or((basis, ""));
    country
        .facts
        .iter()
        .any(|fact| fact.section.word() == section && (key.is_empty() || fact.key == key))
}

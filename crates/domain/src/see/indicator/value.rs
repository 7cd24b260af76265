//! Which values an indicator accepts, and how text from a form or a table becomes a value. Texts
//! that could mean two things are refused, never guessed.

use super::{Indicator, ValueType};
use crate::see::answer::Value;
use jiff::civil::Date;

/// Why a value does not answer an indicator.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Nothing was given.
    #[error("the answer is empty; give a value or say that it is unknown")]
    Empty,
    /// Not a yes or a no.
    #[error("{0:?} is neither yes nor no; write \"yes\" or \"no\"")]
    NotYesOrNo(String),
    /// Not one of the options.
    #[error("{given:?} is not one of the possible answers; use one of: {}", options.join(", "))]
    NotAnOption {
        /// What was given.
        given: String,
        /// What is possible.
        options: Vec<String>,
    },
    /// Not a number.
    #[error("{0:?} is not a number; write digits, with a point before decimals")]
    NotANumber(String),
    /// A comma that may part thousands or decimals.
    #[error("{0:?} can be read in two ways; write 1234 or 1.234")]
    AmbiguousNumber(String),
    /// Not a whole number.
    #[error("{0} is not a whole number; write a count without decimals")]
    NotWhole(String),
    /// A share outside 0 to 100.
    #[error("{0} is outside 0 to 100; write a share in per cent")]
    NotAShare(String),
    /// A number below zero or without bound.
    #[error("{0} cannot be counted; write a number from 0")]
    OutOfRange(String),
    /// Not a day.
    #[error("{0:?} is not a day; write it as 2026-11-24")]
    NotADay(String),
    /// `none` beside other options.
    #[error("\"none\" cannot stand beside other answers; choose either")]
    NoneBesideOthers,
    /// The same name twice.
    #[error("{0:?} is named twice; name it once")]
    Twice(String),
    /// A value of another type.
    #[error("this question is answered with {0}")]
    WrongType(&'static str),
}

impl ValueType {
    /// What answers a question of this type, in words.
    fn words(self) -> &'static str {
        match self {
            ValueType::Bool => "yes or no",
            ValueType::Enum => "one of its options",
            ValueType::List => "a list",
            ValueType::Percent => "a share in per cent",
            ValueType::Count => "a whole number",
            ValueType::Ratio => "a number",
            ValueType::Date => "a day",
            ValueType::Text => "words",
        }
    }
}

impl Indicator {
    /// Is the value a possible answer?
    pub fn accepts(&self, value: &Value) -> Result<(), ValueError> {
        match (self.value_type, value) {
            (ValueType::Bool, Value::Bool(_)) | (ValueType::Date, Value::Date(_)) => Ok(()),
            (ValueType::Enum, Value::Choice(option)) => self.has_option(option),
            (ValueType::Percent, Value::Percent(share)) => {
                if (0.0..=100.0).contains(share) {
                    Ok(())
                } else {
                    Err(ValueError::NotAShare(share.to_string()))
                }
            }
            (ValueType::Count | ValueType::Ratio, Value::Number(number)) => {
                if !number.is_finite() || *number < 0.0 {
                    Err(ValueError::OutOfRange(number.to_string()))
                } else if self.value_type == ValueType::Count && number.fract() != 0.0 {
                    Err(ValueError::NotWhole(number.to_string()))
                } else {
                    Ok(())
                }
            }
            (ValueType::List, Value::List(items)) => self.accepts_list(items),
            (ValueType::Text, Value::Text(text)) => {
                if text.trim().is_empty() {
                    Err(ValueError::Empty)
                } else {
                    Ok(())
                }
            }
            (wanted, _) => Err(ValueError::WrongType(wanted.words())),
        }
    }

    /// Reads a value as a form field or a table cell has it: `yes` or `no`, an option, a number, a
    /// day, or several names parted by `|` or `;`.
    pub fn parse_value(&self, text: &str) -> Result<Value, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        let value = match self.value_type {
            ValueType::Bool => match text.to_lowercase().as_str() {
                "yes" | "y" | "true" | "1" => Value::Bool(true),
                "no" | "n" | "false" | "0" => Value::Bool(false),
                _ => return Err(ValueError::NotYesOrNo(text.to_owned())),
            },
            ValueType::Enum => Value::Choice(self.option_like(text)),
            ValueType::List => Value::List(
                text.split(['|', ';'])
                    .map(str::trim)
                    .filter(|item| !item.is_empty())
                    .map(|item| self.option_like(item))
                    .collect(),
            ),
            ValueType::Percent => Value::Percent(number(text.strip_suffix('%').unwrap_or(text))?),
            ValueType::Count | ValueType::Ratio => Value::Number(number(text)?),
            ValueType::Date => Value::Date(day(text)?),
            ValueType::Text => Value::Text(text.to_owned()),
        };
        self.accepts(&value)?;
        Ok(value)
    }

    /// The option that the text names in any case; the text itself where there is none.
    fn option_like(&self, text: &str) -> String {
        self.options
            .iter()
            .find(|option| option.eq_ignore_ascii_case(text))
            .map_or_else(|| text.to_owned(), Clone::clone)
    }

    fn has_option(&self, given: &str) -> Result<(), ValueError> {
        if self.options.iter().any(|option| option == given) {
            Ok(())
        } else {
            Err(ValueError::NotAnOption {
                given: given.to_owned(),
                options: self.options.clone(),
            })
        }
    }

    fn accepts_list(&self, items: &[String]) -> Result<(), ValueError> {
        if items.is_empty() || items.iter().any(|item| item.trim().is_empty()) {
            return Err(ValueError::Empty);
        }
        let mut seen = std::collections::HashSet::new();
        if let Some(twice) = items.iter().find(|item| !seen.insert(item.as_str())) {
            return Err(ValueError::Twice(twice.clone()));
        }
        if self.options.is_empty() {
            return Ok(());
        }
        for item in items {
            self.has_option(item)?;
        }
        if items.len() > 1 && seen.contains("none") {
            return Err(ValueError::NoneBesideOthers);
        }
        Ok(())
    }
}

/// A number with a point or a comma before its decimals and spaces between thousands.
fn number(text: &str) -> Result<f64, ValueError> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = !digits.is_empty()
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if !plain {
        return Err(ValueError::NotANumber(text.trim().to_owned()));
    }
    let separators: Vec<usize> = digits.match_indices([',', '.']).map(|(at, _)| at).collect();
    let decimals = match separators.as_slice() {
        [] => digits,
        [at] if digits.as_bytes()[*at] == b'.' || digits.len() - at != 4 => {
            digits.replace(',', ".")
        }
        _ => return Err(ValueError::AmbiguousNumber(text.trim().to_owned())),
    };
    decimals
        .parse()
        .map_err(|_| ValueError::NotANumber(text.trim().to_owned()))
}

/// A day as `2026-11-24`.
fn day(text: &str) -> Result<Date, ValueError> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shaped
        .then(|| text.parse().ok())
        .flatten()
        .ok_or_else(|| ValueError::NotADay(text.to_owned()))
}

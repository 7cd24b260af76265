//! Every text that a person reads, in their language. Messages are Fluent files under `locales/`,
//! embedded at build time and checked there (`build.rs`); numbers and dates are written by ICU4X.
//! A key that a language lacks falls back to English; nothing here decides what is shown.

mod format;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use serde::Deserialize;
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "../../locales"]
struct Files;

/// The languages of this build, English first.
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(load);

/// One shipped language.
pub(crate) struct Language {
    /// Tag, such as `nl`.
    pub(crate) code: String,
    /// Its own name, such as `Nederlands`.
    pub(crate) name: String,
    /// `ltr` or `rtl`.
    pub(crate) direction: String,
    /// True while no native reader has confirmed the machine's draft.
    pub(crate) drafted: bool,
    /// True when every page is available in it.
    pub(crate) complete: bool,
    bundle: FluentBundle<FluentResource>,
    formats: format::Formats,
}

#[derive(Deserialize)]
struct Manifest {
    name: String,
    dir: String,
    status: String,
    #[serde(default)]
    complete: bool,
}

/// Texts in one language; cheap to copy, used by handlers and templates.
#[derive(Clone, Copy)]
pub(crate) struct Words(&'static Language);

/// A value that is put into a text.
pub(crate) enum Arg {
    /// A count or measure; written in the reader's digits and usable for plurals.
    Number(f64),
    /// Words.
    Text(String),
}

macro_rules! number_args {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Self { Arg::Number(f64::from(value)) }
        }
        impl From<&$kind> for Arg {
            fn from(value: &$kind) -> Self { (*value).into() }
        }
        impl From<&&$kind> for Arg {
            fn from(value: &&$kind) -> Self { (**value).into() }
        }
    )+};
}
number_args!(u8, u16, u32, i32, f64);

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of rows stay far below 2^52"
)]
mod large_numbers {
    use super::Arg;

    macro_rules! large_args {
        ($($kind:ty),+) => {$(
            impl From<$kind> for Arg {
                fn from(value: $kind) -> Self { Arg::Number(value as f64) }
            }
            impl From<&$kind> for Arg {
                fn from(value: &$kind) -> Self { (*value).into() }
            }
            impl From<&&$kind> for Arg {
                fn from(value: &&$kind) -> Self { (**value).into() }
            }
        )+};
    }
    large_args!(u64, i64, usize);
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Arg::Text(value.to_owned())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Arg::Text(value)
    }
}
impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Arg::Text(value.clone())
    }
}

impl Words {
    /// The language with this tag, if it is shipped.
    pub(crate) fn of(code: &str) -> Option<Self> {
        LANGUAGES
            .iter()
            .find(|language| language.code == code)
            .map(Words)
    }

    /// English, which every text has.
    pub(crate) fn english() -> Self {
        Words(&LANGUAGES[0])
    }

    /// All shipped languages, for the menu.
    pub(crate) fn all() -> impl Iterator<Item = Words> {
        LANGUAGES.iter().map(Words)
    }

    /// The best shipped language for an `Accept-Language` header.
    pub(crate) fn negotiate(header: &str) -> Self {
        let mut wishes: Vec<(f32, &str)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let tag = pieces.next()?.split('-').next()?.trim();
                let weight = pieces
                    .find_map(|piece| piece.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0_f32);
                (weight > 0.0).then_some((weight, tag))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes
            .into_iter()
            .find_map(|(_, tag)| Words::of(&tag.to_ascii_lowercase()))
            .unwrap_or_else(Words::english)
    }

    /// The language itself.
    pub(crate) fn language(&self) -> &'static Language {
        self.0
    }

    /// The text of a key.
    pub(crate) fn text(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The text of a key with one value put in.
    pub(crate) fn with(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.fill(key, &[(name, value.into())])
    }

    /// The text of a key with two values put in.
    pub(crate) fn with2(
        &self,
        key: &str,
        name: &str,
        value: impl Into<Arg>,
        other_name: &str,
        other: impl Into<Arg>,
    ) -> String {
        self.fill(key, &[(name, value.into()), (other_name, other.into())])
    }

    /// The text of a key with any number of values put in.
    pub(crate) fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let fluent = fluent_args(args);
        [self.0, &LANGUAGES[0]]
            .into_iter()
            .find_map(|language| format_key(language, key, &fluent))
            .unwrap_or_else(|| {
                tracing::error!(key, "a text is missing in the message catalogue");
                key.to_owned()
            })
    }

    /// The text of a key made of a fixed prefix and an identifier, whose dots and underscores
    /// become dashes: `dynamic("indicator-", "union.present")`. The identifier itself is shown
    /// when an operator's own catalogue names something that has no text yet.
    pub(crate) fn dynamic(&self, prefix: &str, id: &str) -> String {
        self.dynamic_attribute(prefix, id, None)
            .unwrap_or_else(|| id.to_owned())
    }

    /// As [`Words::dynamic`], with values put in.
    pub(crate) fn dynamic_fill(&self, prefix: &str, id: &str, args: &[(&str, Arg)]) -> String {
        self.fill(&format!("{prefix}{id}"), args)
    }

    /// As [`Words::dynamic`], an attribute of the message.
    pub(crate) fn dynamic_attribute(
        &self,
        prefix: &str,
        id: &str,
        attribute: Option<&str>,
    ) -> Option<String> {
        let dashed = id
            .replace(['.', '_'], "-")
            .replace('+', "-plus")
            .to_lowercase();
        let mut key = format!("{prefix}{dashed}");
        if let Some(attribute) = attribute {
            key.push('.');
            key.push_str(attribute);
        }
        let none = FluentArgs::new();
        [self.0, &LANGUAGES[0]]
            .into_iter()
            .find_map(|language| format_key(language, &key, &none))
    }

    /// A whole number in the reader's digits.
    pub(crate) fn number(&self, value: impl Into<Arg>) -> String {
        match value.into() {
            Arg::Number(number) => self.0.formats.number(number),
            Arg::Text(text) => text,
        }
    }

    /// A day, in the reader's way of writing it.
    pub(crate) fn date(&self, day: &jiff::civil::Date) -> String {
        self.0.formats.date(*day)
    }

    /// A moment to the minute, UTC.
    pub(crate) fn moment(&self, moment: &jiff::Timestamp) -> String {
        self.0.formats.moment(*moment)
    }
}

fn fluent_args(args: &[(&str, Arg)]) -> FluentArgs<'static> {
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        let value = match value {
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Text(text) => FluentValue::from(text.clone()),
        };
        fluent.set((*name).to_owned(), value);
    }
    fluent
}

/// Formats `key` or `key.attribute` in one language; `None` when the language lacks it.
fn format_key(language: &Language, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (id, attribute) = key
        .split_once('.')
        .map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = language.bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = language
        .bundle
        .format_pattern(pattern, Some(args), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text could not be filled in");
    }
    Some(text.into_owned())
}

/// Loads every folder of `locales/`. The build has already checked the files, so whatever fails
/// here is left out and logged.
fn load() -> Vec<Language> {
    let mut codes: Vec<String> = Files::iter()
        .filter_map(|path| path.strip_suffix("/locale.toml").map(str::to_owned))
        .collect();
    codes.sort_by_key(|code| (code != "en", code.clone()));
    codes
        .into_iter()
        .enumerate()
        .filter_map(|(place, code)| load_language(place, &code))
        .collect()
}

fn load_language(place: usize, code: &str) -> Option<Language> {
    let read = |path: &str| {
        Files::get(path).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
    };
    let manifest: Manifest = toml::from_str(&read(&format!("{code}/locale.toml"))?).ok()?;
    let identifier: LanguageIdentifier = code.parse().ok()?;
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(manifest.dir == "rtl");
    bundle.set_formatter(format::fluent_formatter(place));
    let prefix = format!("{code}/");
    for path in Files::iter().filter(|path| path.starts_with(&prefix) && path.ends_with(".ftl")) {
        let resource = match FluentResource::try_new(read(&path)?) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                tracing::error!(%path, ?errors, "a message file has errors");
                resource
            }
        };
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(%path, ?errors, "a message stands in two files");
        }
    }
    Some(Language {
        formats: format::Formats::new(code)?,
        code: code.to_owned(),
        name: manifest.name,
        direction: manifest.dir,
        drafted: manifest.status == "machine-drafted",
        complete: manifest.complete,
        bundle,
    })
}

/// Used by the number formatter of a bundle, which cannot carry its language with it.
fn formats_at(place: usize) -> Option<&'static format::Formats> {
    LANGUAGES.get(place).map(|language| &language.formats)
}

#[cfg(test)]
mod tests {
    use super::{Files, FluentArgs, FluentValue, LANGUAGES, Words};
    use std::collections::BTreeMap;

    /// The messages of a language's files: key and source, with attributes.
    fn sources(code: &str) -> BTreeMap<String, String> {
        let prefix = format!("{code}/");
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for path in Files::iter().filter(|p| p.starts_with(&prefix) && p.ends_with(".ftl")) {
            let text = String::from_utf8(Files::get(&path).unwrap().data.into_owned()).unwrap();
            let mut current = None;
            for line in text.lines() {
                if let Some((key, _)) = line
                    .split_once(" =")
                    .filter(|_| !line.starts_with([' ', '#']))
                {
                    current = Some(key.to_owned());
                }
                if let Some(key) = &current {
                    found.entry(key.clone()).or_default().push_str(line);
                }
            }
        }
        found
    }

    /// The values that a message asks for.
    fn asked(source: &str) -> Vec<String> {
        source
            .split('$')
            .skip(1)
            .map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                    .collect()
            })
            .collect()
    }

    #[test]
    fn every_text_of_every_language_is_filled_in_by_what_english_is_given() {
        let english = sources("en");
        assert!(english.len() > 500, "{}", english.len());
        for language in LANGUAGES.iter() {
            for key in sources(&language.code).keys() {
                let mut args = FluentArgs::new();
                for name in asked(&english[key]) {
                    args.set(name, FluentValue::from(3));
                }
                let message = language.bundle.get_message(key).unwrap();
                let attributes = message.attributes().map(|attribute| attribute.value());
                for pattern in message.value().into_iter().chain(attributes) {
                    let mut errors = Vec::new();
                    let text = language
                        .bundle
                        .format_pattern(pattern, Some(&args), &mut errors);
                    assert!(errors.is_empty(), "{} {key}: {errors:?}", language.code);
                    assert!(
                        !text.trim().is_empty() && !text.contains("{ "),
                        "{} {key}",
                        language.code
                    );
                }
            }
        }
    }

    #[test]
    fn numbers_and_days_follow_the_language() {
        let day = jiff::civil::date(2026, 11, 24);
        let [en, nl, bn] = ["en", "nl", "bn"].map(|code| Words::of(code).unwrap());
        assert_eq!(en.number(12_345_u32), "12,345");
        assert_eq!(nl.number(12_345_u32), "12.345");
        assert_eq!(bn.number(12_345_u32), "১২,৩৪৫");
        assert_eq!(en.date(&day), "24 Nov 2026");
        assert_eq!(nl.date(&day), "24 nov 2026");
        assert!(bn.date(&day).contains("২০২৬"), "{}", bn.date(&day));
    }

    #[test]
    fn the_browsers_first_shipped_language_wins() {
        assert_eq!(
            Words::negotiate("fr, nl;q=0.8, en;q=0.5").language().code,
            "nl"
        );
        assert_eq!(Words::negotiate("bn-BD,en;q=0.3").language().code, "bn");
        assert_eq!(Words::negotiate("xx").language().code, "en");
        assert_eq!(Words::negotiate("").language().code, "en");
    }
}

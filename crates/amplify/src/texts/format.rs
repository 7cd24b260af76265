//! Numbers and dates by ICU4X. English uses British usage (day before month) so that no date is
//! misread; nothing else is decided here.

use fluent_bundle::FluentValue;
use icu::calendar::Gregorian;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::DecimalFormatterOptions;
use icu::locale::Locale;
use intl_memoizer::concurrent::IntlLangMemoizer;

/// The writers of one language.
pub(super) struct Formats {
    decimal: DecimalFormatter,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
}

impl Formats {
    /// Writers for a language tag; `None` if the tag is not one.
    pub(super) fn new(code: &str) -> Option<Self> {
        let locale: Locale = match code {
            "en" => "en-GB".parse().ok()?,
            other => other.parse().ok()?,
        };
        Some(Formats {
            decimal: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .ok()?,
            day: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()?,
        })
    }

    /// A number, at most two decimals, grouped as the language does.
    pub(super) fn number(&self, value: f64) -> String {
        let rounded = (value * 100.0).round() / 100.0;
        rounded.to_string().parse::<Decimal>().map_or_else(
            |_| value.to_string(),
            |decimal| self.decimal.format(&decimal).to_string(),
        )
    }

    /// A day.
    pub(super) fn date(&self, day: jiff::civil::Date) -> String {
        let (month, number) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        icu::calendar::Date::try_new_gregorian(i32::from(day.year()), month, number).map_or_else(
            |_| day.to_string(),
            |date| self.day.format(&date).to_string(),
        )
    }

    /// A day with hour and minute, UTC.
    pub(super) fn moment(&self, moment: jiff::Timestamp) -> String {
        let civil = crate::clock::civil(moment);
        let digits = |value: i8| {
            let text = format!("{value:02}");
            text.chars()
                .filter_map(|c| c.to_digit(10))
                .map(|digit| self.number(f64::from(digit)))
                .collect::<String>()
        };
        format!(
            "{}, {}:{} UTC",
            self.date(civil.date()),
            digits(civil.hour()),
            digits(civil.minute())
        )
    }
}

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

fn number_in<const PLACE: usize>(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            super::formats_at(PLACE).map(|formats| formats.number(number.value))
        }
        _ => None,
    }
}

/// A bundle's formatter is a plain function, so there is one for each place in the list of
/// languages; a build with more languages needs a longer table.
const FORMATTERS: [Formatter; 16] = [
    number_in::<0>,
    number_in::<1>,
    number_in::<2>,
    number_in::<3>,
    number_in::<4>,
    number_in::<5>,
    number_in::<6>,
    number_in::<7>,
    number_in::<8>,
    number_in::<9>,
    number_in::<10>,
    number_in::<11>,
    number_in::<12>,
    number_in::<13>,
    number_in::<14>,
    number_in::<15>,
];

/// The formatter for the language at a place in the list of languages.
pub(super) fn fluent_formatter(place: usize) -> Option<Formatter> {
    FORMATTERS.get(place).copied()
}

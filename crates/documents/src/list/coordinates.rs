//! Coordinates as people write them: decimal degrees with point or comma, or degrees, minutes and
//! seconds, in one cell or two. Ranges are not checked here.

use super::values::plain_digits;

/// Which coordinate a cell holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Axis {
    /// North and south.
    Latitude,
    /// East and west.
    Longitude,
}

/// Degrees of one coordinate: decimal with point or comma, or degrees, minutes and seconds, with
/// or without the letter of a direction. The letter tells the axis.
pub(super) fn degrees(text: &str) -> Option<(f64, Option<Axis>)> {
    let plain = plain_digits(text);
    let mut rest = plain.trim();
    if rest.is_empty() || rest.len() > 60 {
        return None;
    }
    let mut direction = None;
    for end in [rest.chars().next_back()?, rest.chars().next()?] {
        let found = match end.to_ascii_uppercase() {
            'N' => Some((1.0, Axis::Latitude)),
            'S' => Some((-1.0, Axis::Latitude)),
            'E' | 'O' => Some((1.0, Axis::Longitude)),
            'W' => Some((-1.0, Axis::Longitude)),
            _ => None,
        };
        if found.is_some() && direction.is_none() {
            direction = found;
            rest = rest
                .strip_suffix(end)
                .or_else(|| rest.strip_prefix(end))?
                .trim();
        }
    }
    let negative = rest.starts_with(['-', '−']);
    let unsigned = rest.trim_start_matches(['-', '−', '+']).trim();
    let marks = ['°', 'º', '˚', '\'', '’', '′', '"', '”', '″', ' ', ':'];
    let parts: Vec<&str> = unsigned
        .split(marks)
        .filter(|part| !part.is_empty())
        .collect();
    let mut total = 0.0;
    let mut unit = 1.0;
    for (index, part) in parts.iter().enumerate() {
        let number = decimal(part)?;
        let is_last = index + 1 == parts.len();
        let fits = (index == 0 || number < 60.0) && (is_last || number.fract() == 0.0);
        if !fits || index > 2 {
            return None;
        }
        total += number / unit;
        unit *= 60.0;
    }
    if parts.is_empty() {
        return None;
    }
    let sign = if negative { -1.0 } else { 1.0 };
    Some(match direction {
        Some((way, axis)) => (total * sign * way, Some(axis)),
        None => (total * sign, None),
    })
}

/// Digits with at most one point or comma between.
fn decimal(text: &str) -> Option<f64> {
    let marks = text
        .bytes()
        .filter(|byte| matches!(byte, b'.' | b','))
        .count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || marks > 1 || digits + marks != text.len() {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// Latitude and longitude written in one cell, not checked for range.
pub(super) fn pair(text: &str) -> Option<(f64, f64)> {
    let text = text.trim().trim_matches(['(', ')', '[', ']']).trim();
    if text.len() > 100 {
        return None;
    }
    let halves = || {
        [";", "|", "/", ", ", " "]
            .into_iter()
            .filter_map(|between| text.split_once(between))
            .chain(
                // "23.8,90.4": one comma that stands between two decimal points.
                (text.matches(',').count() == 1 && text.contains('.'))
                    .then(|| text.split_once(','))
                    .flatten(),
            )
            .chain(after_direction(text))
    };
    halves().find_map(|(first, second)| {
        let second = second.trim().trim_start_matches([',', ';']).trim();
        let (first, axis) = degrees(first.trim_end_matches([',', ';']))?;
        let (second, other) = degrees(second)?;
        match (axis, other) {
            (Some(Axis::Longitude), Some(Axis::Latitude)) => Some((second, first)),
            (Some(first_axis), Some(second_axis)) if first_axis == second_axis => None,
            _ => Some((first, second)),
        }
    })
}

/// Cuts "23°48'36"N 90°24'0"E" after the letter of the first direction.
fn after_direction(text: &str) -> Option<(&str, &str)> {
    let at = text.find(['N', 'S', 'n', 's']).filter(|at| *at > 0)?;
    Some(text.split_at(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_with_points_commas_and_degrees() {
        let near = |text: &str, latitude: f64, longitude: f64| {
            let (read, other) = pair(text).unwrap_or_else(|| panic!("{text}"));
            assert!(
                (read - latitude).abs() < 1e-6 && (other - longitude).abs() < 1e-6,
                "{text}"
            );
        };
        for text in [
            "23.81, 90.41",
            "23.81,90.41",
            "23,81; 90,41",
            "23.81 90.41",
            "(23.81, 90.41)",
            "23.81° N, 90.41° E",
            "90.41E 23.81N",
            "23,81, 90,41",
            "23.81N90.41E",
        ] {
            near(text, 23.81, 90.41);
        }
        near("23°48'36\"N 90°24'36\"E", 23.81, 90.41);
        near("-6.2, 106.8", -6.2, 106.8);
        near("12.5S, 77.0W", -12.5, -77.0);
        for text in [
            "Dhaka, Bangladesh",
            "1216",
            "",
            "23.8",
            "12, Road 5",
            "1.2.3, 4.5.6",
        ] {
            assert_eq!(pair(text), None, "{text}");
        }
    }
}

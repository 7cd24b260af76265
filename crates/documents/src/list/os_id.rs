//! Open Supply Hub identifiers: two letters of a country, year and day, five signs, and a check
//! sign. The last one is computed here, so that a typing error is found before it names another
//! facility; whether an identifier exists is not known here.

/// The signs of Crockford's base 32, in the order of their values.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What is wrong with an identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// It is no identifier of this kind.
    Shape,
    /// Its check sign does not fit the rest, so a sign was mistyped.
    Check,
}

/// The identifier without spaces and hyphens, in capitals.
pub fn parse(text: &str) -> Result<String, Fault> {
    let id: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '-')
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    let bytes = id.as_bytes();
    let value = |byte: &u8| SIGNS.iter().position(|sign| sign == byte);
    let shaped = bytes.len() == 15
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..9].iter().all(u8::is_ascii_digit)
        && (1..=366).contains(
            &id.get(6..9)
                .and_then(|day| day.parse::<u16>().ok())
                .unwrap_or(0),
        );
    if !shaped {
        return Err(Fault::Shape);
    }
    let (country, rest) = bytes.split_at(2);
    let Some(values) = rest.iter().map(value).collect::<Option<Vec<usize>>>() else {
        return Err(Fault::Shape);
    };
    let Some((check, body)) = values.split_last() else {
        return Err(Fault::Shape);
    };
    let sum =
        country.iter().map(|byte| usize::from(*byte)).sum::<usize>() + body.iter().sum::<usize>();
    if sum % 32 == *check {
        Ok(id)
    } else {
        Err(Fault::Check)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, SIGNS, parse};

    /// An identifier of our own making for the day and signs given.
    fn made(body: &str) -> String {
        let bytes = body.as_bytes();
        let sum: usize = bytes[..2]
            .iter()
            .map(|byte| usize::from(*byte))
            .sum::<usize>()
            + bytes[2..]
                .iter()
                .map(|byte| SIGNS.iter().position(|sign| sign == byte).unwrap())
                .sum::<usize>();
        format!("{body}{}", char::from(SIGNS[sum % 32]))
    }

    #[test]
    fn the_published_example_and_spaced_forms_are_taken() {
        // B + D is 66 + 68, the rest adds 2+0+2+6+0+0+1 and 0+0+0+0+1: 146, or 18 beyond 4 x 32.
        assert_eq!(parse("BD202600100001J").as_deref(), Ok("BD202600100001J"));
        assert_eq!(
            parse(" bd-2026001-00001-j ").as_deref(),
            Ok("BD202600100001J")
        );
        assert_eq!(parse(&made("VN2024366ZZ9K0")), Ok(made("VN2024366ZZ9K0")));
    }

    #[test]
    fn a_mistyped_sign_and_another_shape_are_told_apart() {
        assert_eq!(parse("BD202600100002J"), Err(Fault::Check));
        assert_eq!(parse("BD2026001"), Err(Fault::Shape));
        assert_eq!(parse("BD2026999000010"), Err(Fault::Shape));
        assert_eq!(parse("বাংলাদেশ"), Err(Fault::Shape));
    }
}

//! How the audit was made: announced or not, days, interviews, workforce. Takes the strongest
//! claim; of several numbers the first, since reports open with their parameters.

use super::super::claims::Claim;
use super::super::values::Value;

/// The strongest claim for a field; among equals the first.
pub(in super::super) fn strongest<'c>(claims: &'c [Claim], field: &str) -> Option<&'c Claim> {
    claims
        .iter()
        .filter(|claim| claim.field == field)
        .max_by_key(|claim| (claim.weight, std::cmp::Reverse(claim.unit)))
}

/// The number of the strongest claim.
pub(in super::super) fn number<'c>(claims: &'c [Claim], field: &str) -> Option<(f64, &'c Claim)> {
    let claim = strongest(claims, field)?;
    match claim.payload {
        Some(Value::Number(number)) => Some((number, claim)),
        Some(Value::Date(ref year)) => year.parse().ok().map(|number| (number, claim)),
        _ => None,
    }
}

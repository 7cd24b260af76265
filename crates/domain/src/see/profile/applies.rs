//! Whether a question applies, by the standing of the questions it hangs on. Says "ruled out"
//! only on firm ground; every doubt leaves the question open.

use super::standing::{Kind, Standing};
use super::{Position, Row, Why};
use crate::see::answer::Value;
use crate::see::indicator::{AppliesWhen, Indicator};

/// What is known of a condition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Truth {
    /// It holds, or nothing is known against it.
    MayHold,
    /// It does not hold, by somebody's claim.
    ClaimedAgainst,
    /// It does not hold, verified.
    VerifiedAgainst,
}

/// Is the question ruled out, given its own standing and the rows it hangs on?
pub(super) fn rules_out(indicator: &Indicator, own: &Standing<'_>, rows: &[Row<'_>]) -> bool {
    let Some(condition) = &indicator.applies_when else {
        return false;
    };
    match truth(condition, rows) {
        Truth::MayHold => false,
        // Somebody who answers a question shows that it is one.
        Truth::ClaimedAgainst => {
            let own_row = &rows[indicator.number];
            own.kind == Kind::Unknown && !own_row.cells.iter().any(gives_value)
        }
        Truth::VerifiedAgainst => true,
    }
}

fn gives_value(cell: &super::Cell<'_>) -> bool {
    !cell.superseded && matches!(cell.position, Position::Value { .. })
}

fn truth(condition: &AppliesWhen, rows: &[Row<'_>]) -> Truth {
    match condition {
        AppliesWhen::Is(number, wanted) => one(&rows[*number], |value| names(value, wanted)),
        AppliesWhen::IsNot(number, unwanted) => {
            one(&rows[*number], |value| !names(value, unwanted))
        }
        AppliesWhen::CountAbove(number, limit) => one(
            &rows[*number],
            |value| !matches!(value, Value::List(items) if items.len() <= *limit),
        ),
        AppliesWhen::AnyNegative(numbers) => {
            let mut truth = Truth::VerifiedAgainst;
            for &number in numbers {
                let standing = &rows[number].standing;
                if standing.unfavourable {
                    return Truth::MayHold;
                }
                match one(&rows[number], |_| false) {
                    Truth::MayHold => truth = Truth::MayHold,
                    Truth::ClaimedAgainst if truth == Truth::VerifiedAgainst => {
                        truth = Truth::ClaimedAgainst;
                    }
                    _ => {}
                }
            }
            truth
        }
    }
}

/// What another row's standing says of a condition on its value.
fn one(row: &Row<'_>, holds: impl Fn(&Value) -> bool) -> Truth {
    let standing = &row.standing;
    if standing.unreviewed {
        return Truth::MayHold;
    }
    match (standing.kind, standing.value) {
        (Kind::Verified, Some(value)) if !holds(value) => Truth::VerifiedAgainst,
        (Kind::Claimed, Some(value)) if !holds(value) => Truth::ClaimedAgainst,
        // What hangs on a question that is ruled out is ruled out with it.
        (Kind::NotApplicable, _) if standing.why == Why::OutOfScope => Truth::VerifiedAgainst,
        (Kind::NotApplicable, _) => Truth::ClaimedAgainst,
        _ => Truth::MayHold,
    }
}

/// Is the value the wanted one, or does the list name the wanted option?
fn names(value: &Value, wanted: &Value) -> bool {
    match (value, wanted) {
        (Value::List(items), Value::Choice(option)) => items.contains(option),
        _ => value == wanted,
    }
}

//! Findings: which matters a document describes and what its author makes of each. A matter that
//! follows from a settled label (no grievance mechanism at all) counts as described.

use super::super::claims::Claim;
use super::super::scene::Stage;
use super::super::{Finding, Status};
use super::labels::Settled;
use std::collections::BTreeMap;
use std::ops::Range;

/// The findings with the places they rest on.
pub(in super::super) fn settle(
    stage: &Stage<'_>,
    claims: &[Claim],
    labels: &BTreeMap<&'static str, Settled<'_>>,
) -> Vec<(Finding, Vec<Range<usize>>)> {
    let mut found: BTreeMap<String, (Status, Vec<Range<usize>>)> = BTreeMap::new();
    for claim in claims {
        let Some(code) = claim.field.strip_prefix("finding.") else {
            continue;
        };
        let status = status(stage, claim);
        add(&mut found, code, status, &claim.quotes);
    }
    for (field, value, code) in FOLLOWS {
        if let Some(settled) = labels.get(field).filter(|settled| settled.value == value) {
            for claim in settled.because.iter().take(2) {
                add(&mut found, code, Status::Found, &claim.quotes);
            }
        }
    }
    if let Some(settled) = labels
        .get("worker_committee")
        .filter(|settled| settled.value == "absent")
        && let Some(due) = claims.iter().find(|claim| claim.field == "committee_due")
    {
        add(&mut found, "WR", Status::Found, &due.quotes);
        if let Some(claim) = settled.because.first() {
            add(&mut found, "WR", Status::Found, &claim.quotes);
        }
    }
    for claim in claims {
        let Some(code) = claim.field.strip_prefix("reject.") else {
            continue;
        };
        for (found_code, (status, quotes)) in &mut found {
            let decided =
                *status == Status::Found && quotes.iter().any(|quote| confirmed(stage, quote));
            if (code == found_code || code == "ALL") && !decided {
                *status = Status::NotSubstantiated;
            }
        }
    }
    let specific = ["UO", "FA", "ID", "CB", "ST"].iter().any(|code| {
        found
            .get(*code)
            .is_some_and(|(status, _)| *status != Status::NotSubstantiated)
    });
    if specific {
        found.remove("UN");
    }
    found
        .into_iter()
        .map(|(code, (status, mut quotes))| {
            quotes.dedup();
            quotes.truncate(4);
            (Finding { code, status }, quotes)
        })
        .collect()
}

/// Labels that are matters by themselves.
const FOLLOWS: [(&str, &str, &str); 8] = [
    ("grievance_mechanism", "absent", "GM"),
    ("grievance_mechanism", "inactive", "GM"),
    ("committee_selection", "appointed", "WR"),
    ("committee_selection", "mixed", "WR"),
    ("worker_committee", "inactive", "WR"),
    ("worker_committee", "pseudo", "WR"),
    ("union", "pseudo", "ID"),
    ("cba", "pseudo", "CB"),
];

fn add(
    found: &mut BTreeMap<String, (Status, Vec<Range<usize>>)>,
    code: &str,
    status: Status,
    quotes: &[Range<usize>],
) {
    let entry = found
        .entry(code.to_owned())
        .or_insert_with(|| (status, Vec::new()));
    if rank(status) > rank(entry.0) {
        entry.0 = status;
    }
    entry.1.extend(quotes.iter().cloned());
}

fn rank(status: Status) -> u8 {
    match status {
        Status::NotSubstantiated => 0,
        Status::Alleged => 1,
        Status::Found => 2,
    }
}

fn status(stage: &Stage<'_>, claim: &Claim) -> Status {
    let nearby = |cue: &str| {
        stage.has(claim.unit, cue)
            || claim.unit.checked_sub(1).is_some_and(|before| {
                stage.units[before].block == stage.units[claim.unit].block && stage.has(before, cue)
            })
    };
    if stage.has(claim.unit, "rejected") {
        Status::NotSubstantiated
    } else if stage.has(claim.unit, "confirmed") {
        Status::Found
    } else if stage.has(claim.unit, "alleged") || nearby("alleged_opening") {
        Status::Alleged
    } else {
        Status::Found
    }
}

/// Does the author confirm the matter where it is told?
fn confirmed(stage: &Stage<'_>, quote: &Range<usize>) -> bool {
    (0..stage.units.len())
        .any(|index| stage.units[index].range == *quote && stage.has(index, "confirmed"))
}

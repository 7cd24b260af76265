//! Union, worker committee, its selection, agreement and grievance mechanism: which of the states
//! that sentences claim holds for the document. The strongest claim wins; among equals the later
//! one; a claim about the past gives way to one about the present.

use super::super::claims::Claim;
use super::super::scene::Stage;

/// A settled label and the claims it rests on.
pub(in super::super) struct Settled<'c> {
    pub(in super::super) value: &'c str,
    pub(in super::super) because: Vec<&'c Claim>,
}

/// Weight of a plain "there is no union".
const PLAIN_DENIAL: i32 = 5;
/// Weight of signs that a union is a sham which presuppose that there is one.
const WEAK_SHAM: i32 = 8;

/// Settles one field.
pub(in super::super) fn settle<'c>(
    stage: &Stage<'_>,
    claims: &'c [Claim],
    field: &str,
) -> Option<Settled<'c>> {
    let mut weighed: Vec<(i32, &Claim)> = claims
        .iter()
        .filter(|claim| claim.field == field)
        .map(|claim| (weigh(stage, claim), claim))
        .collect();
    weighed.retain(|(weight, _)| *weight > 0);
    deny_within_a_sentence(&mut weighed);
    if field == "union" {
        drop_sham_beside_a_real_union(stage, &mut weighed);
        let none_at_all = weighed
            .iter()
            .any(|(weight, claim)| claim.value == "absent" && *weight >= 2 * PLAIN_DENIAL);
        weighed.retain(|(_, claim)| {
            claim.value != "pseudo" || !none_at_all || claim.weight > WEAK_SHAM
        });
    }
    if field == "committee_selection" && has(&weighed, "elected") && has(&weighed, "appointed") {
        let elected = best(&weighed, "elected");
        let appointed = best(&weighed, "appointed");
        if elected.0 == appointed.0 && elected.1 == appointed.1 {
            let because = weighed.iter().map(|(_, claim)| *claim).collect();
            return Some(Settled {
                value: "mixed",
                because,
            });
        }
    }
    let (_, winner) = weighed
        .iter()
        .copied()
        .max_by_key(|(weight, claim)| (*weight, claim.unit))?;
    let mut because: Vec<&Claim> = weighed
        .iter()
        .filter(|(_, claim)| claim.value == winner.value)
        .map(|(_, claim)| *claim)
        .collect();
    because.sort_by_key(|claim| (std::cmp::Reverse(weigh(stage, claim)), claim.unit));
    because.dedup_by_key(|claim| claim.unit);
    because.truncate(3);
    Some(Settled {
        value: &winner.value,
        because,
    })
}

fn weigh(stage: &Stage<'_>, claim: &Claim) -> i32 {
    let past =
        stage.has(claim.unit, "past") && matches!(claim.value.as_str(), "absent" | "present");
    claim.weight * 2 - if past { 4 } else { 0 }
}

fn has(weighed: &[(i32, &Claim)], value: &str) -> bool {
    weighed.iter().any(|(_, claim)| claim.value == value)
}

fn best(weighed: &[(i32, &Claim)], value: &str) -> (i32, usize) {
    weighed
        .iter()
        .filter(|(_, claim)| claim.value == value)
        .map(|(weight, claim)| (*weight, claim.unit))
        .max()
        .unwrap_or_default()
}

/// A sham union set up against a real one does not make the real one a sham.
fn drop_sham_beside_a_real_union(stage: &Stage<'_>, weighed: &mut Vec<(i32, &Claim)>) {
    let rival = weighed
        .iter()
        .any(|(_, claim)| claim.value == "pseudo" && stage.has(claim.unit, "rival"));
    let independent = weighed
        .iter()
        .any(|(_, claim)| claim.value == "present" && (stage.has(claim.unit, "independent")));
    if (rival || independent) && has(weighed, "present") {
        weighed.retain(|(_, claim)| claim.value != "pseudo");
    }
}

/// Where one sentence yields both, "there is none" is meant and not the words it denies.
fn deny_within_a_sentence(weighed: &mut Vec<(i32, &Claim)>) {
    let denied: Vec<(usize, i32)> = weighed
        .iter()
        .filter(|(_, claim)| claim.value == "absent")
        .map(|(weight, claim)| (claim.unit, *weight))
        .collect();
    weighed.retain(|(weight, claim)| {
        let overruled = denied
            .iter()
            .any(|(unit, denial)| *unit == claim.unit && denial >= weight);
        claim.value != "present" || !overruled
    });
}

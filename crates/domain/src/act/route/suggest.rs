//! Which actions the gaps of a facility suggest. Plain arithmetic over the playbook's own links
//! between actions and indicators, so that the same gaps always suggest the same actions and a
//! page can say why.
//!
//! How an action fits a gap:
//!
//! - **To find out** (unknown, unconfirmed, contested, old): actions of route A. One that names
//!   the indicator fits best; where the workers' side is needed, one in which workers or their
//!   union take part also fits; one on the same topic fits a little. Actions of other routes come
//!   into question only if they name the indicator and it does not need the workers' side: nobody
//!   starts to remedy what nobody has established.
//! - **To change** (unfavourable, or only partly as it should be): actions of the other routes
//!   that the indicator names. One that names the indicator fits best, then one on the same topic.
//!   What is never tolerated also fits the action that treats such violations as a case, and
//!   goes before everything else.
//! - **To talk about** (no union, no agreement): actions in which a trade union takes part, better
//!   if on a route that the indicator names (best another one than A) or on the same topic.
//!
//! Each gap speaks for the actions that fit it best, and for no others. An action that builds on
//! another one ("E1 decided go") is not suggested; the plan comes to it. Route E needs a union:
//! while none is known to exist, it is not suggested. A country's limits leave out routes that are
//! not workable there and mark what needs a safety check first.

use super::{Action, Playbook, Route};
use crate::see::gap::{Gap, GapKind};
use crate::see::indicator::{Catalogue, Indicator, Severity};

/// More than this would be a list of everything, and no suggestion.
const MOST: usize = 5;

/// What a country's guidance allows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Limits {
    /// Letters of the routes that are workable there.
    pub routes: Vec<String>,
    /// A talk handled badly endangers workers.
    pub retaliation_risk_high: bool,
}

/// A suggested action.
#[derive(Clone, PartialEq, Debug)]
pub struct Suggestion<'a> {
    /// The action.
    pub action: &'a Action,
    /// Its route.
    pub route: &'a Route,
    /// The gaps it works on, heaviest first.
    pub gaps: Vec<Gap<'a>>,
    /// The gap that speaks most for it; pages put its indicator, kind and days into words.
    pub reason: Gap<'a>,
    /// Workers or their union take part where the risk of retaliation is high: check first that
    /// nobody is endangered.
    pub safety_first: bool,
}

/// The actions that gaps suggest, the most useful first, at most five. `gaps` must come from
/// [`crate::see::gap::gaps`] of one profile.
pub fn suggest<'a>(
    playbook: &'a Playbook,
    catalogue: &Catalogue,
    gaps: &[Gap<'a>],
    limits: Option<&Limits>,
) -> Vec<Suggestion<'a>> {
    let no_union = gaps.iter().any(|gap| {
        gap.indicator.id == "union.present"
            && matches!(gap.kind, GapKind::TalkAbout | GapKind::Unknown)
    });
    let workable = |action: &&Action| {
        let too_early = no_union && action.route == "E" || builds_on_another(action, playbook);
        !too_early && limits.is_none_or(|limits| limits.routes.contains(&action.route))
    };
    let candidates: Vec<&Action> = playbook.actions().iter().filter(workable).collect();
    // How well each candidate fits each gap; only the best fits of a gap count.
    let mut fits: Vec<Vec<u32>> = candidates
        .iter()
        .map(|action| {
            gaps.iter()
                .map(|gap| fit(action, gap, catalogue) * weight(gap))
                .collect()
        })
        .collect();
    for place in 0..gaps.len() {
        let best = fits.iter().map(|fit| fit[place]).max().unwrap_or(0);
        for fit in &mut fits {
            if fit[place] < best {
                fit[place] = 0;
            }
        }
    }
    let mut suggestions = Vec::new();
    while suggestions.len() < MOST {
        // The first of the best, so that the playbook's order decides a tie.
        let best = (0..candidates.len())
            .max_by_key(|&place| (fits[place].iter().sum::<u32>(), std::cmp::Reverse(place)));
        let Some(best) = best else { break };
        let own = fits[best].clone();
        let worked_on = || (0..gaps.len()).filter(|&place| own[place] > 0);
        let strongest = worked_on().max_by_key(|&place| (own[place], std::cmp::Reverse(place)));
        let (Some(strongest), Some(route)) = (strongest, playbook.route(&candidates[best].route))
        else {
            break;
        };
        suggestions.push(Suggestion {
            action: candidates[best],
            route,
            gaps: worked_on().map(|place| gaps[place]).collect(),
            reason: gaps[strongest],
            safety_first: limits.is_some_and(|limits| limits.retaliation_risk_high)
                && workers_take_part(candidates[best]),
        });
        // A gap that is worked on speaks for nothing else any more.
        for place in worked_on() {
            for fit in &mut fits {
                fit[place] = 0;
            }
        }
    }
    suggestions
}

/// Do its prerequisites name another action?
fn builds_on_another(action: &Action, playbook: &Playbook) -> bool {
    action
        .prerequisites
        .iter()
        .filter_map(|prerequisite| prerequisite.split_whitespace().next())
        .any(|word| playbook.action(word).is_some())
}

/// How much a gap counts. A violation that is never tolerated goes before everything else. A core
/// question weighs at least as much as a weak structure, since everything else hangs on it, also
/// where its own answer would only describe the situation.
fn weight(gap: &Gap<'_>) -> u32 {
    if gap.indicator.zero_tolerance && gap.kind == GapKind::Negative {
        return 1_000;
    }
    let weight = match gap.severity {
        Severity::Critical => 16,
        Severity::High => 8,
        Severity::Medium => 4,
        Severity::Low => 2,
        Severity::Context => 1,
    };
    if gap.indicator.core {
        weight.max(4)
    } else {
        weight
    }
}

/// How well an action fits a gap; 0: not at all.
fn fit(action: &Action, gap: &Gap<'_>, catalogue: &Catalogue) -> u32 {
    let indicator = gap.indicator;
    let named = action.indicators.contains(&indicator.id);
    let same_topic = others(action, catalogue).any(|other| other.cluster == indicator.cluster);
    if gap.kind.is_to_learn() {
        return if action.route != "A" {
            u32::from(named && !indicator.worker_side_required)
        } else if named {
            4
        } else if indicator.worker_side_required && workers_take_part(action) {
            2
        } else {
            u32::from(same_topic)
        };
    }
    let on_route = indicator.routes.contains(&action.route);
    if gap.kind == GapKind::TalkAbout {
        return if union_takes_part(action) {
            // Route A would only tell again what is known already.
            1 + u32::from(same_topic)
                + u32::from(on_route)
                + u32::from(on_route && action.route != "A")
        } else {
            0
        };
    }
    // Knowing more of what is established to be bad changes nothing.
    if !on_route || action.route == "A" {
        return 0;
    }
    let as_a_case = indicator.zero_tolerance
        && gap.kind == GapKind::Negative
        && others(action, catalogue).any(|other| other.zero_tolerance);
    match (named, as_a_case, same_topic) {
        (true, _, _) => 4,
        (false, true, _) => 3,
        (false, false, true) => 1,
        (false, false, false) => 0,
    }
}

/// The indicators that an action names.
fn others<'c>(action: &'c Action, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c Indicator> {
    action.indicators.iter().filter_map(|id| catalogue.get(id))
}

fn workers_take_part(action: &Action) -> bool {
    takes_part(action, &["worker_rep", "union_local"])
}

fn union_takes_part(action: &Action) -> bool {
    takes_part(action, &["union_local", "union_federation"])
}

fn takes_part(action: &Action, roles: &[&str]) -> bool {
    action
        .participants
        .iter()
        .any(|participant| roles.contains(&participant.as_str()))
}

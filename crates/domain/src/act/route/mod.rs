//! The playbook: the routes from A to E and the actions on each, as people of the field edit
//! them, and which of the actions a facility's gaps suggest. A suggestion is never a plan; people
//! decide.

mod suggest;

pub use suggest::{Limits, Suggestion, suggest};

use crate::content::{ContentError, entry_name, nothing_left, table, take_group, take_list, typed};
use crate::see::indicator::Catalogue;
use serde::Deserialize;

/// A route.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Its letter.
    pub id: String,
    /// Title in English.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// What it leads to.
    pub expected_outcome: String,
    /// The steps of due diligence it serves.
    pub oecd_steps: String,
}

/// Where an action comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From the table of actions of the AMPLIFY report, in our words.
    Table2,
    /// From the report's lessons and recommendations.
    Report,
    /// Proposed by us.
    Derived,
}

/// An action of the playbook.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Identifier, such as `A1`.
    pub id: String,
    /// The letter of its route.
    pub route: String,
    /// Title in English.
    pub title: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What must stand before it starts.
    pub prerequisites: Vec<String>,
    /// Roles that take part.
    pub participants: Vec<String>,
    /// Shortest and longest duration in weeks.
    pub duration_weeks: (u32, u32),
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What it leads to.
    pub expected_result: String,
    /// What shows that it was done.
    pub evidence: Vec<String>,
    /// A goal with `{placeholders}`.
    pub smart_template: String,
    /// Indicators it changes or answers.
    pub indicators: Vec<String>,
    /// What to count.
    pub result_indicator: String,
    /// Number in the table of the report.
    pub table2_ref: Option<String>,
}

/// The checked playbook.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Playbook {
    version: String,
    routes: Vec<Route>,
    actions: Vec<Action>,
}

#[derive(Deserialize)]
struct Meta {
    version: String,
}

/// Parts of the file that bargaining, programme plans and pages read; not needed to suggest.
const OTHER_PARTS: [&str; 5] = [
    "cb_stage",
    "cba_topic",
    "facilitator",
    "design_rule",
    "programme_phase",
];

impl Playbook {
    /// Reads and checks a playbook.
    pub fn parse(text: &str) -> Result<Self, ContentError> {
        let mut file = table(text)?;
        let meta: Meta = typed("meta", toml::Value::Table(take_group(&mut file, "meta")?))?;
        let routes: Vec<Route> = list(&mut file, "route")?;
        let actions: Vec<Action> = list(&mut file, "action")?;
        for part in OTHER_PARTS {
            file.remove(part);
        }
        let mut known = vec!["meta", "route", "action"];
        known.extend(OTHER_PARTS);
        nothing_left(&file, &known)?;
        unique("route", routes.iter().map(|route| route.id.as_str()))?;
        unique("action", actions.iter().map(|action| action.id.as_str()))?;
        for action in &actions {
            let fail = |key: &str, problem: String| {
                Err(ContentError::entry(
                    format!("action {}", action.id),
                    key,
                    problem,
                ))
            };
            if !routes.iter().any(|route| route.id == action.route) {
                return fail(
                    "route",
                    format!(
                        "no route has the letter {:?}; use one that has a [[route]].",
                        action.route
                    ),
                );
            }
            if action.duration_weeks.0 > action.duration_weeks.1 {
                return fail(
                    "duration_weeks",
                    "the longest duration is below the shortest; write [shortest, longest].".into(),
                );
            }
            if action.steps.is_empty() {
                return fail("steps", "is empty; write at least one step.".into());
            }
        }
        Ok(Playbook {
            version: meta.version,
            routes,
            actions,
        })
    }

    /// Do playbook and catalogue know each other's identifiers?
    pub fn check(&self, catalogue: &Catalogue) -> Result<(), ContentError> {
        for action in &self.actions {
            for id in &action.indicators {
                if catalogue.get(id).is_none() {
                    return Err(ContentError::entry(
                        format!("action {}", action.id),
                        "indicators",
                        format!("no indicator has the id {id:?}; check the spelling."),
                    ));
                }
            }
        }
        for indicator in catalogue.indicators() {
            for letter in &indicator.routes {
                if self.route(letter).is_none() {
                    return Err(ContentError::entry(
                        format!("indicator {}", indicator.id),
                        "routes",
                        format!("the playbook has no route {letter:?}; use one of its letters."),
                    ));
                }
            }
        }
        Ok(())
    }

    /// Version of the file.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Routes in the order of the file.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Actions in the order of the file.
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// The route with this letter.
    pub fn route(&self, id: &str) -> Option<&Route> {
        self.routes.iter().find(|route| route.id == id)
    }

    /// The action with this identifier.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == id)
    }
}

fn list<T: serde::de::DeserializeOwned>(
    file: &mut toml::Table,
    name: &str,
) -> Result<Vec<T>, ContentError> {
    take_list(file, name)?
        .into_iter()
        .enumerate()
        .map(|(place, value)| typed(&entry_name(name, place, &value), value))
        .collect()
}

fn unique<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), ContentError> {
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(ContentError::entry(
                format!("{kind} {id}"),
                "id",
                "stands twice; give the second one an id of its own.",
            ));
        }
    }
    Ok(())
}

//! The one place that decides who may see or do what. A [`Scope`] is the actor as the rules see
//! it; it answers for a single item ([`Scope::may`]) and, for lists, yields the same rule as data
//! ([`Scope::condition`]), which the store turns into SQL. Nothing else in the program decides.

use crate::id::{AccountId, OrganisationId, ProgrammeId};
use serde::{Deserialize, Serialize};

/// What an organisation is in a programme.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// Runs the programme: a union confederation, an NGO, an initiative.
    Facilitator,
    /// Buys from facilities.
    Brand,
}

/// The actor of a read or a write: which account, for which organisation, in which programme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scope {
    /// The signed-in account.
    pub account: AccountId,
    /// The organisation the account acts for now.
    pub organisation: OrganisationId,
    /// What that organisation is.
    pub kind: OrganisationKind,
    /// The programme the account works in now.
    pub programme: ProgrammeId,
}

/// What an actor wants to do with an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    /// Look at it, search it, export it.
    Read,
    /// Add, change, review, import or delete it.
    Write,
}

/// An item as the rules see it: in which programme it lies and whose it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// The programme the item belongs to.
    pub programme: ProgrammeId,
    /// The organisation that owns it; facilities and facts of a programme have none.
    pub owner: Option<OrganisationId>,
}

/// The rule for a list, as data: which rows of a table with the columns `programme_id` and
/// (where rows have one) `owner_id` an actor may see or change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Condition {
    /// Every row of this programme.
    Programme(ProgrammeId),
    /// Rows of this programme that nobody owns or that this organisation owns.
    ProgrammeOwned(ProgrammeId, OrganisationId),
}

impl Scope {
    /// May the actor do `action` with `item`?
    pub fn may(&self, action: Action, item: &Item) -> bool {
        self.condition(action).admits(item)
    }

    /// The rows on which the actor may do `action`.
    pub fn condition(&self, _action: Action) -> Condition {
        match self.kind {
            OrganisationKind::Facilitator => Condition::Programme(self.programme),
            OrganisationKind::Brand => Condition::ProgrammeOwned(self.programme, self.organisation),
        }
    }
}

impl Condition {
    /// Does the condition let this item through? The store's SQL must agree with this.
    pub fn admits(&self, item: &Item) -> bool {
        match *self {
            Condition::Programme(programme) => item.programme == programme,
            Condition::ProgrammeOwned(programme, organisation) => {
                item.programme == programme && item.owner.is_none_or(|owner| owner == organisation)
            }
        }
    }
}

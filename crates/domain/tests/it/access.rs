//! Who may see what: the answer for one item and the condition for lists must agree.

use domain::id::{AccountId, OrganisationId, ProgrammeId};
use domain::people::access::{Action, Condition, Item, OrganisationKind, Scope};
use proptest::prelude::*;
use uuid::Uuid;

fn small(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

proptest! {
    #[test]
    fn the_condition_for_lists_lets_through_exactly_what_may_be_seen_one_by_one(
        own in 0..3_u128, programme in 0..3_u128, facilitator: bool, write: bool,
        items in prop::collection::vec((0..3_u128, prop::option::of(0..3_u128)), 0..20),
    ) {
        let scope = Scope {
            account: AccountId(small(9)),
            organisation: OrganisationId(small(own)),
            kind: if facilitator { OrganisationKind::Facilitator } else { OrganisationKind::Brand },
            programme: ProgrammeId(small(programme)),
        };
        let action = if write { Action::Write } else { Action::Read };
        for (of_programme, owner) in items {
            let item = Item {
                programme: ProgrammeId(small(of_programme)),
                owner: owner.map(|owner| OrganisationId(small(owner))),
            };
            // The rule in plain words: inside the programme a facilitator sees everything, a
            // brand what is its own or nobody's; outside nobody sees anything.
            let expected = of_programme == programme
                && (facilitator || owner.is_none_or(|owner| owner == own));
            prop_assert_eq!(scope.may(action, &item), expected);
            // What the store's SQL does with the condition, row by row.
            let listed = match scope.condition(action) {
                Condition::Programme(id) => item.programme == id,
                Condition::ProgrammeOwned(id, organisation) => {
                    item.programme == id && (item.owner.is_none() || item.owner == Some(organisation))
                }
            };
            prop_assert_eq!(listed, expected);
        }
    }
}

//! Turns the rule of `domain::people::access` into SQL. This is the only place that does; every
//! query for records of a programme goes through it.

use crate::db::Sql;
use crate::error::{Error, Result};
use domain::people::access::{Action, Condition, Item, Scope};

/// Whether the rows of a table belong to organisations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    /// The table has a column `owner_id`.
    Column,
    /// Its rows are the programme's; nobody owns one.
    Nobody,
}

/// Appends the condition that the rows of `table` must meet.
pub(crate) fn admit(sql: &mut Sql<'_>, scope: &Scope, action: Action, table: &str, owner: Owner) {
    match scope.condition(action) {
        Condition::Programme(programme) => {
            sql.push(table).push(".programme_id = ").bind(programme);
        }
        Condition::ProgrammeOwned(programme, organisation) => {
            sql.push(table).push(".programme_id = ").bind(programme);
            if owner == Owner::Column {
                sql.push(" AND (").push(table).push(".owner_id IS NULL OR ");
                sql.push(table)
                    .push(".owner_id = ")
                    .bind(organisation)
                    .push(")");
            }
        }
    }
}

/// Refuses an item that the actor must not reach, as if it did not exist.
pub(crate) fn require(scope: &Scope, action: Action, item: &Item) -> Result<()> {
    if scope.may(action, item) {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

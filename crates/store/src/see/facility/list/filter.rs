//! The filter of the list as SQL: where the rows come from, and which of them.

use super::{Filter, Freshness};
use crate::db::{Sql, Tx};
use crate::error::Result;
use crate::people::access::{Owner, admit};
use crate::search;
use domain::id::OrganisationId;
use domain::people::access::{Action, Scope};

/// A brand with no more facilities than this is looked up by its sourcing; of a larger one, the
/// list is walked in its order and soon has a page full.
const FEW: i64 = 3000;

impl Filter {
    /// Does the tally know everything that is filtered by?
    pub(super) fn is_tallied(&self) -> bool {
        self.brand.is_none() && self.freshness.is_none() && self.words().is_empty()
    }

    /// The brand, if nothing else is filtered by.
    pub(super) fn brand_alone(&self) -> Option<OrganisationId> {
        let others = Filter {
            brand: None,
            ..self.clone()
        };
        self.brand.filter(|_| others == Filter::default())
    }

    /// The folded words to look for.
    fn words(&self) -> Vec<String> {
        self.text.as_deref().map(search::words).unwrap_or_default()
    }
}

/// Appends `FROM … WHERE` with the actor's rule and the whole filter for facility `table`.
pub(super) fn from<'a>(
    sql: &mut Sql<'a>,
    tx: &Tx<'_>,
    scope: &Scope,
    filter: &'a Filter,
    table: &str,
) -> Result<()> {
    let words = filter.words();
    let few_of = match filter.brand {
        Some(brand) if words.is_empty() && has_few(tx, scope, brand)? => Some(brand),
        _ => None,
    };
    // The rarer side comes first: CROSS JOIN keeps SQLite to this order.
    if !words.is_empty() {
        sql.push("FROM passage p CROSS JOIN facility ").push(table);
        sql.push(" WHERE p.noun = 'facility' AND ");
        admit(sql, scope, Action::Read, "p", Owner::Column);
        search::filter(sql, tx.engine(), "p", &words);
        sql.push(" AND ").push(table).push(".id = p.item_id AND ");
    } else if let Some(brand) = few_of {
        sql.push("FROM sourcing s CROSS JOIN facility ")
            .push(table)
            .push(" WHERE ");
        admit(sql, scope, Action::Read, "s", Owner::Column);
        sql.push(" AND s.owner_id = ").bind(brand);
        sql.push(" AND ")
            .push(table)
            .push(".id = s.facility_id AND ");
    } else {
        sql.push("FROM facility ").push(table).push(" WHERE ");
    }
    admit(sql, scope, Action::Read, table, Owner::Nobody);
    standings(sql, filter, table);
    freshness(sql, filter, table);
    if let Some(brand) = filter.brand.filter(|_| few_of.is_none()) {
        sql.push(" AND EXISTS (SELECT 1 FROM sourcing s WHERE ");
        admit(sql, scope, Action::Read, "s", Owner::Column);
        sql.push(" AND s.owner_id = ").bind(brand);
        sql.push(" AND s.facility_id = ").push(table).push(".id)");
    }
    Ok(())
}

fn has_few(tx: &Tx<'_>, scope: &Scope, brand: OrganisationId) -> Result<bool> {
    let mut sql = Sql::new("SELECT count(*) FROM (SELECT 1 FROM sourcing s WHERE ");
    admit(&mut sql, scope, Action::Read, "s", Owner::Column);
    sql.push(" AND s.owner_id = ").bind(brand);
    sql.push(" LIMIT ").bind(FEW + 1).push(") few");
    let number: i64 = tx.query_one(&sql.text, &sql.parameters, |row| row.get(0))?;
    Ok(number <= FEW)
}

fn freshness(sql: &mut Sql<'_>, filter: &Filter, table: &str) {
    match filter.freshness {
        Some(Freshness::Since(day)) => {
            sql.push(" AND ")
                .push(table)
                .push(".newest_day >= ")
                .bind(day);
        }
        Some(Freshness::Before(day)) => {
            sql.push(" AND ").push(table).push(".newest_day <> '' AND ");
            sql.push(table).push(".newest_day < ").bind(day);
        }
        Some(Freshness::Never) => {
            sql.push(" AND ").push(table).push(".newest_day = ''");
        }
        None => {}
    }
}

/// Appends the filter by country and standing, for a facility or its tally.
pub(super) fn standings<'a>(sql: &mut Sql<'a>, filter: &'a Filter, table: &str) {
    if !filter.countries.is_empty() {
        sql.push(" AND ").push(table).push(".country IN ");
        sql.bind_all(filter.countries.iter().map(String::as_str));
    }
    for (column, words) in [
        ("union_standing", &filter.union),
        ("committee_standing", &filter.committee),
        ("elected_standing", &filter.elected),
        ("agreement_standing", &filter.agreement),
        ("grievance_standing", &filter.grievance),
    ] {
        if !words.is_empty() {
            sql.push(" AND ")
                .push(table)
                .push(".")
                .push(column)
                .push(" IN ");
            sql.bind_all(words.iter().map(|word| word.code()));
        }
    }
}

//! The list of facilities: filters, orders, pages, exact totals, points of the map. The work per
//! page stays the same however many facilities there are; see `docs/benchmarks.md`.

mod filter;

use super::{COLUMNS, Record, read};
use crate::db::{Sql, Tx};
use crate::error::Result;
use crate::people::access::{Owner, admit};
use crate::see::standing::Word;
use domain::id::{FacilityId, OrganisationId};
use domain::people::access::{Action, Scope};
use domain::see::facility::Position;
use jiff::civil::Date;

/// Rows of a page.
pub const PER_PAGE: u32 = 50;

/// How new the newest answer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Freshness {
    /// On this day or later.
    Since(Date),
    /// Before this day.
    Before(Date),
    /// There is no answer.
    Never,
}

/// Which facilities to list. Empty means all; several values of one field mean any of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Countries, as codes.
    pub countries: Vec<String>,
    /// Standing of the union.
    pub union: Vec<Word>,
    /// Standing of the worker committee.
    pub committee: Vec<Word>,
    /// Standing of the committee's election.
    pub elected: Vec<Word>,
    /// Standing of the collective agreement.
    pub agreement: Vec<Word>,
    /// Standing of the grievance mechanism.
    pub grievance: Vec<Word>,
    /// Facilities that this organisation buys from.
    pub brand: Option<OrganisationId>,
    /// Age of the newest answer.
    pub freshness: Option<Freshness>,
    /// Words that name, address or another column contain.
    pub text: Option<String>,
}

/// By what a list is ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By country, then name.
    Country,
    /// By number of workers.
    Workers,
    /// By the day of the newest answer.
    Newest,
    /// By the standing of the union, then name.
    Union,
}

/// An order and its direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sort {
    /// By what.
    pub order: Order,
    /// The other way round.
    pub descending: bool,
}

impl Sort {
    /// The columns to order facility `table` by.
    fn columns(self, table: &str) -> String {
        let columns: &[&str] = match self.order {
            Order::Name => &["name_key", "id"],
            Order::Country => &["country", "name_key", "id"],
            Order::Workers => &["workers", "id"],
            Order::Newest => &["newest_day", "id"],
            Order::Union => &["union_standing", "name_key", "id"],
        };
        let direction = if self.descending { " DESC" } else { "" };
        columns
            .iter()
            .map(|column| format!("{table}.{column}{direction}"))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// One page of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Page {
    /// Its facilities.
    pub rows: Vec<Record>,
    /// How many facilities the filter lets through in all.
    pub total: u64,
    /// Number of this page, counted from 1.
    pub number: u32,
    /// How many pages there are; at least 1.
    pub pages: u32,
}

/// A facility on the map.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// Identifier.
    pub id: FacilityId,
    /// Name.
    pub name: String,
    /// Country code.
    pub country: String,
    /// Where it stands.
    pub position: Position,
    /// Standing of its union.
    pub union: Word,
}

/// How many facilities of a country stand where with their union.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountryTally {
    /// Country code.
    pub country: String,
    /// Facilities in all.
    pub facilities: u64,
    /// Facilities by standing, in the order of [`Word::ALL`].
    pub union: [u64; 7],
}

/// One page of the facilities that `filter` lets through, with the exact total. A page beyond the
/// last shows the last.
pub fn list(tx: &Tx<'_>, scope: &Scope, filter: &Filter, sort: Sort, page: u32) -> Result<Page> {
    let total = count(tx, scope, filter)?;
    let pages = u32::try_from(total.div_ceil(u64::from(PER_PAGE)))
        .unwrap_or(u32::MAX)
        .max(1);
    let number = page.clamp(1, pages);
    let mut sql = Sql::new("SELECT ");
    // The page is found first, in the index of the order; then its rows are read.
    sql.push(COLUMNS)
        .push(" FROM (SELECT i.programme_id, i.id ");
    filter::from(&mut sql, tx, scope, filter, "i")?;
    sql.push(" ORDER BY ").push(&sort.columns("i"));
    sql.push(" LIMIT ").bind(PER_PAGE);
    sql.push(" OFFSET ")
        .bind(u64_to_i64(u64::from(number - 1) * u64::from(PER_PAGE)));
    sql.push(
        ") p CROSS JOIN facility f WHERE f.programme_id = p.programme_id AND f.id = p.id ORDER BY ",
    )
    .push(&sort.columns("f"));
    let rows = tx.query(&sql.text, &sql.parameters, read)?;
    Ok(Page {
        rows,
        total,
        number,
        pages,
    })
}

fn u64_to_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// How many facilities the filter lets through.
pub fn count(tx: &Tx<'_>, scope: &Scope, filter: &Filter) -> Result<u64> {
    let sql = if filter.is_tallied() {
        let mut sql = Sql::new(
            "SELECT CAST(coalesce(sum(i.facilities), 0) AS BIGINT) FROM facility_tally i WHERE ",
        );
        admit(&mut sql, scope, Action::Read, "i", Owner::Nobody);
        filter::standings(&mut sql, filter, "i");
        sql
    } else if let Some(brand) = filter.brand_alone() {
        let mut sql = Sql::new("SELECT count(*) FROM sourcing s WHERE ");
        admit(&mut sql, scope, Action::Read, "s", Owner::Column);
        sql.push(" AND s.owner_id = ").bind(brand);
        sql
    } else {
        let mut sql = Sql::new("SELECT count(*) ");
        filter::from(&mut sql, tx, scope, filter, "i")?;
        sql
    };
    let total: i64 = tx.query_one(&sql.text, &sql.parameters, |row| row.get(0))?;
    Ok(u64::try_from(total).unwrap_or(0))
}

/// The facilities with a known position that `filter` lets through, by name.
pub fn points(tx: &Tx<'_>, scope: &Scope, filter: &Filter) -> Result<Vec<Point>> {
    let mut sql =
        Sql::new("SELECT i.id, i.name, i.country, i.latitude, i.longitude, i.union_standing ");
    filter::from(&mut sql, tx, scope, filter, "i")?;
    sql.push(" AND i.latitude IS NOT NULL AND i.longitude IS NOT NULL");
    let mut points = Vec::new();
    tx.for_each(&sql.text, &sql.parameters, |row| {
        let Some(position) = Position::new(row.get(3)?, row.get(4)?) else {
            return Ok(());
        };
        points.push(Point {
            id: row.get(0)?,
            name: row.get(1)?,
            country: row.get(2)?,
            position,
            union: Word::of_code(row.get(5)?)?,
        });
        Ok(())
    })?;
    Ok(points)
}

/// Hands every facility that `filter` lets through to `visit`, in order, without holding them all.
pub fn for_export(
    tx: &Tx<'_>,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
    mut visit: impl FnMut(Record) -> Result<()>,
) -> Result<()> {
    let mut sql = Sql::new("SELECT ");
    sql.push(COLUMNS).push(" ");
    filter::from(&mut sql, tx, scope, filter, "f")?;
    sql.push(" ORDER BY ").push(&sort.columns("f"));
    tx.for_each(&sql.text, &sql.parameters, |row| visit(read(row)?))
}

/// The countries in which the programme has facilities, with how many stand where.
pub fn countries_present(tx: &Tx<'_>, scope: &Scope) -> Result<Vec<CountryTally>> {
    by_country(tx, scope, &Filter::default())
}

/// The facilities that `filter` lets through by country, with how many stand where.
pub fn by_country(tx: &Tx<'_>, scope: &Scope, filter: &Filter) -> Result<Vec<CountryTally>> {
    let mut sql = if filter.is_tallied() {
        let mut sql = Sql::new(
            "SELECT i.country, i.union_standing, CAST(sum(i.facilities) AS BIGINT) FROM facility_tally i WHERE ",
        );
        admit(&mut sql, scope, Action::Read, "i", Owner::Nobody);
        filter::standings(&mut sql, filter, "i");
        sql
    } else {
        let mut sql = Sql::new("SELECT i.country, i.union_standing, count(*) ");
        filter::from(&mut sql, tx, scope, filter, "i")?;
        sql
    };
    sql.push(" GROUP BY i.country, i.union_standing ORDER BY i.country, i.union_standing");
    let mut countries: Vec<CountryTally> = Vec::new();
    tx.for_each(&sql.text, &sql.parameters, |row| {
        let country: String = row.get(0)?;
        let word = Word::of_code(row.get(1)?)?;
        let facilities = u64::try_from(row.get::<i64>(2)?).unwrap_or(0);
        if countries.last().is_none_or(|last| last.country != country) {
            countries.push(CountryTally {
                country,
                facilities: 0,
                union: [0; 7],
            });
        }
        if let Some(last) = countries.last_mut() {
            last.facilities += facilities;
            last.union[word as usize] += facilities;
        }
        Ok(())
    })?;
    countries.retain(|country| country.facilities > 0);
    Ok(countries)
}

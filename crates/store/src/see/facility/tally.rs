//! How many facilities stand where, kept as differences so that totals of a list need no walk
//! over its rows. The sum over a group is exact at every moment.

use crate::db::Tx;
use crate::error::Result;
use crate::params;
use crate::see::standing::Summary;
use domain::id::ProgrammeId;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Country and the five standings of a group.
type Group = (String, [i64; 5]);

/// Differences that gather during a transaction and are written at its end.
#[derive(Debug, Default)]
pub(crate) struct Changes(BTreeMap<Group, i64>);

fn group(country: &str, summary: &Summary) -> Group {
    (
        country.to_owned(),
        [
            summary.union.code(),
            summary.committee.code(),
            summary.elected.code(),
            summary.agreement.code(),
            summary.grievance.code(),
        ],
    )
}

impl Changes {
    /// A facility is new.
    pub(crate) fn added(&mut self, country: &str, summary: &Summary) {
        *self.0.entry(group(country, summary)).or_default() += 1;
    }

    /// A facility stands elsewhere than before.
    pub(crate) fn moved(&mut self, before: (&str, &Summary), after: (&str, &Summary)) {
        *self.0.entry(group(before.0, before.1)).or_default() -= 1;
        self.added(after.0, after.1);
    }

    /// Writes the differences.
    pub(crate) fn write(self, tx: &Tx<'_>, programme: ProgrammeId) -> Result<()> {
        for ((country, words), facilities) in self.0 {
            if facilities != 0 {
                insert(tx, programme, &country, words, facilities)?;
            }
        }
        Ok(())
    }
}

fn insert(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    country: &str,
    words: [i64; 5],
    facilities: i64,
) -> Result<()> {
    tx.execute(
        "INSERT INTO facility_tally (programme_id, id, country, union_standing, committee_standing, \
         elected_standing, agreement_standing, grievance_standing, facilities) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            programme,
            Uuid::now_v7(),
            country,
            words[0],
            words[1],
            words[2],
            words[3],
            words[4],
            facilities,
        ],
    )?;
    Ok(())
}

/// Joins the differences of every programme into one row per group; changes no sum.
pub(crate) fn tidy(tx: &Tx<'_>) -> Result<()> {
    let sums: Vec<(ProgrammeId, String, [i64; 5], i64)> = tx.query(
        "SELECT programme_id, country, union_standing, committee_standing, elected_standing, agreement_standing, \
         grievance_standing, CAST(sum(facilities) AS BIGINT) FROM facility_tally GROUP BY 1, 2, 3, 4, 5, 6, 7",
        &[],
        |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?],
                row.get(7)?,
            ))
        },
    )?;
    let rows: i64 = tx.query_one("SELECT count(*) FROM facility_tally", &[], |row| row.get(0))?;
    if usize::try_from(rows).is_ok_and(|rows| rows == sums.len()) {
        return Ok(());
    }
    tx.execute("DELETE FROM facility_tally", &[])?;
    for (programme, country, words, facilities) in sums {
        if facilities != 0 {
            insert(tx, programme, &country, words, facilities)?;
        }
    }
    Ok(())
}

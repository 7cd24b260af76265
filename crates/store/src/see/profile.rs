//! Profiles as they are cached: after each change of answers the facility is folded again in the
//! same transaction, and its summary and standings are rewritten. Nobody can write them otherwise.

use crate::db::{Db, Sql, Tx};
use crate::error::{Error, Result};
use crate::params;
use crate::people::access::{Owner, admit};
use crate::see::answer;
use crate::see::facility::tally::Changes;
use crate::see::standing::{Summary, Word};
use domain::id::{FacilityId, ProgrammeId};
use domain::people::access::{Action, Scope};
use domain::see::answer::Value;
use domain::see::indicator::{Catalogue, Site};
use domain::see::profile::{Kind, fold_at};
use jiff::civil::Date;

/// Where one indicator of a facility stands, as cached.
#[derive(Clone, PartialEq, Debug)]
pub struct Standing {
    /// Identifier of the indicator.
    pub indicator: String,
    /// Where it stands.
    pub word: Word,
    /// The value on which it rests, if there is one.
    pub value: Option<Value>,
    /// The newest day on which it rests.
    pub newest: Option<Date>,
    /// It rests on answers older than the indicator allows.
    pub aged: bool,
    /// It rests on machine readings that nobody has reviewed.
    pub unreviewed: bool,
}

/// The cached standings of a facility, without those that are unknown.
pub fn standings(tx: &Tx<'_>, scope: &Scope, facility: FacilityId) -> Result<Vec<Standing>> {
    let mut sql = Sql::new(
        "SELECT s.indicator, s.word, s.value, s.newest, s.aged, s.unreviewed FROM standing s WHERE ",
    );
    admit(&mut sql, scope, Action::Read, "s", Owner::Nobody);
    sql.push(" AND s.facility_id = ")
        .bind(facility)
        .push(" ORDER BY s.indicator");
    tx.query(&sql.text, &sql.parameters, |row| {
        Ok(Standing {
            indicator: row.get(0)?,
            word: row.get::<String>(1)?.parse()?,
            value: row.json(2)?,
            newest: row.get(3)?,
            aged: row.get(4)?,
            unreviewed: row.get(5)?,
        })
    })
}

/// What the row of a facility says before it is folded.
struct Before {
    country: String,
    site: Site,
    summary: Summary,
}

fn before(tx: &Tx<'_>, programme: ProgrammeId, facility: FacilityId) -> Result<Before> {
    tx.query_one(
        "SELECT country, workers, union_standing, committee_standing, elected_standing, agreement_standing, \
         grievance_standing FROM facility WHERE programme_id = $1 AND id = $2",
        params![programme, facility],
        |row| {
            Ok(Before {
                country: row.get(0)?,
                site: Site {
                    workers: u32::try_from(row.get::<i64>(1)?).ok(),
                    women_share_percent: None,
                },
                summary: Summary {
                    union: Word::of_code(row.get(2)?)?,
                    committee: Word::of_code(row.get(3)?)?,
                    elected: Word::of_code(row.get(4)?)?,
                    agreement: Word::of_code(row.get(5)?)?,
                    grievance: Word::of_code(row.get(6)?)?,
                    ..Summary::default()
                },
            })
        },
    )
}

/// Folds a facility again and rewrites its summary and standings.
pub(crate) fn refold(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    facility: FacilityId,
    catalogue: &Catalogue,
    today: Date,
) -> Result<()> {
    let before = before(tx, programme, facility)?;
    let answers = answer::counting(tx, programme, facility)?;
    let profile = fold_at(catalogue, before.site, &answers, today);
    let headlines = profile.summary();
    let summary = Summary {
        union: Word::of(headlines.union.word),
        committee: Word::of(headlines.committee.word),
        elected: Word::of(headlines.committee_elected.word),
        agreement: Word::of(headlines.agreement.word),
        grievance: Word::of(headlines.grievance.word),
        newest: headlines.newest,
        answers: u32::try_from(answers.len()).unwrap_or(u32::MAX),
        changes_on: profile.changes_on,
    };
    tx.execute(
        "UPDATE facility SET union_standing = $3, committee_standing = $4, elected_standing = $5, \
         agreement_standing = $6, grievance_standing = $7, newest_day = $8, answers_count = $9, changes_on = $10 \
         WHERE programme_id = $1 AND id = $2",
        params![
            programme,
            facility,
            summary.union.code(),
            summary.committee.code(),
            summary.elected.code(),
            summary.agreement.code(),
            summary.grievance.code(),
            summary.newest.map_or_else(String::new, |day| day.to_string()),
            summary.answers,
            summary.changes_on.map_or_else(String::new, |day| day.to_string()),
        ],
    )?;
    tx.execute(
        "DELETE FROM standing WHERE programme_id = $1 AND facility_id = $2",
        params![programme, facility],
    )?;
    for row in &profile.rows {
        let standing = &row.standing;
        if standing.kind == Kind::Unknown {
            continue;
        }
        tx.execute(
            "INSERT INTO standing (programme_id, facility_id, indicator, word, value, newest, aged, unreviewed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            params![
                programme,
                facility,
                &row.indicator.id,
                standing.word(),
                serde_json::to_string(&standing.value)?,
                standing.newest,
                standing.aged,
                standing.unreviewed,
            ],
        )?;
    }
    let mut changes = Changes::default();
    changes.moved(
        (&before.country, &before.summary),
        (&before.country, &summary),
    );
    changes.write(tx, programme)
}

/// Folds up to `limit` facilities whose profile changes by age on or before `today`; returns how
/// many there were. For the program's own upkeep, over all programmes.
pub fn refold_due(tx: &Tx<'_>, catalogue: &Catalogue, today: Date, limit: u32) -> Result<u32> {
    let due: Vec<(ProgrammeId, FacilityId)> = tx.query(
        "SELECT programme_id, id FROM facility WHERE changes_on <> '' AND changes_on <= $1 ORDER BY changes_on LIMIT $2",
        params![today, limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    for (programme, facility) in &due {
        refold(tx, *programme, *facility, catalogue, today)?;
    }
    Ok(u32::try_from(due.len()).unwrap_or(u32::MAX))
}

/// Facilities that are folded in one transaction when all are.
const BATCH: i64 = 200;

/// Name of the setting that holds the catalogue's identity at the last complete fold.
const FOLDED_WITH: &str = "profiles folded with";

/// Folds every facility that has answers, if profiles were last folded with another catalogue. For
/// the program's start and the operator's command; may be broken off and repeated.
pub fn refold_all(db: &Db, catalogue: &Catalogue, today: Date) -> Result<u64> {
    let identity = format!("{} {}", catalogue.id(), catalogue.version());
    let known: Option<String> = db.read(|tx| {
        tx.query_maybe(
            "SELECT value FROM setting WHERE name = $1",
            params![FOLDED_WITH],
            |row| row.get(0),
        )
    })?;
    if known.as_deref() == Some(identity.as_str()) {
        return Ok(0);
    }
    let mut last = (
        ProgrammeId(uuid::Uuid::nil()),
        FacilityId(uuid::Uuid::nil()),
    );
    let mut folded = 0;
    loop {
        let batch = db.write(|tx| {
            let batch: Vec<(ProgrammeId, FacilityId)> = tx.query(
                "SELECT programme_id, id FROM facility WHERE (programme_id, id) > ($1, $2) \
                 AND EXISTS (SELECT 1 FROM answer a WHERE a.programme_id = facility.programme_id AND a.facility_id = facility.id) \
                 ORDER BY programme_id, id LIMIT $3",
                params![last.0, last.1, BATCH],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            for (programme, facility) in &batch {
                refold(tx, *programme, *facility, catalogue, today)?;
            }
            Ok(batch)
        })?;
        folded += batch.len() as u64;
        match batch.last() {
            Some(end) => last = *end,
            None => break,
        }
    }
    db.write(|tx| {
        tx.execute(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            params![FOLDED_WITH, &identity],
        )?;
        Ok(())
    })?;
    Ok(folded)
}

/// Tidies what gathers with time. For the program's own upkeep.
pub fn tidy(tx: &Tx<'_>) -> Result<()> {
    crate::see::facility::tally::tidy(tx)
}

/// Refuses an answer that the catalogue does not ask for.
pub(crate) fn check(catalogue: &Catalogue, draft: &answer::Draft, today: Date) -> Result<()> {
    use domain::see::answer::Said;
    let indicator = catalogue.get(&draft.indicator).ok_or_else(|| {
        Error::Invalid(format!("the catalogue has no question {}", draft.indicator))
    })?;
    if let Said::Answered { value } = &draft.said {
        indicator
            .accepts(value)
            .map_err(|error| Error::Invalid(format!("{}: {error}", indicator.id)))?;
    }
    if catalogue.source_type(&draft.source.kind).is_none() {
        return Err(Error::Invalid(format!(
            "the catalogue has no kind of source {}",
            draft.source.kind
        )));
    }
    if draft.source.name.chars().count() > 500 {
        return Err(Error::Invalid(
            "the name of a source has at most 500 characters".into(),
        ));
    }
    // A day ahead is still today somewhere on the globe.
    if today.tomorrow().is_ok_and(|latest| draft.day > latest) {
        return Err(Error::Invalid(
            "an answer cannot be of a day in the future".into(),
        ));
    }
    if draft.evidence.len() > 50 {
        return Err(Error::Invalid(
            "an answer has at most 50 pieces of evidence".into(),
        ));
    }
    Ok(())
}

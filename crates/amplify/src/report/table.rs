//! The list of all suppliers with and without union, worker committee and collective agreement, as
//! rows for every form it leaves in. Built here once; pages, files and the command line only
//! write it down.

use crate::see::{country_name, standing};
use crate::texts::Words;
use documents::sheet::{Cell, Sheet};
use domain::people::access::Scope;
use jiff::civil::Date;
use serde::Serialize;
use store::see::facility::Record;
use store::see::facility::list::{self, Filter, Sort};
use store::see::standing::Word;
use utoipa::ToSchema;

/// One supplier.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Supplier {
    /// Identifier of the facility.
    pub(crate) id: String,
    /// Name as written.
    pub(crate) name: String,
    /// Address as written.
    pub(crate) address: String,
    /// ISO 3166-1 alpha-2 code.
    pub(crate) country: String,
    /// Number of workers, if known.
    pub(crate) workers: Option<u32>,
    /// Open Supply Hub identifier, if known.
    pub(crate) os_id: Option<String>,
    /// Standing of the trade union, such as `verified-yes` or `unknown`.
    pub(crate) union: &'static str,
    /// Standing of the worker committee.
    pub(crate) committee: &'static str,
    /// Standing of the committee's election.
    pub(crate) elected: &'static str,
    /// Standing of the collective agreement.
    pub(crate) agreement: &'static str,
    /// Standing of the grievance mechanism.
    pub(crate) grievance: &'static str,
    /// Day of the newest answer that counts.
    #[schema(value_type = Option<String>, format = Date)]
    pub(crate) newest: Option<Date>,
    /// How many answers count.
    pub(crate) answers: u32,
    /// True for demonstration data.
    pub(crate) fictional: bool,
}

/// How many suppliers stand where, for one question.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Count {
    /// Standing.
    pub(crate) word: &'static str,
    /// How many.
    pub(crate) count: usize,
}

impl From<&Record> for Supplier {
    fn from(record: &Record) -> Self {
        let (facility, summary) = (&record.facility, &record.summary);
        Supplier {
            id: facility.id.to_string(),
            name: facility.name.clone(),
            address: facility.address.clone(),
            country: facility.country.clone(),
            workers: facility.workers,
            os_id: facility.os_id.clone(),
            union: summary.union.as_str(),
            committee: summary.committee.as_str(),
            elected: summary.elected.as_str(),
            agreement: summary.agreement.as_str(),
            grievance: summary.grievance.as_str(),
            newest: summary.newest,
            answers: summary.answers,
            fictional: facility.fictional,
        }
    }
}

/// Every supplier that the filter lets through, in order.
pub(crate) fn gather(
    tx: &store::Tx<'_>,
    scope: &Scope,
    filter: &Filter,
    sort: Sort,
) -> store::Result<Vec<Supplier>> {
    let mut suppliers = Vec::new();
    list::for_export(tx, scope, filter, sort, |record| {
        suppliers.push(Supplier::from(&record));
        Ok(())
    })?;
    Ok(suppliers)
}

/// How many suppliers stand where; every standing is listed, also those with none.
pub(crate) fn counts(suppliers: &[Supplier], of: impl Fn(&Supplier) -> &'static str) -> Vec<Count> {
    Word::ALL
        .into_iter()
        .map(|word| Count {
            word: word.as_str(),
            count: suppliers
                .iter()
                .filter(|supplier| of(supplier) == word.as_str())
                .count(),
        })
        .collect()
}

/// The table as a sheet. The columns of words are followed by one with the plain codes, so that
/// programs read them whatever the language.
pub(crate) fn sheet(
    words: &Words,
    programme: &str,
    address: &str,
    suppliers: &[Supplier],
    today: Date,
) -> Sheet {
    let text = |word: &str| Cell::from(standing::word_text(words, word));
    let headers = [
        "facility",
        "address",
        "country",
        "country-code",
        "workers",
        "os-id",
        "filter-union",
        "filter-committee",
        "filter-elected",
        "filter-agreement",
        "filter-grievance",
        "newest-answer",
        "answers",
        "link",
    ];
    Sheet {
        name: words.text("suppliers-tab"),
        title: words.text("suppliers-title"),
        about: vec![
            (words.text("programme"), programme.to_owned()),
            (words.text("made-on"), words.date(&today)),
            (words.text("suppliers-here"), words.number(suppliers.len())),
        ],
        headers: headers.iter().map(|key| words.text(key)).collect(),
        rows: suppliers
            .iter()
            .map(|supplier| {
                let url = format!("{address}/facilities/{}", supplier.id);
                vec![
                    Cell::from(named(words, supplier)),
                    Cell::from(supplier.address.as_str()),
                    Cell::from(country_name(words, &supplier.country)),
                    Cell::from(supplier.country.as_str()),
                    Cell::from(supplier.workers),
                    Cell::from(supplier.os_id.clone()),
                    text(supplier.union),
                    text(supplier.committee),
                    text(supplier.elected),
                    text(supplier.agreement),
                    text(supplier.grievance),
                    supplier.newest.map_or(Cell::Empty, Cell::Date),
                    Cell::from(supplier.answers),
                    Cell::Link {
                        text: url.clone(),
                        url,
                    },
                ]
            })
            .collect(),
        legend: Word::ALL
            .into_iter()
            .map(|word| {
                (
                    standing::word_text(words, word.as_str()),
                    words.dynamic("meaning-", word.as_str()),
                )
            })
            .collect(),
    }
}

/// A demonstration says so wherever its name goes.
pub(crate) fn named(words: &Words, supplier: &Supplier) -> String {
    if supplier.fictional {
        format!("{} ({})", supplier.name, words.text("fictional"))
    } else {
        supplier.name.clone()
    }
}

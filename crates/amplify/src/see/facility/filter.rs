//! The filter of the facilities list, shared by list, map and exports: the query of an address
//! becomes a `store` filter, and the form shows it again.

use crate::see::standing;
use crate::texts::Words;
use crate::web::problem::Problem;
use domain::id::OrganisationId;
use serde::{Deserialize, Serialize};
use store::see::facility::list::{Filter, Freshness, Order, Sort};
use store::see::standing::Word;
use utoipa::{IntoParams, ToSchema};

/// Query of the facilities list. Empty values mean all; a repeated name means any of its values.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub(crate) struct Query {
    /// Words that the name contains.
    pub(crate) q: String,
    /// ISO 3166-1 alpha-2 codes.
    pub(crate) country: Vec<String>,
    /// Standings of the trade union, such as `verified-yes` or `unknown`.
    pub(crate) union: Vec<String>,
    /// Standings of the worker committee.
    pub(crate) committee: Vec<String>,
    /// Standings of the committee's election.
    pub(crate) elected: Vec<String>,
    /// Standings of the collective agreement.
    pub(crate) agreement: Vec<String>,
    /// Standings of the grievance mechanism.
    pub(crate) grievance: Vec<String>,
    /// Identifier of a brand that buys there.
    pub(crate) brand: String,
    /// Age of the newest answer: `year` (within twelve months), `older` or `none`.
    pub(crate) freshness: String,
    /// `name`, `country`, `workers`, `newest` or `union`; with `-` in front the other way round.
    pub(crate) sort: String,
    /// Page, counted from 1; 50 facilities each.
    pub(crate) page: Option<u32>,
}

impl Query {
    /// The filter for the store. A value that no form of ours sends is refused, so that nobody
    /// takes an unfiltered list for a filtered one.
    pub(crate) fn filter(&self, today: jiff::civil::Date) -> Result<Filter, Problem> {
        let unknown = |detail: String| Problem::Malformed { detail };
        let words = |values: &[String]| {
            values
                .iter()
                .filter(|value| !value.is_empty())
                .map(|value| {
                    Word::ALL
                        .into_iter()
                        .find(|word| word.as_str() == value)
                        .ok_or_else(|| unknown("a standing that does not exist".to_owned()))
                })
                .collect::<Result<Vec<_>, _>>()
        };
        let year_ago = today
            .checked_sub(jiff::Span::new().years(1))
            .map_err(Problem::internal)?;
        Ok(Filter {
            countries: self
                .country
                .iter()
                .filter(|code| !code.is_empty())
                .cloned()
                .collect(),
            union: words(&self.union)?,
            committee: words(&self.committee)?,
            elected: words(&self.elected)?,
            agreement: words(&self.agreement)?,
            grievance: words(&self.grievance)?,
            brand: match self.brand.as_str() {
                "" => None,
                id => Some(
                    id.parse::<OrganisationId>()
                        .map_err(|error| unknown(error.to_string()))?,
                ),
            },
            freshness: match self.freshness.as_str() {
                "" => None,
                "year" => Some(Freshness::Since(year_ago)),
                "older" => Some(Freshness::Before(year_ago)),
                "none" => Some(Freshness::Never),
                _ => return Err(unknown("a freshness that does not exist".to_owned())),
            },
            text: Some(self.q.trim().to_owned()).filter(|text| !text.is_empty()),
        })
    }

    /// The order.
    pub(crate) fn order(&self) -> Result<Sort, Problem> {
        let (descending, name) = match self.sort.strip_prefix('-') {
            Some(name) => (true, name),
            None => (false, self.sort.as_str()),
        };
        let order = match name {
            "" | "name" => Order::Name,
            "country" => Order::Country,
            "workers" => Order::Workers,
            "newest" => Order::Newest,
            "union" => Order::Union,
            _ => {
                return Err(Problem::Malformed {
                    detail: "an order that does not exist".to_owned(),
                });
            }
        };
        Ok(Sort { order, descending })
    }

    /// How many kinds of filter are set.
    pub(crate) fn set(&self) -> usize {
        let lists = [
            &self.country,
            &self.union,
            &self.committee,
            &self.elected,
            &self.agreement,
            &self.grievance,
        ];
        lists
            .iter()
            .filter(|list| list.iter().any(|value| !value.is_empty()))
            .count()
            + [&self.q, &self.brand, &self.freshness]
                .iter()
                .filter(|value| !value.trim().is_empty())
                .count()
    }

    /// The query as it stands in an address, with another order and page.
    pub(crate) fn address(&self, path: &str, sort: &str, page: u32) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let lists = [
            ("country", &self.country),
            ("union", &self.union),
            ("committee", &self.committee),
            ("elected", &self.elected),
            ("agreement", &self.agreement),
            ("grievance", &self.grievance),
        ];
        for (name, values) in lists {
            for value in values.iter().filter(|value| !value.is_empty()) {
                query.append_pair(name, value);
            }
        }
        for (name, value) in [
            ("q", &self.q),
            ("brand", &self.brand),
            ("freshness", &self.freshness),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if !sort.is_empty() {
            query.append_pair("sort", sort);
        }
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}

/// One choice of a filter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Choice {
    /// What the address carries.
    pub(crate) value: String,
    /// What the reader sees.
    pub(crate) text: String,
    /// Is it chosen?
    pub(crate) chosen: bool,
}

/// One filter of the form.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct FilterField {
    /// Name in the address.
    pub(crate) name: &'static str,
    /// Label.
    pub(crate) label: String,
    /// Its choices; the first means all.
    pub(crate) choices: Vec<Choice>,
}

/// The fields of the form with what is chosen.
pub(crate) fn fields(
    words: &Words,
    query: &Query,
    countries: &[String],
    brands: &[(String, String)],
) -> Vec<FilterField> {
    let field =
        |name: &'static str, label: &str, chosen: &[String], options: Vec<(String, String)>| {
            let any = Choice {
                value: String::new(),
                text: words.text("filter-all"),
                chosen: chosen.iter().all(String::is_empty),
            };
            let rest = options.into_iter().map(|(value, text)| Choice {
                chosen: chosen.contains(&value),
                value,
                text,
            });
            FilterField {
                name,
                label: words.text(label),
                choices: std::iter::once(any).chain(rest).collect(),
            }
        };
    let standings = || {
        standing::WORDS
            .iter()
            .map(|word| ((*word).to_owned(), standing::word_text(words, word)))
            .collect::<Vec<_>>()
    };
    let mut places: Vec<(String, String)> = countries
        .iter()
        .map(|code| (code.clone(), crate::see::country_name(words, code)))
        .collect();
    places.sort_by(|a, b| a.1.cmp(&b.1));
    let ages = ["year", "older", "none"]
        .map(|age| (age.to_owned(), words.dynamic("freshness-", age)))
        .to_vec();
    vec![
        field("country", "country", &query.country, places),
        field("union", "filter-union", &query.union, standings()),
        field(
            "committee",
            "filter-committee",
            &query.committee,
            standings(),
        ),
        field(
            "agreement",
            "filter-agreement",
            &query.agreement,
            standings(),
        ),
        field(
            "grievance",
            "filter-grievance",
            &query.grievance,
            standings(),
        ),
        field(
            "brand",
            "filter-brand",
            std::slice::from_ref(&query.brand),
            brands.to_vec(),
        ),
        field(
            "freshness",
            "filter-freshness",
            std::slice::from_ref(&query.freshness),
            ages,
        ),
    ]
}

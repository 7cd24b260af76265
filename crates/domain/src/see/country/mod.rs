//! Dated, sourced facts on law and practice of a country, and our guidance, which is judgement
//! and kept apart. Facts are generic: what a file adds is kept and shown; what a fact must say of
//! itself (source, date, confidence) is checked. Nothing here is legal advice.

mod parse;

use crate::act::route::Limits;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Law facts older than this are shown as old.
const YEARS_UNTIL_OLD: i32 = 5;

/// A part of a country's file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// ILO conventions.
    Ratification,
    /// ITUC Global Rights Index.
    Gri,
    /// Law.
    Law,
    /// Committees by law or custom.
    WorkerBody,
    /// Where complaints go.
    Grievance,
    /// Unions, employers, authorities, organisations.
    Actor,
    /// Programmes at work.
    Programme,
    /// Agreements of a sector or with brands.
    Agreement,
    /// Wages.
    Wage,
    /// Reforms, cases, events.
    Alert,
    /// Our judgement; never shown as fact.
    Guidance,
}

impl Section {
    /// All sections in page order.
    pub const ALL: [Section; 11] = [
        Section::Ratification,
        Section::Gri,
        Section::Law,
        Section::WorkerBody,
        Section::Grievance,
        Section::Actor,
        Section::Programme,
        Section::Agreement,
        Section::Wage,
        Section::Alert,
        Section::Guidance,
    ];

    /// Its name in the file.
    pub fn word(self) -> &'static str {
        match self {
            Section::Ratification => "ratification",
            Section::Gri => "gri",
            Section::Law => "law",
            Section::WorkerBody => "worker_body",
            Section::Grievance => "grievance",
            Section::Actor => "actor",
            Section::Programme => "programme",
            Section::Agreement => "agreement",
            Section::Wage => "wage",
            Section::Alert => "alert",
            Section::Guidance => "guidance",
        }
    }

    /// Are its facts named by a key (`[law.strike]`), rather than listed (`[[actor]]`)?
    fn is_keyed(self) -> bool {
        matches!(
            self,
            Section::Ratification | Section::Gri | Section::Law | Section::Guidance
        )
    }
}

/// How far a fact can be trusted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Not sourced, or a source that is weak: shown greyed, as not verified.
    Low,
    /// One secondary source, or an older primary one.
    Medium,
    /// Official text, or two sources that agree.
    High,
}

/// Where a fact comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "text")]
pub enum FactSource {
    /// An address or a citation.
    Cited(String),
    /// Nobody: general knowledge.
    Unsourced,
    /// Our judgement.
    Editorial,
}

/// The day a fact speaks for, as exactly as the file says it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AsOf {
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub text: String,
    /// The last day of that year or month, or the day.
    pub last_day: Date,
}

/// One value of a fact.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum FactValue {
    /// Words.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// Several words.
    List(Vec<String>),
}

impl FactValue {
    /// The words, if it is words.
    pub fn text(&self) -> Option<&str> {
        match self {
            FactValue::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// One fact.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Fact {
    /// Its section.
    pub section: Section,
    /// Its key in the section, such as `strike` or `c087`; empty for listed facts.
    pub key: String,
    /// Everything it says, by key in alphabetical order, without what it says of itself.
    pub fields: Vec<(String, FactValue)>,
    /// Where it comes from.
    pub source: FactSource,
    /// For when it speaks.
    pub as_of: AsOf,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// A conflict between sources, or how it was derived.
    pub note: Option<String>,
    /// For guidance: the sections or facts it rests on.
    pub basis: Vec<String>,
}

impl Fact {
    /// One of its values.
    pub fn field(&self, key: &str) -> Option<&FactValue> {
        self.fields
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }

    /// Its name or title; its key where it has neither.
    pub fn title(&self) -> &str {
        self.field("name")
            .or_else(|| self.field("title"))
            .and_then(FactValue::text)
            .unwrap_or(&self.key)
    }

    /// A law fact that speaks for a day more than five years ago. Laws change; ask again.
    pub fn is_old(&self, today: Date) -> bool {
        let law = matches!(self.section, Section::Law | Section::WorkerBody);
        law && today
            .checked_sub(YEARS_UNTIL_OLD.years())
            .is_ok_and(|limit| self.as_of.last_day < limit)
    }
}

/// How much of a country's file is sourced.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Completeness {
    /// Below 55 per cent.
    Basic,
    /// 55 to 69 per cent.
    Partial,
    /// 70 per cent and more.
    Good,
}

/// The risk to workers if a talk is handled badly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetaliationRisk {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Severe.
    Severe,
}

/// The header of a country's file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the file's format.
    pub schema_version: u32,
    /// ISO 3166-1 alpha-2 in capitals.
    pub iso2: String,
    /// ISO 3166-1 alpha-3 in capitals.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// Name in a language of the country.
    pub name_local: String,
    /// Part of the world.
    pub region: String,
    /// `production`, `home` or both.
    pub roles: Vec<String>,
    /// Sectors.
    pub sectors: Vec<String>,
    /// Languages to plan interpreters for, ISO 639-1.
    pub working_languages: Vec<String>,
    /// Day the file was compiled.
    pub compiled: Date,
    /// Day by which it should be reviewed.
    pub review_due: Date,
    /// How much is sourced, in a word.
    pub completeness: Completeness,
    /// How much is sourced, in per cent, guidance left out.
    pub sourced_share_percent: u8,
}

/// A country.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Country {
    /// The header.
    pub header: Header,
    /// All facts, by section in page order, in each in the order of the file (keyed facts by key).
    pub facts: Vec<Fact>,
}

impl Country {
    /// The facts of one section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Fact> {
        self.facts
            .iter()
            .filter(move |fact| fact.section == section)
    }

    /// A fact by section and key.
    pub fn fact(&self, section: Section, key: &str) -> Option<&Fact> {
        self.section(section).find(|fact| fact.key == key)
    }

    /// Our judgement of the risk of retaliation; checked when the file is read.
    pub fn retaliation_risk(&self) -> Option<RetaliationRisk> {
        match self.guidance("retaliation_risk")?.text()? {
            "low" => Some(RetaliationRisk::Low),
            "medium" => Some(RetaliationRisk::Medium),
            "high" => Some(RetaliationRisk::High),
            "severe" => Some(RetaliationRisk::Severe),
            _ => None,
        }
    }

    /// What the guidance allows actions to do; `None` if it names no workable routes.
    pub fn limits(&self) -> Option<Limits> {
        let FactValue::List(routes) = self.guidance("action_routes")? else {
            return None;
        };
        Some(Limits {
            routes: routes.clone(),
            retaliation_risk_high: self.retaliation_risk() >= Some(RetaliationRisk::High),
        })
    }

    fn guidance(&self, key: &str) -> Option<&FactValue> {
        self.fact(Section::Guidance, key)?.field("value")
    }
}

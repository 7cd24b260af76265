//! A reading as one JSON object, for people and programs that compare readings. Only what the
//! reading holds is written; a field that is silent is left out.

use super::{Reading, Subject};
use domain::see::audit::{Announced, Examined};
use serde_json::{Map, Value, json};

impl Reading {
    /// The reading as `{id, labels, evidence}`.
    pub fn to_record(&self, id: &str) -> Value {
        let mut labels = Map::new();
        for (field, value) in &self.labels {
            labels.insert(field.clone(), json!(value));
        }
        labels.insert("union_names".into(), json!(self.union_names));
        labels.insert("committee_names".into(), json!(self.committee_names));
        let subject = match self.subject {
            Subject::Factory => "factory",
            Subject::MultiFactory => "multi_factory",
            Subject::Company => "company",
            Subject::Sector => "sector",
        };
        labels.insert("subject_level".into(), json!(subject));
        let conditions = &self.conditions;
        let examined = match conditions.examined {
            Examined::Yes => "yes",
            Examined::Boilerplate => "boilerplate",
            Examined::No => "no",
        };
        labels.insert("foa_examined".into(), json!(examined));
        let optional = [
            (
                "cba_expiry",
                self.cba_expiry.as_ref().map(|date| json!(date)),
            ),
            (
                "announced",
                conditions.announced.map(|announced| json!(word(announced))),
            ),
            (
                "auditor_days",
                conditions.auditor_days.map(|days| json!(days)),
            ),
            (
                "workers_interviewed",
                conditions.workers_interviewed.map(|count| json!(count)),
            ),
            ("workforce", conditions.workforce.map(|count| json!(count))),
            (
                "union_reps_interviewed",
                conditions.union_representatives_interviewed.map(yes_or_no),
            ),
            (
                "offsite_interviews",
                conditions.offsite_interviews.map(yes_or_no),
            ),
            (
                "worker_coaching",
                conditions.worker_coaching.then(|| json!("yes")),
            ),
        ];
        for (field, value) in optional {
            if let Some(value) = value {
                labels.insert(field.into(), value);
            }
        }
        labels.insert("findings".into(), json!(self.findings));
        let evidence: Vec<Value> = self
            .quotes
            .iter()
            .map(|quote| json!({"field": quote.field, "quote": quote.text, "page": quote.page}))
            .collect();
        json!({"id": id, "language": self.language, "scheme": self.scheme, "labels": labels, "evidence": evidence})
    }
}

fn word(announced: Announced) -> &'static str {
    match announced {
        Announced::Announced => "announced",
        Announced::SemiAnnounced => "semi_announced",
        Announced::Unannounced => "unannounced",
    }
}

fn yes_or_no(yes: bool) -> Value {
    json!(if yes { "yes" } else { "no" })
}

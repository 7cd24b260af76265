//! What a document is about: one factory, several, a company as a whole, a sector; and whether it
//! reports any fact on association. A company's or sector's text says nothing about a factory.

use super::super::Subject;
use super::super::scene::Stage;
use super::super::values::Value;
use domain::see::audit::Examined;

/// What the document is about.
pub(in super::super) fn level(stage: &Stage<'_>) -> Subject {
    let count = |name: &str| {
        let cue = stage.lexicon.cue(name);
        (0..stage.units.len())
            .filter(|index| stage.own(*index).contains(cue))
            .count()
    };
    let company = count("company_voice");
    let site = count("one_site");
    let sector = count("sector_voice");
    let several = count("several_sites");
    let most_sites = (0..stage.units.len().min(12))
        .filter_map(|index| sites_studied(stage, index))
        .fold(0.0, f64::max);
    if company > site && company * 6 >= stage.units.len().min(60) {
        Subject::Company
    } else if (sector > 0 && sector * 2 >= site) || most_sites > 2.0 {
        Subject::Sector
    } else if several > 0 || most_sites > 1.0 {
        Subject::MultiFactory
    } else {
        Subject::Factory
    }
}

/// How many sites a sentence says were looked at.
fn sites_studied(stage: &Stage<'_>, index: usize) -> Option<f64> {
    if !stage.has(index, "surveyed") || stage.has(index, "among") || stage.has(index, "elsewhere") {
        return None;
    }
    let (number, sites) = (stage.lexicon.cue("num"), stage.lexicon.cue("sites"));
    let hits = stage.hits(index);
    hits.iter().filter(|hit| hit.cue == number).find_map(|hit| {
        let near = hits.iter().any(|other| {
            other.cue == sites && other.start >= hit.end && other.start - hit.end <= 24
        });
        match hit.value.and_then(|value| stage.values.get(value)) {
            Some(Value::Number(count)) if near && *count >= 2.0 => Some(*count),
            _ => None,
        }
    })
}

/// Does the document report facts on association, only phrases, or nothing?
pub(in super::super) fn examined(stage: &Stage<'_>, subject: Subject, facts: bool) -> Examined {
    let topics = stage.lexicon.set(&["freedom", "cba"]);
    let union = stage.lexicon.set(&["union"]);
    let norms = stage.lexicon.set(&["policy", "law"]);
    let wide = stage
        .lexicon
        .set(&["union", "freedom", "cba", "committee", "engagement", "name"]);
    let asked = stage.lexicon.set(&["instruction", "question_opening"]);
    let said = |index: usize| {
        use super::super::units::Kind;
        match stage.units[index].kind {
            Kind::Sentence | Kind::Answer => !stage.own(index).meets(asked),
            Kind::Question | Kind::Key | Kind::Heading | Kind::Options => false,
        }
    };
    if subject == Subject::Company {
        return if (0..stage.units.len()).any(|index| stage.own(index).meets(wide)) {
            Examined::Boilerplate
        } else {
            Examined::No
        };
    }
    if facts {
        return Examined::Yes;
    }
    let mentions = (0..stage.units.len())
        .filter(|index| {
            let own = stage.own(*index);
            said(*index)
                && (own.meets(topics)
                    || (own.meets(union) && (own.meets(norms) || subject == Subject::Sector)))
        })
        .count();
    if mentions == 0 {
        let ticked = stage.units.iter().enumerate().any(|(index, unit)| {
            unit.kind == super::super::units::Kind::Answer
                && unit
                    .parent
                    .is_some_and(|parent| stage.all(parent).meets(topics))
                && !stage.lower(index).is_empty()
        });
        return if ticked {
            Examined::Boilerplate
        } else {
            Examined::No
        };
    }
    if subject == Subject::Sector {
        return Examined::Yes;
    }
    Examined::Boilerplate
}

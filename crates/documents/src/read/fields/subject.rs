//! What a document is about: one factory, several, a company as a whole, a sector; and whether it
//! reports any fact on association. A company's or sector's text says nothing about a factory.

use super::super::Subject;
use super::super::scene::Stage;
use domain::see::audit::Examined;

/// What the document is about.
pub(in super::super) fn level(stage: &Stage<'_>) -> Subject {
    let count = |cue: &str| {
        (0..stage.units.len())
            .filter(|index| stage.has(*index, cue))
            .count()
    };
    let company = count("company_voice");
    let factory = count("factory_voice");
    let sector = count("sector_voice");
    let several = count("several_sites");
    if company > factory && company * 6 >= stage.units.len().min(60) {
        Subject::Company
    } else if sector > 0 && sector * 2 >= factory {
        Subject::Sector
    } else if several > 0 {
        Subject::MultiFactory
    } else {
        Subject::Factory
    }
}

/// Does the document report facts on association, only phrases, or nothing?
pub(in super::super) fn examined(stage: &Stage<'_>, subject: Subject, facts: bool) -> Examined {
    let topics = stage
        .lexicon
        .set(&["union", "freedom", "cba", "federation"]);
    let wide = stage
        .lexicon
        .set(&["union", "freedom", "cba", "committee", "engagement"]);
    let asked = stage.lexicon.set(&["instruction", "question_opening"]);
    let said = |index: usize| {
        use super::super::units::Kind;
        match stage.units[index].kind {
            Kind::Sentence | Kind::Answer => !stage.own(index).meets(asked),
            Kind::Question => false,
            Kind::Heading | Kind::Options => false,
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
        .filter(|index| said(*index) && stage.own(*index).meets(topics))
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

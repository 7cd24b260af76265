//! What stands around every page: navigation by the four verbs, programme, person, languages and
//! the message of the previous action.

use crate::texts::Words;
use crate::web::ask::Ask;
use crate::web::assets;

/// The frame of a page.
pub(crate) struct Chrome {
    /// The reader's language.
    pub(crate) words: Words,
    /// Who is signed in.
    pub(crate) who: Option<Who>,
    /// Message of the previous action, in words.
    pub(crate) flash: Option<String>,
    /// Path and query of this page.
    pub(crate) address: String,
    /// Address of the style sheet.
    pub(crate) style: Option<&'static str>,
    /// Address of the script, which only adds.
    pub(crate) script: Option<&'static str>,
}

/// The signed-in person, as the frame shows them.
pub(crate) struct Who {
    /// Name of the account.
    pub(crate) name: String,
    /// Organisation the person acts for.
    pub(crate) organisation: String,
    /// The programme.
    pub(crate) programme: String,
    /// True for the fictional demo programme.
    pub(crate) fictional: bool,
}

impl Chrome {
    /// The frame for a request.
    pub(crate) fn of(ask: &Ask) -> Self {
        let words = ask.words;
        Chrome {
            words,
            who: ask.session.as_ref().map(|session| Who {
                name: session.name.clone(),
                organisation: session.organisation.clone(),
                programme: session.programme.clone(),
                fictional: session.fictional,
            }),
            flash: ask.flash.as_ref().and_then(|(key, argument)| {
                let known = words.dynamic_attribute("flash-", key, None)?;
                Some(match argument {
                    Some(argument) => words.with(&format!("flash-{key}"), "what", argument),
                    None => known,
                })
            }),
            address: ask.address.clone(),
            style: assets::style(),
            script: assets::script(),
        }
    }

    /// Path of this page, without its query.
    pub(crate) fn path(&self) -> &str {
        self.address.split('?').next().unwrap_or_default()
    }

    /// Is the page at or under this path? Marks the place in the navigation.
    pub(crate) fn under(&self, path: &str) -> bool {
        let own = self.path();
        own == path || own.starts_with(&format!("{path}/"))
    }

    /// Every shipped language.
    pub(crate) fn languages() -> Vec<Words> {
        Words::all().collect()
    }
}

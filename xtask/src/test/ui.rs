//! The part of the tests that looks at `ui/`: types, unit tests, build.

use anyhow::Result;

use super::{Tally, rust::number_before};
use crate::step::Step;
use crate::ui::install;

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    install()?;
    let outcome = Step::new("npm", ["run", "check"])
        .within("ui")
        .watch(|line| {
            if line.trim_start().starts_with("Tests ") {
                tally.passed += number_before(line, "passed");
                tally.failed += number_before(line, "failed");
            }
        });
    outcome?;
    tally.check(Step::new("npm", ["run", "build"]).within("ui").run())
}

//! The part of the tests that looks at `ui/`: types, unit tests, build.

use anyhow::Result;

use super::Tally;
use crate::step::Step;
use crate::ui::install;

pub(super) fn check(tally: &mut Tally) -> Result<()> {
    tally.check(install())?;
    tally.check(Step::new("npm", ["run", "check"]).within("ui").run())?;
    tally.check(
        Step::new("npm", ["test", "--if-present"])
            .within("ui")
            .run(),
    )?;
    tally.check(Step::new("npm", ["run", "build"]).within("ui").run())
}

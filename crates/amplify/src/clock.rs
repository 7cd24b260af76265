//! The clock, read at the edge only: rules get days and moments as values. Days are UTC.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

/// Today, UTC.
pub(crate) fn today() -> Date {
    day(Timestamp::now())
}

/// The UTC day of a moment.
pub(crate) fn day(moment: Timestamp) -> Date {
    civil(moment).date()
}

/// The UTC day and time of a moment.
pub(crate) fn civil(moment: Timestamp) -> DateTime {
    Offset::UTC.to_datetime(moment)
}

//! The clock, and a moment said on the command line in its place.

use jiff::{Zoned, civil::DateTime};

/// The local time of this machine, or UTC where the machine does not know its time zone.
pub fn now() -> DateTime {
    Zoned::now().datetime()
}

/// Reads a local time such as `2018-03-01T09:30`.
pub fn moment(text: &str) -> Result<DateTime, String> {
    let zoned = text.ends_with(['Z', 'z']) || text.contains(['+', '[']);
    let read = text
        .parse()
        .ok()
        .filter(|_| !zoned && text.contains(['T', ' ']));
    read.ok_or_else(|| {
        "write the day and the local time, as in 2018-03-01T09:30, without a time zone".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_and_a_local_time() {
        for (text, read) in [
            ("2018-03-01T09:30", Some("2018-03-01T09:30:00")),
            ("2018-03-01 09:30:15", Some("2018-03-01T09:30:15")),
            ("2018-03-01", None),
            ("2018-03-01T09:30Z", None),
            ("2018-03-01T09:30+01:00", None),
            ("2018-02-30T09:30", None),
            ("now", None),
        ] {
            let found = moment(text).ok().map(|moment| moment.to_string());
            assert_eq!(found.as_deref(), read, "{text}");
        }
    }
}

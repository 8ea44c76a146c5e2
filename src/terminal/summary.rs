//! The one line at the end of a run.

use std::{fmt, time::Duration};

use crate::text::{Diagnostics, Severity};

/// How many findings of each severity there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Tally {
    /// Counts all of them.
    pub fn of(diagnostics: &Diagnostics) -> Self {
        Self {
            errors: diagnostics.count(Severity::Error),
            warnings: diagnostics.count(Severity::Warning),
            notes: diagnostics.count(Severity::Note),
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = plural(self.errors, "error", "errors");
        let warnings = plural(self.warnings, "warning", "warnings");
        let notes = plural(self.notes, "note", "notes");
        write!(f, "{errors}, {warnings}, {notes}")
    }
}

/// A count with its noun: `1 page`, `41 pages`.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A time for people, in seconds: two digits count.
pub fn seconds(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds < 0.1 => format!("{seconds:.2} s"),
        seconds if seconds < 10.0 => format!("{seconds:.1} s"),
        seconds => format!("{seconds:.0} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_the_right_plural() {
        let tally = Tally {
            errors: 0,
            warnings: 1,
            notes: 3,
        };
        assert_eq!(tally.to_string(), "0 errors, 1 warning, 3 notes");
    }

    #[test]
    fn times_have_two_digits() {
        for (millis, shown) in [
            (4, "0.00 s"),
            (43, "0.04 s"),
            (234, "0.2 s"),
            (9_940, "9.9 s"),
            (61_400, "61 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(millis)), shown);
        }
    }
}

//! Where reports are sealed, each that is published is.

use crate::{
    check::{Check, Rule, Subject, sealed::lock_of},
    model::Report,
    text::{Code, Diagnostic, Diagnostics},
};

/// A public report without a lock file, on a site where another report has one: either nobody sealed it,
/// or its lock file was lost, and nothing holds it to what it said. Source: docs/authoring.md, "The
/// published record".
pub const RULE: Rule = Rule {
    codes: &[Code::NotSealed],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    // One that cannot be read is a fault of its own.
    let is_sealed = |report: &Report| {
        let lock = lock_of(model, report);
        model.sources.find(&lock).is_some()
    };
    if !model.reports.iter().any(is_sealed) {
        return;
    }
    for report in model.reports.iter().filter(|report| report.is_public()) {
        if is_sealed(report) || report.common.unread.has("status") {
            continue;
        }
        let message = format!(
            "`{}` is published, but not sealed, as other reports are",
            report.id
        );
        diagnostics.push(
            Diagnostic::new(Code::NotSealed, report.status.span, message).help(format!(
                "`goldenthread seal {}` writes its lock file; if it had one, put that back: what it was sealed \
                 with is known from there alone",
                report.id
            )),
        );
    }
}

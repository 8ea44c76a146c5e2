//! Every image can be read by those who do not see it.

use crate::{
    check::{Check, Rule, Subject},
    reference::Target,
    syntax::ReferenceKind,
    text::{Code, Diagnostic, Diagnostics},
};

/// An image in a text has an alternative text. A chart brings its own. Source: WCAG 2.2, success
/// criterion 1.1.1.
pub const RULE: Rule = Rule {
    codes: &[Code::AlternativeMissing],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let images = subject.links.iter().filter(|link| {
        link.reference.kind == ReferenceKind::Image
            && link.reference.text.trim().is_empty()
            && matches!(link.target, Ok(Target::Asset(..)))
    });
    diagnostics.extend(images.map(|link| {
        let message = format!(
            "the image `{}` has no alternative text",
            link.reference.target
        );
        let place = link.whole(&subject.model.sources);
        Diagnostic::new(Code::AlternativeMissing, place, message).help(
            "say between the square brackets what it shows, for those who cannot see it; accept \
             this for one that only decorates",
        )
    }));
}

//! The accessibility statement is where every page leads to it.

use crate::{
    check::{Check, Rule, Subject},
    model::ACCESSIBILITY,
    text::{Code, Diagnostic, Diagnostics, nearest},
};

/// A site on the web has an accessibility statement, and the page that site.yaml names as it is there.
/// Source: the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018.
pub const RULE: Rule = Rule {
    codes: &[Code::StatementMissing, Code::MissingLink],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    if model.accessibility_page().is_some() {
        return;
    }
    let settings = &model.settings;
    if let Some(named) = &settings.accessibility {
        let message = format!("there is no page `{}`", named.value);
        let paths: Vec<_> = model.pages.iter().map(|page| page.path.join("/")).collect();
        let near = nearest(&named.value, paths.iter().map(String::as_str));
        let help = near.map_or_else(
            || format!("write it as `content/{}.md`", named.value.trim_matches('/')),
            |near| format!("did you mean `{near}`?"),
        );
        diagnostics.push(Diagnostic::new(Code::MissingLink, named.span, message).help(help));
    } else if settings.base_url.is_some() {
        let [name, _] = ACCESSIBILITY;
        let message = "the site has no accessibility statement";
        diagnostics.push(
            Diagnostic::new(Code::StatementMissing, settings.span, message).help(format!(
                "write `content/{name}.md`, or name the page in site.yaml: `accessibility: …`"
            )),
        );
    }
}

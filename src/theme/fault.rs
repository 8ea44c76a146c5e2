//! What tera says is wrong, as diagnostics at the place in the theme's file.

use std::ops::Range;

use tera::{Error, ErrorKind};

use crate::{
    text::{Code, Diagnostic, Span, did_you_mean},
    theme::templates::{BUILT_IN, Template, Templates},
};

/// Every fault that an error of tera tells of: at least one.
pub(super) fn diagnostics(error: &Error, templates: &Templates) -> Vec<Diagnostic> {
    let at = |name: &str, tag: &str, of: &str| tag_place(templates, name, tag, of);
    let one = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let place = place(templates, report.filename(), &report.span().range);
            fault(place, report.message())
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("the theme has no template `{parent}`");
            fault(at(current, "extends", parent), &message)
                .maybe_help(did_you_mean(parent, templates.names()))
        }
        ErrorKind::CircularExtend {
            tpl,
            inheritance_chain: chain,
        } => circle("extend", tpl, chain, &at),
        ErrorKind::CircularInclude {
            tpl,
            include_chain: chain,
        } => circle("include", tpl, chain, &at),
        ErrorKind::TemplateNotFound(name) => {
            let message = format!("the theme has no template `{name}`");
            fault(templates.theme, &message).maybe_help(did_you_mean(name, templates.names()))
        }
        ErrorKind::Msg(text) => {
            let reports = reports(text, templates);
            if !reports.is_empty() {
                return reports;
            }
            fault(defined_twice(text, templates), text)
        }
        other => fault(templates.theme, &other.to_string()),
    };
    vec![one]
}

fn fault(place: Span, message: &str) -> Diagnostic {
    // Behind an unknown name tera lists those that there are.
    let (message, known) = message.split_once(". Available ").unwrap_or((message, ""));
    let (_, known) = known.split_once(": ").unwrap_or_default();
    let mut known: Vec<_> = known.split(", ").filter(|name| !name.is_empty()).collect();
    known.sort_unstable();
    let name = message.split('`').nth(1).unwrap_or_default();
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    let message: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(letters)
        .collect();
    Diagnostic::new(Code::TemplateFault, place, message).maybe_help(did_you_mean(name, known))
}

/// Templates that lead to each other for ever: `chain` goes from `name` back to `name`.
fn circle(
    verb: &str,
    name: &str,
    chain: &[String],
    at: &impl Fn(&str, &str, &str) -> Span,
) -> Diagnostic {
    let next = chain.get(1).map_or(name, String::as_str);
    let mut names: Vec<_> = chain.iter().map(|name| format!("`{name}`")).collect();
    names.dedup();
    if names.len() > 1 && names.first() == names.last() {
        names.pop();
    }
    let last = names.pop().unwrap_or_default();
    let message = if names.is_empty() {
        format!("`{name}` {verb}s itself")
    } else {
        format!("{} and {last} {verb} each other", names.join(", "))
    };
    fault(at(name, verb, next), &message)
}

fn place(templates: &Templates, name: &str, range: &Range<usize>) -> Span {
    templates.get(name).map_or(templates.theme, |template| {
        template.start.part(range.start, range.end)
    })
}

/// The first tag of a template that begins with `tag` and names `of`.
fn tag_place(templates: &Templates, name: &str, tag: &str, of: &str) -> Span {
    let of = of.strip_prefix(BUILT_IN).unwrap_or(of);
    let found = templates.get(name).and_then(|template| {
        let opens = template.text.match_indices("{%");
        opens.map(|(open, _)| open).find_map(|open| {
            let text = &template.text[open..];
            let inside = &text[..text.find("%}")?];
            let words = inside.trim_start_matches(['{', '%', '-', ' ', '\n', '\t', '\r']);
            let fits = words.starts_with(tag) && words.contains(of);
            fits.then(|| template.start.part(open, open + inside.len() + 2))
        })
    });
    found.unwrap_or(place(templates, name, &(0..0)))
}

/// The faults that tera found while it tied templates together: it tells them as one text, each with
/// a line ` --> name:line:column`.
fn reports(text: &str, templates: &Templates) -> Vec<Diagnostic> {
    let mut reports = Vec::new();
    let mut message: Vec<&str> = Vec::new();
    for line in text.lines() {
        if let Some(first) = line.strip_prefix("error: ") {
            message = vec![first];
        } else if let Some(locus) = line.trim_start().strip_prefix("--> ")
            && !message.is_empty()
        {
            let place = locus_place(locus, templates).unwrap_or(templates.theme);
            let message_of_all = message.join(" ");
            let template = message_of_all.strip_prefix("Unknown template `");
            let help = template
                .and_then(|name| did_you_mean(name.trim_end_matches('`'), templates.names()));
            reports.push(fault(place, &message_of_all).maybe_help(help));
            message.clear();
        } else if !message.is_empty() {
            message.push(line);
        }
    }
    reports
}

/// The place `name:line:column`, where line and column count from 1 and columns count characters;
/// it covers the word that stands there, without quotes or the bracket of a component.
fn locus_place(locus: &str, templates: &Templates) -> Option<Span> {
    let (rest, column) = locus.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let Template { text, start } = templates.get(name)?;
    let before: usize = text
        .split_inclusive('\n')
        .take(line.checked_sub(1)?)
        .map(str::len)
        .sum();
    let within = text[before..].char_indices().nth(column.checked_sub(1)?);
    let at = before + within.map_or(0, |(at, _)| at);
    let quoted = text[at..].starts_with(['"', '\'']);
    let at = at + usize::from(quoted || text[at..].starts_with('<'));
    let ends = |letter: char| match letter {
        '"' | '\'' => true,
        _ if quoted => false,
        letter => !letter.is_alphanumeric() && letter != '_' && letter != '.',
    };
    let rest = &text[at..];
    let length = rest.find(ends).unwrap_or(rest.len());
    Some(start.part(at, at + length))
}

/// The later definition of a component that two templates define: tera names both in its text.
fn defined_twice(text: &str, templates: &Templates) -> Span {
    let names: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    let [component, _, later] = names.as_slice() else {
        return templates.theme;
    };
    let place = templates.get(later).and_then(|template| {
        let at = template.text.find(&format!("component {component}"))?;
        let start = at + "component ".len();
        Some(template.start.part(start, start + component.len()))
    });
    place.unwrap_or(templates.theme)
}

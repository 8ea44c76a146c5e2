//! site.yaml.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    load::{
        context::{Context, Languages},
        fields::{Fields, excerpt, wrong_type},
        files::asset,
        number::number,
        value::{boolean, integer, letters, string, word, word_of},
        words::{LANGUAGE_HELP, name, text},
    },
    model::{
        AtTarget, Brand, Contact, Decimal, Id, Language, MeasureGroup, RagSettings, RbaQuestion,
        Settings, Text, Unread,
    },
    syntax::{Node, Value},
    text::{Code, Diagnostic, Span, Spanned},
};

/// Below this a count may tell who is meant, unless the site says otherwise.
const SMALL_NUMBERS: u32 = 5;

/// The name of the built-in theme.
pub(super) const BUILT_IN_THEME: &str = "default";

/// Reads site.yaml; `whole` says whether all of it could be parsed. Where a required field is
/// missing something stands in its place, so that the rest of the site is read all the same.
///
/// Answers what could not be read as well.
///
/// Sets the context's languages on the way, for texts here and everywhere else are read by them.
pub(super) fn settings(
    node: Option<&Node>,
    place: Span,
    whole: bool,
    cx: &mut Context<'_>,
) -> (Settings, Unread) {
    let mut fields = Fields::document("site.yaml", node, place, whole, cx);
    if let Some(languages) = fields.require("languages", cx, languages) {
        cx.languages = languages;
    }
    let unnamed = || Text::Same(Spanned::new("…".into(), place));
    let settings = Settings {
        organisation: fields
            .require("organisation", cx, text)
            .unwrap_or_else(unnamed),
        title: fields.require("title", cx, text).unwrap_or_else(unnamed),
        languages: cx.languages.all.clone(),
        base_url: fields.read("base_url", cx, base_url),
        theme: fields
            .read("theme", cx, string)
            .unwrap_or_else(|| Spanned::new(BUILT_IN_THEME.into(), place)),
        brand: fields.read("brand", cx, brand).unwrap_or_default(),
        contact: fields.read("contact", cx, contact).unwrap_or_default(),
        rag: fields.read("rag", cx, rag).unwrap_or_default(),
        measure_groups: fields
            .read("measure_groups", cx, measure_groups)
            .unwrap_or_default(),
        small_numbers: fields
            .read("small_numbers", cx, |key, node, cx| {
                integer(key, node, (0, 100), cx)
            })
            .and_then(|number| u32::try_from(number.value).ok())
            .unwrap_or(SMALL_NUMBERS),
        clean_links: fields.read("clean_links", cx, boolean).unwrap_or(false),
        trusted_html: fields.read("trusted_html", cx, boolean).unwrap_or(false),
        accessibility: fields.read("accessibility", cx, string),
        notice: fields.read("notice", cx, text),
        summary: fields.read("summary", cx, text),
        span: place,
    };
    (settings, fields.finish(cx))
}

fn languages(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Languages> {
    let Value::Sequence(items) = &node.value else {
        let wrong = wrong_type(&format!("`{key}`"), "a list", node);
        cx.say(wrong.help("write `languages: [en, cy]`, the first the one at the root"));
        return None;
    };
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    let mut known = true;
    for item in items {
        let Some(tag) = string(key, item, cx) else {
            known = false;
            continue;
        };
        let Some(language) = Language::parse(&tag.value) else {
            let message = format!("`{}` is not a language", excerpt(&tag.value));
            let unknown = Diagnostic::new(Code::UnknownLanguage, tag.span, message);
            cx.say(unknown.help(LANGUAGE_HELP));
            known = false;
            continue;
        };
        if !seen.insert(language.clone()) {
            let message = format!("`{language}` is listed twice");
            cx.say(Diagnostic::new(Code::DuplicateId, tag.span, message));
            continue;
        }
        all.push(language);
    }
    if items.is_empty() {
        let message = format!("`{key}` is an empty list, but a site has at least one language");
        cx.say(Diagnostic::new(Code::MissingField, node.span, message));
    }
    (!all.is_empty()).then_some(Languages { all, known })
}

/// An address on the web, with a slash at its end.
fn base_url(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Arc<str>> {
    let text = string(key, node, cx)?;
    let url = &*text.value;
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let strange = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '\\');
    let fine = rest.is_some_and(|rest| {
        let host = rest.split('/').next().unwrap_or_default();
        !host.is_empty() && !rest.contains(strange)
    });
    if !fine {
        let expected = "an address like `https://example.org/`";
        let wrong = wrong_type(&format!("`{key}`"), expected, node);
        let bare = !url.contains(':') && !url.contains(strange) && url.contains('.');
        let help = bare.then(|| format!("write `{key}: https://{}/`", url.trim_matches('/')));
        cx.say(wrong.maybe_help(help));
        return None;
    }
    Some(format!("{}/", url.trim_end_matches('/')).into())
}

fn brand(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Brand> {
    let mut fields = Fields::of("`brand`", node, cx)?;
    let logo = fields.read("logo", cx, string);
    let brand = Brand {
        accent: fields.read("accent", cx, colour),
        logo: logo.and_then(|logo| {
            let found = asset(&logo, node.span.source, Code::MissingImage, cx);
            found.map(|(path, _)| path)
        }),
        // Told once the files are known: here only their names are.
        logo_size: None,
    };
    fields.finish(cx);
    Some(brand)
}

/// A colour, as `#rrggbb` in lower case.
fn colour(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Arc<str>>> {
    let text = string(key, node, cx)?;
    let digits = text.value.strip_prefix('#').unwrap_or_default();
    let hexadecimal = digits.chars().all(|c| c.is_ascii_hexdigit());
    let long = match digits.len() {
        6 if hexadecimal => digits.to_lowercase(),
        3 if hexadecimal => digits.to_lowercase().chars().flat_map(|c| [c, c]).collect(),
        _ => {
            let expected = "a colour like `#00703c`";
            let wrong = wrong_type(&format!("`{key}`"), expected, node);
            cx.say(wrong.help(
                "write a `#` and six digits of 0 to 9 and a to f, in quotes: a `#` begins a comment",
            ));
            return None;
        }
    };
    Some(text.map(|_| format!("#{long}").into()))
}

fn contact(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Contact> {
    let mut fields = Fields::of("`contact`", node, cx)?;
    let contact = Contact {
        email: fields.read("email", cx, name),
        phone: fields.read("phone", cx, name),
        address: fields.read("address", cx, name),
    };
    fields.finish(cx);
    Some(contact)
}

fn rag(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<RagSettings> {
    let default = RagSettings::default();
    let mut fields = Fields::of("`rag`", node, cx)?;
    let show = fields.read("show", cx, word);
    let at_target = fields.read("at_target", cx, |key, node, cx| {
        word_of(key, node, &[AtTarget::Green, AtTarget::Amber], cx)
    });
    let at_intervention = fields.read("at_intervention", cx, |key, node, cx| {
        word_of(key, node, &[AtTarget::Amber, AtTarget::Red], cx)
    });
    let settings = RagSettings {
        show: show.map_or(default.show, |show| show.value),
        at_target: at_target.map_or(default.at_target, |tie| tie.value),
        at_intervention: at_intervention.map_or(default.at_intervention, |tie| tie.value),
        tolerance: fields.read("tolerance", cx, tolerance),
    };
    fields.finish(cx);
    Some(settings)
}

/// A per cent of the target's magnitude: `5%`.
fn tolerance(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Decimal> {
    let text = string(key, node, cx)?;
    let digits = text.value.strip_suffix('%').map(str::trim_end);
    let Some(Ok(value)) = digits.map(number) else {
        // Somebody who writes 0.05 may mean five in a hundred: the sign says which it is.
        let bare = number(text.value.trim()).is_ok();
        let help = bare.then(|| format!("write `{key}: {}%`", text.value.trim()));
        let wrong = wrong_type(&format!("`{key}`"), "a per cent like `5%`", node);
        cx.say(wrong.maybe_help(help));
        return None;
    };
    if value.is_sign_negative() || value > Decimal::ONE_HUNDRED {
        let message = format!("`{key}` is `{}`, which is out of range", text.value);
        let help = "it takes a per cent of the target from 0 to 100";
        cx.say(Diagnostic::new(Code::OutOfRange, text.span, message).help(help));
        return None;
    }
    Some(value)
}

fn measure_groups(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Vec<MeasureGroup>> {
    let Value::Mapping(entries) = &node.value else {
        let wrong = wrong_type(&format!("`{key}`"), "`key: value` lines", node);
        cx.say(wrong.help("write `measure_groups: {indicators: {title: Indicators}}`"));
        return None;
    };
    let mut groups = Vec::new();
    for entry in entries {
        let key = &entry.key;
        let Some(id) = Id::parse(&key.value) else {
            let message = format!("`{}` is not an id", excerpt(&key.value));
            let help = format!("ids hold {}", letters(&key.value));
            cx.say(Diagnostic::new(Code::BadId, key.span, message).help(help));
            continue;
        };
        if RbaQuestion::parse(&key.value).is_some() {
            let message = format!("`{}` is built in and has its heading", key.value);
            let built_in = Diagnostic::new(Code::DuplicateId, key.span, message);
            cx.say(built_in.help("leave it out, or give the group another name"));
            continue;
        }
        let Value::Mapping(_) = &entry.value.value else {
            let subject = format!("`{}`", key.value);
            let wrong = wrong_type(&subject, "`key: value` lines", &entry.value);
            let help = format!("give the group its heading: `{}: {{title: …}}`", key.value);
            cx.say(wrong.help(help));
            groups.push(MeasureGroup {
                id,
                title: Text::Same(key.clone()),
            });
            continue;
        };
        let Some(mut fields) = Fields::of("a group of measures", &entry.value, cx) else {
            continue;
        };
        let title = fields.require("title", cx, text);
        fields.finish(cx);
        let title = title.unwrap_or_else(|| Text::Same(key.clone()));
        groups.push(MeasureGroup { id, title });
    }
    Some(groups)
}

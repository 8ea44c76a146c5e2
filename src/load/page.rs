//! Pages of the site's own: the home page, and any Markdown file outside reports.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        common::common,
        context::Context,
        document::Documents,
        fields::Fields,
        value::{near_id, order},
        variants::{Parts, Variants},
        words::text,
    },
    model::{Common, Markdown, Page, Prose, RESERVED_AT_TOP, Settings, Text},
    syntax::first_heading,
    text::{Code, Diagnostic, Span, Spanned},
};

/// Reads the home page and the other pages, in order.
pub(super) fn pages(
    files: &BTreeMap<String, Variants>,
    settings: &Settings,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> (Page, Vec<Page>) {
    let mut home = None;
    let mut pages: Vec<Page> = Vec::new();
    let mut seen: BTreeMap<Vec<Arc<str>>, Span> = BTreeMap::new();
    for (stem, variants) in files {
        let parts = Parts::of(Some(variants), documents, cx);
        let Some(page) = page(stem, &parts, settings, cx) else {
            continue;
        };
        if page.path.is_empty() {
            home = Some(page);
            continue;
        }
        if let Some(other) = seen.insert(page.path.clone(), page.span) {
            let message = format!("another page has the address `{}/`", page.path.join("/"));
            let twice = Diagnostic::new(Code::AddressCollision, page.span, message);
            let path = cx.sources.get(other.source).path();
            let twice = twice.label(other, "the other page");
            cx.say(twice.help(format!("it is {path}: rename one of the two")));
        }
        pages.push(page);
    }
    pages.sort_by(|a, b| {
        let key = |page: &Page| (page.order.is_none(), page.order);
        key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
    });
    let home = home.unwrap_or_else(|| Page {
        path: Vec::new(),
        title: settings.title.clone(),
        order: None,
        prose: Prose::default(),
        common: Common::default(),
        span: settings.span,
    });
    (home, pages)
}

fn page(stem: &str, parts: &Parts<'_>, settings: &Settings, cx: &mut Context<'_>) -> Option<Page> {
    let place = parts.place()?;
    let path = address(stem, place, cx);
    let node = parts.front_matter(cx);
    let mut fields = Fields::document("a page", node.as_deref(), place, parts.is_whole(), cx);
    let stated = fields.read("title", cx, text);
    let order = fields.read("order", cx, order);
    let mut common = common(&mut fields, cx);
    common.unread = fields.finish(cx);
    let mut prose = parts.prose(cx);
    let title = if path.is_empty() {
        stated.unwrap_or_else(|| settings.title.clone())
    } else {
        title(stated, stem, place, &mut prose, cx)
    };
    Some(Page {
        path,
        title,
        order,
        prose,
        common,
        span: place,
    })
}

/// The address parts of a page: its path without `.md`; the `index.md` of a folder is the folder's.
fn address(stem: &str, place: Span, cx: &mut Context<'_>) -> Vec<Arc<str>> {
    let mut parts: Vec<_> = stem.split('/').collect();
    if parts.last() == Some(&"index") {
        parts.pop();
    }
    let strange = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
    if let Some(bad) = parts.iter().find(|part| part.contains(strange)) {
        let message = format!("`{bad}` cannot be part of an address");
        let help = format!(
            "addresses hold letters, digits and hyphens: rename it to `{}`, say",
            near_id(bad)
        );
        cx.say(Diagnostic::new(Code::BadId, place, message).help(help));
    }
    let tags: Vec<_> = cx.languages.tags().collect();
    if let Some(first) = parts.first()
        && (RESERVED_AT_TOP.contains(first) || (cx.languages.known && tags.contains(first)))
    {
        let message = format!("a page cannot stand under the address `{first}/`");
        let help = if tags.contains(first) {
            format!(
                "put the translation of `about.md` beside it, as `about.{first}.md`; what stands \
                 under `{first}/` is made from such files"
            )
        } else {
            "that is the address of pages of the site's own: give the file another name".to_owned()
        };
        cx.say(Diagnostic::new(Code::AddressCollision, place, message).help(help));
    }
    parts.into_iter().map(Arc::from).collect()
}

/// The title: front matter's, else in each language the first heading, else the file's name.
///
/// A heading that opens the text and becomes the title is taken off the text, for the page would
/// say it twice.
fn title(
    stated: Option<Text>,
    stem: &str,
    place: Span,
    prose: &mut Prose,
    cx: &Context<'_>,
) -> Text {
    let mut titles = match stated {
        Some(same @ Text::Same(_)) => return same,
        Some(Text::Each(titles)) => titles,
        None => BTreeMap::new(),
    };
    for (language, markdown) in &mut prose.by_language {
        if titles.contains_key(language) {
            continue;
        }
        let Some(heading) = first_heading(&markdown.text) else {
            continue;
        };
        let span = markdown.span.part(heading.range.start, heading.range.end);
        titles.insert(language.clone(), Spanned::new(heading.text.into(), span));
        if markdown.text[..heading.range.start].trim().is_empty() {
            let rest = markdown.span.part(heading.range.end, markdown.text.len());
            *markdown = Markdown {
                text: markdown.text[heading.range.end..].into(),
                span: rest,
            };
        }
    }
    prose
        .by_language
        .retain(|_, markdown| !markdown.text.trim().is_empty());
    if titles.is_empty() {
        let name = stem.trim_end_matches("/index");
        let name = name
            .rsplit('/')
            .next()
            .unwrap_or(name)
            .replace(['-', '_'], " ");
        let mut letters = name.chars();
        let name: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
        let name = Spanned::new(name.into(), place);
        return Text::plain(cx.languages.first().clone(), name);
    }
    Text::Each(titles)
}

//! Authored text on a page: references become links, figures and charts.

use std::{cell::OnceCell, collections::BTreeMap};

use crate::{
    model::{Language, Markdown, Model, Prose, Report, Role, Section, Text},
    page::{
        anchor::{Anchors, section_anchor},
        charts::{figure, named_chart},
        evidence::{behind_paragraphs, standing_on},
        here::{Here, own},
        target::{counted_in, target_link},
        view::{ContentsView, HtmlView, LinkView, SectionView, TextView},
    },
    prose::{self, Heading, Ids, Numbered, Options, Resolved, Words},
    reference::{Origin, Spot, Target},
    syntax::{Reading, Reference, ReferenceKind},
    text::{Span, escaped},
    translation::Headings,
    wording::Place,
};

/// An authored text as it stands on the page.
pub(super) struct Written {
    /// Its HTML.
    pub view: HtmlView,
    /// Its headings.
    pub headings: Vec<Heading>,
}

/// An authored text, its highest headings at `level`; `None` where nothing was written. `origin`
/// says which edition it belongs to.
pub(super) fn prose(
    here: &Here<'_>,
    prose: &Prose,
    origin: &Origin<'_>,
    level: u8,
    anchors: &mut Anchors,
) -> Option<Written> {
    let model = here.context.model;
    let (markdown, language) = prose.fallback(here.language, model.languages())?;
    let origin = Origin {
        folder: Origin::of(model, markdown.span).folder,
        ..*origin
    };
    let named = named(here, prose, language, markdown);
    let (html, headings) = rendered(here, markdown, &origin, level, &named, anchors);
    Some(Written {
        view: HtmlView {
            html,
            lang: (language != here.language).then(|| language.to_string()),
        },
        headings,
    })
}

/// An authored text of a YAML value as blocks of HTML, its highest headings at `level`.
pub(super) fn block(here: &Here<'_>, text: &Text, level: u8, anchors: &mut Anchors) -> HtmlView {
    let model = here.context.model;
    let (markdown, lang) = text.fallback(here.language, model.languages());
    let shown = lang.unwrap_or(here.language);
    let place = text.exact(shown).map(|text| text.span);
    let origin = place.map(|span| origin_of(model, span));
    let markdown = Markdown {
        text: markdown.into(),
        span: place.unwrap_or(model.settings.span),
    };
    let origin = origin.unwrap_or(Origin {
        report: None,
        objective: None,
        folder: "",
    });
    HtmlView {
        html: rendered(here, &markdown, &origin, level, &BTreeMap::new(), anchors).0,
        lang: lang.map(ToString::to_string),
    }
}

/// What the headings of `markdown` are in the text that it translates, by the byte that they begin with:
/// the same place on the page has the same anchor in every language.
fn named(
    here: &Here<'_>,
    prose: &Prose,
    language: &Language,
    markdown: &Markdown,
) -> BTreeMap<usize, String> {
    let first = here.context.model.settings.first_language();
    let source = prose.by_language.get(first).filter(|_| language != first);
    let Some(source) = source else {
        return BTreeMap::new();
    };
    let headings = Headings::of(&markdown.text, &source.text);
    let pairs = headings.pairs.iter().map(|(own, source)| {
        let own = &headings.own[*own].heading;
        let source = &headings.source[*source].heading;
        (own.range.start, source.text.clone())
    });
    pairs.collect()
}

/// The headings of a text as its own page has them: the anchor and the words of each.
pub(super) fn headings(here: &Here<'_>, prose: &Prose, ids: &mut Ids) -> Vec<(String, TextView)> {
    let languages = here.context.model.languages();
    let Some((markdown, language)) = prose.fallback(here.language, languages) else {
        return Vec::new();
    };
    let named = named(here, prose, language, markdown);
    let found = with_options(here, 2, (&named, &[]), |options| {
        let mut resolve = |_: &Reference| Resolved::Unknown;
        prose::html(&markdown.text, options, ids, &mut resolve).headings
    });
    let lang = (language != here.language).then(|| language.to_string());
    let views = found.into_iter().map(|heading| {
        let lang = lang.clone();
        let text = heading.text;
        (heading.id, TextView { text, lang })
    });
    views.collect()
}

/// The narrative sections of a report or objective, each with its headings, the highest at `level`.
pub(super) fn sections(
    here: &Here<'_>,
    sections: &[Section],
    origin: &Origin<'_>,
    level: u8,
    anchors: &mut Anchors,
) -> Vec<(SectionView, Written)> {
    let standing = |at: usize| {
        let spot = Spot::Section(origin.report?, origin.objective, at);
        Some(standing_on(here, [spot]))
    };
    let views = sections.iter().enumerate().filter_map(|(at, section)| {
        let written = prose(here, &section.prose, origin, level, anchors)?;
        let view = SectionView {
            id: section_anchor(section),
            heading: section_heading(here, section),
            body: written.view.clone(),
            standing: standing(at).unwrap_or_default(),
        };
        Some((view, written))
    });
    views.collect()
}

/// The heading of a narrative section: its own, else the one built in for its role.
pub(super) fn section_heading(here: &Here<'_>, section: &Section) -> TextView {
    if let Some(title) = &section.title {
        return here.text(title);
    }
    let key = match &section.role {
        Role::DoneWell => "section-done-well",
        Role::Improve => "section-improve",
        Role::NextSteps => "section-next-steps",
        Role::Partners => "section-partners",
        Role::Voices => "section-voices",
        Role::Other(name) => return own(&**name),
    };
    own(here.word(key))
}

/// The headings of a text at `level`, for the page's own contents, those one level below as their
/// children.
pub(super) fn contents_of(written: &Written, level: u8) -> Vec<ContentsView> {
    let mut contents: Vec<ContentsView> = Vec::new();
    for heading in &written.headings {
        let href = format!("#{}", heading.id);
        let text = TextView {
            text: heading.text.clone(),
            lang: written.view.lang.clone(),
        };
        if heading.level == level {
            contents.push(ContentsView {
                href,
                text,
                children: Vec::new(),
            });
        } else if let Some(parent) = contents.last_mut()
            && heading.level == level + 1
        {
            parent.children.push(LinkView { href, text });
        }
    }
    contents
}

/// An authored text of a YAML value as HTML that stands within a line: a comment, a definition, a
/// reason. Its paragraphs are parted by line breaks; names are looked for where it was written.
pub(super) fn line(here: &Here<'_>, text: &Text) -> HtmlView {
    let model = here.context.model;
    let (markdown, lang) = text.fallback(here.language, model.languages());
    let shown = lang.unwrap_or(here.language);
    let origin = text.exact(shown).map(|text| origin_of(model, text.span));
    let origin = origin.unwrap_or(Origin {
        report: None,
        objective: None,
        folder: "",
    });
    let html = with_options(here, 6, (&BTreeMap::new(), &[]), |options| {
        let read = OnceCell::new();
        let mut resolve =
            |reference: &Reference| resolved(here, &origin, (markdown, &read), reference, &mut 0);
        prose::inline(markdown, options, &mut resolve).html
    });
    HtmlView {
        html,
        lang: lang.map(ToString::to_string),
    }
}

/// Where a value is written: its folder, and the report and objective that are kept there.
fn origin_of(model: &Model, span: Span) -> Origin<'_> {
    let origin = Origin::of(model, span);
    let Some(within) = origin.folder.strip_prefix("reports/") else {
        return origin;
    };
    let (report, rest) = within.split_once('/').unwrap_or((within, ""));
    let named = |found: &Report| found.id.as_str() == report;
    let Some(report) = model.reports.iter().position(named) else {
        return origin;
    };
    let objective = rest.split('/').next().unwrap_or_default();
    let mut objectives = model.reports[report].objectives.iter();
    match objectives.position(|found| found.id.as_str() == objective) {
        Some(objective) => origin.objective(report, objective),
        None => origin.report(report),
    }
}

/// Calls `render` with the options of texts on this page, their highest headings at `level` and
/// their identifiers from `named`; `behind` are the numbers of paragraphs that something stands behind,
/// with that.
fn with_options<T>(
    here: &Here<'_>,
    level: u8,
    (named, behind): (&BTreeMap<usize, String>, &[(String, String)]),
    render: impl FnOnce(&Options<'_>) -> T,
) -> T {
    let words = [
        "prose-table",
        "prose-footnotes",
        "prose-footnote",
        "prose-back",
    ];
    let [table, footnotes, footnote, back] = words.map(|key| here.word(key));
    // Only chapters of guidance have paragraphs that are quoted by their number.
    let paragraph = here.word("paragraph");
    let numbered = match here.place {
        Place::Chapter(at, chapter) => Some(Numbered {
            word: &paragraph,
            chapter: here.context.model.guidance[at].chapters[chapter].number(),
            behind,
        }),
        _ => None,
    };
    render(&Options {
        first_level: level,
        trusted: here.context.model.settings.trusted_html,
        numbered,
        words: Words {
            table: &table,
            footnotes: &footnotes,
            footnote: &footnote,
            back: &back,
        },
        named,
    })
}

fn rendered(
    here: &Here<'_>,
    markdown: &Markdown,
    origin: &Origin<'_>,
    level: u8,
    named: &BTreeMap<usize, String>,
    anchors: &mut Anchors,
) -> (String, Vec<Heading>) {
    let Anchors { ids, placed } = anchors;
    let read = OnceCell::new();
    let mut resolve =
        |reference: &Reference| resolved(here, origin, (&markdown.text, &read), reference, placed);
    let behind = match here.place {
        Place::Chapter(at, chapter) => behind_paragraphs(here, at, chapter),
        _ => Vec::new(),
    };
    let rendered = with_options(here, level, (named, &behind), |options| {
        prose::html(&markdown.text, options, ids, &mut resolve)
    });
    (rendered.html, rendered.headings)
}

/// What a link or image of `text` becomes, which is `read` where a figure stands in it; `placed` counts the
/// charts that stand in texts of the page.
fn resolved(
    here: &Here<'_>,
    origin: &Origin<'_>,
    (text, read): (&str, &OnceCell<Reading>),
    reference: &Reference,
    placed: &mut usize,
) -> Resolved {
    let references = here.context.references();
    if reference.kind == ReferenceKind::Image {
        return match references.image(origin, &reference.target) {
            Ok(Target::Chart(report, name)) => {
                *placed += 1;
                let prefix = format!("placed-{placed}-");
                placed_chart(here, report, &name, &prefix, &reference.text)
            }
            Ok(target) => {
                let link = target_link(here, &target, "");
                link.map_or(Resolved::Unknown, |link| Resolved::Address(link.href))
            }
            Err(_) => Resolved::Unknown,
        };
    }
    let Ok(target) = references.link(origin, &reference.target) else {
        return Resolved::Unknown;
    };
    let behind = match target {
        Target::Figure(_) | Target::Number(_) => {
            let reading = read.get_or_init(|| Reading::of(text));
            reading.beside(&reference.range).1
        }
        _ => "",
    };
    let Some(link) = target_link(here, &target, behind) else {
        return Resolved::Address(reference.target.clone());
    };
    let whole = text.get(reference.range.clone()).unwrap_or_default();
    let about = counted_in(here, &target);
    if reference.text.trim().is_empty() {
        // What the author leaves to the figures or titles is filled in.
        return Resolved::Inline(filled(&link, about));
    }
    // A number by itself says nothing in a list of links.
    let bare = !reference.text.contains(char::is_alphabetic);
    if bare && about.is_some() && whole.starts_with(&format!("[{}](", reference.text)) {
        let text = own(reference.text.clone());
        return Resolved::Inline(filled(&LinkView { text, ..link }, about));
    }
    Resolved::Address(link.href)
}

/// A chart between paragraphs. Its caption is the author's, else the chart's own.
fn placed_chart(
    here: &Here<'_>,
    report: usize,
    name: &str,
    prefix: &str,
    caption: &str,
) -> Resolved {
    let Some(mut chart) = named_chart(here, report, name, prefix) else {
        return Resolved::Unknown;
    };
    if !caption.trim().is_empty() {
        caption.trim().clone_into(&mut chart.caption);
    }
    Resolved::Block(figure(here, chart).html)
}

/// A link with its words; `about` is what follows them in its name, where they are a number.
fn filled(link: &LinkView, about: Option<String>) -> String {
    let text = escaped(&link.text.text);
    let name = about.map(|about| format!(" aria-label=\"{text}, {}\"", escaped(&about)));
    let name = name.unwrap_or_default();
    let words = link.text.html();
    format!("<a href=\"{}\"{name}>{words}</a>", escaped(&link.href))
}

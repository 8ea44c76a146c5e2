//! Narrative sections of reports and objectives.

use std::collections::BTreeMap;

use crate::{
    load::{
        context::Context,
        document::Documents,
        fields::Fields,
        value::{near_id, order},
        variants::{Parts, Variants},
        words::text,
    },
    model::{Id, Role, Section},
    text::{Code, Diagnostic},
};

/// Reads the sections among the Markdown files of a folder, all but `own`, in reading order.
pub(super) fn sections(
    texts: &BTreeMap<String, Variants>,
    own: &str,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Section> {
    let others = texts.iter().filter(|(name, _)| *name != own);
    let mut sections: Vec<_> = others
        .filter_map(|(name, variants)| {
            let parts = Parts::of(Some(variants), documents, cx);
            section(name, &parts, cx)
        })
        .collect();
    sections.sort_by(|a, b| {
        let key = |section: &Section| (section.order.is_none(), section.order);
        key(a).cmp(&key(b)).then_with(|| a.role.cmp(&b.role))
    });
    sections
}

fn section(name: &str, parts: &Parts<'_>, cx: &mut Context<'_>) -> Option<Section> {
    let place = parts.place()?;
    if Id::parse(name).is_none() {
        let message = format!("`{name}` cannot be the name of a section");
        let help = format!(
            "it holds letters, digits and hyphens: rename the file to `{}.md`, say",
            near_id(name)
        );
        cx.say(Diagnostic::new(Code::BadId, place, message).help(help));
    }
    let node = parts.front_matter(cx);
    let mut fields = Fields::document("a section", node.as_deref(), place, parts.is_whole(), cx);
    let section = Section {
        role: Role::parse(name),
        title: fields.read("title", cx, text),
        order: fields.read("order", cx, order),
        prose: parts.prose(cx),
        span: place,
    };
    let empty = section.prose.by_language.is_empty() && fields.is_whole();
    // A section that nothing shows needs no heading.
    let headless = section.title.is_none() && fields.is_whole() && !empty;
    if let (Role::Other(name), true) = (&section.role, headless) {
        let message = format!("the section `{name}` has no heading");
        let help = "only `done-well`, `improve`, `next-steps`, `partners` and `voices` have one \
                    built in: begin the file with `---`, `title: …`, `---`";
        let headless = Diagnostic::new(Code::SectionWithoutHeading, place, message);
        cx.say(headless.help(help));
    }
    if empty {
        let message = format!("the section `{name}` has no text, so no page shows it");
        let empty = Diagnostic::new(Code::UnusedFile, place, message);
        cx.say(empty.help("write its text, or take the file out"));
    }
    fields.finish(cx);
    Some(section)
}

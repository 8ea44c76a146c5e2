//! docs/templates.md is made from the views themselves: what each template is given.
//!
//! `BLESS=1 cargo test --test templates` writes it anew.

#[path = "support/blessed.rs"]
mod blessed;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use blessed::blessed;

/// Every template of a page with the view that it is given as `page`.
const TEMPLATES: &[(&str, &str)] = &[
    ("home.html", "HomeView"),
    ("report.html", "ReportView"),
    ("objective.html", "ObjectiveView"),
    ("measures.html", "ReportMeasuresView"),
    ("actions.html", "ReportActionsView"),
    ("exceptions.html", "ExceptionsView"),
    ("print.html", "PrintView"),
    ("measure_index.html", "MeasureIndexView"),
    ("measure.html", "MeasureView"),
    ("standing.html", "StandingView"),
    ("framework.html", "FrameworkPageView"),
    ("item.html", "ItemView"),
    ("guidance.html", "GuidanceView"),
    ("chapter.html", "ChapterView"),
    ("duties.html", "DutiesView"),
    ("thread.html", "ThreadView"),
    ("page.html", "PageView"),
    ("not_found.html", "NotFoundView"),
    ("redirect.html", "RedirectView"),
    ("feed.xml", "FeedView"),
];
/// Templates that others build on: they are given nothing of their own.
const PARTS: &[&str] = &["base.html", "components.html"];

/// A view as its source declares it.
struct View {
    doc: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    doc: String,
    /// Whether the fields of its type stand in its place.
    flat: bool,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every view that is written out, by its name.
fn views() -> BTreeMap<String, View> {
    let mut views = BTreeMap::new();
    for entry in fs::read_dir(root().join("src/page")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            read(&fs::read_to_string(path).unwrap(), &mut views);
        }
    }
    views
}

fn read(source: &str, views: &mut BTreeMap<String, View>) {
    let mut doc = String::new();
    let mut serialized = false;
    let mut attributes = String::new();
    let mut open: Option<(String, View)> = None;
    for line in source.lines() {
        let line = line.trim();
        if let Some(text) = line.strip_prefix("///") {
            doc.push_str(text);
        } else if line.starts_with("#[") {
            serialized |= line.contains("Serialize");
            attributes.push_str(line);
        } else if let Some(rest) = line.strip_prefix("pub struct ").filter(|_| serialized) {
            let name = rest.split([' ', '<']).next().unwrap_or_default();
            let doc = std::mem::take(&mut doc).trim().to_owned();
            open = Some((
                name.to_owned(),
                View {
                    doc,
                    fields: Vec::new(),
                },
            ));
            attributes.clear();
        } else if let Some((name, view)) = open.take() {
            if line.starts_with('}') {
                views.insert(name, view);
                serialized = false;
                continue;
            }
            let mut view = view;
            if let Some((field, kind)) = line
                .strip_prefix("pub ")
                .and_then(|line| line.split_once(": "))
            {
                let renamed = attributes.split("rename = \"").nth(1);
                let renamed = renamed.and_then(|rest| rest.split('"').next());
                view.fields.push(Field {
                    name: renamed.unwrap_or(field).to_owned(),
                    kind: kind.trim_end_matches(',').to_owned(),
                    doc: std::mem::take(&mut doc).trim().to_owned(),
                    flat: attributes.contains("flatten"),
                });
                attributes.clear();
            }
            open = Some((name, view));
        } else if !line.is_empty() {
            doc.clear();
            attributes.clear();
            serialized = false;
        }
    }
}

/// A type in words, and the view that it names.
fn told(kind: &str) -> (String, Option<&str>) {
    let inside = |start: &str| {
        kind.strip_prefix(start)
            .and_then(|rest| rest.strip_suffix('>'))
    };
    if let Some(kind) = inside("Option<") {
        let (text, view) = told(kind);
        return (format!("{text}, or nothing"), view);
    }
    if let Some(kind) = inside("Vec<") {
        let (text, view) = told(kind);
        return (format!("list of {text}"), view);
    }
    match kind {
        "String" | "&'static str" => ("text".to_owned(), None),
        "bool" => ("true or false".to_owned(), None),
        "usize" | "u8" | "u32" => ("number".to_owned(), None),
        view => (format!("[{view}](#{})", view.to_lowercase()), Some(view)),
    }
}

fn table(page: &mut String, views: &BTreeMap<String, View>, name: &str, used: &mut Vec<String>) {
    page.push_str("| Field | Holds | What it is |\n|---|---|---|\n");
    rows(page, views, name, used);
}

fn rows(page: &mut String, views: &BTreeMap<String, View>, name: &str, used: &mut Vec<String>) {
    let view = views
        .get(name)
        .unwrap_or_else(|| panic!("there is no view `{name}`"));
    for field in &view.fields {
        let (text, named) = told(&field.kind);
        // What every page has is told once.
        if field.flat && field.kind != "FrameView" {
            rows(page, views, &field.kind, used);
            continue;
        }
        if let Some(named) = named {
            used.push(named.to_owned());
        }
        if !field.flat {
            let _ = writeln!(page, "| `{}` | {text} | {} |", field.name, field.doc);
        }
    }
}

fn page() -> String {
    let views = views();
    let mut used = vec!["FrameView".to_owned(), "SharedView".to_owned()];
    let mut page = String::from(
        "# What templates are given\n\
         \n\
         Made from the program's own types. [theming.md](theming.md) says how to use templates. Every field is always\n\
         there; one that has nothing to show is empty. All text is worded, and every address is ready for a link: those of\n\
         `page` lead from the page, those of `site` from the root of the site, so `page.root` stands before them. Fields\n\
         named `html` and `svg` hold HTML, all others text.\n\
         \n\
         Whatever the page, its template is given `site`, which is a [SharedView](#sharedview), `words`, `theme.accent` and\n\
         `theme.accent_dark`, and `page`: the fields of a [FrameView](#frameview), which `base.html` shows, and those below.\n\
         Only `redirect.html` and `feed.xml` are given no more than their own fields.\n",
    );
    for (template, name) in TEMPLATES {
        let view = views
            .get(*name)
            .unwrap_or_else(|| panic!("there is no view `{name}`"));
        let _ = write!(page, "\n## {template}\n\n{}\n\n", view.doc);
        table(&mut page, &views, name, &mut used);
    }
    page.push_str("\n## The values in them\n");
    let mut told = BTreeSet::new();
    while let Some(name) = used.pop() {
        told.insert(name.clone());
        for field in views.get(&name).map_or(&[][..], |view| &view.fields) {
            let (_, named) = self::told(&field.kind);
            used.extend(
                named
                    .filter(|named| !told.contains(*named))
                    .map(str::to_owned),
            );
        }
    }
    for name in told {
        let view = views
            .get(&name)
            .unwrap_or_else(|| panic!("there is no view `{name}`"));
        let _ = write!(page, "\n### {name}\n\n{}\n\n", view.doc);
        table(&mut page, &views, &name, &mut Vec::new());
    }
    page
}

#[test]
fn the_manual_page_of_templates_is_up_to_date() {
    blessed("templates.md", &page(), "cargo test --test templates");
}

#[test]
fn the_manual_names_every_template() {
    let manual = fs::read_to_string(root().join("docs/theming.md")).unwrap();
    let rows = manual.lines().filter(|line| line.starts_with("| `"));
    let rows: Vec<_> = rows.collect();
    let names = TEMPLATES.iter().map(|(template, _)| *template);
    for name in names.chain(PARTS.iter().copied()) {
        let rows = rows.iter().filter(|row| row.contains(&format!("`{name}`")));
        assert_eq!(rows.count(), 1, "docs/theming.md: {name}");
    }
}

#[test]
fn every_template_is_told() {
    let templates = fs::read_dir(root().join("themes/default/templates")).unwrap();
    let templates: BTreeSet<_> = templates
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let told: BTreeSet<_> = TEMPLATES
        .iter()
        .map(|(template, _)| *template)
        .chain(PARTS.iter().copied())
        .map(str::to_owned)
        .collect();
    assert_eq!(told, templates);
}

//! Templates in their places, and what is wrong with them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::{Value, json};
use walkdir::WalkDir;

use crate::{
    model::{Brand, Contact, Language, RagSettings, Settings, Text, ThemeFile},
    text::{Code, Diagnostic, Diagnostics, Source, Sources, Span, Spanned},
    theme::{Shared, Theme},
};

/// A theme of a few files. `⟦…⟧` in a text is left out, and says where a fault is expected.
#[derive(Default)]
struct Test {
    sources: Sources,
    files: Vec<ThemeFile>,
    accent: Option<&'static str>,
    expected: Option<Span>,
}

impl Test {
    /// A file of the built-in theme.
    fn built_in(self, path: &str, text: &str) -> Self {
        self.file(path, text, true)
    }

    /// A file of the site's own theme.
    fn own(self, path: &str, text: &str) -> Self {
        self.file(path, text, false)
    }

    fn file(mut self, path: &str, text: &str, built_in: bool) -> Self {
        let bare = text.replace(['⟦', '⟧'], "");
        let folder = if built_in { "default" } else { "own" };
        let source = Source::new(&format!("themes/{folder}/{path}"), &bare);
        let source = self.sources.add(source);
        if let (Some(from), Some(to)) = (text.find('⟦'), text.find('⟧')) {
            self.expected = Some(Span::new(source, from, to - '⟦'.len_utf8()));
        }
        self.files.push(ThemeFile {
            path: path.into(),
            built_in,
            bytes: bare.into_bytes().into(),
            span: Some(Span::file(source)),
        });
        self
    }

    fn settings(&mut self) -> Settings {
        let source = self
            .sources
            .add(Source::new("content/site.yaml", "theme: own\n"));
        let span = Span::new(source, 7, 10);
        let language = Language::parse("en").expect("a tag");
        let text = |text: &str| Text::plain(language.clone(), Spanned::new(text.into(), span));
        Settings {
            organisation: text("A council"),
            title: text("A site"),
            languages: vec![language.clone()],
            base_url: None,
            theme: Spanned::new("own".into(), span),
            brand: Brand {
                accent: self.accent.map(|accent| Spanned::new(accent.into(), span)),
                logo: None,
                logo_size: None,
            },
            contact: Contact::default(),
            rag: RagSettings::default(),
            measure_groups: Vec::new(),
            clean_links: false,
            trusted_html: false,
            small_numbers: 5,
            accessibility: None,
            notice: None,
            summary: None,
            span,
        }
    }

    /// The theme, and the faults.
    fn theme(&mut self) -> (Option<Theme>, Diagnostics) {
        let settings = self.settings();
        let made = Theme::new(&self.files, &settings);
        (made.value, made.diagnostics)
    }

    /// `page.html` rendered with `page`.
    fn render(&mut self, page: &Value) -> Result<String, Box<Diagnostic>> {
        let (theme, diagnostics) = self.theme();
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let shared = Shared::new(&json!({"title": "<Site>"}), &json!({"yes": "Yes"}));
        theme.expect("a theme").render("page.html", &shared, page)
    }

    /// What is wrong before anything is rendered: the message, where it is where it was expected.
    fn faults(mut self) -> Vec<String> {
        let (theme, diagnostics) = self.theme();
        assert!(theme.is_none(), "the theme was made");
        diagnostics.iter().map(|it| self.told(it)).collect()
    }

    /// The message, with its place in front where that is not the one expected.
    fn told(&self, diagnostic: &Diagnostic) -> String {
        assert_eq!(diagnostic.code, Code::TemplateFault);
        let source = self.sources.get(diagnostic.span.source);
        let place = source.location(diagnostic.span.start as usize);
        let help = diagnostic.help.as_ref().map(|help| format!(" ({help})"));
        let told = format!("{}{}", diagnostic.message, help.unwrap_or_default());
        if self.expected == Some(diagnostic.span) {
            return told;
        }
        let text = self.sources.slice(diagnostic.span);
        let (line, column) = (place.line, place.column);
        format!("{}:{line}:{column} `{text}`: {told}", source.path())
    }
}

#[test]
fn a_fault_is_told_at_its_place_before_anything_is_rendered() {
    let something = "integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`";
    let cases: &[(&str, &str)] = &[
        ("<p>tŷ {{ page.title <p⟦</⟧p>", "found `</` but expected }}"),
        (
            "{% if page %}\n\n  {{ page %⟦}⟧\n",
            &format!("found `}}` but expected one of: {something}"),
        ),
        ("<p>ŵ {{ page.title | ⟦shout⟧ }}", "unknown filter `shout`"),
        ("a\r\nb {{ ⟦today⟧() }}", "unknown function `today`"),
        ("\u{feff}{{ 1 is ⟦lucky⟧ }}", "unknown test `lucky`"),
        ("{{ <⟦my.badge⟧ /> }}", "unknown component `my.badge`"),
        (
            "{% include \"⟦bare.html⟧\" %}",
            "unknown template `bare.html` (did you mean `base.html`?)",
        ),
        (
            "\u{feff}⟦{% extends \"bose.html\" %}⟧",
            "the theme has no template `bose.html` (did you mean `base.html`?)",
        ),
        (
            "{% set x = 1 %}{% include \"base.html\" %}⟦{%- include 'page.html' %}⟧",
            "`page.html` includes itself",
        ),
        (
            "⟦{% extends \"page.html\" %}⟧",
            "`page.html` extends itself",
        ),
        (
            "{# to parts.html #}⟦{% include 'parts.html' %}⟧",
            "`page.html` and `parts.html` include each other",
        ),
        (
            "{% extends 'base.html' %}{% block ⟦aside⟧ %}{% endblock %}",
            "block `aside` is not defined in any parent template",
        ),
    ];
    for (text, message) in cases {
        let test = Test::default()
            .built_in("templates/base.html", "{% block main %}{% endblock %}")
            .own("templates/parts.html", "{% include 'page.html' %}")
            .own("templates/page.html", text);
        assert_eq!(test.faults(), [*message], "{text}");
    }
}

#[test]
fn every_fault_of_every_template_is_told_at_once() {
    let faults = Test::default()
        .built_in("templates/a.html", "{{ 1 + }}")
        .built_in("templates/b.html", "{{ today() }}{{ 'x' | shout }}")
        .own(
            "templates/c.html",
            "{% extends 'a.html' %}{% block b %}{% endblock %}",
        )
        .own("templates/d.html", "\n{% if %}")
        .faults();
    let places: Vec<_> = faults
        .iter()
        .map(|fault| fault.split_once(" `").map_or("", |(place, _)| place))
        .collect();
    // That c.html has a block which a.html lacks is no fault of c.html while a.html is unreadable.
    assert_eq!(
        places,
        [
            "themes/own/templates/d.html:2:7",
            "themes/default/templates/a.html:1:8",
            "themes/default/templates/b.html:1:4",
            "themes/default/templates/b.html:1:23",
        ]
    );
}

#[test]
fn a_component_that_is_there_twice_is_told_at_the_later_one() {
    let faults = Test::default()
        .own(
            "templates/a.html",
            "{% component sign() %}{% endcomponent %}",
        )
        .own(
            "templates/b.html",
            "{% component ⟦sign⟧() %}{% endcomponent %}",
        )
        .faults();
    assert_eq!(
        faults,
        ["component `sign` is defined in both `a.html` and `b.html`"]
    );
}

#[test]
fn a_fault_is_told_at_its_place_while_a_page_is_rendered() {
    let cases: &[(&str, &str)] = &[
        (
            "<p>tŷ {{ page.⟦titel⟧ }}",
            "field `titel` is not defined (did you mean `title`?)",
        ),
        (
            "{% for a in ⟦page⟧.words %}{% endfor %}",
            "iteration not possible on type `undefined`",
        ),
        (
            "\u{feff}\r\nŵ {{ ⟦nobody⟧ }}",
            "variable `nobody` is not defined (expected one of `page`, `site`, `theme`, `words`)",
        ),
        (
            "{{ ⟦asset(name='site.cs')⟧ }}",
            "the theme has no static file `site.cs`, did you mean `site.css`?",
        ),
        ("{{ ⟦<sign />⟧ }}", "argument `of` (type: `string`) missing"),
        (
            "{{ ⟦page.title + 1⟧ }}",
            "`+` requires both operands to be numbers, found `string` and `i64`",
        ),
    ];
    for (text, message) in cases {
        let mut test = Test::default()
            .built_in("static/site.css", "")
            .built_in(
                "templates/parts.html",
                "{% component sign(of: string) %}{{ of }}{% endcomponent %}",
            )
            .own("templates/page.html", text);
        let fault = test.render(&json!({"title": "A page"})).expect_err(text);
        assert_eq!(test.told(&fault), *message, "{text}");
    }
}

#[test]
fn a_sites_template_stands_in_and_may_build_on_the_built_in_one() {
    let base = "<title>{{ site.title }}</title>{% block main %}{% endblock %}{{ words.yes }}";
    let page = "{% extends \"base.html\" %}{% block main %}{{ <sign /> }}{% endblock %}";
    let sign = "{% component sign() %}built in{% endcomponent %}";
    let test = || {
        Test::default()
            .built_in("templates/base.html", base)
            .built_in("templates/page.html", page)
            .built_in("templates/parts.html", sign)
    };
    let rendered = |mut test: Test| test.render(&json!({})).expect("a page");
    assert_eq!(rendered(test()), "<title>&lt;Site&gt;</title>built inYes");
    let own = "{% extends \"theme/base.html\" %}{% block main %}own: {{ super() }}{% endblock %}";
    assert_eq!(
        rendered(test().own(
            "templates/page.html",
            "{% extends 'theme/page.html' %}{% block main %}own, {{ super() }}{% endblock %}"
        )),
        "<title>&lt;Site&gt;</title>own, built inYes"
    );
    assert_eq!(
        rendered(test().own("templates/base.html", own)),
        "<title>&lt;Site&gt;</title>built inYes"
    );
    let sign = "{% component sign() %}own{% endcomponent %}";
    assert_eq!(
        rendered(test().own("templates/signs.html", sign)),
        "<title>&lt;Site&gt;</title>ownYes"
    );
}

#[test]
fn a_template_that_is_not_there_is_told_where_the_site_names_its_theme() {
    let mut test = Test::default().built_in("templates/pages.html", "");
    let fault = test.render(&json!({})).expect_err("no such page");
    assert_eq!(
        test.told(&fault),
        "content/site.yaml:1:8 `own`: the theme has no template `page.html` (did you mean \
         `pages.html`?)"
    );
}

#[test]
fn static_files_bear_their_hash_and_stylesheets_name_them_by_it() {
    let css = "/* url(no.png) */ @font-face{src:url( \"fonts/a.woff2\" )}\n.b{background:URL(../static/x)}\n\
               .c{mask:url(icon.svg#part);background:url('data:image/png,x') url(https://x.org/a)}";
    let test = |font: &str| {
        let mut test = Test {
            accent: Some("#00703c"),
            ..Test::default()
        }
        .built_in("static/fonts/a.woff2", font)
        .built_in("static/icon.svg", "<svg/>")
        .built_in("static/site.css", "old")
        .own("static/site.css", css)
        .own("static/LICENCE", "as it is");
        let (theme, diagnostics) = test.theme();
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let theme = theme.expect("a theme");
        let assets = theme.assets();
        let letters = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assets
            .map(|(name, asset)| {
                (
                    name.to_owned(),
                    (asset.address.clone(), letters(&asset.bytes)),
                )
            })
            .collect::<BTreeMap<_, _>>()
    };
    let assets = test("font");
    let (address, sheet) = &assets["site.css"];
    let hash = |bytes: &str| blake3::hash(bytes.as_bytes()).to_hex()[..10].to_owned();
    let font = format!("fonts/a.{}.woff2", hash("font"));
    let icon = format!("icon.{}.svg", hash("<svg/>"));
    assert_eq!(assets["fonts/a.woff2"].0, format!("assets/{font}"));
    assert_eq!(
        assets["LICENCE"].0,
        format!("assets/LICENCE.{}", hash("as it is"))
    );
    let expected = css
        .replace("fonts/a.woff2", &font)
        .replace("icon.svg", &icon);
    assert!(sheet.starts_with(&expected), "{sheet}");
    assert!(
        sheet.ends_with("--brand-dark-text: #48a26a;\n}\n"),
        "{sheet}"
    );
    // What a stylesheet names changes its own address too: a reader's old copy is never mixed in.
    let other = test("another font");
    assert_ne!(&other["site.css"].0, address);
    assert_eq!(other["icon.svg"], assets["icon.svg"]);
}

#[test]
fn a_name_in_quotes_may_hold_brackets() {
    let css = "a{b:url(\"x (1).png\")}c{d:url( 'x (1).png' ) url(y.png )}e{f:url('y.png";
    let mut test = Test::default()
        .built_in("static/x (1).png", "")
        .built_in("static/y.png", "")
        .built_in("static/own.css", css);
    let (theme, diagnostics) = test.theme();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let theme = theme.expect("a theme");
    let (_, sheet) = theme
        .assets()
        .find(|(name, _)| *name == "own.css")
        .expect("a stylesheet");
    let hash = &blake3::hash(b"").to_hex()[..10];
    let expected = css
        .replace("x (1).png", &format!("x (1).{hash}.png"))
        .replace("y.png", &format!("y.{hash}.png"));
    assert_eq!(String::from_utf8_lossy(&sheet.bytes), expected);
}

#[test]
fn a_stylesheet_that_names_what_is_not_there_is_told() {
    let mut test = Test::default()
        .built_in("static/fonts/regular.woff2", "")
        .built_in(
            "static/css/extra.css",
            "a{src:url('⟦../fonts/regulr.woff2⟧?v=2')}",
        );
    let (_, diagnostics) = test.theme();
    let fault = diagnostics.iter().next().expect("a fault");
    assert_eq!(fault.code, Code::MissingLink);
    assert_eq!(Some(fault.span), test.expected);
    assert_eq!(
        fault.message,
        "there is no file `static/fonts/regulr.woff2` in the theme"
    );
    assert_eq!(
        fault.help.as_deref(),
        Some("did you mean `fonts/regular.woff2`?")
    );
}

/// The files of the built-in theme.
fn built_in() -> Test {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut test = Test::default();
    for entry in WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("a folder that can be read");
        if !entry.file_type().is_file() {
            continue;
        }
        // Fonts are no text; that they are there is all that matters here.
        let content = fs::read_to_string(entry.path()).unwrap_or_default();
        let path = entry.path().strip_prefix(&root).expect("a file inside");
        test = test.built_in(&path.to_string_lossy().replace('\\', "/"), &content);
    }
    test
}

#[test]
fn the_built_in_theme_has_no_fault() {
    let (theme, diagnostics) = built_in().theme();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert!(theme.is_some());
}

#[test]
fn the_examples_of_the_manual_build_on_the_built_in_theme() {
    let manual = include_str!("../../docs/theming.md");
    let examples = manual.split("```html\n").skip(1);
    let examples: Vec<_> = examples
        .filter_map(|text| text.split("```").next())
        .collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        let text = if example.starts_with("{% extends") {
            example.to_owned()
        } else {
            format!("{{% extends \"theme/base.html\" %}}\n{example}")
        };
        let (_, diagnostics) = built_in().own("templates/base.html", &text).theme();
        assert!(diagnostics.is_empty(), "{example}{diagnostics:?}");
    }
}

#[test]
fn every_word_of_the_templates_is_there_in_every_language() {
    let theme = built_in();
    let read = |file: &ThemeFile| String::from_utf8_lossy(&file.bytes).into_owned();
    let of = |start: &'static str| {
        let files = theme.files.iter();
        files.filter(move |file| file.path.starts_with(start))
    };
    let mut used = BTreeSet::new();
    for template in of("templates/").map(read) {
        for (at, start) in template.match_indices("words.") {
            let word = &template[at + start.len()..];
            let end = word.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
            used.insert(word[..end.unwrap_or(word.len())].replace('_', "-"));
        }
    }
    // A sentence in a comment may end in "words".
    used.remove("");
    assert!(used.len() > 50, "{used:?}");
    for strings in of("strings/") {
        let strings_of = read(strings);
        let has = |key: &String| {
            strings_of
                .lines()
                .any(|line| line.starts_with(&format!("{key} =")))
        };
        let missing: Vec<_> = used.iter().filter(|key| !has(key)).collect();
        assert!(missing.is_empty(), "{}: {missing:?}", strings.path);
    }
}

//! What is kept from one look to the next changes nothing: after every edit the site and what is
//! said of it are, byte for byte, those of a site that was read for the first time.

#[path = "support/mod.rs"]
mod support;

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

use goldenthread::{
    load::Folder,
    pipeline::{Drafts, Made, Memory, make_again, make_of},
    site::{Content, Site as Website},
    text::{Diagnostic, Sources, Span, Warned},
};
use proptest::prelude::*;
use rayon::prelude::*;
use support::Site;

const REPORT: &str = "content/reports/2017-18/report.md";
const EARLIER: &str = "content/reports/2016-17/report.md";
const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";

/// Every file that is edited, with what may stand in it.
const FILES: &[(&str, &[&str])] = &[
    (
        "content/site.yaml",
        &[
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
            "# A line more\norganisation: A council\ntitle: Our aims\nlanguages: [en, cy]\nrag: {show: both}\n",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\nbrand: {accent: \"#00703c\"}\nrag: {show: none}\n",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\nmeasure_groups: {local: {title: Local}}\nbase_url: https://example.org/\n",
            "organisation: A council\nlanguages: [en\n",
            "organisation: A council\ntitel: Objectives\nlanguages: [en]\n",
        ],
    ),
    (
        "content/about.md",
        &[
            "---\ntitle: About\n---\n\nText.\n",
            "---\ntitle: All about us\norder: 1\n---\n\nSee [it](measure:m1) and [5.10](measure:m1.actual).\n",
            "---\ntitle: About\naliases: [old/about]\n---\n\n![A chart](chart:m1) <b onclick=\"x\">bold</b>\n",
            "# Headed\n\nA [link](measure:nothing) and [another](reports/2017-18/learners/improve.md).\n",
            "---\ntitle: About\n",
        ],
    ),
    (
        "content/About.md",
        &[
            "# Twice\n",
            "---\ntitle: Twice\n---\n\nThe same address where case does not count.\n",
        ],
    ),
    (
        REPORT,
        &[
            "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n\nThe year.\n",
            "---\ntitle: Draft report\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n\nThe year.\n",
            "---\ntitle: Annual report\nperiod: 2018-19\nstage: annual\nstatus: published\nupdated: 2019-05-01\n---\n",
            "---\ntitle: Annual report\nperiod: 2017\nstage: anual\n---\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/objective.md",
        &[
            "---\ntitle: Learners\n---\n\nWhy.\n",
            "---\ntitle: Learning\njudgement: partly-successful\nserves: [wfg/more-equal]\nslug: {cy: dysgwyr}\n---\n",
            "---\ntitle: Learners\nserves: [wfg/nothing]\naccept: [{code: red-unexplained, reason: known}]\n---\n",
        ],
    ),
    (
        MEASURES,
        &[
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 5.10\n    target: 6\n    intervention: 4\n",
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    actual: 3.25\n    target: 6\n    intervention: 4\n",
            "how-well:\n  - id: m1\n    title: One\n    unit: percent\n    actual: 50\n  - id: m2\n    title: Two\n    unit: percent\n    actual: 150\n    break: {from: 2017-18, reason: new}\nlocal:\n  - id: m3\n    title: Three\n    unit: yes-no\n    actual: yes\n",
            "how-much:\n  - id: m1\n    title: A\n    unit: number\n  - id: M1\n    title: B\n    unit: number\n    traget: 5\n",
            "how-much: [\n",
            "",
        ],
    ),
    (
        "content/reports/2017-18/learners/measures.csv",
        &["group,id,title,unit,actual\nhow-much,c1,From a table,number,7\n"],
    ),
    (
        "content/reports/2017-18/learners/actions.yaml",
        &[
            "- id: a1\n  title: An action\n  measures: [m1]\n  complete: 50\n",
            "- id: a1\n  title: An action\n  status: completed\n  complete: 50\n  due: 2017-05-01\n  measures: [m2]\n",
            "- title: Nameless\n  attachments: [{file: plan.pdf, title: The plan}]\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/done-well.md",
        &[
            "Well done.\n",
            "[3.25](measure:m1.actual) and [4](measure:m1.actual@2016-17).\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/improve.cy.md",
        &["Gwell.\n"],
    ),
    (
        "content/reports/2017-18/learners/plan.pdf",
        &["not a picture", "something longer"],
    ),
    (
        EARLIER,
        &[
            "---\ntitle: Earlier\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
            "---\ntitle: Earlier\nperiod: 2016-17\nstage: annual\nstatus: superseded\npublished: 2017-06-01\n---\n",
        ],
    ),
    (
        "content/reports/2016-17/learners/objective.md",
        &["---\ntitle: Learners then\n---\n"],
    ),
    (
        "content/reports/2016-17/learners/measures.yaml",
        &[
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 4\n",
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    actual: 4.5\n    history: {2015-16: 2, 2014-15: 1}\n",
        ],
    ),
    (
        "themes/default/templates/page.html",
        &[
            "{% extends \"theme/page.html\" %}{% block main %}<p>Our own</p>{% endblock main %}\n",
            "{% extends \"theme/page.html\" %}{% block main %}{{ nothing.here }}{% endblock main %}\n",
            "{% extends \"theme/page.html\" %}{% block main %}\n",
        ],
    ),
    (
        "themes/default/strings/en.ftl",
        &["address-measures = figures\n", "address-measures = \n  {\n"],
    ),
    (
        "themes/default/static/site.css",
        &["body { color: red }\n", "a { background: url(none.png) }\n"],
    ),
    (
        "content/frameworks/hg/framework.md",
        &[
            "---\ntitle: How good\nscale: six-point\n---\n",
            "---\ntitle: How very good\naliases: [old/good]\n---\n\nText.\n",
        ],
    ),
    (
        "content/frameworks/hg/2.3.yaml",
        &[
            "code: \"2.3\"\ntitle: Chances\nthemes: [{id: a, title: A}]\nquestions: [{id: who, text: Who?}, Why?]\n",
            "code: \"2.3\"\ntitle: Chances\nquestions: [Why?]\n",
            "code: \"2.4\"\ntitle: Other chances\n",
            "code: [\n",
        ],
    ),
    (
        "content/guidance/g/guidance.md",
        &[
            "---\ntitle: Guidance\n---\n\nSee [it](paragraph:g/1.1) and [a goal](goal:wfg/resilient).\n",
            "---\ntitle: Guidance\nslug: {cy: canllaw}\n---\n",
        ],
    ),
    (
        "content/guidance/g/one.md",
        &[
            "---\ntitle: One\n---\n\n1.1 First.\n",
            "---\ntitle: One\norder: 2\n---\n\n1.2 Second.\n",
        ],
    ),
    (
        "content/guidance/g/responsibilities.yaml",
        &[
            "- body: Us\n  paragraph: \"1.1\"\n  duties: [{id: d, text: Do.}]\n",
            "- body: Them\n  duties: [{id: d, text: Do so.}, {id: e, text: More.}]\n",
        ],
    ),
    (
        "content/reports/2017-18/learners/evaluations/hg.yaml",
        &[
            "quality_indicator: hg/2.3\nlevel: 4\nanswers: {2: {text: So., evidence: [\"measure:m1\", \"duty:g/d\"]}}\n",
            "quality_indicator: hg/2.3\nthemes: {a: Well.}\nanswers: {who: We.}\n",
            "quality_indicator: hg/2.4\n",
        ],
    ),
    ("content/.about.md.swp", &["an editor's"]),
    (
        "content/links.md",
        &[
            "---\ntitle: Links\n---\n\n## Here\n\n[Here](#here), [there](reports/2017-18/learners/objective.md#measures).\n",
            "---\ntitle: Links\n---\n\n## There\n\n[Here](#here) and [a goal](goal:ours/1.1) of [it](measure:m1).\n",
            "---\ntitle: Links\nslug: {cy: dolenni}\naccept: [{code: alternative-missing, reason: known}]\n---\n\n![](chart:b1) ![](chart:m1)\n",
        ],
    ),
    (
        "content/frameworks/ours/framework.md",
        &[
            "---\ntitle: Ours\n---\n\nWords.\n",
            "---\ntitle: Our own\nscale: six-point\nslug: {cy: ein}\n---\n\nOther words <i onclick=x>here</i>.\n",
            "---\ntitel: Ours\n---\n",
        ],
    ),
    (
        "content/frameworks/ours/1.1.yaml",
        &[
            "code: \"1.1\"\ntitle: A quality\nquestions: [Do we?, Do they?]\n",
            "code: \"1.2\"\ntitle: A quality\nquestions: [Do we?]\n",
            "code: \"1.1\"\ntitle: The quality\nquestions: [Do they?]\nthemes:\n  - {id: first, title: The first, illustration: Good work.}\n",
        ],
    ),
    (
        "content/guidance/plan/guidance.md",
        &[
            "---\ntitle: The plan\n---\n\nWords.\n",
            "---\ntitle: A plan\norder: 2\n---\n",
        ],
    ),
    (
        "content/guidance/plan/first.md",
        &[
            "---\ntitle: First\n---\n\n5.1 A paragraph.\n",
            "---\ntitle: First of all\n---\n\n5.2 See [it](paragraph:plan/5.1).\n",
        ],
    ),
    (
        "content/guidance/plan/responsibilities.yaml",
        &[
            "- body: The council\n  duties:\n    - {id: one, text: Do one thing.}\n    - {id: two, text: Do another.}\n",
            "- body: The council\n  duties:\n    - {id: one, text: Do one thing.}\n",
        ],
    ),
    (
        "content/reports/2017-18/b/objective.md",
        &[
            "---\ntitle: Beside\nserves: [ours/1.1]\n---\n\nWhy.\n",
            "---\ntitle: Besides\nserves: [ours/1.2, wfg/more-equal]\norder: 1\n---\n\nWhy not.\n",
        ],
    ),
    (
        "content/reports/2017-18/b/measures.yaml",
        &[
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    polarity: higher\n    actual: 7\n    target: 6\n    replaces: [old]\n",
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    actual: 8\n    target: 6\n    replaces: [old]\n    previous: 5\n    restated: Counted anew.\n    slug: {cy: be}\n",
            "how-much:\n  - id: b1\n    title: B\n    unit: number\n    actual: 7\n    target: 6\n    slug: {cy: arall}\n",
            "how-well:\n  - id: m1\n    title: The same again\n    unit: number\n",
        ],
    ),
    (
        "content/reports/2017-18/b/actions.yaml",
        &[
            "- id: a1\n  title: An action\n  measures: [b1]\n  fulfils: [plan/one]\n  complete: 10\n",
            "- id: a1\n  title: An action\n  measures: [b1, m1]\n  fulfils: [plan/two]\n",
            "- id: a2\n  title: Another\n  measures: [old]\n  aliases: [old/about]\n",
        ],
    ),
    (
        "content/reports/2017-18/b/evaluations/ours-1.1.yaml",
        &[
            "quality_indicator: ours/1.1\nanswers:\n  1: {text: We do., evidence: [\"measure:b1.actual\", \"action:a1\"]}\n",
            "quality_indicator: ours/1.1\nstrengths: Many.\nanswers:\n  2: {text: They do., evidence: [\"measure:m1\"]}\n",
        ],
    ),
    (
        "content/reports/2016-17/b/objective.md",
        &["---\ntitle: Beside then\n---\n"],
    ),
    (
        "content/reports/2016-17/b/measures.yaml",
        &[
            "how-much:\n  - id: old\n    title: Old\n    unit: number\n    polarity: higher\n    actual: 4\n",
            "how-much:\n  - id: old\n    title: Old\n    unit: number\n    actual: 4.25\n  - id: other\n    title: Other\n    unit: percent\n    actual: 4\n    history: {2015-16: 2}\n",
            "how-much:\n  - id: b1\n    title: B then\n    unit: number\n    actual: 5\n",
        ],
    ),
    (
        "content/reports/2016-17/sealed.yaml",
        &[
            "\"measure:old.actual\": \"4\"\n\"page:2016-17/index.html\": \"en\"\n",
            "\"measure:old.actual\": \"4.25\"\n\"page:old/about/index.html\": \"en\"\n",
        ],
    ),
    (
        "content/translations.yaml",
        &[
            "about.md#title: {cy: a3ff51e229e4}\n",
            "reports/2017-18/learners/improve.md: {cy: 0bcab74d62fc}\n",
        ],
    ),
];

/// Edits of figures and words alone, each of which leaves a whole site: what follows from names is
/// kept through all of them.
const QUIET: [(&str, &str, &str); 9] = [
    (
        "content/reports/2017-18/b/measures.yaml",
        "actual: 7",
        "actual: 9",
    ),
    (
        "content/reports/2017-18/learners/measures.yaml",
        "5.10",
        "4.75",
    ),
    (
        "content/reports/2016-17/learners/measures.yaml",
        "actual: 4",
        "actual: 3",
    ),
    (
        "content/reports/2016-17/b/objective.md",
        "Beside then",
        "Beside it then",
    ),
    (
        "content/reports/2017-18/b/actions.yaml",
        "complete: 10",
        "complete: 60",
    ),
    (
        "content/frameworks/ours/framework.md",
        "Words.",
        "Other words.",
    ),
    (
        "content/reports/2017-18/learners/objective.md",
        "Why.",
        "Why and [when](#measures).",
    ),
    (
        "content/reports/2017-18/report.md",
        "The year.",
        "The whole year.",
    ),
    (
        "content/reports/2017-18/b/measures.yaml",
        "title: B",
        "title: Be",
    ),
];

/// One thing that somebody does to a site folder.
#[derive(Clone, Debug)]
enum Edit {
    /// Writes one of the texts of a file.
    Write(usize, usize),
    /// Writes bytes that are no text.
    Spoil(usize),
    /// Takes a file away.
    Remove(usize),
    /// Moves a file to the place of another.
    Rename(usize, usize),
    /// Takes the folder of a file away.
    RemoveFolder(usize),
    /// Puts everything back as it was at first.
    Mend,
}

fn edit() -> impl Strategy<Value = Edit> {
    let file = 0..FILES.len();
    let text = (file.clone(), 0..6_usize)
        .prop_map(|(file, text)| Edit::Write(file, text % FILES[file].1.len()));
    prop_oneof![
        10 => text,
        1 => file.clone().prop_map(Edit::Spoil),
        2 => file.clone().prop_map(Edit::Remove),
        1 => (file.clone(), file.clone()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => file.prop_map(Edit::RemoveFolder),
        3 => Just(Edit::Mend),
    ]
}

fn fresh() -> Site {
    let later = ["About", "themes/", ".csv", ".cy.md", "sealed.yaml"];
    let first = FILES.iter();
    let first = first.filter(|(path, _)| !later.iter().any(|part| path.contains(part)));
    first.fold(Site::empty(), |site, (path, texts)| {
        site.file(path, texts[0])
    })
}

/// Does it; answers the paths that an event would name.
fn perform(edit: &Edit, site: &Site) -> Vec<PathBuf> {
    let at = |file: &usize| site.root().join(FILES[*file].0);
    let write = |path: PathBuf, bytes: &[u8]| {
        // A folder made for the file would have an event of its own.
        let folder = path.parent().unwrap().to_owned();
        let mut paths: Vec<_> = (!folder.exists())
            .then_some(folder.clone())
            .into_iter()
            .collect();
        fs::create_dir_all(folder).unwrap();
        fs::write(&path, bytes).unwrap();
        paths.push(path);
        paths
    };
    match edit {
        Edit::Write(file, text) => write(at(file), FILES[*file].1[*text].as_bytes()),
        Edit::Spoil(file) => write(at(file), b"caf\xe9: \xff\n"),
        Edit::Remove(file) => {
            let _ = fs::remove_file(at(file));
            vec![at(file)]
        }
        Edit::Rename(from, to) => {
            let (from, to) = (at(from), at(to));
            if from.exists() && to.parent().unwrap().exists() {
                fs::rename(&from, &to).unwrap();
            }
            vec![from, to]
        }
        Edit::RemoveFolder(file) => {
            let folder = at(file).parent().unwrap().to_owned();
            let _ = fs::remove_dir_all(&folder);
            vec![folder]
        }
        Edit::Mend => {
            let _ = fs::remove_dir_all(site.root().join("themes"));
            let _ = fs::remove_dir_all(site.root().join("content"));
            let as_first = fresh();
            for (path, bytes) in as_first.tree("content") {
                write(site.root().join("content").join(path), &bytes);
            }
            vec![site.root().join("content"), site.root().join("themes")]
        }
    }
}

/// A diagnostic by everything that somebody sees of it.
fn told(found: &Diagnostic, sources: &Sources) -> String {
    let place = |span: Span| {
        let path = sources.get(span.source).path();
        format!("{path}:{}-{}", span.start, span.end)
    };
    let labels = found.labels.iter();
    let labels: Vec<_> = labels
        .map(|label| format!("{} {}", place(label.span), label.text))
        .collect();
    format!(
        "{} {} {} {} {:?} {labels:?}",
        found.severity.as_str(),
        found.code.as_str(),
        place(found.span),
        found.message,
        found.help
    )
}

fn all_told(made: &Warned<Made>) -> Vec<String> {
    let sources = &made.value.model.sources;
    let found = made.diagnostics.iter();
    found.map(|found| told(found, sources)).collect()
}

/// Every address with its bytes, or with what keeps it from being rendered.
fn rendered(site: &Website, sources: &Sources) -> BTreeMap<String, Result<Vec<u8>, String>> {
    let artifacts: Vec<_> = site.iter().collect();
    let rendered = artifacts.into_par_iter().map(|(address, artifact)| {
        let bytes = match &artifact.content {
            Content::Bytes(bytes) => Ok(bytes.to_vec()),
            Content::File(path) => Ok(fs::read(path).unwrap()),
            Content::Rendered(render) => render(),
            Content::Leaf(leaf) => site.render(leaf),
        };
        let bytes = bytes.map_err(|fault| told(&fault, sources));
        (address.to_string(), bytes)
    });
    rendered.collect()
}

fn compare(kept: &Warned<Made>, new: &Warned<Made>, after: &[Edit]) {
    assert_eq!(all_told(kept), all_told(new), "after {after:?}");
    let (kept, new) = (&kept.value, &new.value);
    let (Some(kept_site), Some(new_site)) = (&kept.site, &new.site) else {
        assert_eq!(kept.site.is_some(), new.site.is_some(), "after {after:?}");
        return;
    };
    assert_eq!(kept_site.len(), new_site.len(), "after {after:?}");
    let kept = rendered(kept_site, &kept.model.sources);
    let new = rendered(new_site, &new.model.sources);
    assert!(kept.keys().eq(new.keys()), "after {after:?}");
    for (address, bytes) in &kept {
        assert!(*bytes == new[address], "{address} differs after {after:?}");
    }
}

/// Performs the edits one after the other; after each one the site from memory is the site read
/// anew. `named` says whether the changed paths are told, as events do.
fn follow(edits: &[Edit], drafts: Drafts, named: bool) {
    let site = fresh();
    let mut memory = Memory::default();
    let mut folder = Folder::read(site.root(), None);
    make_again(&folder, drafts, &mut memory);
    for (at, edit) in edits.iter().enumerate() {
        let paths = perform(edit, &site);
        let whole = Folder::read(site.root(), Some(&folder));
        let changed = whole.changed_from(&folder);
        let paths = paths.iter().map(PathBuf::as_path).filter(|_| named);
        match folder.look_at(site.root(), paths) {
            Some(found) if named => assert_eq!(found, changed, "{edit:?}"),
            _ => folder = whole,
        }
        let kept = make_again(&folder, drafts, &mut memory);
        let new = make_of(&Folder::read(site.root(), None), drafts);
        compare(&kept, &new, &edits[..=at]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_changes_nothing(
        edits in proptest::collection::vec(edit(), 1..10),
        built in any::<bool>(),
        named in any::<bool>(),
    ) {
        follow(&edits, if built { Drafts::Built } else { Drafts::Left }, named);
    }
}

#[test]
fn edits_that_change_no_name_change_what_they_change() {
    quiet(&fresh(), true);
}

#[test]
fn nor_do_they_where_an_edition_is_sealed() {
    let site = fresh();
    let sealed = Command::new(env!("CARGO_BIN_EXE_goldenthread"))
        .args(["seal", "2016-17"])
        .arg(site.root())
        .output()
        .unwrap();
    assert!(sealed.status.success(), "{sealed:?}");
    quiet(&site, false);
}

/// Performs the quiet edits. `whole` says that each leaves a site without an error.
fn quiet(site: &Site, whole: bool) {
    let mut memory = Memory::default();
    let mut folder = Folder::read(site.root(), None);
    let first = make_again(&folder, Drafts::Left, &mut memory);
    assert!(first.value.site.is_some(), "{:?}", all_told(&first));
    for (file, from, to) in QUIET {
        let place = site.root().join(file);
        let text = fs::read_to_string(&place).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(&place, text.replacen(from, to, 1)).unwrap();
        let changed = folder.look_at(site.root(), [place.as_path()]).unwrap();
        assert_eq!(changed, [file.into()]);
        let kept = make_again(&folder, Drafts::Left, &mut memory);
        assert!(kept.value.site.is_some() || !whole, "{:?}", all_told(&kept));
        let new = make_of(&Folder::read(site.root(), None), Drafts::Left);
        compare(&kept, &new, &[]);
    }
}

#[test]
fn every_text_of_every_file_is_met() {
    let numbered = FILES.iter().enumerate();
    let edits: Vec<_> = numbered
        .flat_map(|(file, (_, texts))| (1..=texts.len()).map(move |text| (file, text)))
        .map(|(file, text)| Edit::Write(file, text % FILES[file].1.len()))
        .collect();
    follow(&edits, Drafts::Left, true);
}

#[test]
fn an_edit_of_one_figure_leaves_the_rest_as_it_was() {
    let site = fresh();
    let mut memory = Memory::default();
    let mut folder = Folder::read(site.root(), None);
    let first = make_again(&folder, Drafts::Left, &mut memory);
    let place = site.root().join(MEASURES);
    fs::write(
        &place,
        FILES.iter().find(|(path, _)| *path == MEASURES).unwrap().1[1],
    )
    .unwrap();
    let changed = folder.look_at(site.root(), [place.as_path()]).unwrap();
    assert_eq!(changed, [MEASURES.into()]);
    let second = make_again(&folder, Drafts::Left, &mut memory);
    let objectives = |made: &Warned<Made>| {
        let reports = made.value.model.reports.iter();
        let all = reports.flat_map(|report| report.objectives.clone());
        all.collect::<Vec<_>>()
    };
    let same: Vec<_> = objectives(&first)
        .iter()
        .zip(&objectives(&second))
        .map(|(first, second)| std::sync::Arc::ptr_eq(first, second))
        .collect();
    assert_eq!(
        same,
        [true, false, true, true],
        "only the edited objective is read again"
    );
}

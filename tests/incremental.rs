//! What is kept from one look to the next changes nothing: after every edit the site and what is
//! said of it are, byte for byte, those of a site that was read for the first time.

#[path = "support/edits.rs"]
mod edits;
#[path = "support/mod.rs"]
mod support;

use std::{collections::BTreeMap, fs, path::PathBuf, process::Command};

use edits::{FILES, MEASURES, QUIET};
use goldenthread::{
    load::Folder,
    pipeline::{Drafts, Made, Memory, make_again, make_of},
    site::{Content, Site as Website},
    text::{Code, Diagnostic, Sources, Span, Warned},
};
use proptest::prelude::*;
use rayon::prelude::*;
use support::Site;

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

#[test]
fn an_alias_of_the_home_page_that_a_sealed_page_needs_is_missed() {
    let home = "---\ntitle: Home\naliases: [2016-17/moved]\n---\n";
    let site = fresh().file("content/index.md", home);
    let seal = |site: &Site| {
        Command::new(env!("CARGO_BIN_EXE_goldenthread"))
            .args(["seal", "2016-17"])
            .arg(site.root())
            .output()
            .unwrap()
    };
    assert!(seal(&site).status.success());
    let lock = site.root().join("content/reports/2016-17/sealed.yaml");
    let sealed = fs::read_to_string(&lock).unwrap();
    fs::write(
        &lock,
        sealed + "\"page:2016-17/moved/index.html\": \"en\"\n",
    )
    .unwrap();
    let mut memory = Memory::default();
    let mut folder = Folder::read(site.root(), None);
    let moved = |made: &Warned<Made>| {
        let mut found = made.diagnostics.iter();
        found.any(|it| it.code == Code::SealedMoved)
    };
    for _ in 0..2 {
        assert!(!moved(&make_again(&folder, Drafts::Left, &mut memory)));
    }
    let place = site.root().join("content/index.md");
    fs::write(&place, "---\ntitle: Home\n---\n").unwrap();
    folder.look_at(site.root(), [place.as_path()]).unwrap();
    assert!(moved(&make_again(&folder, Drafts::Left, &mut memory)));
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
    // A copied file that no objective names is none of theirs.
    let plan = site
        .root()
        .join("content/reports/2017-18/learners/plan.pdf");
    fs::write(&plan, "of another size").unwrap();
    folder.look_at(site.root(), [plan.as_path()]).unwrap();
    let third = make_again(&folder, Drafts::Left, &mut memory);
    let mut pairs = objectives(&second).into_iter().zip(objectives(&third));
    assert!(pairs.all(|(second, third)| std::sync::Arc::ptr_eq(&second, &third)));
}

#[test]
fn a_theme_that_is_an_empty_folder_is_told_by_its_own_name() {
    let site = fresh();
    let without = Folder::read(site.root(), None);
    fs::create_dir_all(site.root().join("themes/plain")).unwrap();
    let with = Folder::read(site.root(), Some(&without));
    assert_eq!(with.changed_from(&without), ["themes/plain".into()]);
    assert_eq!(without.changed_from(&with), ["themes/plain".into()]);
}

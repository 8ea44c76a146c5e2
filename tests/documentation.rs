//! What the documentation shows is read as it says, and its links lead somewhere.

mod support;

use std::{collections::BTreeSet, fs, path::Path};

use goldenthread::{
    author::init,
    pipeline::{Drafts, make},
    text::{Code, Severity},
};
use support::{Site, said};

/// The folder of the starter's report, and one for an objective that examples stand in.
const REPORT: &str = "content/reports/2025-26-annual";
const OBJECTIVE: &str = "content/reports/2025-26-annual/example";

fn page(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

/// The site that `init` writes, with an objective for examples that has nothing in it yet.
fn starter() -> Site {
    let site = Site::empty();
    init(site.root(), &["en"]).expect("an empty folder");
    site.file(
        &format!("{OBJECTIVE}/objective.md"),
        "---\ntitle: Example\n---\n",
    )
    .file(&format!("{OBJECTIVE}/done-well.md"), "Much.\n")
}

/// What is wrong with a site, but for words that its theme lacks in a further language.
fn faults(site: &Site) -> Vec<String> {
    let mut made = make(site.root(), Drafts::Built);
    made.diagnostics = made
        .diagnostics
        .iter()
        .filter(|found| found.severity != Severity::Note && found.code != Code::MissingString)
        .cloned()
        .collect();
    said(&made.diagnostics, &made.value.model.sources)
}

/// A fenced block of a page.
struct Block<'p> {
    /// The heading it stands under.
    heading: &'p str,
    /// What stands behind the fence.
    language: &'p str,
    text: String,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut heading = "";
    let mut inside = false;
    for line in page.lines() {
        if let Some(language) = line.strip_prefix("```") {
            inside = !inside;
            if inside {
                let text = String::new();
                blocks.push(Block {
                    heading,
                    language,
                    text,
                });
            }
        } else if inside {
            let block = blocks.last_mut().expect("a block that was opened");
            block.text.push_str(line);
            block.text.push('\n');
        } else if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim();
        }
    }
    blocks
}

#[test]
fn every_example_of_the_format_is_read_without_a_fault() {
    let page = page("docs/format.md");
    let site = starter();
    let report = site.root().join(REPORT).join("report.md");
    let report = fs::read_to_string(report).expect("the starter's report");
    let mut tried = BTreeSet::new();
    for Block {
        heading,
        language,
        text,
    } in blocks(&page)
    {
        let front_matter = |keys: &str| format!("---\n{keys}---\n\nText.\n");
        let (path, text) = match (heading, language) {
            ("The folder", "text") => continue,
            ("site.yaml", "yaml") => ("content/site.yaml".to_owned(), text),
            ("Text, languages and YAML", "yaml") => {
                ("content/example.md".to_owned(), front_matter(&text))
            }
            ("Pages", "markdown") => ("content/example.md".to_owned(), text),
            ("report.md", "yaml") => {
                let with = report.replacen("---\n", &format!("---\n{text}"), 1);
                (format!("{REPORT}/report.md"), with)
            }
            ("actions.yaml", "yaml") => (format!("{OBJECTIVE}/actions.yaml"), text),
            ("measures.yaml", "yaml") => (format!("{OBJECTIVE}/measures.yaml"), text),
            ("measures.csv", "csv") => (format!("{OBJECTIVE}/measures.csv"), text),
            ("Accepting a finding", "yaml") => {
                let red = "how-well:\n- id: red\n  title: Red\n  unit: percent\n  actual: 1\n  \
                           target: 3\n  intervention: 2\n";
                let item = text.replace('\n', "\n  ");
                let text = format!("{red}  {}\n", item.trim_end());
                (format!("{OBJECTIVE}/measures.yaml"), text)
            }
            other => panic!("where does the {} under `{}` belong?", other.1, other.0),
        };
        let site = starter().file(&path, &text);
        // The example of a site in two languages leaves the rest of the starter site in one.
        let mut faults = faults(&site);
        faults.retain(|fault| !fault.starts_with("error translation-missing "));
        assert_eq!(faults, Vec::<String>::new(), "{path}:\n{text}");
        tried.insert(heading);
    }
    assert_eq!(tried.len(), 8, "examples under {tried:?}");
}

/// What the tables of references show, each tried in a section of the objective it speaks of.
#[test]
fn every_reference_of_the_format_leads_somewhere() {
    let page = page("docs/format.md");
    let mut tried = 0;
    for heading in ["## References in Markdown\n", "## Linked figures\n"] {
        let (_, behind) = page.split_once(heading).expect(heading);
        let section = behind.split("\n## ").next().unwrap_or(behind);
        let rows = section.lines().filter(|line| line.starts_with("| `"));
        for cell in rows.filter_map(|row| row.split('|').nth(1)) {
            for example in cell.split('`').skip(1).step_by(2) {
                let site = starter()
                    .file(
                        "content/reports/2025-26-annual/warm-homes/next-steps.md",
                        example,
                    )
                    .file("content/images/map.pdf", "")
                    .file(
                        "content/frameworks/hgiocld/framework.md",
                        "---\ntitle: How good is our work?\n---\n",
                    )
                    .file(
                        "content/frameworks/hgiocld/2.3.yaml",
                        "code: \"2.3\"\ntitle: Life chances\nquestions: [How well?]\n",
                    )
                    .file(
                        "content/guidance/cld-guidance/guidance.md",
                        "---\ntitle: Guidance\n---\n",
                    )
                    .file(
                        "content/guidance/cld-guidance/5-support.md",
                        "---\ntitle: Support\n---\n5.1 Some.\n",
                    )
                    .file(
                        "content/guidance/cld-guidance/responsibilities.yaml",
                        "- body: Partners\n  duties:\n  - {id: needs-assessment, text: Assess.}\n",
                    )
                    .file(
                        "content/reports/2025-26-annual/warm-homes/images/map.png",
                        "",
                    );
                assert_eq!(faults(&site), Vec::<String>::new(), "{example}");
                tried += 1;
            }
        }
    }
    assert!(tried > 14, "{tried} references");
}

#[test]
fn the_taste_of_the_format_in_the_readme_is_read_without_a_fault() {
    let page = page("README.md");
    let mut site = starter();
    let mut tried = 0;
    for Block { language, text, .. } in blocks(&page) {
        let name = match language {
            "yaml" => "measures.yaml",
            "markdown" => "improve.md",
            _ => continue,
        };
        site = site.file(&format!("{OBJECTIVE}/{name}"), &text);
        tried += 1;
    }
    assert_eq!(tried, 2);
    assert_eq!(faults(&site), Vec::<String>::new());
}

/// The commands of the readme, in their order, in a folder that holds what the repository holds.
#[test]
fn the_commands_of_the_readme_do_what_it_says() {
    let page = page("README.md");
    let mut site = Site::empty();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for entry in walkdir::WalkDir::new(&content) {
        let entry = entry.expect("an entry");
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(&content).expect("a path inside");
            let bytes = fs::read(entry.path()).expect("a file");
            site = site.bytes(&format!("content/{}", path.display()), &bytes);
        }
    }
    let shell = blocks(&page)
        .into_iter()
        .filter(|block| block.language == "sh");
    let text: String = shell.map(|block| block.text).collect();
    let commands = text
        .lines()
        .filter_map(|line| line.strip_prefix("cargo run --release -- "));
    let mut ran = 0;
    for command in commands {
        let arguments: Vec<_> = command.split(' ').collect();
        let run = site.run(&arguments);
        assert_eq!(run.status, 0, "{command}: {}", run.stderr);
        ran += 1;
    }
    assert_eq!(ran, 3);
    for built in ["output/index.html", "my-report/output/index.html"] {
        assert!(site.root().join(built).exists(), "{built}");
    }
    let rows = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `goldenthread "));
    let named: BTreeSet<_> = rows
        .filter_map(|row| row.split([' ', '`']).next())
        .collect();
    let help = site.run(&["--help"]).stdout;
    let (_, listed) = help.split_once("Commands:\n").expect("a list of commands");
    let listed = listed.lines().take_while(|line| !line.is_empty());
    let listed: BTreeSet<_> = listed
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(named, listed);
}

#[test]
fn every_link_of_the_documentation_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).expect("docs");
    let paths = docs.map(|entry| entry.expect("an entry").path());
    let mut pages: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter_map(|path| Some(format!("docs/{}", path.file_name()?.to_str()?)))
        .chain(["README.md".to_owned(), "CHANGELOG.md".to_owned()])
        .collect();
    pages.sort();
    let mut lost = Vec::new();
    let mut followed = 0;
    for name in &pages {
        let folder = Path::new(name).parent().expect("a folder");
        for target in links(&page(name)) {
            if target.contains(':') {
                continue;
            }
            followed += 1;
            let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let path = match path {
                "" => Path::new(name).to_path_buf(),
                path => folder.join(path),
            };
            let there = root.join(&path).exists();
            let text = (!anchor.is_empty() && there).then(|| page(path.to_str().expect("a path")));
            if !there || text.is_some_and(|text| !anchors(&text).contains(anchor)) {
                lost.push(format!("{name}: {target}"));
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
    assert!(followed > 40, "{followed} links");
}

#[test]
fn every_file_that_the_documentation_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = fs::read_dir(root.join("docs")).expect("the folder of the documentation");
    let docs = docs.map(|entry| entry.expect("a page").path());
    let pages = docs.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let (mut missing, mut found) = (Vec::new(), 0);
    for path in pages.chain([root.join("README.md")]) {
        let text = fs::read_to_string(&path).expect("a page");
        for event in pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::ENABLE_TABLES)
        {
            let pulldown_cmark::Event::Code(name) = event else {
                continue;
            };
            // A place in the repository, and no pattern of several.
            let ours = ["src/", "tests/", "docs/", "benches/", "themes/default/"];
            let place = ours.iter().any(|folder| name.starts_with(folder));
            if place && !name.contains(['<', '*', ' ']) {
                found += 1;
                if !root.join(&*name).exists() {
                    missing.push(format!("{}: {name}", path.display()));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    assert!(found > 10, "{found} files");
}

/// The targets of the links of a page, code left out.
fn links(page: &str) -> Vec<String> {
    let mut links = Vec::new();
    let mut code = false;
    for event in pulldown_cmark::Parser::new_ext(page, pulldown_cmark::Options::ENABLE_TABLES) {
        use pulldown_cmark::{Event, Tag, TagEnd};
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Start(Tag::Link { dest_url, .. }) if !code => links.push(dest_url.to_string()),
            _ => {}
        }
    }
    links
}

/// The anchors of the headings of a page, as code hosts make them.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut inside = false;
    for line in page.lines() {
        inside ^= line.starts_with("```");
        if inside || !line.starts_with('#') {
            continue;
        }
        let heading = line.trim_start_matches('#').trim().to_lowercase();
        let kept = heading
            .chars()
            .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        anchors.insert(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
    }
    anchors
}

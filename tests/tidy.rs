//! The house rules that a compiler does not hold: floors, sizes, owners, words.
//!
//! docs/architecture.md says why each of them is there.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

/// Every room with its floor. A room may use the rooms below it; rooms of one floor never use each
/// other. Some floors are split, because one half draws on the other.
const FLOORS: &[(&str, Floor)] = &[
    ("text", Floor(0, 'a')),
    ("syntax", Floor(1, 'a')),
    ("model", Floor(2, 'a')),
    ("load", Floor(3, 'a')),
    ("facts", Floor(4, 'a')),
    ("reference", Floor(4, 'a')),
    ("translation", Floor(4, 'a')),
    ("thread", Floor(4, 'b')),
    ("wording", Floor(4, 'b')),
    ("check", Floor(5, 'a')),
    ("chart", Floor(6, 'a')),
    ("prose", Floor(6, 'a')),
    ("theme", Floor(6, 'a')),
    ("export", Floor(6, 'b')),
    ("page", Floor(6, 'b')),
    ("site", Floor(7, 'a')),
    ("pipeline", Floor(7, 'b')),
    ("author", Floor(8, 'a')),
    ("publish", Floor(8, 'a')),
    ("serve", Floor(8, 'a')),
    ("terminal", Floor(8, 'a')),
    ("cli", Floor(9, 'a')),
    // The list of rooms, and the binary.
    ("lib", Floor(10, 'a')),
    ("main", Floor(10, 'b')),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Floor(u8, char);

/// What only some rooms may do: what it looks like in the source, and the rooms that may.
const OWNERS: &[(&[&str], &[&str])] = &[
    // Libraries with one user, so that they can be replaced.
    (&["plotters::", "plotters_backend::"], &["chart"]),
    (&["tera::"], &["theme"]),
    (&["granit_parser::", "serde_yaml::"], &["syntax"]),
    (&["ammonia::"], &["prose"]),
    (&["clap::", "clap_complete::"], &["cli"]),
    (&["annotate_snippets::"], &["terminal"]),
    (&["anstream::"], &["terminal", "cli"]),
    // The only writers.
    (
        &[
            "fs::write",
            "fs::rename",
            "fs::remove_",
            "fs::create_dir",
            "File::create",
            "hard_link",
        ],
        &["publish", "author"],
    ),
    (
        &["println!", "print!(", "stdout()", "stderr()"],
        &["terminal", "cli"],
    ),
    // The same content gives the same bytes: no clock, environment or hash order below floor 8.
    (
        &["SystemTime", "Instant", "Zoned", "Timestamp"],
        &["publish", "terminal", "serve", "author", "cli"],
    ),
    (
        &["std::env", "env::var", "env::args"],
        &["publish", "cli", "main"],
    ),
    // Prose hands sets of tag names to the sanitiser, which only looks names up in them.
    (
        &["HashMap", "HashSet"],
        &["prose", "publish", "terminal", "serve", "author", "cli"],
    ),
    // Only views are written out, so that the model can change without a reader noticing.
    (
        &["Serialize"],
        &[
            "page", "export", "site", "theme", "wording", "terminal", "publish", "serve",
        ],
    ),
];

/// What stands nowhere in the code. A tool that meets these has found work that is not done.
const UNFINISHED: &[&str] = &["todo!", "unimplemented!", "dbg!", "TODO", "FIXME", "XXX"];

#[test]
fn every_room_uses_only_rooms_below_it() {
    let mut faults = String::new();
    for file in sources() {
        let Some(floor) = floor(&file.room) else {
            let _ = writeln!(
                faults,
                "{}: the room `{}` has no floor",
                file.path, file.room
            );
            continue;
        };
        for used in rooms_used(&file.text) {
            let fault = match self::floor(&used) {
                _ if used == file.room => continue,
                Some(other) if other < floor => continue,
                Some(other) => format!("{other:?} is not below {floor:?}"),
                // The list of rooms is there for the binary; a macro at the root is nobody's.
                None => "that room has no floor".to_owned(),
            };
            let _ = writeln!(faults, "{}: uses `{used}`, but {fault}", file.path);
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn what_only_some_rooms_may_do_is_done_there() {
    let mut faults = String::new();
    for file in sources() {
        for (number, line) in file.code() {
            for (signs, owners) in OWNERS {
                let found = signs.iter().find(|sign| holds_word(line, sign));
                if let Some(sign) = found.filter(|_| !owners.contains(&&*file.room)) {
                    let _ = writeln!(faults, "{}:{number}: `{sign}` is for {owners:?}", file.path);
                }
            }
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut faults = String::new();
    for path in repository() {
        if Path::new(&path)
            .extension()
            .is_none_or(|ending| ending != "rs")
        {
            continue;
        }
        let text = fs::read_to_string(root().join(&path)).unwrap();
        let lines = text.lines().count();
        let most = if path == "src/main.rs" { 39 } else { 500 };
        if lines > most {
            let _ = writeln!(faults, "{path}: {lines} lines, {most} at most");
        }
        if !text.starts_with("//! ") {
            let _ = writeln!(faults, "{path}: does not begin with what it is (`//! …`)");
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn nothing_is_left_unfinished() {
    let mut faults = String::new();
    for file in sources() {
        for (number, line) in (1..).zip(file.text.lines()) {
            for sign in UNFINISHED.iter().filter(|sign| holds_word(line, sign)) {
                let _ = writeln!(faults, "{}:{number}: `{sign}`", file.path);
            }
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn no_language_is_named_in_code() {
    // Languages are named in settings, in strings and in content; the program's own messages to those
    // who write a site are English.
    let signs = ["\"en\"", "\"cy\"", "'en'", "'cy'"];
    let mut faults = String::new();
    for file in sources() {
        for (number, line) in file.code() {
            for sign in signs.iter().filter(|sign| line.contains(**sign)) {
                let _ = writeln!(faults, "{}:{number}: {sign}", file.path);
            }
        }
    }
    let theme = repository().into_iter().filter(|path| {
        path.starts_with("themes/default/templates/") || path.ends_with("default/static/site.js")
    });
    for path in theme {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        // Half of `cx`, `cy` is a place in a drawing.
        let text = text.replace("cy=\"", "");
        for sign in signs.iter().filter(|sign| text.contains(**sign)) {
            let _ = writeln!(faults, "{path}: {sign}");
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn the_repository_speaks_of_the_product_alone() {
    // A path of one machine is no use on another. Written so that this line is not one.
    let machine_paths = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
    ];
    let mut faults = String::new();
    for path in repository() {
        let Ok(text) = fs::read_to_string(root().join(&path)) else {
            continue;
        };
        for (number, line) in (1..).zip(text.lines()) {
            for sign in machine_paths.iter().filter(|sign| line.contains(**sign)) {
                let _ = writeln!(faults, "{path}:{number}: `{sign}`");
            }
            if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
                let _ = writeln!(faults, "{path}:{number}: two changes were not merged");
            }
        }
    }
    assert_eq!(faults, "");
}

#[test]
fn the_rules_find_what_they_look_for() {
    let used = rooms_used(
        "use crate::{\n    model::{Id, text},\n    text::Code, // crate::cli\n};\nfn f() { crate::load::load() }",
    );
    assert_eq!(used, ["model", "text", "load"].map(str::to_owned).into());
    assert!(holds_word("let x = HashMap::new();", "HashMap"));
    assert!(!holds_word("let x = MyHashMapLike::new();", "HashMap"));
    let code = "a\n#[cfg(test)]\nmod tests;\nb\n#[cfg(test)]\n#[rustfmt::skip]\nmod tests {\n    fn f() {\n    }\n}\nc";
    let kept: Vec<_> = without_tests(code).collect();
    assert_eq!(kept, [(1, "a"), (4, "b"), (11, "c")]);
    assert!(floor("facts") < floor("wording") && floor("wording") < floor("check"));
    assert!(sources().len() > 20 && repository().len() > sources().len());
}

/// A file of `src/`.
struct SourceFile {
    /// From the repository's root, with forward slashes.
    path: String,
    /// The folder or file directly in `src/` that it belongs to.
    room: String,
    text: String,
}

impl SourceFile {
    /// Its lines that are no tests and no comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_test_file = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let code = if is_test_file { "" } else { &self.text };
        without_tests(code).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The lines of code with their numbers, without the items that are there for tests alone: a line
/// that ends in `;`, else all to the brace that closes it.
fn without_tests(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut closing: Option<Option<String>> = None;
    (1..).zip(code.lines()).filter(move |(_, line)| {
        let indent = &line[..line.len() - line.trim_start().len()];
        match &closing {
            None if line.trim() == "#[cfg(test)]" => closing = Some(None),
            None => return true,
            // Another attribute, or the first line of the item.
            Some(None) if line.trim_start().starts_with("#[") => {}
            Some(None) if line.ends_with([';', '}']) => closing = None,
            Some(None) => closing = Some(Some(format!("{indent}}}"))),
            Some(Some(brace)) if line == brace => closing = None,
            Some(Some(_)) => {}
        }
        false
    })
}

fn sources() -> Vec<SourceFile> {
    let files = WalkDir::new(root().join("src")).sort_by_file_name();
    let files = files.into_iter().map(Result::unwrap);
    files
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|file| {
            let path = relative(file.path());
            let room = path.split('/').nth(1).unwrap().trim_end_matches(".rs");
            SourceFile {
                room: room.to_owned(),
                text: fs::read_to_string(file.path()).unwrap(),
                path,
            }
        })
        .collect()
}

/// Every file of the repository, by path, without what is built or installed.
fn repository() -> Vec<String> {
    let built = ["target", ".git", "node_modules", "output", "screenshots"];
    let files = WalkDir::new(root()).sort_by_file_name().into_iter();
    files
        .filter_entry(|entry| !built.iter().any(|name| entry.file_name() == *name))
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| relative(entry.path()))
        .collect()
}

fn relative(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap();
    path.to_str().unwrap().replace('\\', "/")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn floor(room: &str) -> Option<Floor> {
    let known = FLOORS.iter().find(|(name, _)| *name == room);
    known.map(|(_, floor)| *floor)
}

/// The first names behind every `crate::` of a file, comments aside.
fn rooms_used(text: &str) -> BTreeSet<String> {
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let text: String = lines.collect::<Vec<_>>().join("\n");
    let mut rooms = BTreeSet::new();
    for (at, found) in text.match_indices("crate::") {
        let rest = &text[at + found.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '}' if depth == 0 => break,
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => rooms.extend(first_name(&std::mem::take(&mut name))),
                    c if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            rooms.extend(first_name(&name));
        } else {
            rooms.extend(first_name(rest));
        }
    }
    rooms
}

fn first_name(path: &str) -> Option<String> {
    let path = path.trim_start();
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    let name = &path[..end.unwrap_or(path.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a line holds a sign that is not a part of a longer name.
fn holds_word(line: &str, sign: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(sign).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + sign.len()..].chars().next();
        let open_end = sign.ends_with(|c: char| !is_name(c)) || sign.ends_with('_');
        !before.is_some_and(is_name) && (open_end || !after.is_some_and(is_name))
    })
}

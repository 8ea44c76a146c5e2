//! From saving a file to the changed page being served, beside the time of a full build.
//!
//! `cargo bench --bench preview` makes sites of about 1,000 and 10,000 pages in two languages and two
//! editions, of which the earlier is sealed, starts the real binary on them, saves a real file 20 times
//! and asks over real HTTP, as an open page does, until the change is there. Ratios say more than
//! seconds: machines differ.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The binary, built by cargo with the bench profile.
const BINARY: &str = env!("CARGO_BIN_EXE_goldenthread");

/// Measures of one objective; each has a page of its own.
const MEASURES: usize = 24;

/// How many saves are timed.
const SAVES: usize = 20;

/// The folders of the two editions.
const EDITIONS: [&str; 2] = ["2023-24-annual", "2024-25-annual"];

fn main() {
    println!(
        "| pages | full build | save a figure | save a narrative | save a template | save the stylesheet |"
    );
    println!("|---|---|---|---|---|---|");
    for objectives in [20, 200] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        write_site(folder.path(), objectives);
        seal(folder.path());
        let build = full_build(folder.path());
        let mut preview = Preview::start(folder.path());
        let report = "reports/2024-25-annual/objective-7";
        let measures = format!("content/{report}/measures.yaml");
        let figure = preview.time(
            &folder.path().join(measures),
            "actual: 55.5",
            // Three digits behind the point: no other figure of the site has as many.
            |number| (format!("actual: 61.{number:03}"), format!("61.{number:03}")),
            "2024-25-annual/objective-7/index.html",
        );
        let words = |marker: &'static str| {
            move |number| {
                let text = format!("{marker} number {number} of many");
                (text.clone(), text)
            }
        };
        let narrative = preview.time(
            &folder.path().join(format!("content/{report}/done-well.md")),
            "Narrative",
            words("Narrative"),
            "2024-25-annual/objective-7/index.html",
        );
        let template = preview.time(
            &folder.path().join("themes/default/templates/page.html"),
            "template-note",
            words("template-note"),
            "about/index.html",
        );
        let style = preview.time_stylesheet(&folder.path().join("themes/default/static/site.css"));
        let cell = |time: Duration| format!("{:.1} ms (1 : {:.0})", ms(time), ms(build) / ms(time));
        println!(
            "| {} | {:.0} ms | {} | {} | {} | {} |",
            2 * (objectives * (MEASURES + EDITIONS.len()) + 6 * EDITIONS.len()),
            ms(build),
            cell(figure),
            cell(narrative),
            cell(template),
            cell(style),
        );
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The median of three builds into an empty folder.
fn full_build(site: &Path) -> Duration {
    let times = (0..3).map(|_| {
        let _ = fs::remove_dir_all(site.join("output"));
        let began = Instant::now();
        let built = Command::new(BINARY)
            .arg("build")
            .arg(site)
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .status();
        assert!(
            built.expect("the binary runs").success(),
            "the build succeeds"
        );
        began.elapsed()
    });
    median(times.collect())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A running preview; it ends with this value.
struct Preview {
    process: Child,
    port: u16,
    saved: usize,
}

impl Preview {
    fn start(site: &Path) -> Self {
        let mut process = Command::new(BINARY)
            .arg("serve")
            .arg(site)
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the binary runs");
        let lines = BufReader::new(process.stderr.take().expect("a pipe")).lines();
        let mut lines = lines.map_while(Result::ok);
        let port = lines
            .find_map(|line| {
                let (_, rest) = line.split_once("http://127.0.0.1:")?;
                rest.split(|c: char| !c.is_ascii_digit())
                    .next()?
                    .parse()
                    .ok()
            })
            .expect("the preview says its address");
        // The rest is read away, or the preview would wait for a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            process,
            port,
            saved: 0,
        }
    }

    /// The median time from saving `file`, in which something else stands in the place of `marker`, to
    /// the page at `address` holding it. `other` tells by number what stands there, and how the page
    /// shows it.
    fn time(
        &mut self,
        file: &Path,
        marker: &str,
        other: impl Fn(usize) -> (String, String),
        address: &str,
    ) -> Duration {
        let original = fs::read_to_string(file).expect("the file is there");
        assert!(original.contains(marker), "{marker} is in the file");
        let times = (0..SAVES).map(|_| {
            self.saved += 1;
            let (written, shown) = other(self.saved);
            let changed = original.replacen(marker, &written, 1);
            self.save(file, &changed, address, |page| page.contains(&shown))
        });
        median(times.collect())
    }

    /// The same for the stylesheet: the page names another file.
    fn time_stylesheet(&mut self, file: &Path) -> Duration {
        let original = fs::read_to_string(file).expect("the file is there");
        let name = |page: &str| {
            let (_, rest) = page.split_once("assets/site.").expect("a stylesheet");
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        let address = "about/index.html";
        let times = (0..SAVES).map(|_| {
            self.saved += 1;
            let before = name(&self.get(address));
            let changed = format!("{original}\n/* {} */\n", self.saved);
            self.save(file, &changed, address, |page| name(page) != before)
        });
        median(times.collect())
    }

    /// The time from saving a file to a page that is as it is to be: as an open page does, the state
    /// is asked for once the preview tells of a change, then whether the page changed, then the page.
    fn save(
        &self,
        file: &Path,
        text: &str,
        address: &str,
        arrived: impl Fn(&str) -> bool,
    ) -> Duration {
        let mut events = self.connect("GET", ".goldenthread/events");
        let mut events = BufReader::new(&mut events).lines();
        let mut told = || {
            let lines = events
                .by_ref()
                .map(|line| line.expect("the stream of events"));
            lines.take_while(|line| !line.starts_with("data:")).count()
        };
        // The stream begins with the version that is there.
        told();
        let began = Instant::now();
        fs::write(file, text).expect("the file can be written");
        loop {
            told();
            self.get(".goldenthread/state.json");
            self.ask("HEAD", address);
            if arrived(&self.get(address)) {
                break;
            }
        }
        let took = began.elapsed();
        // Let the preview come to rest: what follows a change is not part of the next.
        std::thread::sleep(Duration::from_millis(600));
        took
    }

    fn connect(&self, method: &str, address: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the preview listens");
        let patience = Some(Duration::from_secs(20));
        stream.set_read_timeout(patience).expect("a timeout");
        let port = self.port;
        let request = format!(
            "{method} /{address} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("a request");
        stream
    }

    fn get(&self, address: &str) -> String {
        self.ask("GET", address)
    }

    fn ask(&self, method: &str, address: &str) -> String {
        let mut answer = Vec::new();
        let mut stream = self.connect(method, address);
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A site with two reports of `objectives` objectives, each with sections, actions and measures, in
/// two languages.
fn write_site(site: &Path, objectives: usize) {
    let write = |path: &str, text: &str| {
        let path = site.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a file is written");
    };
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    for path in ["templates/page.html", "static/site.css"] {
        let text = fs::read_to_string(theme.join(path)).expect("the built-in theme");
        write(&format!("themes/default/{path}"), &text);
    }
    let page = fs::read_to_string(theme.join("templates/page.html")).expect("the built-in theme");
    let main = "{% block main %}";
    assert!(page.contains(main), "the template has a main part");
    let page = page.replacen(main, &format!("{main}<!-- template-note -->"), 1);
    write("themes/default/templates/page.html", &page);
    write(
        "content/site.yaml",
        "organisation: {all: A council}\ntitle: {all: Objectives}\nlanguages: [en, cy]\n",
    );
    for language in ["", ".cy"] {
        write(&format!("content/index{language}.md"), "Welcome.\n");
        write(
            &format!("content/about{language}.md"),
            "---\ntitle: About\n---\n\nAbout these pages.\n",
        );
        for edition in EDITIONS {
            let report = format!("content/reports/{edition}");
            let period = &edition[..7];
            let front = if language.is_empty() {
                format!(
                    "title: Annual report\nperiod: {period}\nstage: annual\nstatus: published\n"
                )
            } else {
                "title: Adroddiad\n".to_owned()
            };
            write(
                &format!("{report}/report{language}.md"),
                &format!("---\n{front}---\n\nHow the year went.\n"),
            );
            for objective in 0..objectives {
                write_objective(
                    &format!("{report}/objective-{objective}"),
                    objective,
                    language,
                    &write,
                );
            }
        }
    }
}

/// The files of an objective in one language; those of its figures are the first one's.
fn write_objective(folder: &str, objective: usize, language: &str, write: &dyn Fn(&str, &str)) {
    let more = if language.is_empty() {
        "judgement: partly-successful\nserves: [wfg/more-equal]\n"
    } else {
        ""
    };
    write(
        &format!("{folder}/objective{language}.md"),
        &format!(
            "---\ntitle: Objective number {objective}\n{more}---\n\nWhy it was chosen, \
             [and with what](#measures).\n"
        ),
    );
    write(
        &format!("{folder}/done-well{language}.md"),
        &format!("Narrative with [a figure](measure:m-{objective}-3) and some more words.\n"),
    );
    write(
        &format!("{folder}/improve{language}.md"),
        "What remains to be done.\n",
    );
    if language.is_empty() {
        write(&format!("{folder}/actions.yaml"), &actions(objective));
        write(&format!("{folder}/measures.yaml"), &measures(objective));
    }
}

/// Seals the earlier edition.
fn seal(site: &Path) {
    let mut command = Command::new(BINARY);
    let sealed = command.args(["seal", EDITIONS[0]]).arg(site).output();
    let sealed = sealed.expect("the binary runs");
    let said = String::from_utf8_lossy(&sealed.stderr);
    assert!(sealed.status.success(), "the edition is sealed: {said}");
}

fn actions(objective: usize) -> String {
    let action = |number: usize| {
        format!(
            "- id: action-{number}\n  title: {{all: Action {number} of objective {objective}}}\n  \
             comment: {{all: How it went.}}\n  status: in-progress\n  complete: {}\n  \
             measures: [m-{objective}-{number}]\n",
            number * 7 % 100,
        )
    };
    (0..5).map(action).collect()
}

fn measures(objective: usize) -> String {
    let group = |name: &str, range: std::ops::Range<usize>| {
        let measures: String = range.map(|number| measure(objective, number)).collect();
        format!("{name}:\n{measures}")
    };
    let third = MEASURES / 3;
    group("how-much", 0..third)
        + &group("how-well", third..2 * third)
        + &group("better-off", 2 * third..MEASURES)
}

fn measure(objective: usize, number: usize) -> String {
    // The first one's figure is the one that is saved.
    let actual = match number {
        0 => 555,
        _ => (objective * 31 + number * 17) % 1000,
    };
    format!(
        "  - id: m-{objective}-{number}\n    title: {{all: Measure {number} of objective {objective}}}\n    \
         unit: percent\n    actual: {}.{}\n    target: 80.0\n    intervention: 20.0\n    \
         comment: {{all: Figure {number} with a word about it.}}\n",
        actual / 10,
        actual % 10,
    )
}

//! Whose the ratings are, and for which periods, on every page that shows them: for each way a site
//! can show them.

use goldenthread::{model::Language, pipeline::Drafts, text::unmarked, wording::Place};

use crate::{
    found::{at, website},
    site::{Inputs, english, view},
    support::{OBJECTIVE, Site},
};

const MEASURES: &str = "better-off:\n\
    - {id: own, title: Own, unit: number, actual: 7, previous: 6, target: 10, intervention: 5}\n\
    - {id: said, title: Said, unit: number, actual: 7, previous: 8, target: 10, intervention: 5, rag: green}\n\
    - {id: over, title: Over, unit: number, actual: 7, target: 10, intervention: 5, rag: {status: green, reason: the audit confirmed it}}\n\
    - {id: bare, title: Bare, unit: number, actual: 7, polarity: higher}\n";

/// The pages of the site with `rag: {show: …}`, by their paths, without marks and line ends.
fn pages(show: &str) -> impl Fn(&str) -> String {
    let settings = format!(
        "organisation: {{all: Example Council}}\ntitle: {{all: Ours}}\nlanguages: [en, cy]\nrag: {{show: {show}}}\n"
    );
    let site = Site::new()
        .file("content/site.yaml", &settings)
        .file(&format!("{OBJECTIVE}/measures.yaml"), MEASURES)
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: Annual\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
        );
    let built = site.run(&["build", "--drafts"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    move |path| {
        let page = std::fs::read_to_string(site.root().join("output").join(path)).unwrap();
        let main = page.split_once("<main").unwrap().1;
        let mut text = String::new();
        for part in main.split('<') {
            text.push(' ');
            text.push_str(part.split_once('>').map_or("", |(_, text)| text));
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

const OBJECTIVE_PAGE: &str = "2017-18/learners/index.html";
const MEASURES_PAGE: &str = "2017-18/measures/index.html";
const OVER: &str = "measures/over/index.html";

/// Holds that each page says this of all its ratings, and home that of those that changed.
fn marked(page: &impl Fn(&str) -> String, all: &str, changed: &str) {
    for path in [OBJECTIVE_PAGE, MEASURES_PAGE] {
        let found = page(path).matches(all).count();
        // Once for the report's measures, where the page is theirs, and once for the group.
        let expected = 1 + usize::from(path == MEASURES_PAGE);
        assert_eq!(found, expected, "{path}: {}", page(path));
    }
    assert!(
        page("index.html").contains(changed),
        "{}",
        page("index.html")
    );
}

#[test]
fn calculated_ratings_say_so_and_an_override_gives_its_reason() {
    let page = pages("calculated");
    let mark = "4 measures, 3 of them rated: 1 green and 2 amber. 1 is not rated and is not \
        counted. Some calculated by the rule, some stated by the organisation; figures for 2017/18.";
    marked(
        &page,
        mark,
        "What changed Calculated by the rule; figures for 2017/18.",
    );
    for path in [OBJECTIVE_PAGE, MEASURES_PAGE, OVER] {
        let page = page(path);
        let reason = "Green stated by the organisation, with a reason The organisation’s reason: \
            the audit confirmed it. Amber calculated by the rule Amber: 7 is below";
        assert!(page.contains(reason), "{path}: {page}");
    }
    // A rating stated without a reason is not shown, and the key does not say that it is.
    let said = page("measures/said/index.html");
    let key = "Where the organisation states a rating of its own and gives its reason, both \
        ratings are shown with that reason.";
    assert!(
        page(OBJECTIVE_PAGE).contains(key),
        "{}",
        page(OBJECTIVE_PAGE)
    );
    assert!(!said.contains("Green stated"), "{said}");
    let bare = page("measures/bare/index.html");
    assert!(
        bare.contains("Not rated Not rated: there is no target."),
        "{bare}"
    );
    assert!(!bare.contains("calculated by the rule"), "{bare}");
}

#[test]
fn stated_ratings_say_so_and_a_measure_without_one_is_not_rated() {
    let page = pages("stated");
    let mark = "4 measures, 2 of them rated: 2 green. 2 are not rated and are not counted. \
        Stated by the organisation; figures for 2017/18.";
    marked(
        &page,
        mark,
        "What changed Stated by the organisation; figures for 2017/18.",
    );
    let objective = page(OBJECTIVE_PAGE);
    let unrated = "Not rated Not rated: the organisation states no rating.";
    assert_eq!(objective.matches(unrated).count(), 2, "{objective}");
    // The page says what the data say.
    let stated = "Green stated by the organisation Green, as stated by the organisation. \
        The rule gives another rating: Amber: 7 is below";
    for path in [OBJECTIVE_PAGE, MEASURES_PAGE, "measures/said/index.html"] {
        let page = page(path);
        assert!(page.contains(stated), "{path}: {page}");
    }
    // What the organisation states comes from no rule.
    for said in [
        "Green The organisation rates the result green.",
        "Not rated The organisation states no rating. It is left out of the counts.",
    ] {
        assert!(objective.contains(said), "{objective}");
    }
    assert!(
        !objective.contains("Green The target is reached."),
        "{objective}"
    );
}

#[test]
fn both_ratings_stand_side_by_side_each_with_its_owner() {
    let page = pages("both");
    let mark = "4 measures, 3 of them rated: 2 green and 1 amber. 1 is not rated and is not \
        counted. Some calculated by the rule, some stated by the organisation; figures for 2017/18.";
    let changed = "What changed Some calculated by the rule, some stated by the organisation; \
        figures for 2017/18.";
    marked(&page, mark, changed);
    let objective = page(OBJECTIVE_PAGE);
    let both = "Green stated by the organisation Amber calculated by the rule Amber: 7 is below";
    assert!(objective.contains(both), "{objective}");
}

#[test]
fn where_no_ratings_are_shown_none_is_and_the_periods_still_stand() {
    let page = pages("none");
    let mark = "4 measures. This site does not show ratings. Figures for 2017/18.";
    marked(&page, mark, "What changed Figures for 2017/18.");
    for path in [
        OBJECTIVE_PAGE,
        MEASURES_PAGE,
        OVER,
        "index.html",
        "2017-18/index.html",
    ] {
        let page = page(path);
        for word in [
            "Green",
            "Amber",
            "calculated by",
            "stated by the organisation, with",
        ] {
            assert!(!page.contains(word), "{path} says {word}: {page}");
        }
    }
}

/// The same group with measures that a chart cannot draw, and the groups in no order.
const UNDRAWN: &str = "group,id,title,unit,polarity,actual,target\n\
    extra,last,Last,number,higher,1,2\n\
    better-off,third,Third,number,higher,1,2\n\
    other,fourth,Fourth,number,higher,1,2\n\
    how-much,first,First,number,higher,1,2\n\
    how-much,agreed,Plan agreed,yes-no,higher,yes,yes\n\
    how-much,signed,Plan signed,yes-no,higher,no,yes\n\
    how-much,blank,Blank,number,higher,,\n\
    how-well,second,Second,number,higher,1,2\n";

fn undrawn() -> Site {
    Site::new()
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Ours\nlanguages: [en, cy]\n\
             measure_groups: {other: {title: Other}, extra: {title: Extra}}\n",
        )
        .file(&format!("{OBJECTIVE}/measures.csv"), UNDRAWN)
}

#[test]
fn a_chart_says_what_it_leaves_out() {
    let site = undrawn();
    let inputs = Inputs::of(site.root());
    let note = |language: &str| {
        let language = Language::parse(language).unwrap();
        let view = view(&inputs.context(), &language, &Place::Objective(0, 0));
        let groups = view["groups"].as_array().unwrap().iter();
        let notes = groups.map(|group| group["chart"]["note"].clone());
        notes
            .filter_map(|note| Some(unmarked(note.as_str()?).into_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        note("en"),
        [
            "Not drawn, because their figures are yes or no: Plan agreed; Plan signed. \
          Not drawn, because it has neither a result nor a target: Blank."
        ]
    );
    assert_eq!(
        note("cy"),
        [
            "Heb eu dangos yn y siart, am mai ie neu na yw eu ffigurau: Plan agreed; Plan signed. \
          Heb ei ddangos yn y siart, am nad oes ganddo ganlyniad na tharged: Blank."
        ]
    );
}

#[test]
fn a_chart_in_a_text_says_the_same_and_leads_to_its_file() {
    let site = undrawn().file(
        &format!("{OBJECTIVE}/done-well.md"),
        "![](chart:how-much)\n",
    );
    let inputs = Inputs::of(site.root());
    let view = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let groups = view["groups"].as_array().unwrap().iter();
    let chart = groups
        .map(|group| &group["chart"])
        .find(|chart| chart["note"].is_string());
    let below = |html: &str| {
        let (_, below) = html.split_once("<figcaption>").expect("a caption");
        below.replace("placed-1-", "")
    };
    let text = view["sections"][0]["body"]["html"].as_str().unwrap();
    let own = chart.unwrap()["html"].as_str().unwrap();
    assert!(
        own.contains("Not drawn") && own.contains("class=\"chart-file\""),
        "{own}"
    );
    assert_eq!(below(text).trim_end(), below(own));
}

#[test]
fn groups_stand_in_one_order_whatever_the_file_has() {
    let site = undrawn();
    let inputs = Inputs::of(site.root());
    let view = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let groups = view["groups"].as_array().unwrap().iter();
    let ids: Vec<_> = groups
        .map(|group| group["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        ids,
        ["how-much", "how-well", "better-off", "other", "extra"]
    );
}

/// Two editions of a measure that was counted in pupils and then in per cent.
fn recounted() -> Site {
    let report = |period: &str| {
        format!(
            "---\ntitle: Report {period}\nperiod: {period}\nstage: annual\nstatus: draft\n---\n"
        )
    };
    let measures = |unit: &str, actual: &str| {
        format!(
            "how-well:\n- {{id: reached, title: Reached, unit: {unit}, polarity: higher, actual: {actual}, history: {{2014-15: 40, 2013-14: 41, 2012-13: 42}}}}\n\
             - {{id: agreed, title: Agreed, unit: yes-no, polarity: higher, actual: {}}}\n",
            if unit == "number" { "no" } else { "yes" }
        )
    };
    Site::empty()
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Ours\nlanguages: [en]\n",
        )
        .file("content/reports/2016-17/report.md", &report("2016-17"))
        .file(
            "content/reports/2016-17/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2016-17/learners/measures.yaml",
            &measures("number", "1234"),
        )
        .file("content/reports/2017-18/report.md", &report("2017-18"))
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            &measures("percent", "45.5"),
        )
}

#[test]
fn a_figure_in_another_unit_is_shown_in_its_own_and_does_not_compare() {
    let site = recounted();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let row = &found["groups"][0]["rows"][0];
    assert_eq!(row["previous"]["text"], "1,234");
    assert_eq!(row["actual"]["text"], "45.5%");
    assert_eq!(row["direction"]["status"], "not-comparable");
    assert_eq!(row["direction"]["change"], "the unit changed in between");
    let id = goldenthread::model::Id::parse("reached").unwrap();
    let page = view(&inputs.context(), &english(), &Place::Measure(id));
    let points = page["series"][0]["points"].as_array().unwrap().iter();
    let shown: Vec<_> = points
        .map(|point| {
            (
                point["actual"]["text"].as_str().unwrap(),
                point["actual"]["note"]["html"].as_str(),
            )
        })
        .collect();
    let other = Some("in another unit (number), which does not compare");
    assert_eq!(row["previous"]["note"]["html"].as_str(), other);
    assert_eq!(shown[3..], [("1,234", other), ("45.5%", None)]);
    // The chart of the series has the per cent alone.
    let caption = page["series_chart"]["caption"].as_str().unwrap();
    assert_eq!(caption, "Reached, 2012/13 to 2017/18");
    assert_eq!(
        page["series_chart"]["file"],
        "../../charts/measures/reached.svg"
    );
}

#[test]
fn a_change_from_no_to_yes_is_no_number() {
    let site = recounted();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let direction = &found["groups"][0]["rows"][1]["direction"];
    assert_eq!(direction["status"], "better");
    assert_eq!(direction["change"], "from no to yes");
    assert_eq!(direction["signed"], serde_json::Value::Null);
}

#[test]
fn markdown_in_the_note_of_a_figure_is_linked_and_made_safe() {
    let site = Site::fine().file(
        "content/reports/2017-18/learners/measures.yaml",
        "how-much:
  - id: a
    title: A
    unit: number
    polarity: higher
    actual: {value: 8, note: \"*Counted* [here](measure:a) <script>x</script>\"}
",
    );
    let website = website(&site, Drafts::Left);
    let page = at(&website, "2017-18/learners/index.html").unwrap();
    assert!(
        page.contains("<em>Counted</em> <a href=\"#a\">here</a>"),
        "{page}"
    );
    assert!(!page.contains("<script>x"), "{page}");
}

//! What stands whatever the edition: goals and quality indicators of frameworks, and the duties and
//! paragraphs of guidance.

use std::collections::BTreeMap;

use crate::{
    model::{Id, Model, WELL_BEING, WELL_BEING_GOALS},
    reference::{Problem, References, Wanted, name::Kind},
    text::{Code, Names},
};

/// Where a goal or indicator stands: framework and item.
pub type ItemAt = (usize, usize);

/// Where a duty stands: guidance, responsibility and duty.
pub type DutyAt = (usize, usize, usize);

/// Frameworks and guidance by the names that references use.
#[derive(Default)]
pub(super) struct Standing {
    /// Goals and indicators by `<framework>/<item>`.
    pub items: BTreeMap<String, ItemAt>,
    /// Duties by `<guidance>/<duty>`.
    pub duties: BTreeMap<String, DutyAt>,
    /// Paragraphs by `<guidance>/<number>`: guidance and chapter.
    pub paragraphs: BTreeMap<String, (usize, usize)>,
    known_items: Names,
    known_duties: Names,
    known_paragraphs: Names,
}

impl Standing {
    /// The names in `model`.
    pub fn of(model: &Model) -> Self {
        let mut standing = Self::default();
        for (framework, found) in model.frameworks.iter().enumerate() {
            for (at, item) in found.items.iter().enumerate() {
                let name = format!("{}/{}", found.id, item.id);
                standing.items.entry(name).or_insert((framework, at));
            }
        }
        for (guidance, found) in model.guidance.iter().enumerate() {
            for ((body, at), duty) in found.duties() {
                let name = format!("{}/{}", found.id, duty.id.value);
                standing.duties.entry(name).or_insert((guidance, body, at));
            }
            for (at, chapter) in found.chapters.iter().enumerate() {
                for paragraph in &chapter.paragraphs {
                    let name = format!("{}/{}", found.id, paragraph.value);
                    standing.paragraphs.entry(name).or_insert((guidance, at));
                }
            }
        }
        // The built-in goals can be served though nobody does so yet.
        let built_in = WELL_BEING_GOALS
            .iter()
            .map(|id| format!("{WELL_BEING}/{id}"));
        let built_in: Vec<_> = built_in.collect();
        let items = standing.items.keys().chain(&built_in);
        standing.known_items = items.map(String::as_str).collect();
        standing.known_duties = standing.duties.keys().map(String::as_str).collect();
        standing.known_paragraphs = standing.paragraphs.keys().map(String::as_str).collect();
        standing
    }
}

impl References<'_> {
    /// The goal or indicator that an entry of `serves:` names, such as `wfg/more-equal`.
    ///
    /// # Errors
    /// Where there is no such framework, or nothing of that name in it.
    pub fn item(&self, name: &str) -> Result<ItemAt, Problem> {
        let standing = &self.index.standing;
        standing.items.get(name).copied().ok_or_else(|| {
            nothing_standing(
                name,
                &[Kind::Goal, Kind::QualityIndicator],
                ("a goal or indicator of any framework", "frameworks"),
                &standing.known_items,
            )
        })
    }

    /// The duty that an entry of `fulfils:` names, such as `cld-strategic-guidance/sc-induction`.
    ///
    /// # Errors
    /// Where there is no such guidance, or no such duty in it.
    pub fn duty(&self, name: &str) -> Result<DutyAt, Problem> {
        let standing = &self.index.standing;
        standing.duties.get(name).copied().ok_or_else(|| {
            let known = &standing.known_duties;
            let what = ("a duty of any guidance", "guidance");
            nothing_standing(name, &[Kind::Duty], what, known)
        })
    }

    /// The guidance and chapter that hold a paragraph such as `cld-strategic-guidance/5.1`.
    ///
    /// # Errors
    /// Where there is no such guidance, or no paragraph of that number in it.
    pub fn paragraph(&self, name: &str) -> Result<(usize, usize), Problem> {
        let standing = &self.index.standing;
        standing.paragraphs.get(name).copied().ok_or_else(|| {
            let known = &standing.known_paragraphs;
            let what = ("a paragraph of any guidance", "guidance");
            let mut problem = nothing_standing(name, &[Kind::Paragraph], what, known);
            if known.nearest(name).is_none() {
                problem.help = self.paragraphs_beside(name).or(problem.help);
            }
            problem
        })
    }
}

impl References<'_> {
    /// The help for a paragraph that is like no other: those of its chapter, else of its guidance.
    fn paragraphs_beside(&self, name: &str) -> Option<String> {
        let (guidance, number) = name.split_once('/')?;
        let mut found = self.model.guidance.iter();
        let found = found.find(|found| found.id.as_str() == guidance)?;
        let all = || {
            found
                .chapters
                .iter()
                .flat_map(|chapter| &chapter.paragraphs)
        };
        let chapter = number.split('.').next().unwrap_or(number);
        let own = all().filter(|known| known.value.split('.').next() == Some(chapter));
        let own: Vec<_> = own.collect();
        let many = if own.is_empty() { all().collect() } else { own };
        match many[..] {
            [] => None,
            [one] => Some(format!("the only one there is: `{guidance}/{}`", one.value)),
            [first, .., last] => Some(format!(
                "its paragraphs go from `{guidance}/{}` to `{guidance}/{}`",
                first.value, last.value
            )),
        }
    }
}

/// The problem of a name that stands nowhere; links to what is looked for begin with one of `kinds`.
fn nothing_standing(
    name: &str,
    kinds: &[Kind],
    (what, folder): (&str, &str),
    known: &Names,
) -> Problem {
    let (kind, bare) = without_kind(name, kinds);
    let within = bare.split('/').next().unwrap_or_default();
    let help = match known.nearest(bare) {
        Some(near) => help_with(kind, near),
        None if !known.nearest_tails(bare).is_empty() => {
            format!(
                "did you mean `{}`?",
                known.nearest_tails(bare).join("` or `")
            )
        }
        None if !bare.contains('/') => {
            format!("write the name of its folder in `{folder}/` before it, with a slash between")
        }
        None => {
            let choice = known.did_you_mean(bare);
            choice
                .unwrap_or_else(|| format!("its file would stand in `content/{folder}/{within}/`"))
        }
    };
    Problem {
        code: Code::UnknownReference,
        message: format!("`{name}` is not {what}"),
        help: Some(help),
        wanted: match bare.split_once('/') {
            Some((of, name)) if Id::parse(of).is_some() => {
                Wanted::Standing(format!("{folder}/{of}/"), name.to_owned())
            }
            // The folder may be one whose name is none.
            _ => Wanted::Within(format!("{folder}/{within}/")),
        },
    }
}

/// A name without the kind that links put before it, and that kind: lists of names have none.
pub(super) fn without_kind<'n>(name: &'n str, kinds: &[Kind]) -> (Option<Kind>, &'n str) {
    let parts = name.split_once(':');
    let found = parts.and_then(|(kind, bare)| {
        let kind = Kind::parse(kind.trim()).filter(|kind| kinds.contains(kind))?;
        Some((Some(kind), bare.trim()))
    });
    found.unwrap_or((None, name))
}

/// The help for a name that is near another one, or with a `kind` before it where none stands.
pub(super) fn help_with(kind: Option<Kind>, near: &str) -> String {
    match kind {
        Some(kind) => format!("leave out `{}:`, and write `{near}`", kind.as_str()),
        None => format!("did you mean `{near}`?"),
    }
}

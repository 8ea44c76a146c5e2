//! The whole of a site folder.

use std::sync::Arc;

use crate::{
    model::{
        Common, Faults, Framework, Guidance, Language, Prose, Report, Reviews, Settings, Text,
    },
    text::{Sources, Span},
};

/// Everything that was read.
#[derive(Clone, Debug)]
pub struct Model {
    /// site.yaml.
    pub settings: Settings,
    /// The home page's own text: index.md. Its path is empty.
    pub home: Page,
    /// Further pages, in order, then by path.
    pub pages: Vec<Page>,
    /// Editions, latest period first; within a period the latest published first.
    pub reports: Vec<Report>,
    /// Reports that were read and left out: drafts and those under embargo, unless they are wanted.
    pub withheld: Vec<Report>,
    /// Frameworks of goals and of quality indicators, in order. The built-in one is among them where
    /// an objective serves it.
    pub frameworks: Vec<Framework>,
    /// Guidance documents, in order.
    pub guidance: Vec<Guidance>,
    /// Files that are copied beside the pages, by path.
    pub assets: Vec<Asset>,
    /// The files of the built-in theme by path, then those of the site's own theme by path: of two
    /// at one path the later stands in for the earlier.
    pub theme: Vec<ThemeFile>,
    /// What translations were last checked against.
    pub reviews: Reviews,
    /// The text of everything that was read, for messages.
    pub sources: Sources,
    /// Where reading found an error: what stands there is unknown, not absent.
    pub faults: Faults,
}

/// A page of the site's own: any Markdown file that is not part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path from the content folder without `.md`, as address parts; empty for the home page.
    pub path: Vec<Arc<str>>,
    /// Its title: front matter's, else its first heading, else its file name.
    pub title: Text,
    /// Its place in the menu: lower first.
    pub order: Option<i64>,
    /// Its text.
    pub prose: Prose,
    /// What any item may carry.
    pub common: Common,
    /// The start of its file.
    pub span: Span,
}

/// A file that is copied as it is. Its text is not read: `sources` holds an empty one under
/// `content/<path>`, to name it in messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path from the content folder, with forward slashes.
    pub path: Arc<str>,
    /// Where it is on this machine.
    pub file: std::path::PathBuf,
    /// Its size in bytes.
    pub size: u64,
}

/// A file of the theme: the built-in one, or the site's own, which may stand at the same path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its path from the theme folder, with forward slashes, such as `templates/report.html`.
    pub path: Arc<str>,
    /// Whether it is the built-in theme's.
    pub built_in: bool,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// Its start, where it is text: templates and strings are named in messages.
    pub span: Option<Span>,
}

/// What the accessibility statement is called where site.yaml does not say.
pub const ACCESSIBILITY: [&str; 2] = ["accessibility", "accessibility-statement"];

impl Model {
    /// The site's languages, the one at the root first.
    pub fn languages(&self) -> &[Language] {
        &self.settings.languages
    }

    /// The page that is the site's accessibility statement: the one that site.yaml names, else one
    /// with a name that is looked for.
    pub fn accessibility_page(&self) -> Option<usize> {
        let mut pages = self.pages.iter();
        if let Some(named) = &self.settings.accessibility {
            let path: Vec<_> = named.value.trim_matches('/').split('/').collect();
            return pages.position(|page| {
                page.path
                    .iter()
                    .map(|part| &**part)
                    .eq(path.iter().copied())
            });
        }
        pages.position(|page| page.path.len() == 1 && ACCESSIBILITY.contains(&&*page.path[0]))
    }
}

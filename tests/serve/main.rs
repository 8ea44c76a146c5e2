//! The preview: the real binary, over real HTTP, with real changes to files.

mod answers;
mod changes;
mod client;
#[path = "../support/mod.rs"]
mod support;
mod told;
mod writing;

use support::Site;

/// A site with a page whose text can be changed, and a report.
fn site() -> Site {
    Site::empty()
        .file(
            "content/site.yaml",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
        )
        .file("content/index.md", "Welcome home.\n")
        .file("content/about.md", "---\ntitle: About us\n---\n\nThe first words.\n")
        .file("content/notes/list.csv", "a,b\n1,2\n")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n\nHow the year went.\n",
        )
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ntitle: Learners\n---\n\nWhy we chose it.\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 5.10\n    \
             target: 6\n    intervention: 4\n",
        )
}

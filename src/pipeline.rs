//! Floor 7, upper half: the steps from a site folder to a site, in their order.

use std::{path::Path, sync::Arc};

use crate::{
    check::{self, Subject},
    facts::{self, Facts},
    load::{self, Folder},
    model::{Model, Status},
    site::{self, Site},
    text::Warned,
    wording::Wording,
};

/// What becomes of reports that are not published yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out, with the files in their folders.
    Left,
    /// They are part of the site, and marked as drafts.
    Built,
}

/// A site folder, read and worked out: all there is to know before a page is made.
pub struct Examined {
    /// What was read.
    pub model: Arc<Model>,
    /// What follows from it.
    pub facts: Arc<Facts>,
    /// Its words.
    pub wording: Arc<Wording>,
}

/// Reads the site folder `root`, works out what follows, and checks it. With an error among the
/// diagnostics, nothing may be published.
pub fn examine(root: &Path, drafts: Drafts) -> Warned<Examined> {
    examine_folder(&Folder::read(root, None), drafts)
}

/// The same for a folder that was read already.
pub fn examine_folder(folder: &Folder, drafts: Drafts) -> Warned<Examined> {
    let Warned {
        value: mut model,
        mut diagnostics,
    } = load::lower(folder);
    if drafts == Drafts::Left {
        leave_out_drafts(&mut model);
    }
    let facts = facts::facts(&model);
    let wording = Wording::new(&model);
    diagnostics.append(wording.diagnostics);
    let examined = Examined {
        model: Arc::new(model),
        facts: Arc::new(facts),
        wording: Arc::new(wording.value),
    };
    diagnostics.append(check::check(&Subject {
        model: &examined.model,
        facts: &examined.facts,
        wording: &examined.wording,
    }));
    diagnostics.append(site::raw_html(&examined.model));
    check::accept(&examined.model, &mut diagnostics);
    diagnostics.sort(&examined.model.sources);
    Warned {
        value: examined,
        diagnostics,
    }
}

/// The website of what was examined: every address, and what is rendered there when it is asked
/// for. Without one where the theme cannot be used.
pub fn site(examined: &Examined) -> Warned<Option<Site>> {
    site::assemble(&examined.model, &examined.facts, &examined.wording)
}

fn leave_out_drafts(model: &mut Model) {
    let (drafts, reports) = model
        .reports
        .drain(..)
        .partition::<Vec<_>, _>(|report| report.status.value == Status::Draft);
    model.reports = reports;
    for draft in drafts {
        let folder = format!("reports/{}/", draft.id.as_str());
        model
            .assets
            .retain(|asset| !asset.path.starts_with(&folder));
    }
}

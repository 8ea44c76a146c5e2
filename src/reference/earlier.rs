//! Names that something bore before, by the aliases that lead on from its earlier addresses.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Common, Correction, Model},
    reference::{Origin, References, Target},
};

impl References<'_> {
    /// What a correction of the report at `at` is about, where that is there.
    pub fn about(&self, at: usize, correction: &Correction) -> Option<Target> {
        let origin = Origin::of(self.model, correction.date.span).report(at);
        let about = correction.about.as_ref()?;
        self.link(&origin, &about.value).ok()
    }

    /// What `target` led to by a name that something in the report of `origin` bore before: whoever
    /// wrote it then need not write it anew.
    pub(super) fn by_earlier_name(&self, origin: &Origin<'_>, target: &str) -> Option<Target> {
        let end = target.find(['.', '#', '@']).unwrap_or(target.len());
        let (whole, rest) = target.split_at(end);
        let renamed = renamed(self.model, origin.report?);
        let (kind, name) = renamed.get(whole)?.split_once(':')?;
        self.named(origin, kind, &format!("{name}{rest}")).ok()
    }
}

/// What of the report at `at` bore another name before, where an alias of it ends with that: the names of
/// then, such as `measure:edu003`, with those of now.
pub fn renamed(model: &Model, at: usize) -> BTreeMap<String, String> {
    let mut renamed = BTreeMap::new();
    let earlier = |common: &Common| -> BTreeSet<String> {
        let aliases = common.aliases.iter();
        let last = aliases.filter_map(|alias| {
            let alias = alias.value.trim_end_matches('/');
            let alias = alias.strip_suffix("/index.html").unwrap_or(alias);
            alias.rsplit('/').next().map(str::to_owned)
        });
        last.collect()
    };
    let report = &model.reports[at];
    for then in earlier(&report.common) {
        renamed.insert(format!("report:{then}"), format!("report:{}", report.id));
    }
    let objectives = &report.objectives;
    for objective in objectives {
        let names = earlier(&objective.common);
        for old in names
            .iter()
            .map(String::as_str)
            .chain([objective.id.as_str()])
        {
            if old != objective.id.as_str() {
                renamed.insert(
                    format!("objective:{old}"),
                    format!("objective:{}", objective.id),
                );
            }
            for action in &objective.actions {
                let id = &action.id.value;
                for then in earlier(&action.common).into_iter().chain([id.to_string()]) {
                    let name = format!("action:{}/{id}", objective.id);
                    renamed.insert(format!("action:{old}/{then}"), name);
                }
            }
        }
        for measure in &objective.measures {
            for then in earlier(&measure.common) {
                renamed.insert(
                    format!("measure:{then}"),
                    format!("measure:{}", measure.id.value),
                );
            }
        }
    }
    // A name that still stands for something is not another's of then.
    for report in &model.reports {
        renamed.remove(&format!("report:{}", report.id));
    }
    for objective in objectives {
        renamed.remove(&format!("objective:{}", objective.id));
        for action in &objective.actions {
            renamed.remove(&format!("action:{}/{}", objective.id, action.id.value));
        }
        for measure in &objective.measures {
            renamed.remove(&format!("measure:{}", measure.id.value));
        }
    }
    renamed
}

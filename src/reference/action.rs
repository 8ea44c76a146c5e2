//! References to actions: `action:insulate-homes`, and from elsewhere `action:warm-homes/insulate-homes`.

use crate::{
    model::Action,
    reference::{Origin, Problem, References, Spot, Wanted, name::unknown},
    text::{Names, did_you_mean},
};

impl References<'_> {
    /// The action called `name` in the objective of `origin`, else in the one that it names.
    pub(super) fn action(&self, origin: &Origin<'_>, name: &str) -> Result<Spot, Problem> {
        let (within, id) = match name.split_once('/') {
            Some((objective, id)) => {
                let found = self.objective(origin, objective).map_err(|problem| {
                    let help = self.near_action(origin, name).or(problem.help);
                    Problem { help, ..problem }
                })?;
                (Some(found), id)
            }
            None => (origin.report.zip(origin.objective), name),
        };
        let Some((report, objective)) = within else {
            return Err(unknown(
                format!("`action:{name}` does not say of which objective"),
                self.near_action(origin, name),
                Wanted::Action(String::new(), name.to_owned()),
            ));
        };
        let actions = &self.model.reports[report].objectives[objective].actions;
        let named = |action: &Action| action.id.value.as_str() == id;
        if let Some(action) = actions.iter().position(named) {
            return Ok(Spot::Action(report, objective, action));
        }
        let ids = actions.iter().map(|action| action.id.value.as_str());
        let near = self.near_action(origin, name);
        Err(unknown(
            format!("this objective has no action called `{id}`"),
            near.or_else(|| did_you_mean(id, ids)),
            Wanted::Action(self.folder(report, Some(objective)), id.to_owned()),
        ))
    }

    /// The help for an unknown action: the nearest in full, of the objective that is meant where that has
    /// one, else of all; of the edition that the reference is written in, else of the latest that has one.
    fn near_action(&self, origin: &Origin<'_>, name: &str) -> Option<String> {
        let at = origin.report.zip(origin.objective);
        let own = at.map(|(report, at)| self.model.reports[report].objectives[at].id.as_str());
        let parts = name.rsplit_once('/');
        let (within, id) = parts.map_or((own, name), |(within, id)| (Some(within), id));
        let others = self.index.latest_first.iter().copied();
        let others = others.filter(|report| Some(*report) != origin.report);
        let mut editions = origin.report.into_iter().chain(others);
        editions.find_map(|report| {
            let names = self.actions_of(report);
            let names: Names = names.iter().map(String::as_str).collect();
            let mut near = names.nearest_tails(id);
            let meant = |name: &&str| name.split('/').next() == within;
            if let Some(own) = near.iter().copied().find(meant) {
                near = vec![own];
            }
            let near: Vec<_> = near
                .into_iter()
                .map(|name| format!("`action:{name}{}`", self.edition_of(origin, name, report)))
                .collect();
            (!near.is_empty()).then(|| format!("did you mean {}?", near.join(" or ")))
        })
    }

    /// The actions of a report by their names in full.
    fn actions_of(&self, report: usize) -> Vec<String> {
        let objectives = self.model.reports[report].objectives.iter();
        let named = objectives.flat_map(|objective| {
            let actions = objective.actions.iter();
            let actions = actions.filter(|action| !action.common.unread.nameless);
            actions.map(|action| format!("{}/{}", objective.id, action.id.value))
        });
        named.collect()
    }

    /// What the name of an action in `report` ends in, where its objective alone would lead to another edition.
    fn edition_of(&self, origin: &Origin<'_>, name: &str, report: usize) -> String {
        let objective = name.split('/').next().unwrap_or(name);
        match self.objective(origin, objective) {
            Ok((found, _)) if found == report => String::new(),
            _ => format!("@{}", self.model.reports[report].id),
        }
    }
}

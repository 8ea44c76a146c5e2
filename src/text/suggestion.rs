//! "Did you mean": the nearest of the names there are.

/// The candidate nearest to `name`, where one is near enough to be meant: at most a third of its
/// letters differ (one letter always may). Case does not count; the first of equals wins.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut search = Search::new(name);
    let mut best = None;
    let mut lower = String::new();
    for candidate in candidates {
        lower.clear();
        lower.extend(candidate.chars().flat_map(char::to_lowercase));
        if search.is_nearer(&lower, outline(&lower)) {
            best = Some(candidate);
        }
    }
    best
}

/// Many names, to be searched for the nearest again and again.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<Name>,
}

#[derive(Clone, Debug)]
struct Name {
    written: String,
    lower: String,
    outline: (usize, u64),
}

impl Names {
    /// The name nearest to `name`, as [`nearest`] has it.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let mut search = Search::new(name);
        let mut best = None;
        for candidate in &self.all {
            if search.is_nearer(&candidate.lower, candidate.outline) {
                best = Some(&*candidate.written);
            }
        }
        best
    }

    /// The names whose last parts, between slashes, are nearest to `name`, which has fewer of them: of
    /// `wfg/more-equal` that is `more-equal`.
    pub fn nearest_tails(&self, name: &str) -> Vec<&str> {
        let parts = name.split('/').count();
        let tail = |of: &'_ Name| {
            let mut slashes = of.written.rmatch_indices('/').map(|(at, _)| at + 1);
            slashes.nth(parts - 1)
        };
        let tails = || {
            let all = self.all.iter();
            all.filter_map(move |of| Some((&*of.written, &of.written[tail(of)?..])))
        };
        let near = nearest(name, tails().map(|(_, tail)| tail));
        let found = tails().filter(|(_, tail)| Some(*tail) == near);
        found.map(|(whole, _)| whole).collect()
    }

    /// The help line for an unknown name, as [`did_you_mean`] has it.
    pub fn did_you_mean(&self, name: &str) -> Option<String> {
        match self.nearest(name) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None => choice(self.all.iter().map(|name| &*name.written)),
        }
    }
}

impl<'a> FromIterator<&'a str> for Names {
    fn from_iter<T: IntoIterator<Item = &'a str>>(names: T) -> Self {
        let name = |name: &str| {
            let lower = name.to_lowercase();
            Name {
                written: name.to_owned(),
                outline: outline(&lower),
                lower,
            }
        };
        Self {
            all: names.into_iter().map(name).collect(),
        }
    }
}

/// A search for the name nearest to one.
struct Search {
    name: String,
    outline: (usize, u64),
    /// The least distance so far.
    best: Option<usize>,
}

impl Search {
    fn new(name: &str) -> Self {
        let name = name.to_lowercase();
        Self {
            outline: outline(&name),
            name,
            best: None,
        }
    }

    /// Whether a candidate in lower case is near, and nearer than all before it.
    fn is_nearer(&mut self, candidate: &str, (other_length, other_letters): (usize, u64)) -> bool {
        let (length, letters) = self.outline;
        let most = match self.best {
            Some(0) => return false,
            Some(distance) => distance - 1,
            None => usize::MAX,
        };
        let most = most.min((other_length / 3).max(1));
        // A site may have thousands of names, and most are seen to be too far without measuring.
        let missing = (letters & !other_letters).count_ones();
        let added = (other_letters & !letters).count_ones();
        let least = length.abs_diff(other_length);
        if least > most || missing.max(added) as usize > most {
            return false;
        }
        let distance = strsim::osa_distance(&self.name, candidate);
        if distance <= most {
            self.best = Some(distance);
        }
        distance <= most
    }
}

/// How many letters a name has, and a bit for each that occurs. Letters may share a bit: two names
/// whose bits differ differ by at least as many letters.
fn outline(name: &str) -> (usize, u64) {
    let bit = |c: char| 1 << (u32::from(c) % 64);
    name.chars()
        .fold((0, 0), |(length, bits), c| (length + 1, bits | bit(c)))
}

/// The help line for an unknown name: the nearest candidate, else all of them where they are few.
///
/// Answers `None` where there is nothing useful to say.
pub fn did_you_mean<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(near) = nearest(name, candidates.clone()) {
        return Some(format!("did you mean `{near}`?"));
    }
    choice(candidates)
}

/// All of the names, where they are few.
fn choice<'a>(names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const MOST: usize = 12;
    let all = names.into_iter().take(MOST + 1);
    let all: Vec<_> = all.map(|name| format!("`{name}`")).collect();
    match all.as_slice() {
        [] => None,
        [one] => Some(format!("the only one there is: {one}")),
        many if many.len() <= MOST => Some(format!("expected one of {}", many.join(", "))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_passed_over_is_too_far(
            name in "[a-dA-Dŵ]{0,7}",
            candidates in prop::collection::vec("[a-dA-Dŵ]{0,7}", 0..6),
        ) {
            let distance = |candidate: &String| {
                strsim::osa_distance(&name.to_lowercase(), &candidate.to_lowercase())
            };
            let near = |candidate: &&String| {
                distance(candidate) <= (candidate.chars().count() / 3).max(1)
            };
            let measured = candidates.iter().filter(near).min_by_key(|it| distance(it));
            let found = nearest(&name, candidates.iter().map(String::as_str));
            prop_assert_eq!(found, measured.map(String::as_str));
            let names: Names = candidates.iter().map(String::as_str).collect();
            prop_assert_eq!(names.nearest(&name), found);
            let help = did_you_mean(&name, candidates.iter().map(String::as_str));
            prop_assert_eq!(names.did_you_mean(&name), help);
        }
    }

    #[test]
    fn a_near_name_is_found_and_a_far_one_is_not() {
        let known = ["title", "target", "comment"];
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("Comment", known), Some("comment"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(
            did_you_mean("zzz", known).unwrap(),
            "expected one of `title`, `target`, `comment`"
        );
    }
}

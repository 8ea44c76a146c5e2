//! "Did you mean": the nearest of the names there are.

/// The candidate nearest to `name`, where one is near enough to be meant: at most a third of its
/// letters differ (one letter always may). Case does not count; the first of equals wins.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| {
            let lower = candidate.to_lowercase();
            let distance = strsim::osa_distance(&name, &lower);
            (distance, lower.chars().count(), candidate)
        })
        .filter(|(distance, length, _)| *distance <= (length / 3).max(1))
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, candidate)| candidate)
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
    let all: Vec<_> = candidates
        .into_iter()
        .map(|candidate| format!("`{candidate}`"))
        .collect();
    match all.as_slice() {
        [] => None,
        [one] => Some(format!("the only one there is: {one}")),
        many if many.len() <= 12 => Some(format!("expected one of {}", many.join(", "))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

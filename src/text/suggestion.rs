//! "Did you mean": the nearest of the names there are.

/// The candidate nearest to `name`, where one is near enough to be meant: at most a third of its
/// letters differ (one letter always may). Case does not count; the first of equals wins.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let (length, letters) = outline(&name);
    let mut lower = String::new();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        lower.clear();
        lower.extend(candidate.chars().flat_map(char::to_lowercase));
        let (other_length, other_letters) = outline(&lower);
        let most = match best {
            Some((0, _)) => break,
            Some((distance, _)) => distance - 1,
            None => usize::MAX,
        };
        let most = most.min((other_length / 3).max(1));
        // A site may have thousands of names, and most are seen to be too far without measuring.
        let missing = (letters & !other_letters).count_ones();
        let added = (other_letters & !letters).count_ones();
        let least = length.abs_diff(other_length);
        if least > most || missing.max(added) as usize > most {
            continue;
        }
        let distance = strsim::osa_distance(&name, &lower);
        if distance <= most {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
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

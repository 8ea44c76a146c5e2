//! Names that are asked for, and what they say.

use crate::{
    author::new::NewError,
    model::{
        Id, Model, Period, PeriodPart, RESERVED_AT_TOP, RESERVED_IN_REPORT, RbaQuestion, Report,
        Stage,
    },
    text::{did_you_mean, is_portable},
};

/// The period and stage that the folder of an edition says: `2018-19`, `2018-19-six-month`,
/// `2018-19-Q2`. A name that says no stage takes that of `from`, where the name of that says none
/// either.
pub(super) fn edition(name: &str, from: Option<&Report>) -> Result<(Period, Stage), NewError> {
    id("report", name)?;
    let Some((period, rest)) = period(name) else {
        return Err(NewError::Name {
            message: format!("`{name}` does not begin with a period"),
            help: Some(
                "name a report after what it is about: `2018-19`, `2018-19-six-month`, \
                 `2018-19-Q2`, `AY2018-19`, `2018`"
                    .to_owned(),
            ),
        });
    };
    let stage = stage(period, rest);
    let before = from.and_then(|from| {
        let own =
            self::period(from.id.as_str()).and_then(|(period, rest)| self::stage(period, rest));
        own.is_none().then_some(from.stage.value)
    });
    Ok((period, stage.or(before).unwrap_or(Stage::Annual)))
}

/// The longest period that a name begins with, and what follows it.
fn period(name: &str) -> Option<(Period, &str)> {
    let ends = name.match_indices('-').map(|(at, _)| at);
    let ends: Vec<_> = ends.chain([name.len()]).collect();
    let longest = ends.into_iter().rev();
    let mut read =
        longest.filter_map(|end| Some((Period::parse(&name[..end]).ok()?, &name[end..])));
    read.next()
}

fn stage(period: Period, rest: &str) -> Option<Stage> {
    let stages = Stage::ALL.iter().copied();
    let named = stages
        .into_iter()
        .find(|stage| rest.contains(stage.as_str()));
    named.or_else(|| match period.part()? {
        PeriodPart::Quarter(_) => Some(Stage::Quarter),
        PeriodPart::Half(_) => Some(Stage::SixMonth),
        PeriodPart::Month(_) => None,
    })
}

/// Refuses what cannot be an id or a folder.
pub(super) fn id(what: &str, name: &str) -> Result<(), NewError> {
    let article = if what.starts_with(['a', 'o']) {
        "an"
    } else {
        "a"
    };
    if Id::parse(name).is_none() {
        let near: String = name
            .trim()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let near = near.trim_matches('-').to_lowercase();
        let help = if is_portable(name) {
            Id::parse(&near).map(|near| format!("letters, digits and hyphens: `{near}`, say"))
        } else {
            Some("Windows keeps that name for a device: give it another".to_owned())
        };
        return Err(NewError::Name {
            message: format!("`{name}` cannot be the name of {article} {what}"),
            help,
        });
    }
    let reserved: &[&str] = match what {
        "report" => &RESERVED_AT_TOP,
        "objective" => &RESERVED_IN_REPORT,
        _ => &[],
    };
    if reserved.contains(&name) {
        return Err(NewError::Name {
            message: format!("`{name}` cannot be the name of {article} {what}"),
            help: Some("that is the address of a page of the site's own".to_owned()),
        });
    }
    Ok(())
}

/// The group of measures of this name.
pub(super) fn group(model: &Model, name: &str) -> Result<String, NewError> {
    let questions = RbaQuestion::ALL.iter().map(|question| question.as_str());
    let own = model
        .settings
        .measure_groups
        .iter()
        .map(|group| group.id.as_str());
    let names: Vec<_> = questions.chain(own).collect();
    if names.contains(&name) {
        return Ok(name.to_owned());
    }
    Err(NewError::Name {
        message: format!("there is no group of measures `{name}`"),
        help: did_you_mean(name, names),
    })
}

/// A title to begin with: `warm-homes` as `Warm homes`.
pub(super) fn title(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => id.to_owned(),
    }
}

/// A title that names the period of the last edition, for the next: the period in it moves on. A year that
/// is a part of another span, or of a longer number, is none.
pub(super) fn moved_on(title: &str, old: Period, new: Period) -> String {
    let forms = |period: Period| {
        let (first, last) = (period.first_year(), period.last_year());
        let short = last.rem_euclid(100);
        [
            format!("{first}-{short:02}"),
            format!("{first}/{short:02}"),
            format!("{first}–{short:02}"),
            format!("{first} to {last}"),
            format!("{first} i {last}"),
            format!("{first}/{last}"),
            format!("{first}-{last}"),
            format!("{first}–{last}"),
        ]
    };
    let pairs = forms(old).into_iter().zip(forms(new));
    if old.first_year() == old.last_year() {
        let (year, next) = (old.first_year().to_string(), new.first_year().to_string());
        return replaced(title, &year, &next);
    }
    let moved = pairs.map(|(form, next)| replaced(title, &form, &next));
    let mut moved = moved.filter(|moved| moved != title);
    moved.next().unwrap_or_else(|| title.to_owned())
}

/// The title with `next` wherever `form` stands by itself.
fn replaced(title: &str, form: &str, next: &str) -> String {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joins = |c: Option<char>| matches!(c, Some('-' | '/' | '\u{2013}'));
    let mut moved = String::with_capacity(title.len());
    let mut end = 0;
    for (at, _) in title.match_indices(form) {
        let mut before = title[..at].chars().rev();
        let mut behind = title[at + form.len()..].chars();
        let (last, first) = (before.next(), behind.next());
        let in_longer = is_digit(last)
            || is_digit(first)
            || (joins(last) && is_digit(before.next()))
            || (joins(first) && is_digit(behind.next()));
        moved.push_str(&title[end..at]);
        moved.push_str(if in_longer { form } else { next });
        end = at + form.len();
    }
    moved.push_str(&title[end..]);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_not_named_like_what_is_the_sites_own() {
        for (what, name, fine) in [
            ("objective", "evaluations", false),
            ("objective", "print", false),
            ("objective", "charts", true),
            ("report", "charts", false),
            ("measure", "print", true),
            ("objective", "nul", false),
            ("measure", "Con", false),
            ("measure", "contact", true),
        ] {
            assert_eq!(id(what, name).is_ok(), fine, "{what} {name}");
        }
    }

    #[test]
    fn a_name_says_its_period_and_stage() {
        for (name, said) in [
            ("2018-19", Some(("2018-19", Stage::Annual))),
            ("2018-19-six-month", Some(("2018-19", Stage::SixMonth))),
            ("2018-19-Q2", Some(("2018-19-Q2", Stage::Quarter))),
            ("2018-19-H1-review", Some(("2018-19-H1", Stage::SixMonth))),
            ("AY2018-19-plan", Some(("AY2018-19", Stage::Plan))),
            ("2018", Some(("2018", Stage::Annual))),
            ("annual", None),
            ("2018 19", None),
        ] {
            let found = edition(name, None).ok();
            let found = found.map(|(period, stage)| (period.to_string(), stage));
            let said = said.map(|(period, stage)| (period.to_owned(), stage));
            assert_eq!(found, said, "{name}");
        }
    }

    #[test]
    fn the_years_of_a_title_move_on() {
        for (title, old, new, next) in [
            (
                "Annual report 2017/18",
                "2017-18",
                "2018-19",
                "Annual report 2018/19",
            ),
            ("2017-18-chwe-mis", "2017-18", "2019-20", "2019-20-chwe-mis"),
            ("Report 2017", "2017", "2018", "Report 2018"),
            ("1999 to 2000", "1999-00", "2000-01", "2000 to 2001"),
            ("Our year", "2017-18", "2018-19", "Our year"),
            (
                "2019 in the plan of 2019-2023",
                "2019",
                "2020",
                "2020 in the plan of 2019-2023",
            ),
            ("No. 120191", "2019", "2020", "No. 120191"),
            ("2019, and 2019", "2019", "2020", "2020, and 2020"),
        ] {
            let (old, new) = (Period::parse(old).unwrap(), Period::parse(new).unwrap());
            assert_eq!(moved_on(title, old, new), next);
        }
    }
}

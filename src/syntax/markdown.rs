//! Markdown with the one set of extensions that every floor reads it with.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The events of a Markdown text, each with its bytes in `text`.
///
/// CommonMark with tables, footnotes and strikethrough. Quotes and dashes stay as written, and
/// headings take no attributes.
pub fn markdown(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    parser(text).into_offset_iter()
}

pub(super) fn parser(text: &str) -> Parser<'_> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options)
}

/// What stands in square brackets in the text of Markdown, with its brackets: no link, no note, no
/// code, and no symbol of a letter or two.
pub fn bracketed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    let mut code = false;
    for (event, range) in markdown(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(_) if !code => {
                for (at, sign) in text[range.clone()].match_indices(['[', ']']) {
                    let at = range.start + at;
                    match (sign, open) {
                        ("[", _) => open = Some(at),
                        (_, Some(start)) => {
                            let letters = text[start..at].chars().filter(|c| c.is_alphabetic());
                            if letters.count() > 3 {
                                found.push(start..at + 1);
                            }
                            open = None;
                        }
                        _ => {}
                    }
                }
            }
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_),
            ) => {
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The numbers that paragraphs of a chapter begin with, such as the `5.1` of `5.1 The guidance …`, by
/// their bytes. A number has a dot within, and begins with that of the chapter; where the chapter has none,
/// with the one that most of them begin with, for a paragraph may begin with a figure. Paragraphs in lists,
/// quotes and notes are none.
pub fn numbered_paragraphs(text: &str, chapter: Option<u32>) -> Vec<Range<usize>> {
    let mut found = decimals_before_paragraphs(text);
    let begins = |at: &Range<usize>| text[at.clone()].split('.').next()?.parse::<u32>().ok();
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for number in found.iter().filter_map(begins) {
        *counts.entry(number).or_default() += 1;
    }
    // Of those that are as many as others, that of the first paragraph.
    let most = counts.values().copied().max();
    let mut numbers = found.iter().filter_map(begins);
    let chapter = chapter.or_else(|| numbers.find(|number| counts.get(number).copied() == most));
    found.retain(|at| begins(at) == chapter);
    found
}

/// The numbers with a dot within that paragraphs begin with.
fn decimals_before_paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in markdown(text) {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                let number = paragraph_number(&text[range.clone()]);
                found.extend(number.map(|length| range.start..range.start + length));
            }
            Event::Start(
                Tag::List(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::Table(_),
            ) => depth += 1,
            Event::End(
                TagEnd::List(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition
                | TagEnd::Table,
            ) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// The length of the number that a paragraph begins with: digits with dots between, then a blank. A dot
/// behind them is not part of it.
pub fn paragraph_number(paragraph: &str) -> Option<usize> {
    let length = paragraph.find(char::is_whitespace)?;
    let number = &paragraph[..length];
    let number = number.strip_suffix('.').unwrap_or(number);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let fine = number.contains('.') && number.split('.').all(digits);
    let text = !paragraph[length..].trim().is_empty();
    (fine && text && number.len() <= 16).then_some(number.len())
}

#[cfg(test)]
mod tests {
    #[test]
    fn paragraphs_are_numbered_at_their_beginning() {
        let text = "5.1 One\ntwo.\n\n5.2.10 Two\n\n> 5.3 Quoted\n\n- 5.4 Listed\n\n2012 was 5.5\n\n5. List\n\n5.8. Dotted\n\n5.9.. Odd\n\n5.6\n\n## 5.7 Heading\n";
        let found: Vec<_> = numbered_paragraphs(text, Some(5))
            .into_iter()
            .map(|at| &text[at])
            .collect();
        assert_eq!(found, ["5.1", "5.2.10", "5.8"]);
    }

    #[test]
    fn a_figure_is_no_number_of_a_paragraph() {
        let text = "12.5 per cent of all.\n\n5.1 One.\n\n05.2 Two.\n\n6.1 million.\n";
        for (chapter, expected) in [
            (Some(5), &["5.1", "05.2"][..]),
            (None, &["5.1", "05.2"]),
            (Some(12), &["12.5"]),
            (Some(7), &[]),
        ] {
            let found = numbered_paragraphs(text, chapter).into_iter();
            let found: Vec<_> = found.map(|at| &text[at]).collect();
            assert_eq!(found, expected, "{chapter:?}");
        }
    }

    #[test]
    fn only_text_stands_in_brackets() {
        let text = "[fill\nin] [a link](b) [ref] `[code here]` [x] ![image](c) a [b\n\nc] \\[kept\\]\n\n[ref]: d\n";
        let found: Vec<_> = bracketed(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, ["[fill\nin]", "[kept\\]"]);
    }

    use super::*;
}

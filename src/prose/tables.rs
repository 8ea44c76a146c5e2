//! Tables: a region that scrolls, headings with their scope, alignment by class.

use pulldown_cmark::Alignment;

use crate::prose::inserts::Slot;

/// A table that is being written.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// The attributes of the region around it.
    pub region: Slot,
    /// The headings of its columns.
    pub headings: Vec<String>,
    /// Whether the header row is being written.
    pub in_head: bool,
    /// The column of the cell being written.
    column: usize,
    /// Where its cell begins in the HTML.
    pub start: usize,
}

impl Table {
    pub fn new(alignments: Vec<Alignment>, region: Slot) -> Self {
        Self {
            alignments,
            region,
            headings: Vec::new(),
            in_head: false,
            column: 0,
            start: 0,
        }
    }

    /// A row begins.
    pub fn row(&mut self) {
        self.column = 0;
    }

    /// The tags around the cell that is whole now, which shows `text`. A heading without a text is
    /// an empty corner, and what stands below that heads its row.
    pub fn cell(&mut self, text: &str) -> (String, &'static str) {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        let first = self.column == 0;
        self.column += 1;
        let text = text.trim();
        let scope = if self.in_head {
            self.headings.push(text.to_owned());
            (!text.is_empty()).then_some("col")
        } else {
            let corner = self.headings.first().is_some_and(String::is_empty);
            (first && corner && !text.is_empty()).then_some("row")
        };
        match scope {
            Some(scope) => (format!("<th scope=\"{scope}\"{class}>"), "</th>"),
            None => (format!("<td{class}>"), "</td>"),
        }
    }

    /// What a reader hears of the table: the word for one and its column headings.
    pub fn label(&self, word: &str) -> String {
        let headings = self.headings.iter().filter(|heading| !heading.is_empty());
        let headings = headings.map(String::as_str).collect::<Vec<_>>().join(", ");
        match (word, headings.as_str()) {
            (word, "") => word.to_owned(),
            ("", headings) => headings.to_owned(),
            (word, headings) => format!("{word}: {headings}"),
        }
    }
}

//! CSV to a table with the place of every cell.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use csv::{ByteRecord, ReaderBuilder, Terminator};

use crate::{
    syntax::hidden,
    text::{Code, Diagnostic, Diagnostics, SourceId, Sources, Span, Spanned, Warned},
};

/// A CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, none blank, none twice.
    pub header: Vec<Spanned<Arc<str>>>,
    /// The rows that are not blank, each with one cell for each name of the header.
    pub rows: Vec<Row>,
}

/// A row of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The cells, blanks around them taken off. A quoted cell's place is within its quotes.
    pub cells: Vec<Spanned<Arc<str>>>,
    /// The whole row, without its line end.
    pub span: Span,
}

/// Reads a CSV file whose first row that is not blank is its header.
///
/// Comma, semicolon or tab parts the cells, whichever the header holds most of. Columns without a
/// name are left out when all their cells are blank, as spreadsheets write them.
pub fn csv(sources: &Sources, source: SourceId) -> Warned<Table> {
    let whole = sources.get(source).text();
    let base = whole.len() - whole.trim_start_matches('\u{feff}').len();
    let text = &whole[base..];
    let mut diagnostics = Diagnostics::new();
    let reported = hidden::report(text, source, base, Code::CsvSyntax, hidden::is_control);
    diagnostics.extend(reported);
    let text = hidden::blanked(text, hidden::is_control);
    let file = File {
        text: &text,
        source,
        base,
        delimiter: delimiter(&text),
    };
    let value = file.table(&mut diagnostics);
    Warned { value, diagnostics }
}

struct File<'a> {
    text: &'a str,
    source: SourceId,
    base: usize,
    delimiter: u8,
}

/// A record as the `csv` crate read it, and where it and its cells stand.
struct Record {
    cells: Vec<Spanned<Arc<str>>>,
    range: Range<usize>,
    fault: Option<Diagnostic>,
}

impl File<'_> {
    fn table(&self, diagnostics: &mut Diagnostics) -> Table {
        let mut records = self.records().into_iter().filter(|record| {
            record.fault.is_some() || record.cells.iter().any(|cell| !cell.value.is_empty())
        });
        let Some(head) = records.next() else {
            return Table::default();
        };
        if let Some(fault) = head.fault {
            diagnostics.push(fault);
            return Table::default();
        }
        let mut seen: BTreeMap<Arc<str>, Span> = BTreeMap::new();
        let mut kept = Vec::new();
        for cell in &head.cells {
            let first = seen
                .get(&cell.value)
                .copied()
                .filter(|_| !cell.value.is_empty());
            if let Some(first) = first {
                let message = format!("the column `{}` stands twice", cell.value);
                let twice = Diagnostic::new(Code::DuplicateKey, cell.span, message)
                    .help("take one of the two out, or give it its right name")
                    .label(first, "it stands here first");
                diagnostics.push(twice);
            }
            kept.push(first.is_none() && !cell.value.is_empty());
            seen.entry(Arc::clone(&cell.value)).or_insert(cell.span);
        }
        let mut rows = Vec::new();
        for record in records {
            if let Some(fault) = record
                .fault
                .or_else(|| self.misfit(&head.cells, &record.cells, &record.range))
            {
                diagnostics.push(fault);
                continue;
            }
            let cells = record.cells.into_iter().zip(&kept);
            rows.push(Row {
                cells: cells
                    .filter(|(_, kept)| **kept)
                    .map(|(cell, _)| cell)
                    .collect(),
                span: self.span(record.range),
            });
        }
        let names = head.cells.into_iter().zip(&kept);
        let header = names
            .filter(|(_, kept)| **kept)
            .map(|(name, _)| name)
            .collect();
        Table { header, rows }
    }

    /// What is wrong with a row under this header.
    fn misfit(
        &self,
        header: &[Spanned<Arc<str>>],
        cells: &[Spanned<Arc<str>>],
        range: &Range<usize>,
    ) -> Option<Diagnostic> {
        let (found, expected) = (cells.len(), header.len());
        if found != expected {
            let plural = if found == 1 { "cell" } else { "cells" };
            let message = format!("the row has {found} {plural}, the header {expected}");
            let place = cells.get(expected).map_or_else(
                || self.span(range.clone()),
                |extra| {
                    Span::new(
                        self.source,
                        extra.span.start as usize,
                        self.base + range.end,
                    )
                },
            );
            return Some(
                Diagnostic::new(Code::CsvSyntax, place, message).help(format!(
                    "put a text that holds {} in double quotes; leave a cell without a value blank",
                    delimiter_name(self.delimiter)
                )),
            );
        }
        let nameless = header.iter().zip(cells);
        let mut nameless =
            nameless.filter(|(name, cell)| name.value.is_empty() && !cell.value.is_empty());
        let (_, cell) = nameless.next()?;
        let message = format!("`{}` stands in a column without a name", cell.value);
        Some(
            Diagnostic::new(Code::CsvSyntax, cell.span, message)
                .help("give the column a name in the header, or empty the cell"),
        )
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.base + range.start, self.base + range.end)
    }

    fn records(&self) -> Vec<Record> {
        let mut records = Vec::new();
        let mut from = Some(0);
        while let Some(start) = from {
            from = self.records_from(start, &mut records);
        }
        records
    }

    /// Reads records from the byte `from` on, up to the end or the first that is faulty; answers
    /// where to go on behind that. A quote that is never closed would swallow all that follows, so
    /// reading begins anew on the next line.
    fn records_from(&self, from: usize, records: &mut Vec<Record>) -> Option<usize> {
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .terminator(Terminator::CRLF)
            .from_reader(&self.text.as_bytes()[from..]);
        let mut record = ByteRecord::new();
        // Reading from memory cannot fail, and the text is UTF-8.
        while let Ok(true) = reader.read_byte_record(&mut record) {
            let start = record.position().map_or(0, csv::Position::byte);
            let start = from + usize::try_from(start).unwrap_or(self.text.len());
            let record = self.record(start, &record);
            let fault = record.fault.as_ref();
            let fault = fault.map(|fault| fault.span.start as usize - self.base);
            records.push(record);
            if let Some(fault) = fault {
                let line = self.text[fault..].find('\n');
                return line.map(|end| fault + end + 1);
            }
        }
        None
    }

    /// The record that begins at or, past blank lines, behind the byte `start`.
    fn record(&self, start: usize, record: &ByteRecord) -> Record {
        let bytes = self.text.as_bytes();
        let blank = bytes[start..]
            .iter()
            .take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let start = start + blank.count();
        let mut at = start;
        let mut fault = None;
        let mut cells = Vec::new();
        for value in record {
            let (inner, next) = match self.cell(at) {
                Ok(found) => found,
                Err(diagnostic) => {
                    fault.get_or_insert(diagnostic);
                    (at..at, self.text.len())
                }
            };
            // As much is taken off the place as off the value.
            let written = &self.text[inner.clone()];
            let inner_start = inner.start + written.len() - written.trim_start().len();
            let inner_end = inner_start.max(inner.start + written.trim_end().len());
            let text = String::from_utf8_lossy(value);
            let span = self.span(inner_start..inner_end);
            cells.push(Spanned::new(text.trim().into(), span));
            at = next;
            if bytes.get(at) == Some(&self.delimiter) {
                at += 1;
            }
        }
        Record {
            cells,
            range: start..at,
            fault,
        }
    }

    /// The place of what a cell that begins at `at` holds, and where the cell ends.
    fn cell(&self, at: usize) -> Result<(Range<usize>, usize), Diagnostic> {
        let bytes = self.text.as_bytes();
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        let end = |from: usize| {
            let found = bytes[from..].iter().position(ends);
            found.map_or(bytes.len(), |found| from + found)
        };
        if bytes.get(at) != Some(&b'"') {
            return Ok((at..end(at), end(at)));
        }
        let unclosed = || {
            let message = "the double quote that opens here is not closed";
            let help = "put a double quote at the end of the cell; a double quote within one is \
                        written twice";
            Diagnostic::new(Code::CsvSyntax, self.span(at..at + 1), message).help(help)
        };
        let mut close = at + 1;
        loop {
            match bytes.get(close) {
                Some(b'"') if bytes.get(close + 1) == Some(&b'"') => close += 2,
                Some(b'"') => break,
                Some(_) => close += 1,
                None => return Err(unclosed()),
            }
        }
        let end = end(close + 1);
        let behind = &self.text[close + 1..end];
        if !behind.trim().is_empty() {
            // What closes on a later line and has text behind it is the next cell's opening quote.
            if self.text[at..close].contains('\n') {
                return Err(unclosed());
            }
            let message = "there is text behind the closing double quote";
            return Err(
                Diagnostic::new(Code::CsvSyntax, self.span(close + 1..end), message)
                    .help("write a double quote within a quoted cell twice"),
            );
        }
        Ok((at + 1..close, end))
    }
}

/// What parts the cells: what the first line with text holds most of outside quotes.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in line.unwrap_or_default().bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && byte == *delimiter);
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    let first = counts.iter().find(|(_, count)| Some(*count) == most);
    first.map_or(b',', |(delimiter, _)| *delimiter)
}

fn delimiter_name(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "a semicolon",
        b'\t' => "a tab",
        _ => "a comma",
    }
}

#[cfg(test)]
mod tests;

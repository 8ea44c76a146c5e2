//! Which chart stands where: under its name as a file, and in its place on a page.
//!
//! A chart is drawn by its name alone, so that the drawing in a page and the one in its own file
//! are the same.

use std::{collections::BTreeSet, fmt::Write as _};

use crate::{
    chart::Svg,
    model::Language,
    page::{Context, drawing::draw, here::Here, view::ChartView},
    reference::{self, Chart},
    text::{escaped, escaped_text},
    wording::Place,
};

/// The names of all charts of a report, in reading order.
pub fn charts(context: &Context<'_>, report: usize) -> Vec<String> {
    let model = context.model;
    let mut seen = BTreeSet::new();
    let charts = reference::charts(model, report).into_iter();
    let names = charts.map(|chart| chart.name(model, report));
    // A measure that stands in two objectives has one chart under its name.
    names.filter(|name| seen.insert(name.clone())).collect()
}

/// The chart of a report with this name, in the words of a language; `None` where there is none.
pub fn chart_svg(
    context: &Context<'_>,
    language: &Language,
    report: usize,
    name: &str,
) -> Option<Svg> {
    let place = Place::Chart(report, name.to_owned());
    let here = Here::new(context, language, place);
    let references = context.references();
    let chart = references.chart(report, name)?;
    Some(draw(&here, report, chart).svg)
}

/// A chart in its place on a page.
pub(super) fn chart_view(here: &Here<'_>, report: usize, chart: &Chart) -> Option<ChartView> {
    let name = chart.name(here.context.model, report);
    named_chart(here, report, &name, "")
}

/// What the chart with this name is of: its caption.
pub(super) fn chart_caption(here: &Here<'_>, report: usize, name: &str) -> Option<String> {
    let references = here.context.references();
    let chart = references.chart(report, name)?;
    Some(draw(here, report, chart).caption)
}

/// The chart with this name in its place on a page. `prefix` makes its anchor unlike that of the
/// same chart elsewhere on the page.
pub(super) fn named_chart(
    here: &Here<'_>,
    report: usize,
    name: &str,
    prefix: &str,
) -> Option<ChartView> {
    let references = here.context.references();
    let drawn = draw(here, report, references.chart(report, name)?);
    let view = ChartView {
        html: String::new(),
        svg: drawn.svg.inline(&format!("drawing-{prefix}{name}")),
        id: format!("chart-{prefix}{name}"),
        caption: drawn.caption,
        note: drawn.note,
        file: Some(here.href(&Place::Chart(report, name.to_owned()))),
    };
    Some(figure(here, view))
}

/// The chart as a figure of HTML: the drawing, its caption, what it leaves out, and the way to its file.
/// Those that templates show and those between paragraphs are all made here.
pub(super) fn figure(here: &Here<'_>, view: ChartView) -> ChartView {
    let (id, caption) = (escaped(&view.id), escaped_text(&view.caption));
    let mut html = format!(
        "<figure class=\"chart-figure\" id=\"{id}\" aria-labelledby=\"{id}-caption\">\n{}\n\
         <figcaption><span id=\"{id}-caption\">{caption}</span>",
        view.svg
    );
    if let Some(note) = &view.note {
        let note = escaped_text(note);
        let _ = write!(html, " <span class=\"chart-note\">{note}</span>");
    }
    if let Some(file) = &view.file {
        let (file, words) = (escaped(file), escaped_text(&here.word("chart-file")));
        let _ = write!(
            html,
            " <a class=\"chart-file\" href=\"{file}\">{words}\
             <span class=\"unseen\"> ({caption})</span></a>"
        );
    }
    html.push_str("</figcaption>\n</figure>");
    ChartView { html, ..view }
}

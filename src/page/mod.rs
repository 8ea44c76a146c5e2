//! Floor 6, upper half: one view a page, and what all pages share.
//!
//! A view is everything that a template shows, worded and linked for one page in one language.
//! Views are made on demand from the model, its facts and the words; nothing is kept between two of
//! them but [`Index`]. The names of their fields are the theme's interface.

mod action_row;
mod anchor;
mod axes;
mod charts;
mod context;
mod corrections;
mod counts;
mod description;
mod drawing;
mod evaluation;
mod evidence;
mod exceptions;
mod feed;
mod figure;
mod files;
mod filled;
mod frame;
mod framework;
mod free_page;
mod gap;
mod guidance;
mod here;
mod home;
mod item;
mod key;
mod matrix;
mod measure_index;
mod measure_page;
mod measure_row;
mod numbering;
mod objective;
mod part;
mod places;
mod print;
mod prose;
mod redirect;
mod report;
mod report_lists;
mod series;
mod series_drawing;
mod shared;
mod since;
mod spark;
mod standing;
mod story;
mod target;
mod thread;
mod thread_map;
mod view;

pub use charts::{chart_svg, charts};
pub use context::{Context, Index};
pub use exceptions::{ExceptionsView, exceptions};
pub use feed::{FeedView, feed, has_feed};
pub use frame::FrameView;
pub use framework::{FrameworkPageView, framework};
pub use free_page::{NotFoundView, PageView, not_found, page};
pub use guidance::{ChapterView, DutiesView, GuidanceView, chapter, duties, guidance};
pub use home::{HomeView, home};
pub use item::{ItemView, item};
pub use measure_index::{MeasureIndexView, measure_index};
pub use measure_page::{MeasureView, measure};
pub use objective::{ObjectiveView, objective};
pub use places::{PagePlace, asset_address, places, shows_draft, template};
pub use print::{PrintView, print};
pub use redirect::{Redirect, RedirectView, redirect, redirects};
pub use report::{ReportView, report};
pub use report_lists::{ReportActionsView, ReportMeasuresView, report_actions, report_measures};
pub use series_drawing::{series_charts, series_svg};
pub use shared::{SharedView, shared};
pub use standing::{StandingView, standing};
pub use thread::{ThreadView, thread};

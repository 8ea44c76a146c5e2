//! Floor 6a: the theme. The only user of tera.
//!
//! A [`Theme`] holds the compiled templates and the static files. The built-in theme's templates are
//! known as `theme/<path>`, a site's own as `<path>`; a name is looked for among the site's own
//! first, so that `home.html` of the built-in theme extends the site's `base.html` where there is
//! one, and that one may itself extend `theme/base.html`.
//!
//! What is wrong with a template comes out as a diagnostic at its place, whether tera meets it while
//! it reads the template, while it ties the templates together, or only while it renders a page.

mod assets;
mod brand;
mod colour;
mod fault;
mod render;
mod templates;

pub use assets::Asset;
pub use render::{Shared, Theme};

#[cfg(test)]
mod tests;

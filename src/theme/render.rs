//! A theme, ready to render pages.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use crate::{
    model::{Settings, ThemeFile},
    text::{Code, Diagnostic, Diagnostics, Warned, marked_up, nearest, unmarked},
    theme::{
        assets::{Asset, Assets, assets},
        brand,
        colour::Colour,
        fault,
        templates::{BUILT_IN, Templates},
    },
};

/// The accent of the built-in theme, where the site gives none; its stylesheet has the same.
const ACCENT: Colour = Colour::new(0x12, 0x43, 0x6d);

/// The same in dark.
const ACCENT_DARK: Colour = Colour::new(0x0d, 0x33, 0x52);

/// Compiled templates and static files.
pub struct Theme {
    tera: Tera,
    templates: Templates,
    assets: Assets,
    /// What templates reach as `theme`.
    look: Value,
}

/// What all pages of one language share, made once: templates reach it as `site` and `words`.
#[derive(Clone, Debug)]
pub struct Shared {
    site: Value,
    words: Value,
}

impl Shared {
    /// What pages share: `site` as a whole, and the fixed strings of their language by key.
    pub fn new(site: &impl Serialize, words: &impl Serialize) -> Self {
        Self {
            site: Value::from_serializable(site),
            words: Value::from_serializable(words),
        }
    }
}

/// What templates reach as `theme`.
#[derive(Serialize)]
struct Look {
    /// The ground of the band, for the browser's own frame.
    accent: String,
    /// The same in dark.
    accent_dark: String,
}

impl Theme {
    /// Compiles the templates among `files` and gives its static files their addresses.
    ///
    /// Without a value where a template is at fault: nothing could be rendered.
    pub fn new(files: &[ThemeFile], settings: &Settings) -> Warned<Option<Self>> {
        let mut diagnostics = Diagnostics::new();
        let accent = settings.brand.accent.as_ref();
        let accent = accent.and_then(|accent| {
            let colour = Colour::parse(&accent.value)?;
            diagnostics.extend(brand::contrast(colour, accent.span));
            Some(colour)
        });
        let assets = assets(files, accent, &mut diagnostics);
        let templates = Templates::new(files, settings.theme.span);
        let look = Look {
            accent: accent.unwrap_or(ACCENT).hex(),
            accent_dark: accent.map_or(ACCENT_DARK, brand::band_in_dark).hex(),
        };
        let mut tera = empty(&assets);
        let compiled = templates.compile(&mut tera);
        let value = match compiled {
            Ok(()) => Some(Self {
                tera,
                templates,
                assets,
                look: Value::from_serializable(&look),
            }),
            Err(faults) => {
                diagnostics.append(faults);
                None
            }
        };
        Warned { value, diagnostics }
    }

    /// Renders a page with the template `name`, such as `home.html`; `page` reaches it as `page`.
    ///
    /// # Errors
    /// What is at fault in the template, at its place there.
    pub fn render(
        &self,
        name: &str,
        shared: &Shared,
        page: &impl Serialize,
    ) -> Result<String, Box<Diagnostic>> {
        let page =
            Value::try_from_serializable(page).map_err(|error| Box::new(self.fault(&error)))?;
        let mut context = Context::new();
        context.insert_value("theme", self.look.clone());
        context.insert_value("site", shared.site.clone());
        context.insert_value("words", shared.words.clone());
        context.insert_value("page", page);
        let rendered = self.tera.render(name, &context);
        let rendered = rendered.map_err(|error| Box::new(self.fault(&error)))?;
        // A feed names languages by itself, and has no elements that a page has.
        let page = name.rsplit('.').next() == Some("html");
        Ok(if page {
            marked_up(rendered)
        } else {
            unmarked(&rendered).into_owned()
        })
    }

    /// The static files, by the name that templates use.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.assets
            .iter()
            .map(|(name, asset)| (name.as_str(), asset))
    }

    fn fault(&self, error: &tera::Error) -> Diagnostic {
        let faults = fault::diagnostics(error, &self.templates);
        let none = || Diagnostic::new(Code::TemplateFault, self.templates.theme, error.to_string());
        faults.into_iter().next().unwrap_or_else(none)
    }
}

/// Tera without templates: with the function that gives a static file's address.
fn empty(assets: &Assets) -> Tera {
    let mut tera = Tera::default();
    let fallback = tera.set_fallback_prefixes([BUILT_IN]);
    debug_assert!(fallback.is_ok(), "there are no templates yet");
    let addresses: BTreeMap<String, String> = assets
        .iter()
        .map(|(name, asset)| (name.clone(), asset.address.clone()))
        .collect();
    tera.register_function(
        "asset",
        move |arguments: Kwargs, _: &State| -> TeraResult<String> {
            let name = arguments.must_get::<&str>("name")?;
            addresses.get(name).cloned().ok_or_else(|| {
                let near = nearest(name, addresses.keys().map(String::as_str));
                let hint =
                    near.map_or_else(String::new, |near| format!(", did you mean `{near}`?"));
                tera::Error::message(format!("the theme has no static file `{name}`{hint}"))
            })
        },
    );
    tera
}

//! Addresses and what stands there.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
    path::PathBuf,
    sync::Arc,
};

use crate::{
    site::{Leaf, table::Table},
    text::Diagnostic,
    wording::Address,
};

/// Makes the bytes of an artifact when they are asked for.
pub type Render = Box<dyn Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// Makes the bytes of a page or drawing when they are asked for.
pub(super) type Cook = Box<dyn Fn(&Leaf) -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// What an artifact consists of.
pub enum Content {
    /// Bytes that are there already.
    Bytes(Arc<[u8]>),
    /// A file of the content folder, copied as it is.
    File(PathBuf),
    /// Rendered on demand.
    Rendered(Render),
    /// A page or drawing, which [`Site::render`] makes.
    Leaf(Leaf),
}

/// One file of the website.
pub struct Artifact {
    /// What it consists of.
    pub content: Content,
}

/// Every address of the website with what stands there.
#[derive(Default)]
pub struct Site {
    /// Pages and drawings.
    table: Arc<Table>,
    cook: Option<Cook>,
    /// All else.
    artifacts: BTreeMap<Address, Artifact>,
}

impl Site {
    /// A site of the pages and drawings in `table`, which `cook` makes.
    pub(super) fn new(table: Arc<Table>, cook: Cook) -> Self {
        Self {
            table,
            cook: Some(cook),
            artifacts: BTreeMap::new(),
        }
    }

    /// Sets what stands at `address` beside the pages and drawings.
    pub fn insert(&mut self, address: Address, artifact: Artifact) {
        self.artifacts.insert(address, artifact);
    }

    /// What stands at an address.
    pub fn get(&self, address: &str) -> Option<&Artifact> {
        let other = self.artifacts.get(&Address::new(address));
        other.or_else(|| self.table.get(address))
    }

    /// Everything, by address.
    pub fn iter(&self) -> impl Iterator<Item = (&Address, &Artifact)> {
        let mut leaves = self.table.leaves().iter().peekable();
        let mut others = self.artifacts.iter().peekable();
        iter::from_fn(move || match (leaves.peek(), others.peek()) {
            (Some((leaf, _)), Some((other, _))) if leaf > *other => others.next(),
            (Some(_), _) => leaves.next().map(|(address, artifact)| (address, artifact)),
            (None, _) => others.next(),
        })
    }

    /// The bytes of a page or drawing of this site.
    ///
    /// # Errors
    /// What is at fault in the template, at its place there.
    pub fn render(&self, leaf: &Leaf) -> Result<Vec<u8>, Box<Diagnostic>> {
        self.cook.as_ref().map_or(Ok(Vec::new()), |cook| cook(leaf))
    }

    /// The bytes of what is made at `address`; none where nothing is, or where it cannot be.
    pub fn made(&self, address: &str) -> Option<Vec<u8>> {
        match &self.get(address)?.content {
            Content::Rendered(render) => render().ok(),
            Content::Leaf(leaf) => self.render(leaf).ok(),
            Content::Bytes(_) | Content::File(_) => None,
        }
    }

    /// Why what stands at `address` cannot be made, if it cannot.
    pub fn fault(&self, address: &str) -> Option<Diagnostic> {
        let made = match &self.get(address)?.content {
            Content::Rendered(render) => render(),
            Content::Leaf(leaf) => self.render(leaf),
            Content::Bytes(_) | Content::File(_) => return None,
        };
        made.err().map(|fault| *fault)
    }

    /// The address of one page for each template that shows any.
    pub fn samples(&self) -> Vec<&Address> {
        let mut seen = BTreeSet::new();
        let leaves = self.table.leaves().iter();
        let first = leaves.filter(|(_, artifact)| match &artifact.content {
            Content::Leaf(leaf) => leaf.template.is_some_and(|name| seen.insert(name)),
            _ => false,
        });
        first.map(|(address, _)| address).collect()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.table.leaves().len() + self.artifacts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

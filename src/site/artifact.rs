//! Addresses and what stands there.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use crate::{text::Diagnostic, wording::Address};

/// Makes the bytes of an artifact when they are asked for.
pub type Render = Box<dyn Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync>;

/// What an artifact consists of.
pub enum Content {
    /// Bytes that are there already.
    Bytes(Arc<[u8]>),
    /// A file of the content folder, copied as it is.
    File(PathBuf),
    /// Rendered on demand.
    Rendered(Render),
}

/// One file of the website.
pub struct Artifact {
    /// What it consists of.
    pub content: Content,
}

/// Every address of the website with what stands there.
#[derive(Default)]
pub struct Site {
    artifacts: BTreeMap<Address, Artifact>,
}

impl Site {
    /// Sets what stands at `address`; answers what stood there before, if anything did.
    pub fn insert(&mut self, address: Address, artifact: Artifact) -> Option<Artifact> {
        self.artifacts.insert(address, artifact)
    }

    /// What stands at an address.
    pub fn get(&self, address: &str) -> Option<&Artifact> {
        self.artifacts.get(&Address::new(address))
    }

    /// Everything, by address.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Address, &Artifact)> {
        self.artifacts.iter()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.artifacts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.artifacts.is_empty()
    }
}

//! What an answer bears.

use std::{path::PathBuf, sync::Arc};

/// The bytes of an answer, or the file that holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// These.
    Bytes(Arc<[u8]>),
    /// The first so many of this file. It is large, and read while it is sent.
    File(PathBuf, u64),
}

impl Payload {
    /// How many there are.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::File(_, size) => *size,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those that are at hand.
    pub fn bytes(&self) -> Option<&Arc<[u8]>> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            Self::File(..) => None,
        }
    }
}

impl<B: Into<Arc<[u8]>>> From<B> for Payload {
    fn from(bytes: B) -> Self {
        Self::Bytes(bytes.into())
    }
}

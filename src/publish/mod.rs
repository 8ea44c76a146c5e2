//! Floor 8: the only writer of a website.
//!
//! The new site is prepared whole in a folder beside the output folder, then the two change places
//! in one step. Until that step the old site stands as it was, whatever goes wrong; after it there
//! is no page of the old one. What somebody put into the old site meanwhile is moved over then; where
//! that fails, it is named and stays where it is. Three things follow:
//!
//! - A file whose bytes are the same is the same file (a hard link), so it keeps its time.
//! - A file that no build wrote is taken along. `.goldenthread.json` lists those that were.
//! - A build that changes nothing does not touch the folder.

mod addresses;
mod destination;
mod error;
mod keep;
mod lock;
mod manifest;
mod stage;
mod switch;

use std::{fs, time::Duration};

use crate::site::Site;

pub use destination::Destination;
pub use error::{PublishError, Refusal};

use error::Doing as _;
use keep::Survey;
use lock::Lock;
use manifest::Manifest;
use switch::Workshop;

/// Is told how many files of how many are done, from any thread.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// How long to wait for another build of the same folder. It needs the folder for seconds at most.
const PATIENCE: Duration = Duration::from_secs(30);

/// What was published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or whose bytes changed.
    pub written: usize,
    /// Files whose bytes did not change.
    pub unchanged: usize,
    /// Files that the site no longer has.
    pub removed: usize,
    /// Files the site has.
    pub total: usize,
}

/// Renders every file of `site` and puts them in the place of what an earlier build wrote there.
///
/// # Errors
/// Pages that cannot be rendered ([`PublishError::Render`], with all of them), a folder that may
/// not be replaced, or the machine. The site that was there before is then as it was. Only where the
/// new site stands already, and not all that somebody put into the old one meanwhile could be moved
/// into it, the error is [`PublishError::Left`].
pub fn publish(
    site: &Site,
    destination: &Destination,
    progress: Progress,
) -> Result<Published, PublishError> {
    addresses::check(site)?;
    fs::create_dir_all(destination.parent()).doing("make", destination.parent())?;
    let _lock = Lock::take(&destination.lock(), destination.shown(), PATIENCE)?;
    let mut workshop = Workshop::open(destination)?;
    let there = destination.exists()?;
    let before = if there {
        Manifest::read(destination)?
    } else {
        Manifest::default()
    };
    let survey = Survey::of(destination, site, &before)?;

    let (old, new) = (destination.folder(), workshop.new_site());
    let written = stage::fill(site, old, &new, progress)?;
    let list = Manifest::of(site).to_bytes();
    let same_list = stage::holds(&old.join(manifest::NAME), &list);
    let published = Published {
        written,
        unchanged: site.len() - written,
        removed: survey.removed,
        total: site.len(),
    };
    if there && same_list && published.written == 0 && published.removed == 0 {
        return Ok(published);
    }
    fs::write(new.join(manifest::NAME), list).doing("write", new.join(manifest::NAME))?;
    survey.carry(old, &new)?;
    let old = workshop.switch(destination)?;
    if let Err(left) = survey.rescue(&old, destination.folder()) {
        workshop.leave();
        return Err(left);
    }
    workshop.done();
    Ok(published)
}

#[cfg(test)]
mod tests;

//! Writing a file so that nobody ever finds half of it.

use std::{fs, io, path::Path};

/// Writes a file. The old one stands until the new one is whole.
///
/// # Errors
/// What the machine says; the old file is as it was then.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Hidden files are never read as content, should this one be left behind.
    let new = file.with_file_name(format!(".{name}.new"));
    fs::write(&new, bytes)
        .and_then(|()| fs::rename(&new, file))
        .inspect_err(|_| {
            let _ = fs::remove_file(&new);
        })
}

/// The same where it is another than it was; answers whether it was.
///
/// # Errors
/// As [`write_whole`].
pub(super) fn write_where_other(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    write_whole(file, bytes)?;
    Ok(true)
}

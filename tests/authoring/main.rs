//! What helps those who write a record: beginnings, embargoes.

mod accounted;
mod beginnings;
mod begun;
mod carried;
mod embargo;
mod held;
mod moved;
mod new;
mod record;
mod seal;
#[path = "../support/mod.rs"]
mod support;

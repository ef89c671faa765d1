//! Copy, cut and paste as text.

//! The window: one frame, read from top to bottom.

//! The command line: `new`, `check`, `info`, `export`, with no window and no display.

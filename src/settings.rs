//! What the program remembers between runs: theme, language, panels, recent files.

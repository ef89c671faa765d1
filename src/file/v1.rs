//! The schema of format 1 on disk, apart from the model in memory.

//! Project files: what was written is read, byte for byte; what is damaged is told, never kept
//! silently; what is hostile does no harm.

mod support;

use proptest::prelude::*;
use touchline::file;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(seed: u64) {
        let project = support::project(seed);
        prop_assert_eq!(project.check(), []);
        let bytes = file::write(&project);
        let opened = file::read(&bytes).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(&opened.project, &project);
        prop_assert_eq!(opened.notes, []);
        prop_assert_eq!(file::write(&opened.project), bytes);
    }
}

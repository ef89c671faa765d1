//! Makes one typed function for each message of the interface, so that a missing translation, a
//! misspelled key or a wrong argument breaks the build.

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};
use std::process::ExitCode;

fn main() -> ExitCode {
    let Ok(out) = std::env::var("OUT_DIR") else {
        return ExitCode::FAILURE;
    };
    println!("cargo::rerun-if-changed=assets/text");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("assets/text")
            .with_output_file_path(&format!("{out}/text.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&format!("{out}/text.ftl")))
            .with_prefix("")
            .without_format()
            .without_bidi_isolation()
            .with_lint_level(LintLevel::Strict),
    )
}

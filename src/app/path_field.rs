//! A path typed by hand, with a list of what is in the folder: where the system has no file dialog
//! to offer, or its dialog does not answer.

use super::{
    document::file_name,
    job::{Job, Poll, Worker},
    picker::{Picked, Question, with_extension},
    style,
};
use crate::{file::plain, text::Text};
use egui::{
    Align, Align2, Button, Context, Id, Key, Layout, Modal, RichText, ScrollArea, TextEdit, Ui,
    Vec2,
};
use lucide_icons::Icon;
use std::path::{Path, PathBuf};

/// More entries of a folder than this are not listed.
const MOST_ENTRIES: usize = 500;
const ROW_HEIGHT: f32 = 28.0;

/// Why there is a path field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The system's dialog does not answer.
    Hung,
    /// There is none.
    Missing,
}

type Listing = Vec<(PathBuf, bool)>;

/// The field's state.
pub struct PathField {
    question: Question,
    why: Why,
    typed: String,
    /// The folder that is listed.
    folder: PathBuf,
    listing: Listing,
    reading: Option<Job<Listing>>,
    is_read: bool,
    problem: Option<String>,
    /// The file that was said to be there already.
    asked: Option<PathBuf>,
    is_new: bool,
}

impl PathField {
    pub fn new(question: Question, why: Why) -> Self {
        let start = if question.is_open {
            question.folder.join("")
        } else {
            question.folder.join(format!("{}.{}", question.name, question.extension))
        };
        Self {
            why,
            typed: start.to_string_lossy().into_owned(),
            folder: question.folder.clone(),
            question,
            listing: Vec::new(),
            reading: None,
            is_read: false,
            problem: None,
            asked: None,
            is_new: true,
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ctx: &Context, worker: &Worker, text: &Text) -> Picked {
        self.read(worker);
        let mut picked = Picked::Waiting;
        let frame = egui::Frame::window(&ctx.global_style());
        let modal = Modal::new(Id::unique("path field")).frame(frame).show(ctx, |ui| {
            ui.set_width(520.0);
            ui.heading(&self.question.title);
            let why = match (self.why, self.question.is_open) {
                (Why::Hung, true) => text.path_hung(),
                (Why::Hung, false) => text.path_hung_save(),
                (Why::Missing, true) => text.path_missing(),
                (Why::Missing, false) => text.path_missing_save(),
            };
            ui.label(why);
            self.folder_ui(ui, text);
            let label = ui.label(text.path_file());
            let field = TextEdit::singleline(&mut self.typed)
                .desired_width(f32::INFINITY)
                .min_size(Vec2::new(0.0, 32.0))
                .align(Align2::LEFT_CENTER)
                .cursor_at_end(true);
            let response = ui.add(field).labelled_by(label.id);
            if std::mem::take(&mut self.is_new) {
                response.request_focus();
            }
            if response.changed() {
                self.problem = None;
                self.asked = None;
            }
            let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if let Some(problem) = &self.problem {
                ui.colored_label(ui.visuals().error_fg_color, problem);
            }
            ui.add_space(8.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = match (&self.asked, self.question.is_open) {
                    (Some(_), _) => text.path_replace(),
                    (None, true) => text.path_open(),
                    (None, false) => text.path_save(),
                };
                if ui.add(style::main_button(ui, label)).clicked() || entered {
                    picked = self.accept(text);
                    if picked == Picked::Waiting {
                        response.request_focus();
                    }
                }
                if ui.button(text.dialog_cancel()).clicked() {
                    picked = Picked::Cancelled;
                }
            });
        });
        if picked == Picked::Waiting && modal.should_close() {
            picked = Picked::Cancelled;
        }
        picked
    }

    fn folder_ui(&mut self, ui: &mut Ui, text: &Text) {
        ui.horizontal(|ui| {
            if style::icon_button_here(ui, Icon::CornerLeftUp, &text.path_up()).clicked()
                && let Some(above) = self.folder.parent().map(Path::to_owned)
            {
                self.go(&above);
            }
            let folder = RichText::new(self.folder.display().to_string());
            ui.add(egui::Label::new(folder.weak()).truncate());
        });
        let mut chosen = None;
        let rows = self.listing.len();
        egui::Frame::new().stroke(ui.visuals().window_stroke).corner_radius(6).show(ui, |ui| {
            ui.set_min_height(168.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt("folder").max_height(168.0);
            area.auto_shrink(false).show_rows(ui, ROW_HEIGHT, rows, |ui, range| {
                for (path, is_folder) in self.listing.get(range).unwrap_or_default() {
                    let icon = if *is_folder { Icon::Folder } else { Icon::FileText };
                    let name = file_name(path);
                    let width = ui.available_width();
                    let row = Button::new((style::icon(icon), RichText::new(&name)))
                        .frame_when_inactive(false)
                        .truncate()
                        .right_text("")
                        .min_size(Vec2::new(width, ROW_HEIGHT));
                    if ui.add(row).accessible_name(name).clicked() {
                        chosen = Some((path.clone(), *is_folder));
                    }
                }
            });
        });
        match chosen {
            Some((path, true)) => self.go(&path),
            Some((path, false)) => {
                self.typed = path.to_string_lossy().into_owned();
                self.problem = None;
                self.asked = None;
            }
            None => {}
        }
    }

    /// Lists another folder, and keeps the name that was typed.
    fn go(&mut self, folder: &Path) {
        let name = Path::new(&self.typed).file_name().map(ToOwned::to_owned);
        let path = match name {
            Some(name) if !self.question.is_open => folder.join(name),
            _ => folder.join(""),
        };
        self.typed = path.to_string_lossy().into_owned();
        folder.clone_into(&mut self.folder);
        self.is_read = false;
        self.problem = None;
        self.asked = None;
    }

    fn read(&mut self, worker: &Worker) {
        if !self.is_read {
            self.is_read = true;
            let folder = self.folder.clone();
            let extension = self.question.extension;
            self.reading = Some(Job::start(worker, move |_| {
                plain::list(&folder, extension, MOST_ENTRIES).unwrap_or_default()
            }));
        }
        match self.reading.as_ref().map(Job::poll) {
            Some(Poll::Done(listing)) => {
                self.listing = listing;
                self.reading = None;
            }
            Some(Poll::Lost) => self.reading = None,
            Some(Poll::Running) | None => {}
        }
    }

    /// Takes what was typed, or says what is wrong with it.
    fn accept(&mut self, text: &Text) -> Picked {
        let typed = resolve(self.typed.trim(), &self.folder);
        if self.question.is_open {
            if plain::is_folder(&typed) {
                self.go(&typed);
                return Picked::Waiting;
            }
            let with = with_extension(&typed, self.question.extension);
            let found = [typed, with].into_iter().find(|path| plain::exists(path));
            return match found {
                Some(path) => Picked::Checked(path),
                None => self.refuse(text.path_no_file()),
            };
        }
        if plain::is_folder(&typed) || typed.file_name().is_none() {
            return self.refuse(text.path_is_folder());
        }
        let path = with_extension(&typed, self.question.extension);
        let folder = path.parent().unwrap_or(Path::new(""));
        if !plain::is_folder(folder) {
            return self.refuse(text.path_no_folder(folder.display().to_string()));
        }
        if plain::exists(&path) && self.asked.as_ref() != Some(&path) {
            let words = text.path_exists(file_name(&path));
            self.asked = Some(path);
            return self.refuse(words);
        }
        Picked::Checked(path)
    }

    fn refuse(&mut self, words: String) -> Picked {
        self.problem = Some(words);
        Picked::Waiting
    }
}

/// What was typed as a path: from the home folder with "~", else from the folder that is listed.
fn resolve(typed: &str, folder: &Path) -> PathBuf {
    let home = || directories::UserDirs::new().map(|user| user.home_dir().to_owned());
    match typed.strip_prefix('~') {
        Some("") => home().unwrap_or_else(|| folder.to_owned()),
        Some(rest) if rest.starts_with(['/', '\\']) => {
            home().unwrap_or_else(|| folder.to_owned()).join(&rest[1..])
        }
        _ => folder.join(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::picker::Purpose, text::Language};
    use std::{fs, io};

    fn field(is_open: bool, folder: &Path) -> PathField {
        let purpose = if is_open { Purpose::Open } else { Purpose::SaveAs { then: None } };
        let question = purpose.question(folder.to_owned(), "map".to_owned(), &Language::En.load());
        PathField::new(question, Why::Missing)
    }

    #[test]
    fn a_save_asks_once_before_it_replaces() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let text = Language::En.load();
        let mut save = field(false, folder.path());
        let path = folder.path().join("map.ron");
        assert_eq!(save.accept(&text), Picked::Checked(path.clone()));
        fs::write(&path, "")?;
        assert_eq!(save.accept(&text), Picked::Waiting);
        assert_eq!(save.accept(&text), Picked::Checked(path));
        Ok(())
    }

    #[test]
    fn what_cannot_be_is_refused_in_words() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let text = Language::En.load();
        for (is_open, typed) in [(true, "none.ron"), (false, "none/map"), (false, "."), (false, "")]
        {
            let mut field = field(is_open, folder.path());
            typed.clone_into(&mut field.typed);
            assert_eq!(field.accept(&text), Picked::Waiting, "{typed}");
            assert!(field.problem.is_some(), "{typed}");
        }
        Ok(())
    }

    #[test]
    fn a_name_alone_is_in_the_listed_folder_and_needs_no_extension() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let text = Language::En.load();
        fs::write(folder.path().join("a.ron"), "")?;
        let mut open = field(true, folder.path());
        "a".clone_into(&mut open.typed);
        assert_eq!(open.accept(&text), Picked::Checked(folder.path().join("a.ron")));
        Ok(())
    }
}

//! Work off the UI thread: a result that comes later, progress, cancel. Whatever ends, ends with
//! the window being woken.

use crate::export::Progress;
use std::{
    sync::{
        Arc,
        atomic::Ordering,
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

/// Who does the work.
#[derive(Clone)]
pub enum Worker {
    /// A thread for each job.
    Threads(egui::Context),
    /// At once, where it is asked for: tests are repeatable.
    AtOnce,
}

/// Some work under way.
pub struct Job<T> {
    result: Receiver<T>,
    progress: Arc<Progress>,
}

/// How far a job is.
pub enum Poll<T> {
    Running,
    Done(T),
    /// It ended without a result: a defect of the program.
    Lost,
}

/// Wakes the window when dropped, also when the work panics.
struct Wake(egui::Context);

impl Drop for Wake {
    fn drop(&mut self) {
        self.0.request_repaint();
    }
}

impl<T: Send + 'static> Job<T> {
    /// Starts some work.
    pub fn start(worker: &Worker, work: impl FnOnce(&Progress) -> T + Send + 'static) -> Self {
        let (sender, result) = channel();
        let progress = Arc::new(Progress::default());
        let seen = Arc::clone(&progress);
        match worker {
            Worker::Threads(ctx) => {
                let wake = Wake(ctx.clone());
                thread::spawn(move || {
                    // Dropped in reverse order: the window wakes when all is there to be seen.
                    let _wake = wake;
                    let sender = sender;
                    finish(&sender, work(&seen));
                });
            }
            Worker::AtOnce => finish(&sender, work(&seen)),
        }
        Self { result, progress }
    }

    /// Takes the result, if it is there.
    pub fn poll(&self) -> Poll<T> {
        match self.result.try_recv() {
            Ok(value) => Poll::Done(value),
            Err(TryRecvError::Empty) => Poll::Running,
            Err(TryRecvError::Disconnected) => Poll::Lost,
        }
    }

    /// Waits for the result; `None` where it does not come in time, or not at all.
    pub fn wait(&self, patience: Duration) -> Option<T> {
        self.result.recv_timeout(patience).ok()
    }

    /// 0 to 1.
    pub fn done(&self) -> f32 {
        let thousandths = self.progress.done.load(Ordering::Relaxed).min(1000);
        f32::from(u16::try_from(thousandths).unwrap_or(1000)) / 1000.0
    }

    /// Asks it to stop; it ends as soon as it looks.
    pub fn cancel(&self) {
        self.progress.cancelled.store(true, Ordering::Relaxed);
    }
}

/// Equal where it is the same one in memory: to tell a map that was changed from one that was not.
pub struct Same<T>(pub Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is made beside the window of something that changes: always of the newest state, one at a
/// time. Until it is there, what was made of an earlier state stays with whoever has it.
pub struct Latest<K, T> {
    /// The state that was made something of last, or that nothing could be made of.
    of: Option<K>,
    making: Option<(K, Job<T>)>,
}

impl<K, T> Default for Latest<K, T> {
    fn default() -> Self {
        Self { of: None, making: None }
    }
}

impl<K: PartialEq, T: Send + 'static> Latest<K, T> {
    /// Has something made of a state, unless that is under way or was done; `work` takes along what
    /// it needs. Gives what has come since, once.
    pub fn follow<W: FnOnce() -> T + Send + 'static>(
        &mut self,
        state: K,
        worker: &Worker,
        work: impl FnOnce() -> W,
    ) -> Option<T> {
        let made = self.take();
        if self.making.is_some() || self.of.as_ref() == Some(&state) {
            return made;
        }
        let work = work();
        self.making = Some((state, Job::start(worker, move |_| work())));
        // Work that is done at once is there already.
        self.take().or(made)
    }

    fn take(&mut self) -> Option<T> {
        let (_, job) = self.making.as_ref()?;
        let made = match job.poll() {
            Poll::Running => return None,
            Poll::Done(made) => Some(made),
            Poll::Lost => None,
        };
        self.of = self.making.take().map(|(state, _)| state);
        made
    }
}

/// Hands the result over; where nobody waits for it any more, it is dropped.
fn finish<T>(sender: &Sender<T>, value: T) {
    sender.send(value).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_gives_its_result_once_and_can_be_cancelled() {
        let job = Job::start(&Worker::AtOnce, |_| 8);
        assert_eq!([Duration::ZERO; 2].map(|none| job.wait(none)), [Some(8), None]);
        let job = Job::start(&Worker::AtOnce, |progress| {
            progress.done.store(500, Ordering::Relaxed);
            7
        });
        job.cancel();
        assert!((job.done() - 0.5).abs() < 1e-6);
        assert!(job.progress.cancelled.load(Ordering::Relaxed));
        assert!(matches!(job.poll(), Poll::Done(7)));
        assert!(matches!(job.poll(), Poll::<i32>::Lost));
    }

    #[test]
    fn the_latest_is_made_once_for_each_state_and_never_two_at_a_time() {
        let ctx = egui::Context::default();
        let worker = Worker::Threads(ctx);
        let mut latest = Latest::default();
        let (go, gate) = channel();
        let first = latest.follow(1, &worker, || move || gate.recv().map(|()| 1));
        assert_eq!(first, None);
        // Another state has to wait, and an older one that is undone to is not made meanwhile.
        for state in [2, 3] {
            let none = latest.follow(state, &worker, || || unreachable!("one at a time"));
            assert_eq!(none, None);
        }
        go.send(()).ok();
        let mut seen = Vec::new();
        while seen.len() < 2 {
            seen.extend(latest.follow(3, &worker, || || Ok(3)));
            thread::yield_now();
        }
        assert_eq!(seen, [Ok(1), Ok(3)]);
        assert_eq!(latest.follow(3, &Worker::AtOnce, || || Ok(4)), None, "made already");
        assert_eq!(latest.follow(4, &Worker::AtOnce, || || Ok(4)), Some(Ok(4)));
    }

    #[test]
    fn what_is_lost_is_not_tried_again_for_the_same_state() {
        let worker = Worker::Threads(egui::Context::default());
        let mut latest: Latest<i32, ()> = Latest::default();
        latest.follow(1, &worker, || || std::panic::resume_unwind(Box::new(())));
        while latest.making.is_some() {
            latest.follow(1, &worker, || || unreachable!("not again"));
            thread::yield_now();
        }
        assert_eq!(latest.of, Some(1));
    }

    #[test]
    fn a_panicking_job_is_lost_and_wakes_the_window() {
        let ctx = egui::Context::default();
        let (woken, wakes) = channel();
        ctx.set_request_repaint_callback(move |_| {
            woken.send(()).ok();
        });
        let job: Job<()> =
            Job::start(&Worker::Threads(ctx), |_| std::panic::resume_unwind(Box::new(())));
        assert!(wakes.recv().is_ok());
        while matches!(job.poll(), Poll::Running) {
            thread::yield_now();
        }
        assert!(matches!(job.poll(), Poll::Lost));
    }
}

//! Java's stable sort of objects, `java.util.TimSort`: a merge sort that keeps runs which are already in order.
//!
//! Scripts see which elements are compared, how often and in which order, and what a comparator that contradicts itself leads to.
//! So the steps are Java's: short runs grow by binary insertion, runs merge while their lengths fall too slowly, and a merge
//! gallops where one side keeps winning. What moves are the positions of the elements, the elements stay.

use crate::heap::Share;
use crate::jdk::throwables::ILLEGAL_ARGUMENT_EXCEPTION;
use crate::{Res, Thrown, Vm};
use std::cmp::Ordering;
use std::ops::Range;

/// A comparison that may run script code and fail.
pub type Compare<'a, T> = dyn FnMut(&mut Vm, &T, &T) -> Res<Ordering> + 'a;

/// The number of elements below which nothing is merged.
const MIN_MERGE: usize = 32;

/// So many wins in a row make a merge gallop, at first and where galloping went on paying.
const MIN_GALLOP: usize = 7;

/// The positions of the elements in their order.
pub fn sorted_positions<T>(vm: &mut Vm, items: &[T], compare: &mut Compare<T>) -> Res<Vec<usize>> {
    let bytes = size_of::<usize>() * items.len();
    vm.reserve(bytes)?;
    let sort = TimSort {
        _share: Share::of(bytes),
        vm,
        items,
        compare,
        order: (0..items.len()).collect(),
        runs: Vec::new(),
        min_gallop: MIN_GALLOP,
    };
    sort.run()
}

/// How long a run must be at least, so that their number is a power of two or a little less.
fn min_run(mut len: usize) -> usize {
    let mut odd = 0;
    while len >= MIN_MERGE {
        odd |= len & 1;
        len >>= 1;
    }
    len + odd
}

/// Where elements equal to the sought one count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The place before them: Java's `gallopLeft`.
    Left,
    /// The place behind them: Java's `gallopRight`.
    Right,
}

/// How many elements of two runs are still to be merged.
struct Rest {
    left: usize,
    right: usize,
}

struct TimSort<'a, 'c, T> {
    vm: &'a mut Vm,
    items: &'a [T],
    compare: &'a mut Compare<'c, T>,
    order: Vec<usize>,
    /// The positions, on the account.
    _share: Share,
    runs: Vec<Range<usize>>,
    min_gallop: usize,
}

impl<T> TimSort<'_, '_, T> {
    fn run(mut self) -> Res<Vec<usize>> {
        let len = self.order.len();
        let shortest = if len < MIN_MERGE { len } else { min_run(len) };
        let mut start = 0;
        while start < len {
            let mut end = self.ordered_run(start)?;
            let forced = (start + shortest).min(len);
            if end < forced {
                self.insert(start, end, forced)?;
                end = forced;
            }
            self.runs.push(start..end);
            self.collapse()?;
            start = end;
        }
        while self.runs.len() > 1 {
            let last = self.runs.len() - 2;
            self.merge_at(self.shorter_neighbour(last))?;
        }
        Ok(self.order)
    }

    /// Compares two elements by their positions.
    #[inline]
    fn compare(&mut self, a: usize, b: usize) -> Res<Ordering> {
        self.vm.tick()?;
        match (self.items.get(a), self.items.get(b)) {
            (Some(a), Some(b)) => (self.compare)(self.vm, a, b),
            _ => Ok(Ordering::Equal),
        }
    }

    #[inline]
    fn less(&mut self, a: usize, b: usize) -> Res<bool> {
        Ok(self.compare(a, b)? == Ordering::Less)
    }

    /// The end of the run that is in order from `start` on; a falling one is turned round.
    fn ordered_run(&mut self, start: usize) -> Res<usize> {
        let len = self.order.len();
        let mut end = start + 1;
        if end >= len {
            return Ok(len);
        }
        let falling = self.less(self.order[end], self.order[start])?;
        end += 1;
        while end < len && self.less(self.order[end], self.order[end - 1])? == falling {
            end += 1;
        }
        if falling {
            self.order[start..end].reverse();
        }
        Ok(end)
    }

    /// Binary insertion of the elements from `sorted` to `end` into the run before them.
    fn insert(&mut self, start: usize, sorted: usize, end: usize) -> Res<()> {
        for next in sorted..end {
            let (mut low, mut high) = (start, next);
            while low < high {
                let middle = low.midpoint(high);
                if self.less(self.order[next], self.order[middle])? {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            self.order[low..=next].rotate_right(1);
        }
        Ok(())
    }

    /// Merges until each run is longer than the two after it together.
    fn collapse(&mut self) -> Res<()> {
        while let Some(last) = self.runs.len().checked_sub(2) {
            let len = |n: usize| self.runs[n].len();
            let crowded = |n: usize| n > 0 && len(n - 1) <= len(n) + len(n + 1);
            if crowded(last) || (last > 1 && crowded(last - 1)) {
                self.merge_at(self.shorter_neighbour(last))?;
            } else if len(last) <= len(last + 1) {
                self.merge_at(last)?;
            } else {
                break;
            }
        }
        Ok(())
    }

    /// Which run to merge with the next: the last but one, or the one before it where that is shorter than the last.
    fn shorter_neighbour(&self, last: usize) -> usize {
        if last > 0 && self.runs[last - 1].len() < self.runs[last + 1].len() {
            last - 1
        } else {
            last
        }
    }

    /// Merges a run with the next one: only where they overlap.
    fn merge_at(&mut self, n: usize) -> Res<()> {
        let (left, right) = (self.runs[n].clone(), self.runs[n + 1].clone());
        self.runs[n] = left.start..right.end;
        self.runs.remove(n + 1);
        let first = self.order[right.start];
        let start = left.start + self.gallop(first, None, left.clone(), 0, Side::Right)?;
        if start == left.end {
            return Ok(());
        }
        let (last, hint) = (self.order[left.end - 1], right.len() - 1);
        let end = right.start + self.gallop(last, None, right.clone(), hint, Side::Left)?;
        if end == right.start {
            return Ok(());
        }
        if left.end - start <= end - right.start {
            self.merge_low(start, left.end, end)
        } else {
            self.merge_high(start, left.end, end)
        }
    }

    /// The number of elements of a sorted run, of `apart` or of the order itself, that stand before `key`. The search starts at
    /// `hint`, in steps that double.
    fn gallop(
        &mut self,
        key: usize,
        apart: Option<&[usize]>,
        run: Range<usize>,
        hint: usize,
        side: Side,
    ) -> Res<usize> {
        let len = run.len();
        let mut before = |n: usize| -> Res<bool> {
            let other = apart.map_or_else(|| self.order[run.start + n], |apart| apart[run.start + n]);
            let order = self.compare(key, other)?;
            Ok(order == Ordering::Greater || (order == Ordering::Equal && side == Side::Right))
        };
        let (mut last, mut step) = (0, 1);
        let (mut low, mut high);
        if before(hint)? {
            let most = len - hint;
            while step < most && before(hint + step)? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + last + 1, hint + step.min(most));
        } else {
            let most = hint + 1;
            while step < most && !before(hint - step)? {
                last = step;
                step = 2 * step + 1;
            }
            (low, high) = (hint + 1 - step.min(most), hint - last);
        }
        while low < high {
            let middle = low.midpoint(high);
            if before(middle)? {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }

    /// Merges two neighbouring runs from their start; the left one, the shorter, moves out of the way. What comes first stands at
    /// the right, what comes last at the left.
    fn merge_low(&mut self, start: usize, middle: usize, end: usize) -> Res<()> {
        let left = self.order[start..middle].to_vec();
        self.order[start] = self.order[middle];
        let mut rest = Rest {
            left: left.len(),
            right: end - middle - 1,
        };
        if rest.right > 0 && rest.left > 1 {
            self.weave_low(&left, end, &mut rest)?;
            self.min_gallop = self.min_gallop.max(1);
        }
        let place = end - rest.right - rest.left;
        match rest.left {
            0 => return Err(self.contradiction()),
            1 => {
                self.order.copy_within(end - rest.right..end, place);
                self.order[end - 1] = left[left.len() - 1];
            }
            count => self.order[place..end].copy_from_slice(&left[left.len() - count..]),
        }
        Ok(())
    }

    /// The merge itself, until the right run is used up, or the left one but for its last element.
    fn weave_low(&mut self, left: &[usize], end: usize, rest: &mut Rest) -> Res<()> {
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            while (left_wins | right_wins) < self.min_gallop {
                let (a, b) = (left[left.len() - rest.left], self.order[end - rest.right]);
                let place = end - rest.right - rest.left;
                if self.less(b, a)? {
                    self.order[place] = b;
                    rest.right -= 1;
                    (left_wins, right_wins) = (0, right_wins + 1);
                } else {
                    self.order[place] = a;
                    rest.left -= 1;
                    (left_wins, right_wins) = (left_wins + 1, 0);
                }
                if rest.right == 0 || rest.left == 1 {
                    return Ok(());
                }
            }
            loop {
                let (from, place) = (left.len() - rest.left, end - rest.right - rest.left);
                let b = self.order[end - rest.right];
                left_wins = self.gallop(b, Some(left), from..left.len(), 0, Side::Right)?;
                self.order[place..place + left_wins].copy_from_slice(&left[from..from + left_wins]);
                rest.left -= left_wins;
                if rest.left <= 1 {
                    return Ok(());
                }
                self.order[place + left_wins] = b;
                rest.right -= 1;
                if rest.right == 0 {
                    return Ok(());
                }
                let (from, place) = (end - rest.right, end - rest.right - rest.left);
                let a = left[left.len() - rest.left];
                right_wins = self.gallop(a, None, from..end, 0, Side::Left)?;
                self.order.copy_within(from..from + right_wins, place);
                rest.right -= right_wins;
                if rest.right == 0 {
                    return Ok(());
                }
                self.order[place + right_wins] = a;
                rest.left -= 1;
                if rest.left == 1 {
                    return Ok(());
                }
                self.min_gallop = self.min_gallop.saturating_sub(1);
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 2;
        }
    }

    /// Merges two neighbouring runs from their end; the right one, the shorter, moves out of the way.
    fn merge_high(&mut self, start: usize, middle: usize, end: usize) -> Res<()> {
        let right = self.order[middle..end].to_vec();
        self.order[end - 1] = self.order[middle - 1];
        let mut rest = Rest {
            left: middle - start - 1,
            right: right.len(),
        };
        if rest.left > 0 && rest.right > 1 {
            self.weave_high(&right, start, &mut rest)?;
            self.min_gallop = self.min_gallop.max(1);
        }
        match rest.right {
            0 => return Err(self.contradiction()),
            1 => {
                self.order.copy_within(start..start + rest.left, start + 1);
                self.order[start] = right[0];
            }
            count => self.order[start..start + count].copy_from_slice(&right[..count]),
        }
        Ok(())
    }

    /// The merge itself, until the left run is used up, or the right one but for its first element.
    fn weave_high(&mut self, right: &[usize], start: usize, rest: &mut Rest) -> Res<()> {
        loop {
            let (mut left_wins, mut right_wins) = (0, 0);
            while (left_wins | right_wins) < self.min_gallop {
                let (a, b) = (self.order[start + rest.left - 1], right[rest.right - 1]);
                let place = start + rest.left + rest.right - 1;
                if self.less(b, a)? {
                    self.order[place] = a;
                    rest.left -= 1;
                    (left_wins, right_wins) = (left_wins + 1, 0);
                } else {
                    self.order[place] = b;
                    rest.right -= 1;
                    (left_wins, right_wins) = (0, right_wins + 1);
                }
                if rest.left == 0 || rest.right == 1 {
                    return Ok(());
                }
            }
            loop {
                let (end, b) = (start + rest.left, right[rest.right - 1]);
                let stay = self.gallop(b, None, start..end, rest.left - 1, Side::Right)?;
                left_wins = rest.left - stay;
                self.order.copy_within(start + stay..end, start + stay + rest.right);
                rest.left = stay;
                if rest.left == 0 {
                    return Ok(());
                }
                self.order[start + rest.left + rest.right - 1] = b;
                rest.right -= 1;
                if rest.right == 1 {
                    return Ok(());
                }
                let a = self.order[start + rest.left - 1];
                let stay = self.gallop(a, Some(right), 0..rest.right, rest.right - 1, Side::Left)?;
                right_wins = rest.right - stay;
                let place = start + rest.left + stay;
                self.order[place..place + right_wins].copy_from_slice(&right[stay..rest.right]);
                rest.right = stay;
                if rest.right <= 1 {
                    return Ok(());
                }
                self.order[start + rest.left + rest.right - 1] = a;
                rest.left -= 1;
                if rest.left == 0 {
                    return Ok(());
                }
                self.min_gallop = self.min_gallop.saturating_sub(1);
                if left_wins < MIN_GALLOP && right_wins < MIN_GALLOP {
                    break;
                }
            }
            self.min_gallop += 2;
        }
    }

    /// What Java throws when the comparisons of a merge cannot all be true.
    fn contradiction(&mut self) -> Thrown {
        let message = "Comparison method violates its general contract!";
        self.vm.throw(&ILLEGAL_ARGUMENT_EXCEPTION, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jdk::CLASSES;
    use crate::registry::Registry;
    use crate::vm::{HostServices, Limits};
    use proptest::prelude::*;

    fn vm() -> Vm {
        Vm::new(Registry::new(CLASSES), HostServices::default(), Limits::default())
    }

    proptest! {
        #[test]
        fn sorts_like_any_stable_sort(items in prop::collection::vec(0..50i32, 0..400)) {
            let mut wanted: Vec<usize> = (0..items.len()).collect();
            wanted.sort_by_key(|position| items[*position]);
            let sorted = sorted_positions(&mut vm(), &items, &mut |_, a, b| Ok(a.cmp(b)));
            prop_assert_eq!(sorted.ok(), Some(wanted));
        }

        #[test]
        fn loses_nothing_to_answers_at_random(len in 0..600usize, answers in prop::collection::vec(-1..=1i32, 1..97)) {
            let mut answers = answers.iter().cycle();
            let items = vec![(); len];
            let mut random = |_: &mut Vm, _: &(), _: &()| Ok(answers.next().map_or(Ordering::Equal, |answer| answer.cmp(&0)));
            if let Ok(mut sorted) = sorted_positions(&mut vm(), &items, &mut random) {
                sorted.sort_unstable();
                prop_assert_eq!(sorted, (0..len).collect::<Vec<_>>());
            }
        }
    }
}

/** Loops over much that stop whenever the slice is used up. Pure. */
import type { Job, Pace, Steps } from './pace.ts';

/** How many small things make a step, and how many comparisons of places in a page. */
const stride = 256;
const comparedStride = 16;

/** Goes through many things; `every` so many are a step. */
export function* eachOf<T>(things: Iterable<T>, pace: Pace, visit: (thing: T) => void, every = stride): Job {
  let count = 0;
  for (const thing of things) {
    visit(thing);
    if (++count % every === 0 && pace.isDue()) yield;
  }
}

type Compare<T> = (a: T, b: T) => number;

/** A sorted copy. Where most are in order already, they are gone through about twice. */
export function* sortInSlices<T>(things: readonly T[], compare: Compare<T>, pace: Pace): Steps<T[]> {
  let runs: T[][] = [];
  let count = 0;
  for (const thing of things) {
    const run = runs.at(-1);
    if (run !== undefined && compare(run.at(-1) as T, thing) <= 0) run.push(thing);
    else runs.push([thing]);
    if (++count % comparedStride === 0 && pace.isDue()) yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare, pace));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(some: readonly T[], others: readonly T[], compare: Compare<T>, pace: Pace): Steps<T[]> {
  const merged: T[] = [];
  let [a, b] = [0, 0];
  while (a < some.length && b < others.length) {
    const [one, other] = [some[a] as T, others[b] as T];
    const isFirst = compare(one, other) <= 0;
    merged.push(isFirst ? one : other);
    if (isFirst) a++;
    else b++;
    if (merged.length % comparedStride === 0 && pace.isDue()) yield;
  }
  return merged.concat(some.slice(a), others.slice(b));
}

/** Work that takes its time, and waits for work before it in the list. */
export interface Work {
  readonly seconds: number;
  /** Positions of earlier work. */
  readonly after: readonly number[];
}

/** One piece of the longest chain. */
export interface Link {
  readonly position: number;
  /** Seconds since the beginning. */
  readonly start: number;
}

/** What must happen one after the other, however much can happen at once: its end is the shortest time for all. */
export function longestChain(all: readonly Work[]): readonly Link[] {
  const ends: number[] = [];
  const previous = all.map(({ seconds, after }, position) => {
    const last = after.reduce<number | undefined>(
      (latest, one) => (latest === undefined || ends[one]! > ends[latest]! ? one : latest),
      undefined,
    );
    ends[position] = seconds + (last === undefined ? 0 : ends[last]!);
    return last;
  });
  const chain: Link[] = [];
  let at = all.length === 0 ? undefined : ends.indexOf(Math.max(...ends));
  while (at !== undefined) {
    chain.unshift({ position: at, start: ends[at]! - all[at]!.seconds });
    at = previous[at];
  }
  return chain;
}

/**
 * How long all of it takes for so many at a time, if whatever is free takes the first work of the list that can begin.
 * @param workers one or more
 */
export function makespan(all: readonly Work[], workers: number): number {
  const waitingFor = all.map(({ after }) => new Set(after).size);
  const followers = all.map((): number[] => []);
  for (const [position, { after }] of all.entries()) for (const one of new Set(after)) followers[one]!.push(position);
  const ready = waitingFor.flatMap((count, position) => (count === 0 ? [position] : []));
  const running: { readonly position: number; readonly end: number }[] = [];
  let now = 0;
  while (ready.length > 0 || running.length > 0) {
    while (running.length < workers && ready.length > 0) {
      const position = ready.shift()!;
      running.push({ position, end: now + all[position]!.seconds });
    }
    running.sort((a, b) => a.end - b.end || a.position - b.position);
    const { position, end } = running.shift()!;
    now = end;
    for (const follower of followers[position]!) {
      waitingFor[follower]! -= 1;
      if (waitingFor[follower] === 0) ready.push(follower);
    }
    ready.sort((a, b) => a - b);
  }
  return now;
}

export const sum = (all: readonly Work[]): number => all.reduce((total, { seconds }) => total + seconds, 0);

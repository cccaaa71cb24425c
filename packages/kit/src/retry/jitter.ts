export interface JitterOptions {
  readonly baseMs: number;
  readonly capMs: number;
}

/**
 * The next wait, in whole milliseconds: random between `baseMs` and three times the previous wait, at most `capMs`
 * ("decorrelated jitter" of the AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param previousMs the last wait; null before the first retry
 * @param random numbers in [0, 1)
 * @example
 * decorrelatedJitter({ baseMs: 100, capMs: 10_000 }, 400, () => 0.5); // 650
 */
export function decorrelatedJitter(
  { baseMs, capMs }: JitterOptions,
  previousMs: number | null,
  random: () => number,
): number {
  const most = Math.max(baseMs, (previousMs ?? baseMs) * 3);
  return Math.min(capMs, Math.floor(baseMs + random() * (most - baseMs)));
}

/**
 * A terminal sends SIGINT to the whole process group while every parent forwards it too;
 * what comes again within this time is the same key press.
 */
export const SAME_INTERRUPTION_MAX_MS = 1_000;

export interface Interruption {
  readonly signal: AbortSignal;
  readonly interrupt: (nowMs: number) => void;
}

/** The first interruption asks for a tidy end, the second one kills. */
export function interruption(kill: () => void): Interruption {
  const controller = new AbortController();
  let firstMs: number | null = null;
  const interrupt = (nowMs: number): void => {
    if (firstMs === null) {
      firstMs = nowMs;
      controller.abort();
    } else if (nowMs - firstMs > SAME_INTERRUPTION_MAX_MS) {
      kill();
    }
  };
  return { signal: controller.signal, interrupt };
}

import { setTimeout as sleep } from "node:timers/promises";

/** Waits; rejects when the drill is stopped. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}

const STEP_MS = 15;

/**
 * Asks again and again until an answer is good, and hands it over; the last answer when the time is over, good or not.
 *
 * @example
 * await until(() => read(id), (action) => action.state === "DEAD", { timeoutMs: 2000, signal });
 */
export async function until<Answer>(
  ask: () => Promise<Answer>,
  isGood: (answer: Answer) => boolean,
  terms: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Answer> {
  const tries = Math.max(1, Math.ceil(terms.timeoutMs / STEP_MS));
  let answer = await ask();
  for (let tried = 0; tried < tries && !isGood(answer); tried += 1) {
    await pause(STEP_MS, terms.signal);
    answer = await ask();
  }
  return answer;
}

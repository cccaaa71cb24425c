import { setTimeout as wait } from "node:timers/promises";

/** Resolves after `ms`, or rejects with the signal's reason as its cause. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal });
}

import type { EngineCore } from "./core.ts";
import type { Runner } from "./runner.ts";

const LOOK_EVERY_MS = 10;
/** More than an adapter has to let go. */
const STOP_GRACE_MS = 1000;

/**
 * Ends in order: nothing new is taken or started, what runs may end within `drainMs`, what ended is made durable. What
 * has not ended by then is found by the next start as it would be after a crash.
 */
export async function drain(core: EngineCore, runner: Runner, drainMs: number): Promise<void> {
  core.stopping = true;
  const { timers, reader, writer, executor, nowMs } = core.parts;
  const until = nowMs() + drainMs;
  while (runner.running > 0 && nowMs() < until) {
    await new Promise<void>((resolve) => timers.set(resolve, LOOK_EVERY_MS));
  }
  // What has not ended by then is told to stop; what it says of itself is durable before the store is closed.
  await executor.close();
  while (runner.running > 0 && nowMs() < until + STOP_GRACE_MS) {
    await new Promise<void>((resolve) => timers.set(resolve, LOOK_EVERY_MS));
  }
  // A store that takes nothing must not hold the end up for ever.
  let timer: unknown = null;
  const late = new Promise<void>((resolve) => {
    timer = timers.set(resolve, drainMs);
  });
  await Promise.race([core.committer.settled(), late]);
  timers.clear(timer);
  // Only now: who waits for an end that was just made durable hears of the end.
  for (const live of core.live.values()) {
    core.clearTimer(live);
    if (live.action !== null) core.tell(live, live.action);
  }
  core.committer.end();
  // The last connection takes the journal away, and one that only reads cannot.
  try {
    reader.close();
  } finally {
    await writer.close();
  }
}

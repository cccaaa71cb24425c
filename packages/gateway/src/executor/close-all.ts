import type { Adapter } from "../contract/adapter.ts";
import { limitTime } from "./limit-time.ts";
import type { ExecutorTimers } from "./timers.ts";

/** How long an adapter has to let go of what it holds. */
export const CLOSE_TIMEOUT_MS = 5000;

/** Closes adapters side by side; one that throws or does not end keeps nobody waiting. Never rejects. */
export async function closeAll(adapters: Iterable<Pick<Adapter, "close">>, timers: ExecutorTimers): Promise<void> {
  const nothing = (): void => undefined;
  const close = (adapter: Pick<Adapter, "close">): Promise<void> =>
    limitTime<void>({
      timeoutMs: CLOSE_TIMEOUT_MS,
      timers,
      start: () => adapter.close(),
      overdue: nothing,
      threw: nothing,
      ended: nothing,
      late: nothing,
    });
  await Promise.all([...adapters].map(close));
}

import type { Timers } from "../engine/timers.ts";

/** The event loop's own. None keeps the process alive: a gateway lives as long as its server. */
export const EVENT_LOOP_TIMERS: Timers = {
  set: (task, delayMs) => setTimeout(task, delayMs).unref(),
  clear: (handle) => {
    clearTimeout(handle as NodeJS.Timeout);
  },
  defer: (task) => {
    setImmediate(task);
  },
};

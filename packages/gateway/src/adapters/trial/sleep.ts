import type { Adapter } from "../../contract/adapter.ts";
import { sleep } from "../../io/adapter-sleep.ts";
import { ActionFailure } from "../function/action-failure.ts";
import { functionAdapter } from "../function/function-adapter.ts";
import { wholeNumber } from "./arguments.ts";
import { trialOperation } from "./operation.ts";

export const SLEEP_MS_MAX = 60_000;

/** Takes its time: `{ms}`, at most a minute. It has no effect, so one that was cut off surely had none. */
export function sleepAdapter(): Adapter {
  return functionAdapter({
    name: "sleep",
    operations: [trialOperation("sleep", "Takes the time that it is told", { idempotent: true, risk: "safe" })],
    functions: new Map([
      [
        "sleep",
        async (given, { signal, timeoutMs }) => {
          const ms = wholeNumber("ms", given["ms"], SLEEP_MS_MAX, 0);
          try {
            await sleep(ms, signal);
          } catch {
            const message = `${ms} ms of sleep were cut off after ${timeoutMs} ms`;
            throw new ActionFailure({ failureClass: "timeout", sent: false, message });
          }
          return { slept_ms: ms };
        },
      ],
    ]),
  });
}

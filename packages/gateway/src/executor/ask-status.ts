import { canonicalize } from "@holdpoint/core";
import type { Json } from "@holdpoint/core";
import type { Adapter, AdapterCall, StatusAnswer } from "../contract/adapter.ts";
import { printable, textOf } from "./failure.ts";
import { limitTime } from "./limit-time.ts";
import type { ExecutorTimers } from "./timers.ts";

export interface StatusTerms {
  readonly timeoutMs: number;
  readonly resultSizeBytesMax: number;
  readonly timers: ExecutorTimers;
}

/** Asks an adapter what became of an attempt. Whatever is not a clear answer is "not known"; never rejects. */
export function askStatus(
  adapter: Adapter | undefined,
  call: Omit<AdapterCall, "signal">,
  { timeoutMs, resultSizeBytesMax, timers }: StatusTerms,
): Promise<StatusAnswer> {
  if (adapter === undefined) return Promise.resolve(notKnown("there is no such adapter any more"));
  const ask = adapter.status?.bind(adapter);
  if (ask === undefined) return Promise.resolve(notKnown(`${adapter.name} cannot be asked`));
  return limitTime<StatusAnswer>({
    timeoutMs,
    timers,
    start: async (signal) => readStatus(await ask({ ...call, timeoutMs, signal }), resultSizeBytesMax),
    overdue: () => notKnown(`no answer in ${timeoutMs} ms`),
    threw: (thrown) => notKnown(textOf(thrown)),
    ended: () => undefined,
    late: () => undefined,
  });
}

function readStatus(answer: unknown, resultSizeBytesMax: number): StatusAnswer {
  const { known, succeeded, message, result } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  const text = typeof message === "string" ? printable(message) : "the adapter gave no message";
  if (known !== true) return notKnown(text);
  if (succeeded === false) return { known, succeeded, message: text };
  if (succeeded !== true) return notKnown("the adapter says neither that it happened nor that it did not");
  const sizeBytes = Buffer.byteLength(canonicalize(result as Json));
  // It did happen; only its answer is more than is kept.
  return { known, succeeded, result: sizeBytes > resultSizeBytesMax ? null : (result as Json) };
}

function notKnown(message: string): StatusAnswer {
  return { known: false, message };
}

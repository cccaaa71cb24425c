import { HoldpointError } from "@holdpoint/core";
import type { InputContext, InputHandler } from "./input.ts";

/** One answer, all its parts together. */
export const ANSWER_CHARS_MAX = 262_144;
export const ANSWER_PARTS_MAX = 10_000;

/** What is told while a text is answered. */
export interface InputTelling {
  /** Once for each action that was made durable for it. */
  readonly acknowledged: (actionId: string) => void;
  readonly partial: (text: string, index: number) => void;
}

export interface InputAnswer {
  readonly text: string;
  readonly actionIds: readonly string[];
}

/**
 * Runs a handler to its end, within bounds, and leaves it at once when the context is aborted.
 *
 * @throws whatever the handler throws; HoldpointError `HP-ACTION-CANCELLED`, `HP-ACTION-RESULT-TOO-LARGE`
 */
export async function answerInput(
  handler: InputHandler,
  text: string,
  context: InputContext,
  telling: InputTelling,
): Promise<InputAnswer> {
  const parts = handler(text, context)[Symbol.asyncIterator]();
  const actionIds: string[] = [];
  let answer = "";
  let index = 0;
  const aborted = whenAborted(context.signal);
  try {
    for (let count = 0; ; count += 1) {
      const next = await Promise.race([parts.next(), aborted.promise]);
      if (next.done === true) return { text: answer, actionIds };
      const { text: piece, actionId } = next.value;
      if (answer.length + piece.length > ANSWER_CHARS_MAX || count >= ANSWER_PARTS_MAX) {
        throw new HoldpointError(
          "HP-ACTION-RESULT-TOO-LARGE",
          `more than ${ANSWER_CHARS_MAX} characters or too many parts`,
        );
      }
      if (actionId !== undefined && !actionIds.includes(actionId)) {
        actionIds.push(actionId);
        telling.acknowledged(actionId);
      }
      if (piece === "") continue;
      answer += piece;
      telling.partial(piece, index);
      index += 1;
    }
  } finally {
    aborted.forget();
    // Not waited for: a handler that hangs must not keep the answer.
    parts.return?.().catch(() => undefined);
  }
}

function whenAborted(signal: AbortSignal): { readonly promise: Promise<never>; forget(): void } {
  let abort: () => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    abort = () => reject(new HoldpointError("HP-ACTION-CANCELLED", "the answer was cancelled"));
  });
  promise.catch(() => undefined);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return { promise, forget: () => signal.removeEventListener("abort", abort) };
}

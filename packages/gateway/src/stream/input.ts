import type { ErrorCode, Json } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { Engine } from "../contract/engine.ts";
import type { Caller } from "../contract/principal.ts";

/** Who said it and where. */
export interface InputContext {
  readonly caller: Caller;
  readonly sessionId: string | null;
  readonly turnId: string | null;
  /** The client's id of its message. */
  readonly messageId: string;
  /** Aborted when the client cancels it or goes away. */
  readonly signal: AbortSignal;
}

/** A piece of an answer. The action that answers is named as soon as it is durable, with or without text. */
export interface InputPart {
  readonly text: string;
  readonly actionId?: string;
}

/** Answers a text in parts; what it throws is told as an error. */
export type InputHandler = (text: string, context: InputContext) => AsyncIterable<InputPart>;

const PART_CHARS_MAX = 4096;

/** Answers with what the `echo` action answers, submitted in the caller's name. */
export function echoInput(engine: Pick<Engine, "submit" | "settled">, waitMs: () => number): InputHandler {
  return async function* echo(text, { caller, sessionId, turnId }) {
    const { action } = await engine.submit(
      {
        adapter: "echo",
        operation: "echo",
        arguments: { text },
        sessionId,
        turnId,
        risk: null,
        dryRun: false,
        deadlineMs: null,
        idempotencyKey: null,
      },
      caller,
    );
    yield { text: "", actionId: action.id };
    const answer = answerOf(await engine.settled(action.id, waitMs()));
    for (let start = 0; start < answer.length; start += PART_CHARS_MAX) {
      yield { text: answer.slice(start, start + PART_CHARS_MAX) };
    }
  };
}

function answerOf(action: Action): string {
  if (action.state === "SUCCEEDED") return textOf(action.result);
  if (action.state === "UNKNOWN") throw new HoldpointError("HP-ACTION-UNKNOWN", "its outcome is not known");
  if (action.error !== null) throw new HoldpointError(action.error.code as ErrorCode, action.error.message);
  if (action.state === "DENIED") throw new HoldpointError("HP-ACTION-DENIED", action.decision?.reason ?? "denied");
  if (action.state === "EXPIRED") throw new HoldpointError("HP-ACTION-EXPIRED", "nobody approved it in time");
  if (action.state === "CANCELLED") throw new HoldpointError("HP-ACTION-CANCELLED", "it was cancelled");
  throw new HoldpointError("HP-ACTION-TIMEOUT", `the action ${action.id} is ${action.state}; it goes on`);
}

function textOf(result: Json): string {
  if (typeof result === "object" && result !== null && "text" in result && typeof result.text === "string") {
    return result.text;
  }
  return JSON.stringify(result);
}

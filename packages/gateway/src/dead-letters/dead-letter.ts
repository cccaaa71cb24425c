import type { DeadLetter } from "../contract/dead-letter.ts";
import type { DeadAction } from "../store/reader.ts";

const MAY_YET_SUCCEED: ReadonlySet<string> = new Set(["RECEIVED", "AWAITING_APPROVAL", "READY", "RUNNING", "UNKNOWN"]);

/**
 * A dead action as the person on call sees it; how it stands is read off its replays, the action itself is untouched.
 */
export function deadLetterOf({ action, replays }: DeadAction): DeadLetter {
  const { error } = action;
  return {
    id: action.id,
    actor: action.actor,
    adapter: action.adapter,
    operation: action.operation,
    sessionId: action.sessionId,
    failureClass: error?.failureClass ?? "unknown",
    code: error?.code ?? "HP-ACTION-UNKNOWN",
    message: error?.message ?? "",
    attempts: action.attempts,
    argumentsDigest: action.argumentsDigest,
    correlationId: action.correlationId,
    traceparent: action.traceparent,
    diedAtMs: action.updatedAtMs,
    status: statusOf(replays),
    replayOf: action.replayOf,
    generation: action.generation,
    replays: replays.map(({ id }) => id),
  };
}

export function statusOf(replays: DeadAction["replays"]): DeadLetter["status"] {
  if (replays.some(({ state }) => state === "SUCCEEDED")) return "replayed";
  return replays.some(({ state }) => MAY_YET_SUCCEED.has(state)) ? "replaying" : "open";
}

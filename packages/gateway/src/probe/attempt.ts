import { isHoldpointError } from "@holdpoint/core";
import type { Action } from "../contract/action.ts";
import type { ProbeRoom } from "./probe-room.ts";

/** What came of one submission. */
export interface Attempted {
  /** The error's code where it ended with one, the state where it did not, the code of what was thrown. */
  readonly got: string;
  readonly id: string | null;
  /** Effects that the target counted meanwhile. */
  readonly effects: number;
}

const SETTLE_MS = 2000;

/** Submits a call that the policy allows and waits for its end. */
export async function attempt(room: ProbeRoom, waitMs: number = SETTLE_MS): Promise<Attempted> {
  const before = room.target.effects;
  try {
    const { action } = await room.engine.submit(submissionOf("count"), room.caller("prober", "requester"));
    const settled = await room.engine.settled(action.id, waitMs);
    return { got: wordOf(settled), id: action.id, effects: room.target.effects - before };
  } catch (thrown) {
    return { got: codeOf(thrown), id: null, effects: room.target.effects - before };
  }
}

export function submissionOf(operation: string): Parameters<ProbeRoom["engine"]["submit"]>[0] {
  return {
    adapter: "counter",
    operation,
    arguments: { text: "probe" },
    sessionId: null,
    turnId: null,
    risk: null,
    dryRun: false,
    deadlineMs: null,
    idempotencyKey: null,
  };
}

export function wordOf(action: Action): string {
  return action.error?.code ?? action.state;
}

export function codeOf(thrown: unknown): string {
  return isHoldpointError(thrown) ? thrown.code : "thrown";
}

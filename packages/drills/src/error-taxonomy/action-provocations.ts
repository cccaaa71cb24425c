import type { Outline } from "./record-error.ts";

/** An action that is accepted and must end badly. */
export interface ActionProvocation extends Outline {
  readonly adapter: string;
  readonly operation: string;
  /** Submitted so often before, to bring the breaker where it is wanted. */
  readonly before?: number;
  /** Submitted so often without waiting for the end. */
  readonly beside?: number;
  readonly deadlineMs?: number;
  /** What a person does with it while it waits for an approval. */
  readonly person?: "denies" | "cancels" | "is away";
}

export const ACTION_PROVOCATIONS: readonly ActionProvocation[] = [
  action("other-side-refuses", "the other side refuses the arguments", "HP-ACTION-INVALID", "invalid", "invalid"),
  action("other-side-fails", "the other side answers 500", "HP-ACTION-EXECUTION", "failing", "fail"),
  action("other-side-busy", "the other side answers 503", "HP-ACTION-BACKPRESSURE", "busy", "busy"),
  action("other-side-silent", "the other side does not answer in time", "HP-ACTION-TIMEOUT", "hanging", "hang"),
  action("other-side-cut", "the other side cuts the connection after it read", "HP-ACTION-UNKNOWN", "cut", "reset"),
  action("other-side-gone", "nobody listens on the other side", "HP-ACTION-CONNECTION", "deaf", "ok"),
  action("other-side-drifts", "the answer is not of the agreed shape", "HP-ACTION-CONTRACT-DRIFT", "sound", "drift"),
  action("result-too-large", "the answer is larger than allowed", "HP-ACTION-RESULT-TOO-LARGE", "functions", "large"),
  action("destination-private", "the destination is in no allowed network", "HP-ACTION-DESTINATION", "private", "ok"),
  action("policy-denies", "a rule denies it", "HP-ACTION-DENIED", "refused", "ok"),
  { ...action("breaker-open", "the breaker is open", "HP-ACTION-CIRCUIT-OPEN", "broken", "broken"), before: 4 },
  { ...action("approval-denied", "a person denies it", "HP-ACTION-DENIED", "asked", "asked"), person: "denies" },
  { ...action("approval-cancelled", "it is cancelled", "HP-ACTION-CANCELLED", "asked", "asked"), person: "cancels" },
  { ...action("approval-expired", "nobody approves it", "HP-ACTION-EXPIRED", "asked", "asked"), person: "is away" },
  {
    ...action(
      "deadline-passed",
      "another call takes the only place until its deadline",
      "HP-ACTION-DEADLINE",
      "hanging",
      "hang",
    ),
    beside: 1,
    deadlineMs: 60,
  },
];

function action(id: string, done: string, expected: string, adapter: string, operation: string): ActionProvocation {
  return { id, done, expected, adapter, operation };
}

import type { ErrorCode, Problem } from "@holdpoint/core";
import { HoldpointError, problemOf } from "@holdpoint/core";
import type { ActionWire } from "../contract/wire.ts";

/** What came with a refusal besides its document. */
export interface RefusedAnswer {
  readonly status: number;
  readonly retryAfterMs?: number | null;
  readonly correlationId?: string | null;
}

/** The gateway refused, or could not be asked; `code` is registered. */
export class GatewayError extends HoldpointError {
  /** HTTP status of the answer; 0 where there was none. */
  readonly status: number;
  readonly retryable: boolean;
  /** The problem document (RFC 9457), or one made here where there was no answer. */
  readonly problem: Problem;
  /** What the gateway asked to wait for. */
  readonly retryAfterMs: number | null;
  /** What the gateway's log and its answer name the call by; null where no answer came. */
  readonly correlationId: string | null;

  constructor(problem: Problem, answer: RefusedAnswer, cause?: unknown) {
    const { status, retryAfterMs = null, correlationId = null } = answer;
    super(problem.code, problem.detail, {}, cause);
    this.name = "GatewayError";
    this.status = status;
    this.retryable = problem.retryable;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
    this.correlationId = correlationId;
  }
}

/** No answer of a gateway came: no connection, no answer in time, or something else answered. */
export function unreachable(detail: string, status: number, cause?: unknown): GatewayError {
  const code: ErrorCode = "HP-GATEWAY-UNREACHABLE";
  return new GatewayError(problemOf(new HoldpointError(code, detail)), { status }, cause);
}

/** An action ended otherwise than SUCCEEDED, rests as UNKNOWN, or did not end in the time it was given. */
export class ActionFailedError extends Error {
  readonly action: ActionWire;
  /** Registered: the action's own where it has one. */
  readonly code: string;
  readonly retryable: boolean;

  constructor(action: ActionWire) {
    super(`the action ${action.id} is ${action.state}${reasonOf(action)}`);
    this.name = "ActionFailedError";
    this.action = action;
    this.code = action.error?.code ?? CODES[action.state] ?? "HP-ACTION-TIMEOUT";
    this.retryable = action.error?.retryable ?? false;
  }
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  DENIED: "HP-ACTION-DENIED",
  EXPIRED: "HP-ACTION-EXPIRED",
  CANCELLED: "HP-ACTION-CANCELLED",
  UNKNOWN: "HP-ACTION-UNKNOWN",
  DEAD: "HP-ACTION-EXECUTION",
};

function reasonOf({ error, state, verdict }: ActionWire): string {
  const reason = error?.message ?? (state === "DENIED" ? verdict?.reason : undefined);
  return reason === undefined ? "" : `: ${reason}`;
}

import type { JsonObject } from "@holdpoint/core";
import type { Attempt } from "../../contract/action.ts";
import type { DeadLetter } from "../../contract/dead-letter.ts";

/** A dead letter as HTTP and clients see it. */
export interface DeadLetterWire {
  readonly id: string;
  readonly actor: string;
  readonly adapter: string;
  readonly operation: string;
  readonly session_id: string | null;
  readonly class: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: readonly AttemptWire[];
  readonly arguments_digest: string;
  /** Path of the action, which keeps what was asked for. */
  readonly payload: string;
  readonly correlation_id: string;
  readonly traceparent: string;
  readonly died_at: string;
  readonly status: string;
  readonly replay_of: string | null;
  readonly generation: number;
  readonly replays: readonly string[];
}

/** One letter read by its id: what the person on call needs to do by hand what did not happen. */
export interface DeadLetterDetailWire extends DeadLetterWire {
  readonly arguments: JsonObject;
}

export interface AttemptWire {
  readonly number: number;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly class: string | null;
  readonly message: string | null;
}

export function deadLetterWire(letter: DeadLetter): DeadLetterWire {
  return {
    id: letter.id,
    actor: letter.actor,
    adapter: letter.adapter,
    operation: letter.operation,
    session_id: letter.sessionId,
    class: letter.failureClass,
    code: letter.code,
    message: letter.message,
    attempts: letter.attempts.map(attemptWire),
    arguments_digest: letter.argumentsDigest,
    payload: `/v1/actions/${letter.id}`,
    correlation_id: letter.correlationId,
    traceparent: letter.traceparent,
    died_at: iso(letter.diedAtMs),
    status: letter.status,
    replay_of: letter.replayOf,
    generation: letter.generation,
    replays: letter.replays,
  };
}

function attemptWire(attempt: Attempt): AttemptWire {
  return {
    number: attempt.number,
    started_at: iso(attempt.startedAtMs),
    ended_at: attempt.endedAtMs === null ? null : iso(attempt.endedAtMs),
    class: attempt.failureClass,
    message: attempt.message,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

import type { JsonObject } from "@holdpoint/core";
import type { Action, Submission } from "../../contract/action.ts";
import type { Risk } from "../../contract/risk.ts";
import { TERMINAL_STATES } from "../../contract/state.ts";
import { actionWire } from "../../contract/wire.ts";
import { readIdempotencyKey } from "../read/idempotency-key.ts";
import type { Preference } from "../read/prefer.ts";
import { readPrefer } from "../read/prefer.ts";
import type { Answer, Route } from "../route.ts";
import { headerOf } from "../route.ts";
import { SUBMISSION_SCHEMA } from "../schemas/action-schemas.ts";

interface Wait {
  readonly ms: number;
  readonly applied: string | null;
}

export const SUBMIT_ACTION: Route = {
  method: "POST",
  path: "/v1/actions",
  operationId: "submitAction",
  summary: "Submit an action and wait for its end, or not",
  roles: ["requester", "operator"],
  headers: {
    "Idempotency-Key": "1 to 255 printable ASCII characters, as a string in quotes or bare; belongs to the actor",
    Prefer: "`respond-async`: answer as soon as the action is durable. `wait=N`: wait for the end N seconds at most",
    "X-Correlation-ID": "1 to 128 characters of A-Z a-z 0-9 . _ : -, else one is made",
    traceparent: "W3C Trace Context level 2",
    tracestate: "W3C Trace Context level 2",
  },
  body: { schema: SUBMISSION_SCHEMA, component: "Submission" },
  answers: {
    200: {
      title: "It has ended; `state` says how",
      schema: "Action",
      headers: {
        "Idempotency-Replayed": "`true`: the key was used before, this is that action",
        "Preference-Applied": "what of `Prefer` was followed",
      },
    },
    202: {
      title: "It is durable and has not ended: it runs, waits for an approval or its outcome is unknown",
      schema: "Action",
      headers: { Location: "where to read it", "Preference-Applied": "what of `Prefer` was followed" },
    },
  },
  errors: [
    "HP-GATEWAY-BODY",
    "HP-GATEWAY-BODY-TOO-LARGE",
    "HP-GATEWAY-MEDIA-TYPE",
    "HP-GATEWAY-ADAPTER-UNKNOWN",
    "HP-GATEWAY-KEY-REUSED",
    "HP-GATEWAY-BUSY",
    "HP-GATEWAY-STOPPING",
    "HP-GATEWAY-STORAGE",
    "HP-GATEWAY-STORAGE-FULL",
  ],
  handle: async ({ engine }, asked) => {
    const submission = submissionOf(asked.body, readIdempotencyKey(headerOf(asked, "idempotency-key")));
    const preference = readPrefer(headerOf(asked, "prefer"));
    const { action, repeated } = await engine.submit(submission, asked.caller);
    const { ms, applied } = waitOf(preference, engine.settings.current.http);
    const isEnded = TERMINAL_STATES.has(action.state);
    const known = ms === 0 || isEnded ? action : await engine.settled(action.id, ms);
    const isAnswered = TERMINAL_STATES.has(known.state) && (ms > 0 || repeated || !preference.respondAsync);
    return answerOf(known, isAnswered, repeated, applied);
  },
};

function answerOf(action: Action, isAnswered: boolean, repeated: boolean, applied: string | null): Answer {
  return {
    status: isAnswered ? 200 : 202,
    body: actionWire(action),
    headers: {
      ...(isAnswered ? {} : { location: `/v1/actions/${action.id}` }),
      ...(repeated ? { "idempotency-replayed": "true" } : {}),
      ...(applied === null ? {} : { "preference-applied": applied }),
    },
  };
}

function waitOf({ respondAsync, wait }: Preference, limits: { wait_ms: number; wait_ms_max: number }): Wait {
  if (wait === null) {
    if (respondAsync) return { ms: 0, applied: "respond-async" };
    return { ms: Math.min(limits.wait_ms, limits.wait_ms_max), applied: null };
  }
  const seconds = Math.min(wait, Math.floor(limits.wait_ms_max / 1000));
  return { ms: seconds * 1000, applied: respondAsync ? `respond-async, wait=${seconds}` : `wait=${seconds}` };
}

function submissionOf(body: JsonObject, idempotencyKey: string | null): Submission {
  return {
    adapter: body["adapter"] as string,
    operation: body["operation"] as string,
    arguments: body["arguments"] as JsonObject,
    sessionId: (body["session_id"] as string | null | undefined) ?? null,
    turnId: null,
    risk: (body["risk"] as Risk | null | undefined) ?? null,
    dryRun: body["dry_run"] === true,
    deadlineMs: (body["deadline_ms"] as number | null | undefined) ?? null,
    idempotencyKey,
  };
}

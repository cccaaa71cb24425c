import type { JsonObject } from "@holdpoint/core";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import {
  ANY_OBJECT,
  closed,
  COUNT,
  countsOf,
  DIGEST,
  INSTANT,
  listOf,
  oneOfTexts,
  orNull,
  pageOf,
  TEXT,
} from "./kinds.ts";

export const REPLAY_RATE_MAX = 1000;
export const REPLAY_ACTIONS_MAX = 100_000;
const IDS_MAX = 1000;
const NAME: JsonObject = { type: "string", minLength: 1, maxLength: 128 };

const FILTER: JsonObject = closed(
  {
    ids: { ...listOf(NAME, IDS_MAX), minItems: 1 },
    failure_class: oneOfTexts(FAILURE_CLASSES),
    adapter: NAME,
    operation: NAME,
    session: NAME,
    since: INSTANT,
    until: INSTANT,
  },
  ["ids", "failure_class", "adapter", "operation", "session", "since", "until"],
);

/** Body of `POST /v1/dead-letters/replay`: first a plan, then its run. */
export const REPLAY_SCHEMA: JsonObject = {
  type: "object",
  discriminator: { propertyName: "mode" },
  required: ["mode"],
  oneOf: [
    closed({ mode: { const: "plan" }, filter: FILTER }),
    closed(
      {
        mode: { const: "run" },
        plan_id: NAME,
        rate_per_second: { type: "integer", minimum: 1, maximum: REPLAY_RATE_MAX },
        max: { type: "integer", minimum: 1, maximum: REPLAY_ACTIONS_MAX },
      },
      ["rate_per_second", "max"],
    ),
  ],
};

const DECISION = oneOfTexts(["ALLOW", "DENY", "ESCALATE"]);

const LETTER: JsonObject = {
  id: { type: "string", description: "The id of the dead action, which no replay changes" },
  actor: TEXT,
  adapter: TEXT,
  operation: TEXT,
  session_id: orNull(TEXT),
  class: oneOfTexts(FAILURE_CLASSES),
  code: TEXT,
  message: TEXT,
  attempts: listOf(
    closed({
      number: COUNT,
      started_at: INSTANT,
      ended_at: orNull(INSTANT),
      class: orNull(oneOfTexts(FAILURE_CLASSES)),
      message: orNull(TEXT),
    }),
  ),
  arguments_digest: DIGEST,
  payload: { type: "string", description: "Where the action is read" },
  correlation_id: TEXT,
  traceparent: TEXT,
  died_at: INSTANT,
  status: oneOfTexts(["open", "replaying", "replayed"]),
  replay_of: orNull(TEXT),
  generation: COUNT,
  replays: listOf(TEXT),
};

export const DEAD_LETTER_COMPONENTS: Readonly<Record<string, JsonObject>> = {
  Replay: REPLAY_SCHEMA,
  DeadLetter: closed(LETTER),
  DeadLetterDetail: closed({ ...LETTER, arguments: ANY_OBJECT }),
  DeadLetterPage: pageOf("DeadLetter"),
  ReplayPlan: closed({
    id: TEXT,
    created_at: INSTANT,
    expires_at: INSTANT,
    filter: FILTER,
    count: COUNT,
    decisions: countsOf(["ALLOW", "DENY", "ESCALATE"]),
    estimate_ms: COUNT,
    items: listOf(
      closed({
        id: TEXT,
        before: closed({ class: oneOfTexts(FAILURE_CLASSES), policy: DIGEST }),
        today: closed({ decision: DECISION, reason_code: TEXT, policy: DIGEST, breaker: TEXT }),
      }),
    ),
  }),
  ReplayRun: closed({
    id: TEXT,
    plan_id: TEXT,
    state: oneOfTexts(["running", "done", "aborted"]),
    planned: COUNT,
    started: COUNT,
    skipped: COUNT,
    succeeded: COUNT,
    failed: COUNT,
    action_ids: listOf(TEXT),
  }),
};

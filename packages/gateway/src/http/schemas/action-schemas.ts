import type { JsonObject } from "@holdpoint/core";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import { RISKS } from "../../contract/risk.ts";
import { ACTION_STATES } from "../../contract/state.ts";
import { ANY, closed, COUNT, DIGEST, INSTANT, listOf, oneOfTexts, orNull, pageOf, TEXT, YES_NO } from "./kinds.ts";
import { ANY_OBJECT } from "./kinds.ts";

const NAME: JsonObject = { type: "string", pattern: "^[A-Za-z0-9_.:/-]{1,128}$" };
const DECISIONS = ["ALLOW", "DENY", "ESCALATE"];
const DEADLINE_MS_MAX = 604_800_000;
const REASON: JsonObject = { type: "string", maxLength: 1000 };

/** Body of `POST /v1/actions`. */
export const SUBMISSION_SCHEMA: JsonObject = closed(
  {
    adapter: NAME,
    operation: NAME,
    arguments: ANY_OBJECT,
    session_id: { type: ["string", "null"], pattern: "^[A-Za-z0-9._:-]{1,128}$" },
    risk: { type: ["string", "null"], enum: [...RISKS, null] },
    dry_run: YES_NO,
    deadline_ms: { type: ["integer", "null"], minimum: 1, maximum: DEADLINE_MS_MAX },
  },
  ["session_id", "risk", "dry_run", "deadline_ms"],
);

/** Body of approve, deny and cancel. */
export const REASON_SCHEMA: JsonObject = closed({ reason: REASON }, ["reason"]);

/** Body of reconcile. */
export const RECONCILIATION_SCHEMA: JsonObject = {
  type: "object",
  discriminator: { propertyName: "how" },
  required: ["how"],
  oneOf: [
    closed({ how: { const: "query" } }),
    closed({ how: { const: "succeeded" }, result: ANY, reason: { ...REASON, minLength: 1 } }, ["result"]),
    closed({ how: { const: "failed" }, reason: { ...REASON, minLength: 1 } }),
  ],
};

const VERDICT = closed({ decision: oneOfTexts(DECISIONS), reason_code: TEXT, reason: TEXT, policy: DIGEST });

const ERROR = closed({ code: TEXT, class: oneOfTexts(FAILURE_CLASSES), message: TEXT, retryable: YES_NO });

export const ACTION_COMPONENTS: Readonly<Record<string, JsonObject>> = {
  Submission: SUBMISSION_SCHEMA,
  Reconciliation: RECONCILIATION_SCHEMA,
  Action: closed(
    {
      id: TEXT,
      state: oneOfTexts(ACTION_STATES),
      correlation_id: TEXT,
      traceparent: TEXT,
      actor: TEXT,
      adapter: TEXT,
      operation: TEXT,
      session_id: orNull(TEXT),
      arguments_digest: DIGEST,
      risk: orNull(oneOfTexts(RISKS)),
      verdict: orNull(VERDICT),
      attempts: COUNT,
      created_at: INSTANT,
      updated_at: INSTANT,
      deadline_at: orNull(INSTANT),
      approval: orNull(closed({ expires_at: INSTANT, approver: orNull(TEXT) })),
      result: ANY,
      error: ERROR,
      receipt: orNull(closed({ leaf_index: COUNT, checkpoint_size: COUNT })),
      replay_of: orNull(TEXT),
      generation: COUNT,
    },
    ["result", "error"],
  ),
  ActionPage: pageOf("Action"),
  Receipt: closed({
    action_id: TEXT,
    provisional: YES_NO,
    record: { type: "string", description: "Exact bytes; its RFC 6962 leaf hash is SHA-256(0x00 || bytes)" },
    leaf_index: COUNT,
    inclusion: closed({ tree_size: COUNT, hashes: listOf(TEXT) }),
    checkpoint: { type: "string", description: "C2SP checkpoint of `tree_size` records" },
  }),
  AuditTrail: closed({
    correlation_id: TEXT,
    items: listOf(closed({ seq: COUNT, at: INSTANT, kind: TEXT, action_id: TEXT, body: ANY_OBJECT })),
  }),
};

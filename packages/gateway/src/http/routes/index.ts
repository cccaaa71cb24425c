import type { Route } from "../route.ts";
import { ABORT_REPLAY } from "./abort-replay.ts";
import { APPROVE_ACTION } from "./approve-action.ts";
import { CANCEL_ACTION } from "./cancel-action.ts";
import { DENY_ACTION } from "./deny-action.ts";
import { GET_ACTION } from "./get-action.ts";
import { GET_AUDIT_TRAIL } from "./get-audit-trail.ts";
import { GET_BREAKER_METRICS } from "./get-breaker-metrics.ts";
import { GET_CAPABILITIES } from "./get-capabilities.ts";
import { GET_CHECKPOINT } from "./get-checkpoint.ts";
import { GET_CONFIG } from "./get-config.ts";
import { GET_DEAD_LETTER } from "./get-dead-letter.ts";
import { GET_KEYS } from "./get-keys.ts";
import { GET_LIVENESS } from "./get-liveness.ts";
import { GET_METRICS } from "./get-metrics.ts";
import { GET_OPENAPI } from "./get-openapi.ts";
import { GET_READINESS } from "./get-readiness.ts";
import { GET_RECEIPT } from "./get-receipt.ts";
import { GET_REPLAY_RUN } from "./get-replay-run.ts";
import { LIST_ACTIONS } from "./list-actions.ts";
import { LIST_BREAKERS } from "./list-breakers.ts";
import { LIST_DEAD_LETTERS } from "./list-dead-letters.ts";
import { PATCH_CONFIG } from "./patch-config.ts";
import { RECONCILE_ACTION } from "./reconcile-action.ts";
import { RELOAD_POLICY } from "./reload-policy.ts";
import { REPLAY_DEAD_LETTERS } from "./replay-dead-letters.ts";
import { RESET_BREAKER } from "./reset-breaker.ts";
import { SUBMIT_ACTION } from "./submit-action.ts";

/** All that the gateway answers over HTTP, in the order of the OpenAPI document. */
export const ROUTES: readonly Route[] = [
  SUBMIT_ACTION,
  LIST_ACTIONS,
  GET_ACTION,
  APPROVE_ACTION,
  DENY_ACTION,
  CANCEL_ACTION,
  RECONCILE_ACTION,
  GET_CAPABILITIES,
  LIST_DEAD_LETTERS,
  GET_DEAD_LETTER,
  REPLAY_DEAD_LETTERS,
  GET_REPLAY_RUN,
  ABORT_REPLAY,
  LIST_BREAKERS,
  GET_BREAKER_METRICS,
  RESET_BREAKER,
  GET_RECEIPT,
  GET_CHECKPOINT,
  GET_KEYS,
  GET_AUDIT_TRAIL,
  GET_CONFIG,
  PATCH_CONFIG,
  RELOAD_POLICY,
  GET_OPENAPI,
  GET_METRICS,
  GET_LIVENESS,
  GET_READINESS,
];

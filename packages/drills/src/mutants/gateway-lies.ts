import { listOf, objectOf, textOf } from "../http-probe.ts";
import { changeItems, changeJson, dropItems } from "./change-json.ts";
import type { Lie } from "./lie.ts";
import { answerLie } from "./lie.ts";

const CONFLICT = 409;
const FAILED_FROM = 500;

/** Gateways that are broken in what they answer. */
export const GATEWAY_LIES: {
  readonly conflictHidden: Lie;
  readonly deadAsDone: Lie;
  readonly receiptsDropped: Lie;
  readonly recordChanged: Lie;
  readonly correlationReplaced: Lie;
} = {
  conflictHidden: answerLie("conflict-hidden", "a conflict is answered as a success", (answer) =>
    answer.status === CONFLICT ? { ...answer, status: 200 } : null,
  ),
  deadAsDone: answerLie("dead-as-done", "an action that died is answered as succeeded", (answer, { path }) =>
    path.startsWith("/v1/actions/")
      ? changeItems(answer, (item) => (item["state"] === "DEAD" ? { ...item, state: "SUCCEEDED" } : item))
      : null,
  ),
  receiptsDropped: answerLie("receipts-dropped", "the trail has no receipts", (answer, { path }) =>
    path.startsWith("/v1/audit-trails/") ? dropItems(answer, (item) => item["kind"] === "receipt") : null,
  ),
  recordChanged: answerLie("record-changed", "one member of a receipt's record is changed", (answer, { path }) =>
    path.startsWith("/v1/receipts/")
      ? changeJson(answer, (json) => ({
          ...json,
          record: textOf(json["record"]).replace('"attempts":1', '"attempts":2'),
        }))
      : null,
  ),
  correlationReplaced: answerLie("correlation-replaced", "letters have an id of their own", (answer, { path }) =>
    path.startsWith("/v1/dead-letters/")
      ? changeItems(answer, (item) => ({ ...item, correlation_id: "req_own" }))
      : null,
  ),
};

/** Between a gateway and its upstream: what the gateway then does is what a broken breaker would do. */
export const BREAKER_LIES: {
  readonly errorsAsSuccess: Lie;
  readonly everybodyProbes: Lie;
  readonly saysClosed: Lie;
  readonly hiddenFailures: Lie;
} = {
  errorsAsSuccess: answerLie("errors-as-success", "error answers count as successes", (answer) =>
    answer.status >= FAILED_FROM ? { ...answer, status: 200 } : null,
  ),
  everybodyProbes: {
    id: "everybody-probes",
    harms: "several calls are let through when one probe is due",
    tell: async (request, ask) => {
      const [answer] = await Promise.all([ask(request), ask(request)]);
      return { answer, lied: true };
    },
  },
  saysClosed: answerLie("says-closed", "every breaker is told as closed", (answer, { path }) =>
    path === "/v1/breakers"
      ? changeJson(answer, (json) => ({
          breakers: listOf(json["breakers"]).map((one) => ({ ...objectOf(one), state: "closed" })),
        }))
      : null,
  ),
  hiddenFailures: answerLie("hidden-failures", "failed calls are told as good ones", (answer, { path }) =>
    path.startsWith("/v1/breakers/metrics")
      ? changeJson(answer, (json) => ({
          breakers: listOf(json["breakers"])
            .map(objectOf)
            .map((one) => ({ ...one, calls: listOf(one["calls"]).map((call) => ({ ...objectOf(call), ok: true })) })),
        }))
      : null,
  ),
};

/** Gateways that lose failures. */
export const DEAD_LETTER_LIES: {
  readonly timeoutsHidden: Lie;
  readonly failureCloses: Lie;
  readonly effectRepeated: Lie;
  readonly originalOverwritten: Lie;
  readonly allUnknown: Lie;
} = {
  timeoutsHidden: answerLie("timeouts-hidden", "timeouts leave no letter", (answer, { path }) =>
    path.startsWith("/v1/dead-letters") ? dropItems(answer, (item) => item["class"] === "timeout") : null,
  ),
  failureCloses: answerLie("failure-closes", "a failed replay marks its letter as replayed", (answer, { path }) =>
    path.startsWith("/v1/dead-letters/")
      ? changeItems(answer, (item) => (item["status"] === "open" ? { ...item, status: "replayed" } : item))
      : null,
  ),
  effectRepeated: {
    id: "effect-repeated",
    harms: "every call is made twice",
    tell: async (request, ask) => {
      await ask(request);
      return { answer: await ask(request), lied: true };
    },
  },
  originalOverwritten: answerLie("original-overwritten", "a new action stands for no original", (answer, { path }) =>
    path.startsWith("/v1/actions/")
      ? changeItems(answer, (item) => (item["replay_of"] === null ? item : { ...item, replay_of: null }))
      : null,
  ),
  allUnknown: answerLie("all-unknown", "every letter is of the class unknown", (answer, { path }) =>
    path.startsWith("/v1/dead-letters") ? changeItems(answer, (item) => ({ ...item, class: "unknown" })) : null,
  ),
};

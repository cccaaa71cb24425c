import type { JsonObject } from "@holdpoint/core";
import type { Reconciliation } from "../../contract/engine.ts";
import { actionWire } from "../../contract/wire.ts";
import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { RECONCILIATION_SCHEMA } from "../schemas/action-schemas.ts";
import { visibleAction } from "../visible.ts";
import { DECISION_ERRORS, reasonOf } from "./decision-body.ts";

export const RECONCILE_ACTION: Route = {
  method: "POST",
  path: "/v1/actions/{id}/reconcile",
  operationId: "reconcileAction",
  summary: "End an action of unknown outcome: by asking the other side, or by what a person found out",
  roles: ["operator"],
  body: { schema: RECONCILIATION_SCHEMA, component: "Reconciliation" },
  answers: { 200: { title: "The action", schema: "Action" } },
  errors: DECISION_ERRORS,
  handle: async ({ engine }, { params, body, caller }) => {
    const { id } = visibleAction(engine, params["id"] ?? "", caller);
    return ok(actionWire(await engine.reconcile(id, caller, reconciliationOf(body))));
  },
};

function reconciliationOf(body: JsonObject): Reconciliation {
  if (body["how"] === "query") return { how: "query" };
  if (body["how"] === "failed") return { how: "failed", reason: reasonOf(body) };
  return { how: "succeeded", result: body["result"] ?? null, reason: reasonOf(body) };
}

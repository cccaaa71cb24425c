import { actionWire } from "../../contract/wire.ts";
import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { visibleAction } from "../visible.ts";
import { DECISION_ERRORS, reasonOf } from "./decision-body.ts";

export const DENY_ACTION: Route = {
  method: "POST",
  path: "/v1/actions/{id}/deny",
  operationId: "denyAction",
  summary: "Deny an action that waits for approval, for ever",
  roles: ["approver"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The action, denied", schema: "Action" } },
  errors: [...DECISION_ERRORS, "HP-GATEWAY-APPROVER-IS-REQUESTER"],
  handle: async ({ engine }, { params, body, caller }) => {
    const { id } = visibleAction(engine, params["id"] ?? "", caller);
    return ok(actionWire(await engine.deny(id, caller, reasonOf(body))));
  },
};

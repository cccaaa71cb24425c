import { actionWire } from "../../contract/wire.ts";
import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { visibleAction } from "../visible.ts";
import { DECISION_ERRORS, reasonOf } from "./decision-body.ts";

export const APPROVE_ACTION: Route = {
  method: "POST",
  path: "/v1/actions/{id}/approve",
  operationId: "approveAction",
  summary: "Grant, once, the execution of exactly this call; not by who asked for it",
  roles: ["approver"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The action, which may run now", schema: "Action" } },
  errors: [...DECISION_ERRORS, "HP-GATEWAY-APPROVER-IS-REQUESTER"],
  handle: async ({ engine }, { params, body, caller }) => {
    const { id } = visibleAction(engine, params["id"] ?? "", caller);
    return ok(actionWire(await engine.approve(id, caller, reasonOf(body))));
  },
};

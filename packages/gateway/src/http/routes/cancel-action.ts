import { HoldpointError } from "@holdpoint/core";
import { actionWire } from "../../contract/wire.ts";
import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { visibleAction } from "../visible.ts";
import { DECISION_ERRORS, reasonOf } from "./decision-body.ts";

export const CANCEL_ACTION: Route = {
  method: "POST",
  path: "/v1/actions/{id}/cancel",
  operationId: "cancelAction",
  summary: "Cancel an action that has not started; a requester its own",
  roles: ["requester", "operator"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The action, cancelled", schema: "Action" } },
  errors: DECISION_ERRORS,
  handle: async ({ engine }, { params, body, caller }) => {
    const action = visibleAction(engine, params["id"] ?? "", caller);
    if (action.actor !== caller.actor && !caller.roles.has("operator")) {
      throw new HoldpointError("HP-GATEWAY-FORBIDDEN", "only its requester or an operator cancels an action");
    }
    return ok(actionWire(await engine.cancel(action.id, caller, reasonOf(body))));
  },
};

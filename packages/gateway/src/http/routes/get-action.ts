import { actionWire } from "../../contract/wire.ts";
import { readPrefer } from "../read/prefer.ts";
import type { Route } from "../route.ts";
import { ANY_ROLE, headerOf, ok } from "../route.ts";
import { visibleAction } from "../visible.ts";

export const GET_ACTION: Route = {
  method: "GET",
  path: "/v1/actions/{id}",
  operationId: "getAction",
  summary: "An action as it is now",
  roles: ANY_ROLE,
  headers: { Prefer: "`wait=N`: wait for its end N seconds at most" },
  answers: { 200: { title: "The action", schema: "Action" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: async ({ engine }, asked) => {
    const action = visibleAction(engine, asked.params["id"] ?? "", asked.caller);
    const { wait } = readPrefer(headerOf(asked, "prefer"));
    if (wait === null || wait === 0) return ok(actionWire(action));
    const settled = await engine.settled(action.id, Math.min(wait * 1000, engine.settings.current.http.wait_ms_max));
    return ok(actionWire(settled));
  },
};

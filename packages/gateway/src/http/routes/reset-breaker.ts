import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { notFound } from "../visible.ts";
import { DECISION_ERRORS } from "./decision-body.ts";

export const RESET_BREAKER: Route = {
  method: "POST",
  path: "/v1/breakers/{name}/reset",
  operationId: "resetBreaker",
  summary: "Close a breaker by hand; it also closes by itself",
  roles: ["operator"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The breaker", schema: "Breaker" } },
  errors: DECISION_ERRORS,
  handle: async ({ engine, nowMs }, { params, caller }) => {
    const name = params["name"] ?? "";
    if (!engine.executor.breakers.names().includes(name) || !(await engine.resetBreaker(name, caller))) {
      throw notFound("breaker");
    }
    return ok({ name, ...engine.executor.breakers.view(name, nowMs()) });
  },
};

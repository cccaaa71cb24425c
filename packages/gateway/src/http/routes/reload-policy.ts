import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { DECISION_ERRORS } from "./decision-body.ts";

export const RELOAD_POLICY: Route = {
  method: "POST",
  path: "/v1/policy/reload",
  operationId: "reloadPolicy",
  summary: "Put the policy file in force as it is now; with an error in it the old policy stays",
  roles: ["operator"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The policy in force now", schema: "Policy" } },
  errors: [...DECISION_ERRORS, "HP-GATEWAY-POLICY"],
  handle: async ({ engine }, { caller }) => ok({ policy: (await engine.reloadPolicy(caller)).digest }),
};

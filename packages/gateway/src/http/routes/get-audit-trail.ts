import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";
import { notFound, seesAll } from "../visible.ts";

export const GET_AUDIT_TRAIL: Route = {
  method: "GET",
  path: "/v1/audit-trails/{correlation_id}",
  operationId: "getAuditTrail",
  summary: "Everything that was recorded under a correlation id; of a requester's own actions, of all for other roles",
  roles: ANY_ROLE,
  answers: { 200: { title: "Records, the oldest first", schema: "AuditTrail" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: ({ engine }, { params, caller }) => {
    const correlationId = params["correlation_id"] ?? "";
    const all = engine.trail(correlationId);
    const owned = (id: string): boolean => engine.get(id)?.actor === caller.actor;
    const items = seesAll(caller) ? all : all.filter(({ action_id: id }) => owned(id));
    if (items.length === 0) throw notFound("trail");
    return ok({ correlation_id: correlationId, items });
  },
};

import type { Route } from "../route.ts";
import { ok, READERS } from "../route.ts";

export const LIST_BREAKERS: Route = {
  method: "GET",
  path: "/v1/breakers",
  operationId: "listBreakers",
  summary: "Every breaker and its state",
  roles: READERS,
  answers: { 200: { title: "All breakers", schema: "Breakers" } },
  errors: [],
  handle: ({ engine, nowMs }) => {
    const { breakers } = engine.executor;
    const now = nowMs();
    return ok({ breakers: breakers.names().map((name) => ({ name, ...breakers.view(name, now) })) });
  },
};

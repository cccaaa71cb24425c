import { readCount } from "../read/query.ts";
import type { Route } from "../route.ts";
import { ok, READERS } from "../route.ts";

const LAST_N_DEFAULT = 100;
const LAST_N_MAX = 1000;

export const GET_BREAKER_METRICS: Route = {
  method: "GET",
  path: "/v1/breakers/metrics",
  operationId: "getBreakerMetrics",
  summary: "The last calls and transitions of every breaker",
  roles: READERS,
  query: { last_n: { type: "string", pattern: "^[0-9]{1,4}$", description: "1 to 1000, else 100" } },
  answers: { 200: { title: "All breakers", schema: "Breakers" } },
  errors: ["HP-GATEWAY-QUERY"],
  handle: ({ engine }, { query }) => {
    const { breakers } = engine.executor;
    const lastN = readCount(query, "last_n", LAST_N_DEFAULT, LAST_N_MAX);
    return ok({ breakers: breakers.names().map((name) => ({ name, ...breakers.metrics(name, lastN) })) });
  },
};

import type { Route } from "../route.ts";

export const GET_READINESS: Route = {
  method: "GET",
  path: "/readyz",
  operationId: "getReadiness",
  summary: "Whether work is taken, and if not, why; needs no token",
  roles: null,
  answers: {
    200: { title: "Work is taken", schema: "Readiness" },
    503: { title: "No work is taken; `reasons` are registered codes", schema: "Readiness" },
  },
  errors: [],
  handle: ({ engine }) => {
    const { ready, stopping, reasons } = engine.health;
    const isReady = ready && !stopping;
    return { status: isReady ? 200 : 503, body: { ready: isReady, stopping, reasons } };
  },
};

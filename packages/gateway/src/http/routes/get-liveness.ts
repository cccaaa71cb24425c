import type { Route } from "../route.ts";
import { ok } from "../route.ts";

export const GET_LIVENESS: Route = {
  method: "GET",
  path: "/livez",
  operationId: "getLiveness",
  summary: "Answers as long as the process does; needs no token",
  roles: null,
  answers: { 200: { title: "It lives", schema: "Liveness" } },
  errors: [],
  handle: () => ok({ live: true }),
};

import type { Route } from "../route.ts";
import { ANY_ROLE } from "../route.ts";

export const GET_CHECKPOINT: Route = {
  method: "GET",
  path: "/v1/checkpoint",
  operationId: "getCheckpoint",
  summary: "The newest signed checkpoint of the ledger (C2SP)",
  roles: ANY_ROLE,
  answers: { 200: { title: "The signed note", type: "text/plain; charset=utf-8" } },
  errors: [],
  handle: ({ engine }) => ({ status: 200, body: engine.checkpoint(), type: "text/plain; charset=utf-8" }),
};

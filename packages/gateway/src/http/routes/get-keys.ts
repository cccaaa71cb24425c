import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { keysWire } from "../wire/keys-wire.ts";

export const GET_KEYS: Route = {
  method: "GET",
  path: "/v1/keys",
  operationId: "getKeys",
  summary: "The public keys that sign checkpoints and verdicts; needs no token",
  roles: null,
  answers: { 200: { title: "Compare the fingerprints with those that you were given in another way", schema: "Keys" } },
  errors: [],
  handle: ({ engine }) => ok(keysWire(engine.keys)),
};

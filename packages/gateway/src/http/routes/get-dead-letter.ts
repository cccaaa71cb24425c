import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";
import { notFound, seesAll } from "../visible.ts";
import { deadLetterWire } from "../wire/dead-letter-wire.ts";

export const GET_DEAD_LETTER: Route = {
  method: "GET",
  path: "/v1/dead-letters/{id}",
  operationId: "getDeadLetter",
  summary: "One dead letter; a requester's own, anybody's for other roles",
  roles: ANY_ROLE,
  answers: { 200: { title: "The dead letter", schema: "DeadLetter" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: ({ engine }, { params, caller }) => {
    const letter = engine.deadLetter(params["id"] ?? "");
    if (letter === null || (letter.actor !== caller.actor && !seesAll(caller))) throw notFound("dead letter");
    return ok(deadLetterWire(letter));
  },
};

import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";
import { notFound, seesAll } from "../visible.ts";
import type { DeadLetterDetailWire } from "../wire/dead-letter-wire.ts";
import { deadLetterWire } from "../wire/dead-letter-wire.ts";

export const GET_DEAD_LETTER: Route = {
  method: "GET",
  path: "/v1/dead-letters/{id}",
  operationId: "getDeadLetter",
  summary: "One dead letter with its arguments; a requester's own, anybody's for other roles",
  roles: ANY_ROLE,
  answers: { 200: { title: "The dead letter", schema: "DeadLetterDetail" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: ({ engine }, { params, caller }) => {
    const letter = engine.deadLetter(params["id"] ?? "");
    const action = letter === null ? null : engine.get(letter.id);
    if (letter === null || action === null || (letter.actor !== caller.actor && !seesAll(caller))) {
      throw notFound("dead letter");
    }
    const detail: DeadLetterDetailWire = { ...deadLetterWire(letter), arguments: action.arguments };
    return ok(detail);
  },
};

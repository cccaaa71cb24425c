import type { FailureClass } from "@holdpoint/kit";
import { FAILURE_CLASSES } from "@holdpoint/kit";
import type { DeadLetter } from "../../contract/dead-letter.ts";
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, readCount, readInstant } from "../read/query.ts";
import type { Route } from "../route.ts";
import { ok, READERS } from "../route.ts";
import { CURSOR, LIMIT, NAME, SINCE } from "../schemas/parameters.ts";
import { deadLetterWire } from "../wire/dead-letter-wire.ts";

export const LIST_DEAD_LETTERS: Route = {
  method: "GET",
  path: "/v1/dead-letters",
  operationId: "listDeadLetters",
  summary: "Actions that ended DEAD, the newest first",
  roles: READERS,
  query: {
    status: { type: "string", enum: ["open", "replaying", "replayed"] },
    failure_class: { type: "string", enum: FAILURE_CLASSES },
    adapter: NAME,
    since: SINCE,
    cursor: CURSOR,
    limit: LIMIT,
  },
  answers: { 200: { title: "One page", schema: "DeadLetterPage" } },
  errors: ["HP-GATEWAY-QUERY"],
  handle: ({ engine }, { query }) => {
    const { status, failure_class: failureClass, adapter, cursor } = query;
    const sinceMs = readInstant(query, "since");
    const page = engine.deadLetters({
      ...(status === undefined ? {} : { status: status as DeadLetter["status"] }),
      ...(failureClass === undefined ? {} : { failureClass: failureClass as FailureClass }),
      ...(adapter === undefined ? {} : { adapter }),
      ...(sinceMs === undefined ? {} : { sinceMs }),
      ...(cursor === undefined ? {} : { cursor }),
      limit: readCount(query, "limit", PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX),
    });
    return ok({ items: page.items.map(deadLetterWire), cursor: page.cursor });
  },
};

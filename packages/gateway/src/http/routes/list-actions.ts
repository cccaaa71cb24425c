import type { ActionState } from "../../contract/state.ts";
import { ACTION_STATES } from "../../contract/state.ts";
import { actionWire } from "../../contract/wire.ts";
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, readCount, readInstant } from "../read/query.ts";
import type { Route } from "../route.ts";
import { ANY_ROLE, ok } from "../route.ts";
import { CURSOR, LIMIT, NAME, SINCE } from "../schemas/parameters.ts";
import { seesAll } from "../visible.ts";

export const LIST_ACTIONS: Route = {
  method: "GET",
  path: "/v1/actions",
  operationId: "listActions",
  summary: "Actions, the newest first; a requester's own, everybody's for other roles",
  roles: ANY_ROLE,
  query: {
    state: { type: "string", enum: ACTION_STATES },
    session: NAME,
    adapter: NAME,
    actor: NAME,
    since: SINCE,
    cursor: CURSOR,
    limit: LIMIT,
  },
  answers: { 200: { title: "One page", schema: "ActionPage" } },
  errors: ["HP-GATEWAY-QUERY"],
  handle: ({ engine }, { caller, query }) => {
    const { state, session, adapter, cursor } = query;
    const actor = seesAll(caller) ? query["actor"] : caller.actor;
    const sinceMs = readInstant(query, "since");
    const page = engine.list({
      ...(state === undefined ? {} : { state: state as ActionState }),
      ...(session === undefined ? {} : { session }),
      ...(adapter === undefined ? {} : { adapter }),
      ...(actor === undefined ? {} : { actor }),
      ...(sinceMs === undefined ? {} : { sinceMs }),
      ...(cursor === undefined ? {} : { cursor }),
      limit: readCount(query, "limit", PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX),
    });
    return ok({ items: page.items.map(actionWire), cursor: page.cursor });
  },
};

import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REASON_SCHEMA } from "../schemas/action-schemas.ts";
import { notFound } from "../visible.ts";
import { replayRunWire } from "../wire/replay-wire.ts";
import { DECISION_ERRORS } from "./decision-body.ts";

export const ABORT_REPLAY: Route = {
  method: "POST",
  path: "/v1/dead-letters/replay/{run}/abort",
  operationId: "abortReplay",
  summary: "Start no more actions of a replay; those that were started go on",
  roles: ["operator"],
  body: { schema: REASON_SCHEMA, optional: true },
  answers: { 200: { title: "The run", schema: "ReplayRun" } },
  errors: DECISION_ERRORS,
  handle: async ({ engine }, { params, caller }) => {
    const run = engine.replayRun(params["run"] ?? "");
    if (run === null) throw notFound("run");
    return ok(replayRunWire(await engine.abortReplay(run.id, caller)));
  },
};

import type { Route } from "../route.ts";
import { ok, READERS } from "../route.ts";
import { notFound } from "../visible.ts";
import { replayRunWire } from "../wire/replay-wire.ts";

export const GET_REPLAY_RUN: Route = {
  method: "GET",
  path: "/v1/dead-letters/replay/{run}",
  operationId: "getReplayRun",
  summary: "How far a replay is",
  roles: READERS,
  answers: { 200: { title: "The run", schema: "ReplayRun" } },
  errors: ["HP-GATEWAY-NOT-FOUND"],
  handle: ({ engine }, { params }) => {
    const run = engine.replayRun(params["run"] ?? "");
    if (run === null) throw notFound("run");
    return ok(replayRunWire(run));
  },
};

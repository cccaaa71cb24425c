import type { JsonObject } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { ReplayFilter } from "../../contract/dead-letter.ts";
import { bodyInstant } from "../read/query.ts";
import type { Route } from "../route.ts";
import { ok } from "../route.ts";
import { REPLAY_SCHEMA } from "../schemas/dead-letter-schemas.ts";
import { replayPlanWire, replayRunWire } from "../wire/replay-wire.ts";

const RATE_PER_SECOND_DEFAULT = 10;
const ACTIONS_DEFAULT_MAX = 1000;

export const REPLAY_DEAD_LETTERS: Route = {
  method: "POST",
  path: "/v1/dead-letters/replay",
  operationId: "replayDeadLetters",
  summary: "`plan`: what a replay would do under today's policy. `run`: do what a plan says, slowly, at most so many",
  roles: ["operator"],
  body: { schema: REPLAY_SCHEMA, component: "Replay" },
  answers: {
    200: { title: "The plan; nothing has happened", schema: "ReplayPlan" },
    202: { title: "The run has begun", schema: "ReplayRun", headers: { Location: "where to follow it" } },
  },
  errors: [
    "HP-GATEWAY-BODY",
    "HP-GATEWAY-BODY-TOO-LARGE",
    "HP-GATEWAY-MEDIA-TYPE",
    "HP-GATEWAY-REPLAY-FILTER",
    "HP-GATEWAY-REPLAY-PLAN",
    "HP-GATEWAY-BUSY",
    "HP-GATEWAY-STOPPING",
    "HP-GATEWAY-STORAGE",
    "HP-GATEWAY-STORAGE-FULL",
  ],
  handle: async ({ engine }, { body, caller }) => {
    if (body["mode"] === "plan") {
      return ok(replayPlanWire(engine.planReplay(filterOf(body["filter"] as JsonObject), caller)));
    }
    const terms = {
      ratePerSecond: (body["rate_per_second"] as number | undefined) ?? RATE_PER_SECOND_DEFAULT,
      max: (body["max"] as number | undefined) ?? ACTIONS_DEFAULT_MAX,
    };
    const run = await engine.startReplay(body["plan_id"] as string, terms, caller);
    return {
      status: 202,
      body: replayRunWire(run),
      headers: { location: `/v1/dead-letters/replay/${encodeURIComponent(run.id)}` },
    };
  },
};

function filterOf(filter: JsonObject): ReplayFilter {
  const { failure_class: failureClass, since, until, ...same } = filter as Readonly<Record<string, string>>;
  const sinceMs = bodyInstant("filter.since", since);
  const untilMs = bodyInstant("filter.until", until);
  return {
    ...(same as ReplayFilter),
    ...(failureClass === undefined ? {} : { failureClass: failureClass as FailureClass }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(untilMs === undefined ? {} : { untilMs }),
  };
}

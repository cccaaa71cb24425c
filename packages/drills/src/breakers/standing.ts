import type { BreakersBody, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { textOf } from "../http-probe.ts";
import { recordsOfKind } from "../io/ledger-records.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import { breakerState, openByErrors, submitAll } from "./breaker-view.ts";
import type { Experiment } from "./terms.ts";
import { LIMITS } from "./terms.ts";

/** Longer than any restart: what is open then was remembered. */
const LONG_OPEN_MS = 120_000;
const NAME = "lasting";
const RESET_PATH = `/v1/breakers/${NAME}/reset`;

/** An open breaker over SIGKILL and a start, then the reset of it by somebody who may and somebody who may not. */
export async function tryStanding({ house }: Experiment): Promise<Pick<BreakersBody, "restarts" | "resets">> {
  await patchOpenMs(house, LONG_OPEN_MS);
  await openByErrors(house, NAME);
  const stateBefore = await breakerState(house, NAME);
  await house.kill();
  await house.start();
  const calls = house.upstream.callsTo(pathOf(NAME)).length;
  const stateAfter = await breakerState(house, NAME);
  await submitAll(house, NAME, 1);
  const upstreamCalls = house.upstream.callsTo(pathOf(NAME)).length - calls;
  const reset = await tryReset(house);
  return { restarts: [{ stateBefore, stateAfter, upstreamCalls }], resets: [reset] };
}

async function tryReset(house: House): Promise<BreakersBody["resets"][number]> {
  const by = "operator";
  const forbidden = await house.ask("POST", RESET_PATH, { token: tokenOf(house.tokens, "requester") });
  const stateBefore = await breakerState(house, NAME);
  const earlier = recordsOfKind(house.dataFolder, "breaker-reset").length;
  await house.ask("POST", RESET_PATH, { token: tokenOf(house.tokens, by) });
  const stateAfter = await breakerState(house, NAME);
  const record: JsonObject = recordsOfKind(house.dataFolder, "breaker-reset")[earlier] ?? {};
  const recordedActor = record["breaker"] === NAME ? textOf(record["by"]) : null;
  return { by, stateBefore, stateAfter, recordedActor, forbiddenStatus: forbidden.status };
}

async function patchOpenMs(house: House, openMs: number): Promise<void> {
  const { headers } = await house.get("/v1/config");
  const patched = await house.ask("PATCH", "/v1/config", {
    token: tokenOf(house.tokens, "operator"),
    headers: { "if-match": headers["etag"] ?? "" },
    body: { breaker: { ...LIMITS, open_ms: openMs } },
  });
  if (patched.status !== 200) throw new Error(`PATCH /v1/config answered ${patched.status}: ${patched.text}`);
}

import type { DeadLettersBody, DeathSeen, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import { allItems, idOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import type { Cause, Experiment } from "./terms.ts";
import { BREAKING, CAUSES } from "./terms.ts";

/** Kills an action by every class of failure but the breaker's, all at once. */
export async function tryDeaths({ house }: Experiment): Promise<Pick<DeadLettersBody, "deaths">> {
  return { deaths: await Promise.all(CAUSES.map((cause) => die(house, cause))) };
}

/** Opens a breaker, then lets an action be refused by it. */
export async function tryOpenCircuit({ house }: Experiment): Promise<Pick<DeadLettersBody, "deaths">> {
  house.upstream.modes.set(pathOf(BREAKING), "failing");
  await patchBreaker(house, { window_calls: 4, minimum_calls: 2, failure_rate_percent: 50, open_ms: 60_000 });
  await house.submit({ adapter: BREAKING });
  const cause: Cause = {
    failureClass: "circuit_open",
    adapter: BREAKING,
    mode: "failing",
    attemptsDue: 0,
    isCounted: true,
  };
  return { deaths: [await die(house, cause)] };
}

async function die(house: House, cause: Cause): Promise<DeathSeen> {
  const { adapter, failureClass, attemptsDue, mode, isCounted } = cause;
  const correlation = `death-of-${failureClass}`;
  const path = pathOf(adapter);
  house.upstream.modes.set(path, mode);
  const before = house.upstream.callsTo(path).length;
  const submitted = await house.submit({ adapter, headers: { "x-correlation-id": correlation } });
  const action = await house.settled(idOf(submitted), ["DEAD", "SUCCEEDED", "UNKNOWN", "DENIED"]);
  const id = textOf(action["id"]);
  const letters = (await allItems(house, `/v1/dead-letters?adapter=${adapter}`)).filter((one) => one["id"] === id);
  const letter: JsonObject = letters[0] ?? {};
  return {
    failureClass,
    action: id,
    state: textOf(action["state"]),
    attemptsDue,
    upstreamCalls: isCounted ? house.upstream.callsTo(path).length - before : null,
    letters: letters.length,
    letterClass: textOf(letter["class"]),
    letterAttempts: listOf(letter["attempts"]).length,
    actionDigest: textOf(action["arguments_digest"]),
    letterDigest: textOf(letter["arguments_digest"]),
    correlation,
    letterCorrelation: textOf(letter["correlation_id"]),
    traceparent: textOf(action["traceparent"]),
    letterTraceparent: textOf(letter["traceparent"]),
  };
}

async function patchBreaker(house: House, breaker: JsonObject): Promise<void> {
  const { headers } = await house.get("/v1/config");
  const patched = await house.ask("PATCH", "/v1/config", {
    token: tokenOf(house.tokens, "operator"),
    headers: { "if-match": headers["etag"] ?? "" },
    body: { breaker },
  });
  if (patched.status !== 200) throw new Error(`PATCH /v1/config answered ${patched.status}: ${patched.text}`);
  if (Object.keys(objectOf(patched.json)).length === 0) throw new Error("PATCH /v1/config answered nothing");
}

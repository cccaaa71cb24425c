import type { Json, JsonObject } from "@holdpoint/core";
import { tokenOf } from "../gateway/token-of.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import type { Exchange } from "../http-probe.ts";
import { idOf, numberOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import { until } from "../io/pause.ts";
import type { House } from "../gateway/house.ts";
import type { Experiment } from "./terms.ts";

const REPLAY = "/v1/dead-letters/replay";
const RUN_MAX_MS = 8000;
const RATE_PER_SECOND = 100;

/** Kills that many actions of an adapter; their ids. */
export async function makeLetters(house: House, adapter: string, count: number): Promise<string[]> {
  house.upstream.modes.set(pathOf(adapter), "failing");
  const answers = await Promise.all(Array.from({ length: count }, (_, n) => house.submit({ adapter, n })));
  const ids = answers.map(idOf);
  const dead = await Promise.all(ids.map((id) => house.settled(id, ["DEAD"])));
  const alive = dead.find((action) => action["state"] !== "DEAD");
  if (alive !== undefined) throw new Error(`an action of ${adapter} is ${textOf(alive["state"])}, and must be dead`);
  return ids;
}

export async function heal(house: House, adapter: string): Promise<void> {
  house.upstream.modes.set(pathOf(adapter), "healthy");
}

export function plan(house: House, filter: Json): Promise<Exchange> {
  return asOperator(house, REPLAY, { mode: "plan", filter });
}

export interface RunTerms {
  readonly ratePerSecond?: number;
  readonly max?: number;
}

/** Starts a run of what a filter matches; null when it did not start. */
export async function run(house: House, filter: JsonObject, terms: RunTerms = {}): Promise<string | null> {
  const planned = await plan(house, filter);
  const started = await asOperator(house, REPLAY, {
    mode: "run",
    plan_id: idOf(planned),
    rate_per_second: terms.ratePerSecond ?? RATE_PER_SECOND,
    ...(terms.max === undefined ? {} : { max: terms.max }),
  });
  return started.status === 202 ? idOf(started) : null;
}

/** The run when it has ended and everything that it started has. */
export async function ended({ house, context }: Experiment, id: string): Promise<JsonObject> {
  const read = async (): Promise<JsonObject> => objectOf((await house.get(`${REPLAY}/${id}`)).json);
  const isOver = (one: JsonObject): boolean => {
    const done = (numberOf(one["succeeded"]) ?? 0) + (numberOf(one["failed"]) ?? 0);
    return one["state"] !== "running" && done >= (numberOf(one["started"]) ?? 0);
  };
  return until(read, isOver, { timeoutMs: RUN_MAX_MS, signal: context.signal });
}

export function abort(house: House, id: string): Promise<Exchange> {
  return asOperator(house, `${REPLAY}/${id}/abort`, {});
}

export async function runAt(house: House, id: string): Promise<JsonObject> {
  return objectOf((await house.get(`${REPLAY}/${id}`)).json);
}

export function actionIdsOf(one: JsonObject): string[] {
  return listOf(one["action_ids"]).map(textOf);
}

export async function actionAt(house: House, id: string): Promise<JsonObject> {
  return objectOf((await house.get(`/v1/actions/${id}`)).json);
}

export async function letterStatus(house: House, id: string): Promise<string> {
  return textOf(objectOf((await house.get(`/v1/dead-letters/${id}`)).json)["status"]);
}

function asOperator(house: House, path: string, body: Json): Promise<Exchange> {
  return house.ask("POST", path, { token: tokenOf(house.tokens, "operator"), body });
}

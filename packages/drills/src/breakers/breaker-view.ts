import type { JsonObject } from "@holdpoint/core";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import type { House } from "../gateway/house.ts";
import { stateOf } from "../gateway/answers.ts";
import { LIMITS } from "./terms.ts";
import { pathOf } from "../gateway/gateway-file.ts";

/** What `path` says of one breaker; an empty object when it says nothing. */
export async function breakerAt(house: House, path: string, name: string): Promise<JsonObject> {
  const { json } = await house.get(path);
  const all = listOf(objectOf(json)["breakers"]).map(objectOf);
  return all.find((one) => one["name"] === name) ?? {};
}

export async function breakerState(house: House, name: string): Promise<string> {
  return textOf((await breakerAt(house, "/v1/breakers", name))["state"]);
}

/** Submits that many at once; the states in which they ended. */
export async function submitAll(house: House, adapter: string, count: number): Promise<string[]> {
  const answers = await Promise.all(Array.from({ length: count }, (_, n) => house.submit({ adapter, n })));
  return answers.map(stateOf);
}

/** Makes the upstream fail, and submits until the breaker has to open. */
export async function openByErrors(house: House, adapter: string): Promise<void> {
  house.upstream.modes.set(pathOf(adapter), "failing");
  for (let n = 0; n < LIMITS.minimum_calls; n += 1) await house.submit({ adapter, n });
}

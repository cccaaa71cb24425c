import { createHash } from "node:crypto";
import type { Json, JsonObject } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import type { Exchange } from "../http-probe.ts";
import { listOf, objectOf, textOf } from "../http-probe.ts";
import type { House } from "./house.ts";

/** Id of the action that an answer is about; empty when it is about none. */
export function idOf(answer: Exchange): string {
  return textOf(objectOf(answer.json)["id"]);
}

export function stateOf(answer: Exchange): string {
  return textOf(objectOf(answer.json)["state"]);
}

/** Code of the error with which an action ended; empty without one. */
export function errorCodeOf(action: JsonObject): string {
  return textOf(objectOf(action["error"])["code"]);
}

/** Items of a page. */
export function itemsOf(answer: Exchange): readonly JsonObject[] {
  return listOf(objectOf(answer.json)["items"]).map(objectOf);
}

const PAGES_MAX = 50;

/** Items of all pages of a list. */
export async function allItems(house: House, path: string): Promise<JsonObject[]> {
  const items: JsonObject[] = [];
  let cursor: Json | undefined = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = typeof cursor === "string" ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const answer: Exchange = await house.get(`${path}${path.includes("?") ? "&" : "?"}limit=200${query}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    items.push(...itemsOf(answer));
    cursor = objectOf(answer.json)["cursor"];
    if (typeof cursor !== "string") return items;
  }
  throw new Error(`${path} has more pages than any drill fills`);
}

export function digestOfJson(value: Json): string {
  return `sha256:${createHash("sha256").update(canonicalize(value)).digest("hex")}`;
}

/** Trace id of a `traceparent`; null when it is none. */
export function traceIdOf(traceparent: string | null | undefined): string | null {
  return /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? "")?.[1] ?? null;
}

/** A number of an answer; null when it is none. */
export function numberOf(value: Json | undefined): number | null {
  return typeof value === "number" ? value : null;
}

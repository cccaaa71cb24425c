import type { Json, JsonObject } from "@holdpoint/core";
import { listOf, objectOf } from "../http-probe.ts";
import type { ProxyAnswer } from "./lie.ts";

/** The answer with its JSON changed; null when it has none, or when nothing of it is changed. */
export function changeJson(answer: ProxyAnswer, change: (json: JsonObject) => JsonObject): ProxyAnswer | null {
  let json: Json;
  try {
    json = JSON.parse(answer.body) as Json;
  } catch {
    return null;
  }
  const body = JSON.stringify(change(objectOf(json)));
  return body === JSON.stringify(json) ? null : { ...answer, body };
}

/** Changes every object of the answer that has an `id`, alone or in a page. */
export function changeItems(answer: ProxyAnswer, change: (item: JsonObject) => JsonObject): ProxyAnswer | null {
  return changeJson(answer, (json) => {
    const items = json["items"];
    if (items === undefined) return change(json);
    return { ...json, items: listOf(items).map((item) => change(objectOf(item))) };
  });
}

/** Leaves items out of a page. */
export function dropItems(answer: ProxyAnswer, isDropped: (item: JsonObject) => boolean): ProxyAnswer | null {
  return changeJson(answer, (json) => {
    const items = json["items"];
    if (items === undefined) return json;
    return { ...json, items: listOf(items).filter((item) => !isDropped(objectOf(item))) };
  });
}

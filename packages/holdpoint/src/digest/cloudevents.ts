import type { JsonObject } from "@holdpoint/core";
import type { Message } from "./message.ts";

/** Body of a CloudEvents 1.0 event in structured mode, sent as `application/cloudevents+json`. */
export function cloudEvent({ event, service, id, at, data }: Message): JsonObject {
  return {
    specversion: "1.0",
    id,
    source: `urn:holdpoint:service:${encodeURIComponent(service)}`,
    type: `holdpoint.${event}.v1`,
    time: at,
    datacontenttype: "application/json",
    data,
  };
}

import type { ErrorCode, JsonObject } from "@holdpoint/core";

/** What a decision about one action may be refused for. */
export const DECISION_ERRORS: readonly ErrorCode[] = [
  "HP-GATEWAY-NOT-FOUND",
  "HP-GATEWAY-STATE-CONFLICT",
  "HP-GATEWAY-BODY",
  "HP-GATEWAY-BODY-TOO-LARGE",
  "HP-GATEWAY-MEDIA-TYPE",
  "HP-GATEWAY-STOPPING",
  "HP-GATEWAY-STORAGE",
  "HP-GATEWAY-STORAGE-FULL",
];

/** The reason that a person gave; empty when they gave none. */
export function reasonOf(body: JsonObject): string {
  return (body["reason"] as string | undefined) ?? "";
}

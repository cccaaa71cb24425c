import type { JsonObject } from "@holdpoint/core";

/** Query parameters that several routes have. */
export const NAME: JsonObject = { type: "string", minLength: 1, maxLength: 128 };
export const SINCE: JsonObject = { type: "string", maxLength: 40, description: "RFC 3339 instant in UTC: at or after" };
export const CURSOR: JsonObject = {
  type: "string",
  pattern: "^act_[0-9A-Za-z]{1,64}$",
  description: "Of the page before",
};
export const LIMIT: JsonObject = { type: "string", pattern: "^[0-9]{1,3}$", description: "1 to 200, else 50" };

import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";

/** JSON of a flag. @throws HoldpointError `HP-USAGE` */
export function jsonOfFlag(flag: string, text: string): Json {
  try {
    return readJson(text, { file: flag });
  } catch (cause) {
    throw new HoldpointError("HP-USAGE", `${flag} is not JSON: ${(cause as Error).message}`, {}, cause);
  }
}

/** The same where it must be an object. */
export function objectOfFlag(flag: string, text: string): JsonObject {
  const value = jsonOfFlag(flag, text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new HoldpointError("HP-USAGE", `${flag} must be a JSON object`);
}

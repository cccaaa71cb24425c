import type { ErrorCode, Json, JsonObject } from "@holdpoint/core";

/** Throws with the place of the object that is being read. */
export type Fail = (code: ErrorCode, detail: string) => never;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object's own member; never what its prototype has. */
export function member(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function textField(object: JsonObject, key: string, fail: Fail): string | null {
  const value = member(object, key);
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : fail("HP-READ-SYNTAX", `\`${key}\` must be a text`);
}

export function flagField(object: JsonObject, key: string, fail: Fail): boolean {
  const value = member(object, key);
  if (value === undefined) return false;
  return typeof value === "boolean" ? value : fail("HP-READ-SYNTAX", `\`${key}\` must be true or false`);
}

/** A list of texts; one text alone counts as a list of one, as npm takes it. */
export function textsField(object: JsonObject, key: string, fail: Fail): readonly string[] {
  const value = member(object, key);
  if (value === undefined || value === null) return [];
  const list = typeof value === "string" ? [value] : value;
  if (Array.isArray(list) && list.every((one) => typeof one === "string")) return list;
  return fail("HP-READ-SYNTAX", `\`${key}\` must be a list of texts`);
}

/** Texts by name, e.g. ranges by package. */
export function textMapField(object: JsonObject, key: string, fail: Fail): ReadonlyMap<string, string> {
  const value = member(object, key);
  if (value === undefined || value === null) return new Map();
  if (!isObject(value)) return fail("HP-READ-SYNTAX", `\`${key}\` must be an object`);
  return new Map(
    Object.entries(value).map(([name, text]) =>
      typeof text === "string" ? [name, text] : fail("HP-READ-SYNTAX", `\`${key}\` of "${name}" must be a text`),
    ),
  );
}

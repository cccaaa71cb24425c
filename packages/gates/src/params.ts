import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/**
 * A whole number of things, 0 or more.
 *
 * @throws HoldpointError `HP-CONFIG-VALUE` for anything else, so that the check becomes `error`.
 */
export function countParam(params: JsonObject, name: string): number {
  const value = params[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw wrong(name, "a whole number", value);
  return value;
}

/** A share in percent from 0 to 100, with decimals as written. */
export function percentParam(params: JsonObject, name: string): number {
  const value = params[name];
  if (typeof value !== "number" || !(value >= 0 && value <= 100)) throw wrong(name, "a number from 0 to 100", value);
  return value;
}

export function choiceParam<Choice extends string>(
  params: JsonObject,
  name: string,
  choices: readonly Choice[],
): Choice {
  const value = params[name];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw wrong(name, `one of ${choices.join(", ")}`, value);
  return choice;
}

export function stringsParam(params: JsonObject, name: string): readonly string[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string"))
    throw wrong(name, "a list of texts", value);
  return value;
}

export function countsParam(params: JsonObject, name: string): readonly number[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((one) => Number.isSafeInteger(one) && (one as number) >= 0)) {
    throw wrong(name, "a list of whole numbers", value);
  }
  return value as readonly number[];
}

export function wrong(name: string, wanted: string, found: Json | undefined): HoldpointError {
  const shown = found === undefined ? "nothing" : JSON.stringify(found);
  return new HoldpointError("HP-CONFIG-VALUE", `the parameter "${name}" must be ${wanted}, but is ${shown}`);
}

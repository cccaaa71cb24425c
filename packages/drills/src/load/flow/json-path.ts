import type { PlannedText } from "./place.ts";
import { mistake } from "./place.ts";

/** Members and indexes, from the outside in; no wildcard, so that a path has one value or none. */
export type JsonPath = readonly (string | number)[];

const STEPS_MAX = 64;

/** `.name`, `[0]` or `["any name"]`, from where the last one ended. */
const STEP = /\.([A-Za-z_$][\w$-]*)|\[(0|[1-9]\d{0,8})\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * Reads `$.items[0]["odd name"].id`: a small part of RFC 9535, the one in which a path names one place.
 *
 * @throws HoldpointError `HP-LOAD-JSON-PATH` with the column at which the text stops being a path
 * @example
 * parseJsonPath({ text: "$.a[0]", pointer: "checks[0].path", placeOf: planPlace }); // ["a", 0]
 */
export function parseJsonPath(planned: PlannedText): JsonPath {
  const { text } = planned;
  if (!text.startsWith("$")) throw mistake("HP-LOAD-JSON-PATH", planned, 0, `"${text}" does not begin with $`);
  const steps: (string | number)[] = [];
  for (let index = 1; index < text.length; index = STEP.lastIndex) {
    STEP.lastIndex = index;
    const match = STEP.exec(text);
    if (match === null)
      throw mistake("HP-LOAD-JSON-PATH", planned, index, `no member or index at "${text.slice(index)}"`);
    steps.push(stepOf(match, planned, index));
    if (steps.length > STEPS_MAX) throw mistake("HP-LOAD-JSON-PATH", planned, index, `more than ${STEPS_MAX} steps`);
  }
  return steps;
}

function stepOf([, member, index, quoted]: RegExpExecArray, planned: PlannedText, at: number): string | number {
  if (member !== undefined) return member;
  if (index !== undefined) return Number(index);
  try {
    return JSON.parse(`"${quoted ?? ""}"`) as string;
  } catch {
    throw mistake("HP-LOAD-JSON-PATH", planned, at, `"${quoted ?? ""}" is no JSON string`);
  }
}

/** The value there, or undefined; only own members, so that `$.constructor` is not there. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null) return undefined;
    if (typeof step === "number" ? !Array.isArray(at) : Array.isArray(at)) return undefined;
    if (!Object.hasOwn(at, step)) return undefined;
    at = (at as Readonly<Record<string | number, unknown>>)[step];
  }
  return at;
}

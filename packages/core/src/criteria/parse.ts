import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { HoldpointError } from "../errors/holdpoint-error.ts";
import type { Json } from "../noun/json.ts";
import { parseDecimal } from "../number/decimal.ts";
import type { Criteria, Criterion, Operator } from "./criterion.ts";
import { CRITERIA_GROUPS_MAX, CRITERIA_IN_GROUP_MAX, CRITERION_CHARS_MAX } from "./criterion.ts";

const OPERATOR = /^(?:<=|>=|!=|<|>|=)/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?/;

/**
 * Reads criteria as they stand in a configuration: `"<500"`, or a list with AND between, or a list of lists with OR
 * between those. A sign makes a value relative to the baseline: `<=+10%`, `<=+10`, `>=-2%`; without one it is fixed.
 *
 * @param place where the value begins; columns of a one-line text are counted on from it
 * @throws HoldpointError `HP-CONFIG-VALUE`, also for an empty list, which nothing could miss
 * @example
 * parseCriteria([["<500", "<=+10%"], ["<200"]]); // (under 500 and at most 10 % above the baseline), or under 200
 */
export function parseCriteria(value: Json, place: ErrorPlace = {}): Criteria {
  if (typeof value === "string") return [[parseCriterion(value, place)]];
  if (!Array.isArray(value))
    throw wrong(`criteria are texts like "<500" or lists of them, not ${kindOf(value)}`, place);
  const groups = (value as readonly Json[]).some(Array.isArray) ? (value as readonly Json[]) : [value];
  bound(groups.length, CRITERIA_GROUPS_MAX, "alternatives", place);
  return groups.map((group, index) => parseGroup(group, `alternative ${index + 1}`, place));
}

function parseGroup(group: Json, name: string, place: ErrorPlace): Criterion[] {
  if (!Array.isArray(group)) throw wrong(`${name} is no list, although others are`, place);
  bound(group.length, CRITERIA_IN_GROUP_MAX, `criteria in ${name}`, place);
  return (group as readonly Json[]).map((one) => {
    if (typeof one !== "string") throw wrong(`${name} holds ${kindOf(one)} where a text like "<500" must be`, place);
    return parseCriterion(one, place);
  });
}

/** Reads one criterion; white space is allowed around operator and value. */
export function parseCriterion(text: string, place: ErrorPlace = {}): Criterion {
  const refuse = (rest: string, wanted: string): HoldpointError =>
    wrong(`the criterion ${JSON.stringify(text.slice(0, CRITERION_CHARS_MAX))} ${wanted}`, placeIn(place, text, rest));
  if (text.length > CRITERION_CHARS_MAX) throw refuse("", `is longer than ${CRITERION_CHARS_MAX} characters`);
  let rest = text.trimStart();
  const operator = OPERATOR.exec(rest)?.[0] as Operator | undefined;
  if (operator === undefined) throw refuse(rest, "does not begin with <, <=, >, >=, = or !=");
  rest = rest.slice(operator.length).trimStart();
  const written = NUMBER.exec(rest)?.[0];
  const amount = written === undefined ? null : parseDecimal(written);
  if (written === undefined || amount === null) throw refuse(rest, `has no number after ${operator}`);
  const isRelative = written.startsWith("+") || written.startsWith("-");
  const after = rest.slice(written.length);
  const isPercent = after.startsWith("%");
  if (isPercent && !isRelative) throw refuse(after, `needs a sign: +${written}% or -${written}% of the baseline`);
  const trailing = (isPercent ? after.slice(1) : after).trimStart();
  if (trailing !== "") throw refuse(trailing, `goes on after its value with ${JSON.stringify(trailing)}`);
  const against = isPercent ? "percent" : isRelative ? "difference" : "fixed";
  return { text: `${operator}${written}${isPercent ? "%" : ""}`, operator, against, amount };
}

function placeIn(place: ErrorPlace, text: string, rest: string): ErrorPlace {
  if (place.column === undefined) return place;
  return { ...place, column: place.column + text.length - rest.length };
}

function bound(count: number, max: number, what: string, place: ErrorPlace): void {
  if (count === 0) throw wrong(`there are no ${what}; nothing could miss them`, place);
  if (count > max) throw wrong(`there are ${count} ${what}, at most ${max} are read`, place);
}

function kindOf(value: Json): string {
  if (value === null) return "nothing";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

function wrong(detail: string, place: ErrorPlace): HoldpointError {
  return new HoldpointError("HP-CONFIG-VALUE", detail, place);
}

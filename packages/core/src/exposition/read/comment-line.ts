import type { ExpositionType } from "../exposition.ts";
import type { LineCursor } from "./cursor.ts";
import { shown } from "./labels.ts";
import { readQuoted } from "./quoted.ts";

/** What a comment says of a family. */
export type CommentLine =
  | { readonly keyword: "HELP" | "UNIT"; readonly name: string; readonly text: string }
  | { readonly keyword: "TYPE"; readonly name: string; readonly type: ExpositionType };

const KEYWORD = /# *(?:HELP|TYPE|UNIT)(?=[ \t]|$)/y;
const CLASSIC_KEYWORD = /[ \t]*#[ \t]+(?:HELP|TYPE)(?=[ \t]|$)/y;
const METRIC_NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*(?=[ \t]|$)/y;

const CLASSIC_TYPES: ReadonlyMap<string, ExpositionType> = new Map<string, ExpositionType>([
  ["counter", "counter"],
  ["gauge", "gauge"],
  ["histogram", "histogram"],
  ["summary", "summary"],
  ["untyped", "untyped"],
]);

const OPENMETRICS_TYPES: ReadonlyMap<string, ExpositionType> = new Map<string, ExpositionType>([
  ["counter", "counter"],
  ["gauge", "gauge"],
  ["histogram", "histogram"],
  ["summary", "summary"],
  ["unknown", "untyped"],
  ["info", "info"],
  ["stateset", "stateset"],
  ["gaugehistogram", "gaugehistogram"],
]);

/** HELP, TYPE or UNIT; null for any other comment, which OpenMetrics does not have, and for one that is broken. */
export function readCommentLine(cursor: LineCursor): CommentLine | null {
  const keyword = cursor
    .match(cursor.openMetrics ? KEYWORD : CLASSIC_KEYWORD)
    ?.trimStart()
    .replace(/^#[ \t]*/, "");
  if (keyword === undefined) {
    if (cursor.openMetrics)
      cursor.note("unknown-comment", "OpenMetrics has HELP, TYPE, UNIT and EOF, no other comments");
    return null;
  }
  if (cursor.openMetrics && !/^# [A-Z]/.test(cursor.line))
    cursor.note("bad-spacing", "OpenMetrics has exactly one space here", 1);
  cursor.gap();
  const nameAt = cursor.at;
  const name = cursor.char === '"' ? readQuoted(cursor) : cursor.match(METRIC_NAME);
  if (name === null || name === "") {
    const token = cursor.token();
    return cursor.fail("bad-name", `${shown(token)} is no name of a metric unless it is quoted`, nameAt);
  }
  const spaced = cursor.gap();
  if (keyword === "TYPE") return readType(cursor, name);
  if (!spaced && keyword === "UNIT") return cursor.fail("bad-comment", "a unit is wanted here");
  const text = cursor.line.slice(cursor.at);
  return { keyword: keyword === "UNIT" ? "UNIT" : "HELP", name, text: keyword === "UNIT" ? text : helpText(cursor) };
}

function readType(cursor: LineCursor, name: string): CommentLine | null {
  const from = cursor.at;
  const token = cursor.token();
  if (token === "") return cursor.fail("bad-comment", "a type is wanted here");
  const type = (cursor.openMetrics ? OPENMETRICS_TYPES : CLASSIC_TYPES).get(token);
  if (type === undefined) return cursor.fail("unknown-type", `${shown(token)} is no type of this format`, from);
  cursor.match(/[ \t]*/y);
  if (!cursor.ended) return cursor.fail("bad-comment", "nothing more is wanted behind the type");
  return { keyword: "TYPE", name, type };
}

/** Backslash and line feed are escaped, in OpenMetrics the quotation mark too. */
function helpText(cursor: LineCursor): string {
  const from = cursor.at;
  return cursor.line.slice(from).replaceAll(/\\(.?)/g, (escape, char: string, at: number) => {
    if (char === "n") return "\n";
    if (char === "\\" || (char === '"' && cursor.openMetrics)) return char;
    if (!cursor.openMetrics || char === "") cursor.note("bad-escape", `there is no escape ${escape}`, from + at);
    return escape;
  });
}

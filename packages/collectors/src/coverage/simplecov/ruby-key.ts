import type { JsonCursor } from "../json/cursor.ts";
import { LINE_MAX } from "../counts/line-hits.ts";

/** What an inspected array of Ruby's Coverage names: `[:if, 0, 3, 4, 7, 7]`, or `[Price, :less, 10, 2, 16, 5]`. */
export interface RubyPlace {
  /** Line on which it begins. */
  readonly line: number;
  /** The same for the same place, without the number that each run gives anew. */
  readonly key: string;
}

/** Everything before the last four numbers: a kind and its number, or a class and a method. */
const PLACE = /^\[(.{1,1000}), (\d{1,9}), (\d{1,9}), (\d{1,9}), (\d{1,9})\]$/s;
const NUMBERED_KIND = /^(:[a-z_"&.]{1,30}), \d{1,9}$/;

export function readRubyPlace(cursor: JsonCursor, text: string): RubyPlace {
  const [, what = "", line = "", column = "", endLine = "", endColumn = ""] = PLACE.exec(text) ?? [];
  const number = Number(line);
  if (what === "" || number < 1 || number > LINE_MAX) {
    cursor.fail(`${JSON.stringify(text.slice(0, 60))} is no place of a Ruby source`);
  }
  const kind = NUMBERED_KIND.exec(what)?.[1] ?? what;
  return { line: number, key: `${kind} ${column} ${Number(endLine) - number} ${endColumn}` };
}

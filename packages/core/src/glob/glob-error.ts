import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { HoldpointError } from "../errors/holdpoint-error.ts";

const SHOWN_CHARS_MAX = 80;

/** What is wrong with a pattern, with the column in the pattern itself. */
export function globError(pattern: string, offset: number, what: string): HoldpointError {
  const shown = JSON.stringify(pattern.slice(0, SHOWN_CHARS_MAX));
  return new HoldpointError("HP-CONFIG-VALUE", `the glob ${shown} ${what}`, { column: offset + 1 });
}

/** The same error, with its column counted on from where the pattern stands in a file. */
export function globErrorAt(error: HoldpointError, place: ErrorPlace): HoldpointError {
  const inPattern = error.place.column ?? 1;
  const column = place.column === undefined ? {} : { column: place.column + inPattern - 1 };
  return new HoldpointError(error.code, error.message, { ...place, ...column });
}

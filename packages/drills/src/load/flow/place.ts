import type { ErrorCode, ErrorPlace } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/**
 * Where a text of the plan was written; `pointer` is its place in the plan (`flows[0].steps[1].path`), `column` counts
 * from 1 within the text.
 */
export type PlaceOf = (pointer: string, column: number) => ErrorPlace;

/** For a plan that no file holds: the column within the text. */
export const planPlace: PlaceOf = (_pointer, column) => ({ column });

/** One text of the plan, for which mistakes are told with their place. */
export interface PlannedText {
  readonly text: string;
  readonly pointer: string;
  readonly placeOf: PlaceOf;
}

/** The error for a mistake at an index of the text. */
export function mistake(code: ErrorCode, { pointer, placeOf }: PlannedText, index: number, detail: string): Error {
  return new HoldpointError(code, `${pointer}: ${detail}`, placeOf(pointer, index + 1));
}

import { LOAD_WINDOWS_MAX } from "../../evidence/load.ts";

/** Lengths that a person reads easily, seconds. */
const SIZES_S = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600] as const;

/**
 * How long the windows of a report are, so that there are never more than `LOAD_WINDOWS_MAX` of them.
 *
 * @param seconds most that the run can take, its drain included
 * @example
 * windowSizeS(600); // 1
 * windowSizeS(86_400); // 300
 */
export function windowSizeS(seconds: number, windowsMax: number = LOAD_WINDOWS_MAX): number {
  return SIZES_S.find((size) => seconds <= size * windowsMax) ?? Math.ceil(seconds / windowsMax);
}

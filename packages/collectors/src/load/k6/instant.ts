import type { ErrorPlace } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
/** Digits of the epoch's seconds, milliseconds, microseconds and nanoseconds, for centuries on either side of now. */
const UNIX: readonly (readonly [form: RegExp, perMs: number])[] = [
  [/^\d{9,10}(?:\.\d+)?$/, 0.001],
  [/^\d{12,13}$/, 1],
  [/^\d{15,16}$/, 1e3],
  [/^\d{18,19}$/, 1e6],
];

/** Milliseconds since the epoch, of RFC 3339 or of digits whose number tells the unit; throws `HP-READ-SYNTAX`. */
export function instantMs(text: string, place: ErrorPlace): number {
  const [, seconds, fraction = "", zone = ""] = RFC_3339.exec(text) ?? [];
  const unix = UNIX.find(([form]) => form.test(text));
  const whole = unix === undefined ? Date.parse(`${seconds}${zone}`) : Number(text) / unix[1];
  const ms = unix === undefined ? whole + Number(`0${fraction || ".0"}`) * 1000 : whole;
  if (Number.isFinite(ms)) return ms;
  throw new HoldpointError("HP-READ-SYNTAX", `no instant: ${text.slice(0, 40)}`, place);
}

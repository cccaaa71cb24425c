import type { PlannedText } from "./place.ts";
import { mistake } from "./place.ts";

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** A value holds no control character but the tab (RFC 9110, section 5.5): a line end would begin another header. */
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F]/;

/** What the generator says itself, because it alone knows the bytes. */
const FRAMING: ReadonlySet<string> = new Set(["content-length", "transfer-encoding", "trailer", "upgrade", "te"]);

const METHOD_CHARS_MAX = 32;

/** @throws HoldpointError `HP-LOAD-REQUEST` */
export function requireMethod(planned: PlannedText): void {
  const { text } = planned;
  if (!TOKEN.test(text) || text.length > METHOD_CHARS_MAX || text === "CONNECT") {
    throw mistake("HP-LOAD-REQUEST", planned, 0, `"${text}" is no method that a load run sends`);
  }
}

/** @throws HoldpointError `HP-LOAD-REQUEST` */
export function requireHeaderName(planned: PlannedText): void {
  const { text } = planned;
  if (!TOKEN.test(text)) throw mistake("HP-LOAD-REQUEST", planned, 0, `"${printable(text)}" is no header name`);
  if (FRAMING.has(text.toLowerCase())) throw mistake("HP-LOAD-REQUEST", planned, 0, `${text} is set by the generator`);
}

/** @throws HoldpointError `HP-LOAD-REQUEST` with the column of the character that must not be there */
export function requireHeaderValue(planned: PlannedText, value: string = planned.text): void {
  const index = value.search(CONTROL);
  if (index < 0) return;
  const where = value === planned.text ? index : 0;
  throw mistake("HP-LOAD-REQUEST", planned, where, `a control character in "${printable(value)}"`);
}

/** Whether a value that came from an answer may stand in a request: no control character at all. */
export function isSendable(value: string): boolean {
  return !CONTROL.test(value) && !value.includes("\t");
}

function printable(text: string): string {
  return JSON.stringify(text.slice(0, 80)).slice(1, -1);
}

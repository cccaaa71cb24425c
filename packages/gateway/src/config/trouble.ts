import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ConfigDocument } from "./yaml-document.ts";

/** One thing that is wrong in a configuration. */
export interface Trouble {
  /** Keys and indexes from the top of the document. */
  readonly path: readonly string[];
  readonly at: "key" | "value";
  readonly text: string;
}

/**
 * The trouble that stands first in the file, as an error; the others are counted.
 *
 * @throws HoldpointError of the code that `codeOf` gives it
 * @example
 * refuseTroubles(document, [], () => "HP-GATEWAY-CONFIG"); // nothing happens
 */
export function refuseTroubles<One extends Trouble>(
  document: ConfigDocument,
  troubles: readonly One[],
  codeOf: (trouble: One) => ErrorCode,
): void {
  const placed = troubles
    .map((trouble) => ({ trouble, place: document.place(trouble.path, trouble.at) }))
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0));
  const first = placed[0];
  if (first === undefined) return;
  const others = placed.length - 1;
  const more = others === 0 ? "" : ` (and ${others} more ${others === 1 ? "problem" : "problems"} below)`;
  throw new HoldpointError(codeOf(first.trouble), `${first.trouble.text}${more}`, first.place);
}

/** `adapters[0].operations[1]`, or `the document` for the top. */
export function spelled(path: readonly string[]): string {
  if (path.length === 0) return "the document";
  return path.reduce((text, step) => {
    if (/^\d+$/.test(step)) return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}

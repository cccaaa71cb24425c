import { AssertionError } from "node:assert/strict";

/** One place where a rule of the house is broken, and what to do about it. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

export function show({ rule, path, line, text }: Violation): string {
  return `${path}:${line} ${text} [${rule}]`;
}

const SHOWN_MAX = 40;

/** Fails with the first of the violations, a line each. */
export function assertNone(found: readonly (Violation | string)[]): void {
  if (found.length === 0) return;
  const lines = found.slice(0, SHOWN_MAX).map((each) => (typeof each === "string" ? each : show(each)));
  const more = found.length > SHOWN_MAX ? [`and ${found.length - SHOWN_MAX} more`] : [];
  throw new AssertionError({ message: [...lines, ...more].join("\n"), stackStartFn: assertNone });
}

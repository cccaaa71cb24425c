import type { ReleaseVerdict } from "@holdpoint/core";

/** What a verb ends with. The numbers are an interface: they are never reused for anything else. */
export type ExitCode = 0 | 1 | 2 | 3;

export const EXIT: {
  /** PROMOTE, pass, valid, done. */
  readonly pass: 0;
  /** HOLD, fail, not valid; INCONCLUSIVE counts as this. */
  readonly hold: 1;
  /** The command line or the configuration is wrong. */
  readonly usage: 2;
  /** No verdict was possible: unreadable, interrupted, broken. */
  readonly noVerdict: 3;
} = { pass: 0, hold: 1, usage: 2, noVerdict: 3 };

/** Everything but PROMOTE holds. */
export function exitOfVerdict(verdict: ReleaseVerdict): ExitCode {
  return verdict === "PROMOTE" ? EXIT.pass : EXIT.hold;
}

/** What the parser of the command line ended with: 0 after help or version, else one of its own codes. */
export function exitOfParser(code: number | string | null | undefined): ExitCode {
  return code === 0 ? EXIT.pass : EXIT.usage;
}

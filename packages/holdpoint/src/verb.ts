import type { ExitCode } from "./exit-codes.ts";
import type { Host } from "./host.ts";

/** What a verb has to say; only one of the two forms is asked for and printed. */
export interface Answer {
  readonly exit: ExitCode;
  /** The one document of `--json`. */
  readonly json: () => unknown;
  /** What a person reads, without the last line break; empty prints nothing. */
  readonly text: () => string;
  /** True for an error: its text goes to stderr. */
  readonly failed?: boolean;
}

/** Flags that every verb takes. */
export type CommonFlags = {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly config?: string;
};

/** A verb decides and returns; it prints nothing to stdout itself. */
export type Verb<Flags extends CommonFlags, Args extends readonly (string | undefined)[]> = (
  host: Host,
  flags: Flags,
  ...args: Args
) => Promise<Answer>;

import type { RunResult } from "@holdpoint/release";

/** What a reporter may be told besides the result; each reads only what concerns it. */
export interface RenderOptions {
  /** `text`: colour with SGR sequences; not unless asked, whatever the environment says. */
  readonly color?: boolean;
  /** `text`: columns of the terminal. */
  readonly columns?: number;
  /** `sarif`, `html`: version of Holdpoint. */
  readonly toolVersion?: string;
  /** `sarif`, `gitlab`: path of the configuration relative to the root, named where a check has no place of its own. */
  readonly configFile?: string;
}

/** Pure: the same result and options give the same text. */
export type Render = (result: RunResult, options?: RenderOptions) => string;

/** How a format is called, where it usually goes, and how to get at it. */
export interface Reporter {
  /** Usual name of the file, no folder. */
  readonly file: string;
  readonly mediaType: string;
  /** Loads the code of this format and of no other. */
  load(): Promise<Render>;
}

/** Body of `resources` evidence: what a process held while it was under load; what the `leak` gate judges. */
export interface ResourcesBody {
  readonly subject: string;
  readonly startedAtMs: number;
  /** Samples before it are warm-up. */
  readonly steadyFromMs: number;
  readonly series: readonly ResourceSeries[];
  /** Times in which a fault was injected, or the process restarted: skipped, and told. */
  readonly faulted: readonly { readonly fromMs: number; readonly toMs: number; readonly why: string }[];
  /** Requests in the meantime: a process that did nothing leaks nothing. */
  readonly requests: number;
  readonly selfTest: LeakSelfTest | null;
}

export interface ResourceSeries {
  /** `rss`, `heap`, `descriptors`, `handles`. */
  readonly resource: string;
  readonly unit: "bytes" | "count";
  /** Milliseconds since the start, and value, in turn; NaN is not JSON: what could not be read is in `unreadable`. */
  readonly points: readonly (readonly [atMs: number, value: number])[];
  readonly unreadable: number;
}

/** The detector tried on a program with an injected leak and on one without, in the same session. */
export interface LeakSelfTest {
  readonly injectedPerS: number;
  readonly detectedPerS: number | null;
  readonly leakFound: boolean;
  readonly soundFound: boolean;
}

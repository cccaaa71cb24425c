import type { LoadResult } from "./latency.ts";

/** What the sender is told, as JSON in its one argument. */
export interface HttpLoad {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn by every connection; null is a GET. With `paths`, the n-th goes to the n-th path. */
  readonly bodies: readonly (string | null)[];
  /** Paths and queries below `url`, in turn; without them every request goes to `url`. */
  readonly paths?: readonly string[];
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Requests per second on an absolute schedule; without it every connection sends when it has its answer. */
  readonly perSecond?: number;
  /** Every answer must have this status and this text in its body, else the load fails. */
  readonly expectStatus: number;
  readonly expectText: string;
}

/** What the sender prints. `senderCores`: processor seconds it used itself per second. */
export interface HttpLoadResult extends LoadResult {
  readonly senderCores: number;
  readonly lateMs?: number;
  /** The body of the last answer. */
  readonly lastBody: string;
}

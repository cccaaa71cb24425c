import type { RejudgementBody } from "@holdpoint/core";

/** Judged again by a process without any variable, with the same result. */
export function rejudgement(changes: Partial<RejudgementBody> = {}): RejudgementBody {
  const digest = `sha256:${"9".repeat(64)}`;
  return { first: digest, second: digest, differences: [], environment: [], ...changes };
}

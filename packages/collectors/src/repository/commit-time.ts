import { HoldpointError } from "@holdpoint/core";

const COMMITTER = /^committer .*> (-?\d{1,15}) [+-]\d{4}$/m;

/** RFC 3339 UTC instant at which a raw commit object says that it was committed. */
export function commitTime(raw: string): string {
  const seconds = COMMITTER.exec(raw.split("\n\n", 1)[0] ?? "")?.[1];
  const at = new Date(Number(seconds ?? Number.NaN) * 1000);
  if (Number.isNaN(at.getTime())) throw new HoldpointError("HP-REPO-GIT", "the commit has no readable committer time");
  return at.toISOString();
}

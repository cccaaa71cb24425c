import { exemptions } from "@holdpoint/core";
import type { ArtifactPart } from "../coverage/artifacts/part.ts";
import type { Exempted } from "../coverage/artifacts/standing.ts";
import type { Host } from "../host.ts";
import { readExceptions } from "./exceptions-ground.ts";

/**
 * What signed exceptions answer for in a part, as the gate counts it: for components that are not critical, and
 * nowhere else.
 *
 * @param commit of the candidate
 */
export async function exemptedIn(
  { nowMs, signal }: Pick<Host, "nowMs" | "signal">,
  root: string,
  commit: string,
): Promise<(part: ArtifactPart) => Exempted> {
  const { exceptions } = await readExceptions(root, signal);
  const now = nowMs();
  return ({ component, files }) => {
    if (component === null || component.critical) return () => [];
    const counts = files.map((file) => file.counts);
    return (metric) => exemptions(counts, exceptions, { metric, nowMs: now, commit });
  };
}

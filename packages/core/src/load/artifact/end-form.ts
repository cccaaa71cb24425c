import type { Json } from "../../noun/json.ts";
import { amount, count, list, object, oneOf, text } from "./form.ts";
import type { ArtifactEnd, ArtifactHeader } from "./header.ts";

const totals = object({ due: count, sent: count, completed: count, failed: count, dropped: count });
const version1 = object({
  seconds: count,
  totals,
  validity: oneOf("valid", "invalid"),
  reasons: list(object({ code: text, text })),
});
const version2 = object({
  ran: object({ durationMs: amount, queue: object({ max: count, waited: count }), retried: count, cpuS: amount }),
});

/** What is wrong with a closing line by itself and beside its header, as a clause; null when nothing is. */
export function endProblem(end: Json, header: ArtifactHeader): string | null {
  const problem = version1(end, "end") ?? (header.made === undefined ? null : version2(end, "end"));
  if (problem !== null) return problem;
  const { ran } = end as unknown as ArtifactEnd;
  const plannedMs = header.phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (ran === undefined || ran.durationMs <= plannedMs) return null;
  return `end.ran says ${ran.durationMs} ms of a plan of ${plannedMs} ms`;
}

import { resolve } from "node:path";
import { wantsColor } from "../color.ts";
import type { LoadCanaryFlags } from "../commands/load-canary-flags.ts";
import type { Host } from "../host.ts";
import { canarySource } from "../io/canary-source.ts";
import { askedCanary, everyOf } from "../load/canary/asked-canary.ts";
import type { JudgedCanary } from "../load/canary/canary-text.ts";
import { canaryText } from "../load/canary/canary-text.ts";
import { canaryOutcome } from "../load/canary/canary-outcome.ts";
import { judgeMetric } from "../load/canary/judge-metric.ts";
import type { CanarySource } from "../load/canary/source.ts";
import { differingTerms } from "../load/compare/differing-terms.ts";
import { exitOfCompare } from "../load/compare/exit-of-compare.ts";
import { painter } from "../reporters/text/paint.ts";
import type { Answer } from "../verb.ts";

const SCHEMA = "holdpoint/load-canary/v1";

export default async function loadCanary(
  host: Host,
  flags: LoadCanaryFlags,
  baselineFile: string,
  candidateFile: string,
): Promise<Answer> {
  const everyMs = everyOf(flags.every);
  const baseline = await canarySource(resolve(host.cwd, baselineFile), baselineFile, everyMs);
  const candidate = await canarySource(resolve(host.cwd, candidateFile), candidateFile, everyMs);
  const judged = judgedOf(baseline, candidate, flags);
  return {
    exit: exitOfCompare(judged.outcome),
    json: () => ({ schema: SCHEMA, ...judged }),
    text: () => canaryText(judged, painter(wantsColor(host.stdout, host.env))),
  };
}

function judgedOf(baseline: CanarySource, candidate: CanarySource, flags: LoadCanaryFlags): JudgedCanary {
  const asked = askedCanary(flags, baseline, candidate);
  const differences =
    baseline.header === null || candidate.header === null ? [] : differingTerms(baseline.header, candidate.header);
  if (differences.length > 0 && !flags.anyway) {
    const note = "These runs differ in more than what was put under load; --anyway judges them all the same.";
    return { outcome: "inconclusive", metrics: [], differences, notes: [note] };
  }
  const metrics = asked.map((one) => judgeMetric(baseline, candidate, one));
  return { outcome: canaryOutcome(metrics.map(({ outcome }) => outcome)), metrics, differences, notes: [] };
}

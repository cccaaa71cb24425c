import type { DeltaReport } from "@holdpoint/drills";
import { deltaReportOf } from "@holdpoint/drills";
import type { SoakVerifyFlags } from "../commands/soak-flags.ts";
import type { Host } from "../host.ts";
import { storedSoak } from "../io/stored-soak.ts";
import { printable } from "../reporters/view/printable.ts";
import { exitOfKpis } from "../soak/soak-exit.ts";
import type { Answer } from "../verb.ts";

export default async function soakVerify(host: Host, flags: SoakVerifyFlags, run?: string): Promise<Answer> {
  const report = deltaReportOf(await storedSoak(host.cwd, run));
  const { outcome, reason, ratioMin } = flags.strict ? report.strict : report.soft;
  const { deltas, attempts } = report;
  return {
    exit: exitOfKpis(outcome),
    json: () => ({ ...report, outcome, reason, ratioMin }),
    text: () =>
      [
        `${report.id} ${report.run}: ${outcome}: ${reason}`,
        ...attempts.filter(({ reading }) => reading?.verdict !== "applied").map(attemptText),
        ...deltas.nestedMissPaths.map((path) => `  ${path} leads to nothing in the target's configuration`),
        ...deltas.stuck.map((path) => `  ${path} stays what it is, whatever is written`),
      ].join("\n"),
  };
}

function attemptText({ iteration, parameter, to, reading }: DeltaReport["attempts"][number]): string {
  const seen = `is ${printable(String(reading?.after ?? "unknown"))} (${reading?.verdict ?? "not read back"})`;
  return `  iteration ${iteration}: ${parameter} was to be ${to} and ${seen}`;
}

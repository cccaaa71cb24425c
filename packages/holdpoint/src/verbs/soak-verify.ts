import type { KpiOutcome } from "@holdpoint/core";
import type { DeltaReport } from "@holdpoint/drills";
import { deltaReportOf } from "@holdpoint/drills";
import type { SoakVerifyFlags } from "../commands/soak-flags.ts";
import type { Host } from "../host.ts";
import type { SoakRecorded } from "../io/recorded-soak.ts";
import { recordedSoak } from "../io/recorded-soak.ts";
import { storedSoak } from "../io/stored-soak.ts";
import { printable } from "../reporters/view/printable.ts";
import { exitOfKpis } from "../soak/soak-exit.ts";
import type { Answer } from "../verb.ts";

const LEDGER: Readonly<Record<SoakRecorded, string>> = {
  "as-recorded": "the ledger recorded this very run",
  differs: "the ledger recorded another run of this name: its files were changed since",
  "not-recorded": "the ledger here has no record of this run",
};

export default async function soakVerify(host: Host, flags: SoakVerifyFlags, run?: string): Promise<Answer> {
  const found = await storedSoak(host.cwd, run);
  const report = deltaReportOf(found);
  const ledger = recordedSoak(host.cwd, found);
  const { ratioMin, ...judged } = flags.strict ? report.strict : report.soft;
  const changed: { outcome: KpiOutcome; reason: string } = { outcome: "fail", reason: LEDGER.differs };
  const { outcome, reason } = ledger === "differs" ? changed : judged;
  const { deltas, attempts, others } = report;
  return {
    exit: exitOfKpis(outcome),
    json: () => ({ ...report, outcome, reason, ratioMin, ledger }),
    text: () =>
      [
        `${report.id} ${report.run}: ${outcome}: ${reason}`,
        ...attempts.filter(({ reading }) => reading?.verdict !== "applied").map(attemptText),
        ...deltas.nestedMissPaths.map((path) => `  ${path} leads to nothing in the target's configuration`),
        ...deltas.stuck.map((path) => `  ${path} stays what it is, whatever is written`),
        ...others.filter(({ expected }) => !expected).map(otherText),
        ...(ledger === "differs" ? [] : [`  ${LEDGER[ledger]}`]),
      ].join("\n"),
  };
}

function attemptText({ iteration, parameter, to, reading }: DeltaReport["attempts"][number]): string {
  const seen = `is ${printable(String(reading?.after ?? "unknown"))} (${reading?.verdict ?? "not read back"})`;
  return `  iteration ${iteration}: ${parameter} was to be ${to} and ${seen}`;
}

function otherText({ iteration, path }: DeltaReport["others"][number]): string {
  return `  iteration ${iteration}: ${printable(path)} changed too, and is no parameter`;
}

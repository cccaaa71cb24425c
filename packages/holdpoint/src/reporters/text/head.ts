import type { RunResult } from "@holdpoint/release";
import { count, formatDuration, shortCommit, treeState } from "../view/format.ts";
import { formatChecks } from "../view/notes.ts";
import { printable } from "../view/printable.ts";
import type { Paint } from "./paint.ts";
import { meaningOf } from "./paint.ts";
import { table } from "./table.ts";
import { wrap } from "./wrap.ts";

/** The verdict and what it is about. */
export function verdictLines({ judgement, durationMs }: RunResult, columns: number, paint: Paint): string[] {
  const { verdict, candidate, profile, holdReasons } = judgement;
  const mark = paint(verdict === "PROMOTE" ? "good-mark" : "bad-mark", ` ${verdict} `);
  const why =
    verdict === "PROMOTE" ? "every rule of the profile is met" : `held for ${count(holdReasons.length, "reason")}`;
  const facts = [
    `${printable(candidate.service)} ${shortCommit(candidate.commit)} (${treeState(candidate)})`,
    `profile ${printable(profile)}${judgement.partial ? ", only some gates" : ""}`,
    `environment ${printable(candidate.environment)}`,
    formatDuration(durationMs),
  ];
  return [`${mark} ${paint("strong", why)}`, ...wrap(facts.join(" · "), columns)];
}

/** A line for each gate: verdict, whether it can hold, what passed, which sections it answers for. */
export function gateLines({ judgement }: RunResult, columns: number, paint: Paint): string[] {
  const rows = judgement.gates.map((gate) => [
    { text: printable(gate.id) },
    { text: gate.verdict, meaning: meaningOf(gate.verdict) },
    { text: gate.blocking ? "yes" : "no" },
    { text: formatChecks(gate.checks) },
    { text: gate.sections.join(" ") },
  ]);
  return table(["Gate", "Verdict", "Blocks", "Checks passed", "Sections"], rows, columns, paint);
}

import type { PlanDocument } from "@holdpoint/release";
import { planRelease } from "@holdpoint/release";
import type { PlanFlags } from "../commands/plan.ts";
import { EXIT } from "../exit-codes.ts";
import { shortDuration } from "../format/duration.ts";
import { indented, table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { loadConfig } from "../io/config-file.ts";
import { GATES, loadCollectors } from "../registry.ts";
import type { Answer } from "../verb.ts";

export default async function plan(host: Host, flags: PlanFlags): Promise<Answer> {
  const { root, config } = loadConfig(host.cwd, flags.config, GATES);
  const document = planRelease({
    root,
    config,
    profile: flags.profile,
    gates: GATES,
    collectors: await loadCollectors(),
    evidence: "fresh",
    nowMs: host.nowMs,
  });
  return { exit: EXIT.pass, json: () => document, text: () => planText(document) };
}

/** A plan for a person. */
export function planText(plan: PlanDocument): string {
  const { firstRelease } = plan;
  const baseline = `${plan.baseline}; without one: ${firstRelease === "allow" ? "first release allowed" : "hold"}`;
  const required = plan.requiredSections.length === 0 ? "" : ` and sections ${plan.requiredSections.join(" ")}`;
  return [
    `Profile ${plan.profile}, compared with ${baseline}`,
    "",
    "Suites, in this order",
    ...indented(suites(plan)),
    "",
    "Evidence",
    ...indented(
      table(
        plan.evidence.map(({ kind, from, maxAgeMs }) => [
          kind,
          from === "nothing" ? "NOTHING GATHERS IT" : `from ${from}`,
          `at most ${shortDuration(maxAgeMs)} old`,
        ]),
      ),
    ),
    "",
    `Gates (required: ${plan.requiredGates.join(", ") || "none"}${required})`,
    ...indented(
      table(
        plan.gates.map(({ id, blocking, checks, exists }) => [
          id,
          blocking ? "blocking" : "advisory",
          exists ? `${checks} checks` : "DOES NOT EXIST",
        ]),
      ),
    ),
    ...(plan.uncoverable.length === 0
      ? []
      : ["", `No check of these gates can cover section ${plan.uncoverable.join(", ")}.`]),
  ].join("\n");
}

function suites(plan: PlanDocument): string[] {
  const lines = plan.suites.flatMap(({ id, command, timeoutMs, reports }) => [
    `${id}: ${command === null ? "reports are imported" : `${command} (at most ${shortDuration(timeoutMs)})`}`,
    ...indented(
      reports.map(
        ({ glob, state, ageMs }) => `${glob}: ${state}${ageMs === null ? "" : `, now ${shortDuration(ageMs)} old`}`,
      ),
    ),
  ]);
  const skipped = plan.notJudged.map(({ suite, reason }) => `${suite}: not judged (${reason})`);
  return lines.length + skipped.length === 0 ? ["none"] : [...lines, ...skipped];
}

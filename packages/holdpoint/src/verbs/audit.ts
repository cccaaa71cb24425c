import type { Judgement, SectionId } from "@holdpoint/core";
import { HoldpointError, SECTIONS } from "@holdpoint/core";
import { EXIT } from "../exit-codes.ts";
import { table } from "../format/table.ts";
import type { Host } from "../host.ts";
import { latestJudgement } from "../io/latest-judgement.ts";
import { repositoryRoot } from "../io/repository-root.ts";
import type { Answer } from "../verb.ts";

export const AUDIT_SCHEMA = "holdpoint/audit/v1";

export interface AuditedSection {
  readonly id: SectionId;
  readonly title: string;
  readonly state: "covered" | "uncovered";
  readonly required: boolean;
  /** `gate/check` and outcome of every check that belongs to the section. */
  readonly checks: readonly { readonly check: string; readonly outcome: string }[];
}

export default async function audit(host: Host): Promise<Answer> {
  const judgement = latestJudgement(repositoryRoot(host.cwd));
  if (judgement === null) {
    throw new HoldpointError(
      "HP-RUN-UNKNOWN",
      "nothing was judged here yet; run `holdpoint promote` or `holdpoint check`",
    );
  }
  const { run, judgedAt, catalogue } = judgement;
  const sections = auditSections(judgement);
  return {
    exit: EXIT.pass,
    json: () => ({ schema: AUDIT_SCHEMA, run, judgedAt, catalogue, sections }),
    text: () => auditText(judgement, sections),
  };
}

/** The whole catalogue against one judgement. */
export function auditSections({ gates, sections }: Judgement): AuditedSection[] {
  return SECTIONS.map(({ id, title }) => ({
    id,
    title,
    state: sections.covered.includes(id) ? "covered" : "uncovered",
    required: sections.required.includes(id),
    checks: gates.flatMap((gate) =>
      gate.checks
        .filter((check) => check.sections.includes(id))
        .map((check) => ({ check: `${gate.id}/${check.id}`, outcome: check.outcome })),
    ),
  }));
}

function auditText({ run, judgedAt }: Judgement, sections: readonly AuditedSection[]): string {
  const covered = sections.filter(({ state }) => state === "covered").length;
  const rows = sections.map(({ id, title, state, required, checks }) => {
    const passed = checks.filter(({ outcome }) => outcome === "pass").length;
    const numbers = checks.length === 0 ? "no check" : `${passed} of ${checks.length} checks passed`;
    return [id, title, state, numbers, required ? "required" : ""];
  });
  const count = `${covered} of ${sections.length} sections are covered by an executed check`;
  const head = `Run ${run}, judged ${judgedAt}: ${count}`;
  return [head, "", ...table(rows)].join("\n");
}

import type { Check, CheckInput, Finding, SectionId } from "@holdpoint/core";
import { SECTIONS, sectionTitle } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { plannedGates, plans } from "../../../evidence/planned-gates.ts";
import { SELF_GATE_IDS } from "../../../self-gates.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  // The self gates are being judged right now; the verdict itself holds if one of their sections stays uncovered.
  const self = plannedGates(input)
    .filter((gate) => SELF_GATE_IDS.includes(gate.id))
    .flatMap((gate) => gate.sections);
  const covered = new Set([...plans(input).flatMap((plan) => plan.coveredSections), ...self]);
  const required = new Set(plans(input).flatMap((plan) => plan.requiredSections));
  const uncovered = SECTIONS.map((section) => section.id).filter((id) => !covered.has(id));
  const seen = SECTIONS.length - uncovered.length;
  const problems = [
    ...problem(
      "fail",
      "required-uncovered",
      "required and not covered",
      uncovered.filter((id) => required.has(id)),
      seen,
    ),
    ...problem(
      "warn",
      "uncovered",
      "not covered",
      uncovered.filter((id) => !required.has(id)),
      seen,
    ),
  ];
  return conclude(problems, {
    reason: `all ${SECTIONS.length} sections have an executed check`,
    observed: seen,
    threshold: SECTIONS.length,
  });
}

function problem(
  outcome: "fail" | "warn",
  code: string,
  what: string,
  ids: readonly SectionId[],
  seen: number,
): Problem[] {
  if (ids.length === 0) return [];
  const names = listed(
    ids.map((id) => `${id} ${sectionTitle(id)}`),
    outcome === "fail" ? ids.length : 5,
  );
  return [
    {
      outcome,
      code,
      text: `${count(ids.length, "section")} ${what}: ${names}`,
      observed: seen,
      threshold: SECTIONS.length,
      flip: `would pass with an executed check for ${ids.join(", ")}`,
      locations: ids.map((id) => ({ file: "holdpoint.yaml", text: `${id} ${sectionTitle(id)} is ${what}` })),
    },
  ];
}

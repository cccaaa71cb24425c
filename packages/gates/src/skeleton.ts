import type { Gate } from "@holdpoint/core";
import { HoldpointError, KIND } from "@holdpoint/core";
import { GATES } from "./registry.ts";

export interface SkeletonRequest {
  /** Id of a registered gate. */
  readonly gate: string;
  /** Id of the new check: kebab case, true when the check passes. */
  readonly id: string;
  readonly title: string;
}

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ID_CHARS_MAX = 60;

const BODY_TYPES: Readonly<Record<string, readonly [member: string, type: string]>> = {
  [KIND.repository]: ["repository", "RepositoryBody"],
  [KIND.suiteRun]: ["suiteRun", "SuiteRunBody"],
  [KIND.testResults]: ["testResults", "TestResultsBody"],
  [KIND.coverage]: ["coverage", "CoverageBody"],
  [KIND.changes]: ["changes", "ChangesBody"],
  [KIND.coverageExceptions]: ["coverageExceptions", "CoverageExceptionsBody"],
  [KIND.dependencies]: ["dependencies", "DependenciesBody"],
  [KIND.gatewayLive]: ["gatewayLive", "GatewayLiveBody"],
  [KIND.breakers]: ["breakers", "BreakersBody"],
  [KIND.deadLetters]: ["deadLetters", "DeadLettersBody"],
  [KIND.errorTaxonomy]: ["errorTaxonomy", "ErrorTaxonomyBody"],
  [KIND.failClosed]: ["failClosed", "FailClosedBody"],
  [KIND.resources]: ["resources", "ResourcesBody"],
  [KIND.soak]: ["soak", "SoakBody"],
  [KIND.load]: ["load", "LoadBody"],
  [KIND.metricsExposition]: ["metricsExposition", "ExpositionBody"],
  [KIND.plan]: ["plan", "PlanBody"],
  [KIND.artifacts]: ["artifacts", "ArtifactsBody"],
  [KIND.rejudgement]: ["rejudgement", "RejudgementBody"],
  [KIND.selftest]: ["selftest", "SelftestBody"],
  [KIND.ledger]: ["ledger", "LedgerBody"],
};

/**
 * The files of a new check by path from the repository's root. They type check, and their test fails until the
 * definition is filled in, the sound scene passes and every reason has a planted violation.
 *
 * @throws HoldpointError `HP-CONFIG-REFERENCE` for an unknown gate, `HP-CONFIG-VALUE` for an id that cannot be used.
 * @example
 * Object.keys(checkSkeleton({ gate: "tests", id: "none-slow", title: "No test is slow" })).length; // 4
 */
export function checkSkeleton({ gate: gateId, id, title }: SkeletonRequest): Readonly<Record<string, string>> {
  const gate = GATES.find((one) => one.id === gateId);
  if (gate === undefined) {
    const known = GATES.map((one) => one.id).join(", ");
    throw new HoldpointError("HP-CONFIG-REFERENCE", `there is no gate "${gateId}" (there are: ${known})`);
  }
  if (!KEBAB.test(id) || id.length > ID_CHARS_MAX) {
    throw new HoldpointError(
      "HP-CONFIG-VALUE",
      `the id "${id}" is not kebab case of at most ${ID_CHARS_MAX} characters`,
    );
  }
  if (gate.checks.some((check) => check.definition.id === id)) {
    throw new HoldpointError("HP-CONFIG-VALUE", `the gate "${gateId}" has a check "${id}" already`);
  }
  const [member, type] = BODY_TYPES[usualKind(gate)] ?? ["plan", "PlanBody"];
  const folder = `packages/gates/src/checks/${gateId}/${id}`;
  return {
    [`${folder}/definition.ts`]: definitionText(id, title, gate.sections.slice(0, 1), member),
    [`${folder}/check.ts`]: checkText(member, type),
    [`${folder}/plants.ts`]: plantsText(member, type),
    [`${folder}/check.test.ts`]: testText(gateId),
  };
}

/** The kind of evidence that most checks of the gate look at first. */
function usualKind(gate: Gate): string {
  const firsts = gate.checks.map((check) => check.definition.needs[0] ?? KIND.plan);
  const uses = (kind: string): number => firsts.filter((one) => one === kind).length;
  return firsts.toSorted((a, b) => uses(b) - uses(a))[0] ?? KIND.plan;
}

function definitionText(id: string, title: string, sections: readonly string[], member: string): string {
  return `import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: ${JSON.stringify(id)},
  title: ${JSON.stringify(title)},
  question: "",
  motivation: "",
  remediation: "",
  effort: "low",
  sections: ${JSON.stringify(sections)},
  needs: [KIND.${member}],
  baseline: "none",
  reasons: { violated: "" },
  params: {},
};
`;
}

function checkText(member: string, type: string): string {
  return `import type { Check, CheckInput, Finding, ${type} } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const problems = bodiesOf<${type}>(input, KIND.${member}).flatMap(problemsOf);
  return conclude(problems, { reason: "", observed: 0, threshold: 0 });
}

function problemsOf(body: ${type}): Problem[] {
  return body === null
    ? [{ outcome: "fail", code: "violated", text: "", observed: 1, threshold: 0, flip: "would pass at 0" }]
    : [];
}
`;
}

function plantsText(member: string, type: string): string {
  return `import type { Plant, PlantScene, ${type} } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export function sound(): PlantScene {
  const bodies: readonly ${type}[] = [];
  return { bodies: { [KIND.${member}]: bodies } };
}

export const plants: readonly Plant[] = [];
`;
}

function testText(gate: string): string {
  return `import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck(${JSON.stringify(gate)}, check);
`;
}

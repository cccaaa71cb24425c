import type { AccessTrial, FailClosedBody, FailClosedComponent, FailClosedRule, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { REQUIRED_RULES } from "../evidence/required-rules.ts";

const COMPONENTS: readonly FailClosedComponent[] = [
  "guardian",
  "approvals",
  "executor",
  "ledger",
  "adapters",
  "http",
  "access",
  "start",
];

/** A rule that was tried twice, refused both times and let nothing happen. */
export function rule(id: string, changes: Partial<FailClosedRule> = {}): FailClosedRule {
  return {
    id,
    component: "guardian",
    rows: [],
    by: "gateway",
    attempted: `tries ${id}`,
    skipped: null,
    expected: "no_rule",
    got: "no_rule",
    again: "no_rule",
    effects: 0,
    control: 1,
    denial: { present: true, verified: true },
    receipt: { present: true, verified: true },
    ...changes,
  };
}

export function accessTrial(path: string, changes: Partial<AccessTrial> = {}): AccessTrial {
  return {
    method: "GET",
    path,
    withoutToken: 401,
    withUnknownToken: 401,
    withWrongRole: 403,
    open: false,
    ...changes,
  };
}

/** Every rule that is required, spread over all components and the eleven rows of the list. */
export function failClosed(changes: Partial<FailClosedBody> = {}): FailClosedBody {
  const rules = REQUIRED_RULES.map((id, at) =>
    rule(id, {
      component: COMPONENTS[at % COMPONENTS.length] ?? "guardian",
      rows: at < 11 ? [at + 1] : [],
      by: at % 2 === 0 ? "gateway" : "probe",
    }),
  );
  const probed = rules.filter(({ by }) => by === "probe").length;
  return {
    rules,
    access: [
      accessTrial("/v1/actions"),
      accessTrial("/v1/config"),
      accessTrial("/livez", { withoutToken: 200, withUnknownToken: 200, withWrongRole: null, open: true }),
    ],
    probe: { version: "0.1.0", announced: probed, exitCode: 0 },
    after: { ready: true, honestAction: "SUCCEEDED", effects: 1 },
    ...changes,
  };
}

export function failClosedScene(changes: Partial<FailClosedBody> = {}): PlantScene {
  return { bodies: { [KIND.failClosed]: [failClosed(changes)] } };
}

/** Changes the body of a scene, as a plant does. */
export function harmFailClosed(
  change: (body: FailClosedBody) => Partial<FailClosedBody>,
): (scene: PlantScene) => PlantScene {
  return (scene) => withBody<FailClosedBody>(scene, KIND.failClosed, (body) => ({ ...body, ...change(body) }));
}

/** Changes one rule. */
export function harmRule(id: string, changes: Partial<FailClosedRule>): (scene: PlantScene) => PlantScene {
  return harmFailClosed(({ rules }) => ({
    rules: rules.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  }));
}

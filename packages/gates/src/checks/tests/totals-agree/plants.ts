import type { Plant, PlantScene, TestResultsBody, TotalsMismatch } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { testResults } from "../../../scenes/test-results.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.testResults]: [testResults()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "tests-lost",
    harm: "the report declares nine tests and lists three",
    expect: { outcome: "fail", code: "lists-less" },
    plant: (scene) => withMismatch(scene, { what: "tests", declared: 9, counted: 3 }),
  },
  {
    id: "failure-denied",
    harm: "the report declares no failure and lists one",
    expect: { outcome: "fail", code: "lists-more" },
    plant: (scene) => withMismatch(scene, { what: "failures", declared: 0, counted: 1 }),
  },
];

function withMismatch(scene: PlantScene, seen: Pick<TotalsMismatch, "what" | "declared" | "counted">): PlantScene {
  const mismatch = { report: "reports/junit/unit.xml", line: 2, suite: "cart", ...seen };
  return withBody<TestResultsBody>(scene, KIND.testResults, (body) => ({ ...body, mismatches: [mismatch] }));
}

import type { Plant, PlantScene } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { withExceptions } from "../../../evidence/coverage-exceptions.ts";
import { coverageExceptions, inDays } from "../../../scenes/coverage-exceptions.ts";

export function sound(): PlantScene {
  return { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
}

export const plants: readonly Plant[] = [
  {
    id: "due-yesterday",
    harm: "the review was due yesterday",
    expect: { outcome: "warn", code: "review-due" },
    plant: (scene) => withExceptions(scene, () => ({ nextReviewAt: inDays(-1) })),
  },
  {
    id: "due-last-month",
    harm: "the review was due a month ago",
    expect: { outcome: "fail", code: "review-overdue" },
    plant: (scene) => withExceptions(scene, () => ({ nextReviewAt: inDays(-30) })),
  },
  {
    id: "no-date",
    harm: "the next review is at no readable time",
    expect: { outcome: "fail", code: "review-overdue" },
    plant: (scene) => withExceptions(scene, () => ({ nextReviewAt: "soon" })),
  },
];

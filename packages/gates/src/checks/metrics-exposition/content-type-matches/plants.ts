import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "not-told",
    harm: "the answer has no content type",
    expect: { outcome: "missing", code: "type-not-told" },
    plant: harmExposition(() => ({ contentType: null })),
  },
  {
    id: "json",
    harm: "the page is answered as JSON",
    expect: { outcome: "fail", code: "wrong-type" },
    plant: harmByProblem("wrong-content-type", { family: null, line: null, column: null }),
  },
  {
    id: "hidden",
    harm: "OpenMetrics is answered as plain text",
    expect: { outcome: "fail", code: "format-hidden" },
    plant: harmByProblem("eof-in-classic", { severity: "finding" }),
  },
  {
    id: "changing",
    harm: "the format is another one at every scrape",
    expect: { outcome: "fail", code: "format-changed" },
    plant: harmByProblem("format-changed", { family: null, line: null, column: null }),
  },
];

import type { Plant, PlantScene } from "@holdpoint/core";
import { expositionScene, harmByProblem, problemOf, harmExposition } from "../../../scenes/exposition.ts";

export function sound(): PlantScene {
  return expositionScene();
}

export const plants: readonly Plant[] = [
  {
    id: "bad-value",
    harm: "a value is a word",
    expect: { outcome: "fail", code: "format-broken" },
    plant: harmByProblem("bad-value"),
  },
  {
    id: "interleaved",
    harm: "the lines of a family are in two places",
    expect: { outcome: "fail", code: "format-broken" },
    plant: harmByProblem("interleaved-family"),
  },
  {
    id: "late-type",
    harm: "a TYPE comes behind its samples",
    expect: { outcome: "fail", code: "format-broken" },
    plant: harmByProblem("type-after-samples"),
  },
  {
    id: "unheard-of",
    harm: "the validator is newer and tells of something that nobody here answers for",
    expect: { outcome: "fail", code: "format-broken" },
    plant: harmExposition(() => ({ problems: [{ ...problemOf("bad-value"), code: "invented-tomorrow" }] })),
  },
  {
    id: "list-emptied",
    harm: "what was found is counted, and was taken out of the list",
    expect: { outcome: "missing", code: "none-listed" },
    plant: harmExposition(() => ({ problems: [], problemsLeftOut: 500 })),
  },
];

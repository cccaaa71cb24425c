import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "reports-agree",
  title: "Reports of the same suite agree",
  question: "Do reports that tell of the same suite, in two formats or twice, say the same of every line?",
  motivation:
    "One run has one truth. Where an instrumenter writes two reports and they differ, one of them was cut, merged " +
    "wrongly or edited, and nobody knows which.",
  remediation:
    "Write both reports again from one run. Reports of different suites may differ: name each file in `writes` of the " +
    "suite that makes it.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage, KIND.suiteRun],
  baseline: "none",
  reasons: {
    "lines-contradict": "One report says that a line is covered, and another of the same suite that it is not.",
    "counts-contradict": "Two reports of the same suite count the same and cover differently.",
    "told-twice": "The same report, of the same shard, is there twice and says two things.",
  },
  params: { unattributed: "compare" },
};

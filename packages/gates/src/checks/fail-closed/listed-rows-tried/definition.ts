import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "listed-rows-tried",
  title: "Every row of the inherited list was tried",
  question: "Does at least one rule that was tried stand for each row of the list of fail-closed rules?",
  motivation:
    "The list was verified by reading source. Here each row is a harm that is done to the shipped " +
    "program, so that it stays true.",
  remediation: "Give a rule of the drill the number of the row that it stands for, and let it be tried.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.failClosed],
  baseline: "none",
  reasons: {
    "row-untried": "A row of the list has no rule that was tried.",
  },
  params: { rows: 11 },
};

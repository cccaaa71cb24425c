import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "no-untested-critical",
  title: "Every critical module has a test",
  question: "Does every module of the components that the configuration calls critical have a test?",
  motivation: "A ratio over the whole lets the one module without a test be the one that decides who is paid.",
  remediation: "Write a test that imports the listed modules; a component stops being critical only by decision.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.testMapping],
  baseline: "none",
  reasons: {
    "untested-critical": "A module of a critical component has no test.",
    "rule-matches-nothing": "A critical component has no module.",
  },
  params: { components: [] },
};

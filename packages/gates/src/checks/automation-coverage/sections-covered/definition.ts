import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "sections-covered",
  title: "Every audit section has an executed check",
  question: "Which sections of the audit catalogue has no check spoken for, and does the profile require any of them?",
  motivation:
    "A section is covered by a check that decided on fresh evidence, never by a document that promises it. " +
    "Whatever is not covered is named, so that nobody takes silence for a pass.",
  remediation:
    "Add a gate that covers the section to the profile; for a required one, look at why its checks decided nothing.",
  effort: "high",
  sections: ["S", "A"],
  needs: [KIND.plan],
  baseline: "none",
  reasons: {
    "required-uncovered": "A section that the profile requires has no executed check.",
    uncovered: "A section that nobody requires has no executed check.",
  },
  params: {},
};

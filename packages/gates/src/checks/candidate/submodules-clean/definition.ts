import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "submodules-clean",
  title: "Submodules are as the commit names them",
  question: "Is every submodule checked out at the very commit that its parent names?",
  motivation:
    "A submodule that is elsewhere, or not there, means that other code was tested than a fresh clone would get.",
  remediation: "Run `git submodule update --init --recursive`, or commit the new place of the submodule.",
  effort: "low",
  sections: ["D"],
  needs: [KIND.repository],
  baseline: "none",
  reasons: {
    "submodule-absent": "A submodule is not checked out.",
    "submodule-moved": "A submodule is at another commit than its parent names.",
    "submodule-conflict": "A merge left a submodule in conflict.",
  },
  params: {},
};

import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "climb-trusted",
  title: "The climb was made by an open model",
  question: "Does every climb come from arrivals that do not wait for the target?",
  motivation:
    "A closed model can never overload its target: it sends less as soon as the target is slower, and finds no limit.",
  remediation: "Let Holdpoint make the climb, or name the kinds of tool that may decide in `accept`.",
  effort: "medium",
  sections: ["K"],
  needs: [KIND.load],
  baseline: "none",
  reasons: {
    "not-trusted": "A climb was measured in a way that the profile does not accept.",
  },
  params: { accept: ["open-both-clocks"] },
};

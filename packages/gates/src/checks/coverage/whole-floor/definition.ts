import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "whole-floor",
  title: "The whole project reaches its floors",
  question: "Are at least the wanted shares of lines, branches and functions covered, over all measured files?",
  motivation:
    "Shares are compared as integers: 2071 of 2072 is not 100 %, however it is rounded. A file that several reports " +
    "measure counts once, with the most that any one report covered of the most that any one report counted.",
  remediation:
    "Cover the listed lines. A floor of 0 asks for nothing; set `branchesPercent: 0` where no report counts branches. " +
    "Raise a floor that is far below what is reached.",
  effort: "medium",
  sections: ["L"],
  needs: [KIND.coverage],
  baseline: "none",
  reasons: {
    "below-floor": "A smaller share is covered than the floor asks for.",
    "not-measured": "A share is asked for that no report measures, or of which there is nothing to measure.",
    "dead-floor": "A floor is 0, or so far below what is reached that it guards nothing.",
  },
  params: { linesPercent: 80, branchesPercent: 70, functionsPercent: 80, deadPoints: 20 },
};

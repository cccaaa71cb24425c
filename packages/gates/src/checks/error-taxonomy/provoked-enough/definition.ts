import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "provoked-enough",
  title: "Errors were provoked everywhere",
  question: "Were enough errors provoked, on every surface where one can come out?",
  motivation:
    "A list of errors that nobody ever got is a list of words. One that came out over HTTP says nothing " +
    "about the stream, about actions or about a start that is refused.",
  remediation: "Look at what the drill left out, and why; a surface that is silent did not start.",
  effort: "medium",
  sections: ["G"],
  needs: [KIND.errorTaxonomy],
  baseline: "none",
  reasons: {
    "too-few": "Fewer errors were provoked than are wanted.",
    "surface-silent": "On one surface nothing was provoked.",
  },
  params: { provocationsMin: 40, surfaces: ["http", "stream", "action", "start"] },
};

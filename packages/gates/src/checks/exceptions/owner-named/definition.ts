import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "owner-named",
  title: "Every exception has an owner",
  question: "Does somebody answer for every exception, and for every row of the register that asks for one?",
  motivation:
    "A row that nobody owns is a floor that was given up without a decision. The register proposes rows by itself; only a record that two people signed makes an exception of one.",
  remediation:
    "Cover the file, or decide: `holdpoint coverage exceptions add`, signed by its owner. Then `holdpoint coverage exceptions sync`.",
  effort: "low",
  sections: ["A", "L"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    "no-owner": "An open exception names no owner.",
    "nobody-decided": "The register has a row below its floor that no signed record stands behind.",
  },
  params: {},
};

import type { CheckDefinition } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";

export const definition: CheckDefinition = {
  id: "register-current",
  title: "The register says what the records say",
  question: "Is the Markdown register the view that the signed records make?",
  motivation:
    "People read the register and not the records. A cell typed over by hand, a row that somebody took out, or a register that nobody wrote anew tells them something that was never decided.",
  remediation: "`holdpoint coverage exceptions sync`, and commit the file. Columns of your own are kept.",
  effort: "low",
  sections: ["A", "T"],
  needs: [KIND.coverageExceptions],
  baseline: "none",
  reasons: {
    "register-differs": "A cell or a row of the register is not as the records make it.",
    "register-absent": "The configured register is not there, or git does not track it.",
    "register-malformed": "The register cannot be read as a table, for example in the middle of a merge.",
  },
  params: {},
};

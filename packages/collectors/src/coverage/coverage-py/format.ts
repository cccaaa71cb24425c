import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { openCoveragePy } from "./read.ts";

export const coveragePy: CoverageFormatReader = {
  format: "coverage-py",
  looksLike: (head) =>
    headHas(
      head,
      ([first, second, third]) =>
        (first === "meta" && third === undefined && (second === "branch_coverage" || second === "show_contexts")) ||
        (first === "files" && (third === "executed_lines" || third === "missing_lines")),
    ),
  open: openCoveragePy,
};

import { buffered } from "../buffered.ts";
import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readCoveragePy } from "./read.ts";

export const coveragePy: CoverageFormatReader = buffered(
  "coverage-py",
  (head) =>
    headHas(
      head,
      ([first, second, third]) =>
        (first === "meta" && third === undefined && (second === "branch_coverage" || second === "show_contexts")) ||
        (first === "files" && (third === "executed_lines" || third === "missing_lines")),
    ),
  readCoveragePy,
);

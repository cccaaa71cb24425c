import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { openIstanbulSummary } from "./read.ts";

export const istanbulSummary: CoverageFormatReader = {
  format: "istanbul-summary",
  looksLike: (head) => headHas(head, ([, second, third]) => second === "lines" && third === "pct"),
  open: openIstanbulSummary,
};

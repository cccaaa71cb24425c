import { buffered } from "../buffered.ts";
import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readIstanbulSummary } from "./read.ts";

export const istanbulSummary: CoverageFormatReader = buffered(
  "istanbul-summary",
  (head) => headHas(head, ([, second, third]) => second === "lines" && third === "pct"),
  readIstanbulSummary,
);

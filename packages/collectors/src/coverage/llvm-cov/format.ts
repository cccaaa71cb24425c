import { headHas, ITEM } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { openLlvmCov } from "./read.ts";

const SIGNS: ReadonlySet<string> = new Set(["files", "functions", "totals"]);

export const llvmCov: CoverageFormatReader = {
  format: "llvm-cov",
  looksLike: (head) =>
    headHas(head, ([first, second, third]) => first === "data" && second === ITEM && SIGNS.has(third ?? "")),
  open: openLlvmCov,
};

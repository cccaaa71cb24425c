import { buffered } from "../buffered.ts";
import { headHas, ITEM } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readLlvmCov } from "./read.ts";

const SIGNS: ReadonlySet<string> = new Set(["files", "functions", "totals"]);

export const llvmCov: CoverageFormatReader = buffered(
  "llvm-cov",
  (head) => headHas(head, ([first, second, third]) => first === "data" && second === ITEM && SIGNS.has(third ?? "")),
  readLlvmCov,
);

import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { openIstanbul } from "./read.ts";

const SIGNS: ReadonlySet<string> = new Set(["statementMap", "fnMap", "branchMap"]);

export const istanbul: CoverageFormatReader = {
  format: "istanbul",
  looksLike: (head) => headHas(head, ([, key, ...deeper]) => deeper.length === 0 && SIGNS.has(key ?? "")),
  open: openIstanbul,
};

import { buffered } from "../buffered.ts";
import { headHas } from "../json/head.ts";
import type { CoverageFormatReader } from "../read-report.ts";
import { readIstanbul } from "./read.ts";

const SIGNS: ReadonlySet<string> = new Set(["statementMap", "fnMap", "branchMap"]);

export const istanbul: CoverageFormatReader = buffered(
  "istanbul",
  (head) => headHas(head, ([, key, ...deeper]) => deeper.length === 0 && SIGNS.has(key ?? "")),
  readIstanbul,
);

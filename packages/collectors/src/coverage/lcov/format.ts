import type { CoverageFormatReader } from "../read-report.ts";
import { openLcov } from "./read.ts";

const FIRST = /^(?:\u00ef\u00bb\u00bf)?\s*(?:#[^\n]*\n\s*)*(?:TN|SF):/;

export const lcov: CoverageFormatReader = {
  format: "lcov",
  looksLike: (head) => FIRST.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1")),
  open: openLcov,
};

import type { CoverageFormatReader } from "../read-report.ts";
import { openGo } from "./read.ts";

const FIRST = /^(?:\u00ef\u00bb\u00bf)?mode: (?:set|count|atomic)(?:\r?\n|$)/;

export const go: CoverageFormatReader = {
  format: "go",
  looksLike: (head) => FIRST.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString("latin1")),
  open: openGo,
};

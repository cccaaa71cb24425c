import type { TestFormatReader } from "../read-report.ts";
import { looksLikeCtrf } from "./looks-like.ts";
import { readCtrf } from "./read.ts";

/** Common Test Report Format. */
export const ctrf: TestFormatReader = { format: "ctrf", looksLike: looksLikeCtrf, read: readCtrf };

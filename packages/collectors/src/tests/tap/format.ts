import type { TestFormatReader } from "../read-report.ts";
import { looksLikeTap } from "./looks-like.ts";
import { readTap } from "./read.ts";

/** TAP 12, 13 and 14. */
export const tap: TestFormatReader = { format: "tap", looksLike: looksLikeTap, read: readTap };

import type { TestFormatReader } from "../read-report.ts";
import { looksLikeGoTest } from "./looks-like.ts";
import { readGoTest } from "./read.ts";

/** The events of `go test -json`. */
export const goTest: TestFormatReader = { format: "go-test", looksLike: looksLikeGoTest, read: readGoTest };

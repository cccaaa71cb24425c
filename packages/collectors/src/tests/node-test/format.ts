import type { TestFormatReader } from "../read-report.ts";
import { headText } from "../text-lines.ts";
import { readNodeTest } from "./read.ts";

/** The event stream of Node's runner as JSON lines. */
export const nodeTest: TestFormatReader = {
  format: "node-test",
  looksLike: (head) =>
    /^\ufeff?\s*\{\s*"(?:type"\s*:\s*"test:|data"\s*:\s*\{.*"type"\s*:\s*"test:)/.test(headText(head)),
  read: readNodeTest,
};

import type { TestFormatReader } from "../read-report.ts";
import { hasRoot } from "../xml/root-name.ts";
import { readJunit } from "./read.ts";

/** JUnit XML in the dialects of the common runners. */
export const junit: TestFormatReader = {
  format: "junit",
  looksLike: hasRoot("testsuites", "testsuite"),
  read: readJunit,
};

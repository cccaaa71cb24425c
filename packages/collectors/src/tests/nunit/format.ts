import type { TestFormatReader } from "../read-report.ts";
import { hasRoot } from "../xml/root-name.ts";
import { readNunit } from "./read.ts";

/** The XML of NUnit 2 and 3. */
export const nunit: TestFormatReader = {
  format: "nunit",
  looksLike: hasRoot("test-run", "test-results"),
  read: readNunit,
};

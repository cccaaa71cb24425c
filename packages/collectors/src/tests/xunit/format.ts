import type { TestFormatReader } from "../read-report.ts";
import { hasRoot } from "../xml/root-name.ts";
import { readXunit } from "./read.ts";

/** The XML of xUnit.net. */
export const xunit: TestFormatReader = {
  format: "xunit",
  looksLike: hasRoot("assemblies", "assembly"),
  read: readXunit,
};

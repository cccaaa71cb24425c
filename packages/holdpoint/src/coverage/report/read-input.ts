import type { ReadCoverage } from "@holdpoint/collectors";
import type { CoverageFormat } from "@holdpoint/core";

/** One report that could be read. */
export interface ReadInput {
  /** As it was named on the command line. */
  readonly name: string;
  readonly format: CoverageFormat;
  readonly read: ReadCoverage;
}

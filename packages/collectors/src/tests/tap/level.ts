import type { TestStatus } from "@holdpoint/core";
import type { Difference } from "../differences.ts";
import type { TapDiagnostics } from "./diagnostics.ts";
import type { TapPlan, TestPoint } from "./point.ts";

/** A case whose outer suites are not known yet: in TAP a subtest's name follows after it. */
export interface PendingCase {
  readonly suites: readonly string[];
  readonly name: string;
  readonly writtenIn: string | null;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly message: string | null;
  readonly line: number;
}

/** A test point that may still get diagnostics or a buffered subtest. */
export interface OpenPoint extends TestPoint {
  readonly line: number;
  readonly announced: string | null;
  diagnostics: TapDiagnostics;
  child: TapLevel | null;
  opens: boolean;
}

/** Everything at one depth of indentation between two points of the depth above. */
export class TapLevel {
  plan: TapPlan | null = null;
  planLine = 0;
  points = 0;
  /** The last point, until the next line shows that nothing more belongs to it. */
  last: OpenPoint | null = null;
  /** An ended subtest whose own point is still to come. */
  waiting: TapLevel | null = null;
  /** What a `# Subtest:` comment announced. */
  announced: string | null = null;
  readonly cases: PendingCase[] = [];
  readonly differences: Difference[] = [];
  readonly beginLine: number;

  constructor(beginLine: number) {
    this.beginLine = beginLine;
  }

  /** Compares the plan with the points; what differs is told under a name that is known later. */
  compare(suite: string): void {
    if (this.plan === null || this.plan.count === this.points) return;
    const { count } = this.plan;
    this.differences.push({ line: this.planLine, suite, what: "tests", declared: count, counted: this.points });
  }
}

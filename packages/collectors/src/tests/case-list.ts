import type { TestCase, TestStatus } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { relativePath } from "../paths/relative.ts";
import { clip } from "../reading/clip.ts";
import { TEST_CASES_MAX, TEST_MESSAGE_CHARS_MAX, TEST_NAME_CHARS_MAX } from "../reading/limits.ts";
import type { CasePlace } from "./case-id.ts";
import { caseId } from "./case-id.ts";
import type { TestReadOptions } from "./read-report.ts";

/** A case as a reader found it. */
export interface FoundCase extends CasePlace {
  /** Where the test is written, when that must not be part of its name because the format only tells it at times. */
  readonly writtenIn?: string | null;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly flaky?: boolean;
  readonly message: string | null;
  readonly line: number;
}

/** One year; a longer test is a broken clock. */
const DURATION_MS_MAX: number = 366 * 24 * 3_600_000;

/** The cases of one report: named the same way in every format, and bounded. */
export class CaseList {
  readonly cases: TestCase[] = [];
  readonly #options: TestReadOptions;

  constructor(options: TestReadOptions) {
    this.#options = options;
  }

  /** @throws HoldpointError `HP-READ-TOO-LARGE` for one case too many or a name without end */
  add(found: FoundCase): void {
    const { file: report, root } = this.#options;
    const { name, status, line } = found;
    const place = { file: report, line };
    if (this.cases.length === TEST_CASES_MAX) {
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${TEST_CASES_MAX} tests`, place);
    }
    const file = found.file ?? found.writtenIn ?? null;
    const id = caseId(found, root);
    if (id.length > TEST_NAME_CHARS_MAX) {
      const detail = `the name of a test is longer than ${TEST_NAME_CHARS_MAX} characters`;
      throw new HoldpointError("HP-READ-TOO-LARGE", detail, place);
    }
    this.cases.push({
      id: id === "" ? UNNAMED : id,
      name,
      file: file === null || file === "" ? null : relativePath(file, root),
      status,
      durationMs: soundDuration(found.durationMs),
      flaky: (found.flaky ?? false) && status === "passed",
      message: messageOf(found.message),
      report,
      line,
    });
  }

  count(status: TestStatus): number {
    return this.cases.filter((one) => one.status === status).length;
  }
}

const UNNAMED = "(unnamed)";

function soundDuration(ms: number | null): number | null {
  if (ms === null || !Number.isFinite(ms) || ms < 0 || ms > DURATION_MS_MAX) return null;
  return Math.round(ms * 1000) / 1000;
}

function messageOf(text: string | null): string | null {
  const message = text === null ? "" : clip(text.trim(), TEST_MESSAGE_CHARS_MAX).toWellFormed();
  return message === "" ? null : message;
}

import type { SoakBody, SoakRunRecord } from "@holdpoint/core";
import { codeSpan } from "./markdown.ts";

/** A stored run: all that reports are made of, so that they can be made again. */
export interface ReportInput {
  readonly record: SoakRunRecord;
  readonly body: SoakBody;
}

/** What every report begins with. */
export interface ReportHead {
  readonly id: string;
  readonly run: string;
  readonly target: string;
  readonly synthetic: boolean;
  readonly startedAt: string;
  readonly finishedAt: string;
}

export function headOf({ record, body }: ReportInput): ReportHead {
  return {
    id: body.id,
    run: body.run,
    target: body.target,
    synthetic: body.synthetic,
    startedAt: new Date(record.startedAtMs).toISOString(),
    finishedAt: new Date(record.finishedAtMs).toISOString(),
  };
}

/** The same as lines of Markdown. */
export function headLines(title: string, head: ReportHead): string[] {
  return [
    `# ${title}: ${head.id}`,
    "",
    `${head.run}, ${head.startedAt} to ${head.finishedAt}, target ${codeSpan(head.target)}`,
    ...(head.synthetic ? ["", "**Synthetic**: what was measured is a simulation, and is never release evidence."] : []),
    "",
  ];
}

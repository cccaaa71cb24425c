import type { Cursor } from "./cursor.ts";

/** The status that a member is named by, 0 where there was no answer; throws `HP-READ-SYNTAX` for any other name. */
export function statusIn(name: string, member: Cursor): number {
  return /^(?:0|[1-9]\d\d)$/.test(name) ? Number(name) : member.fail("is named by no status");
}

/** What counts as a success where no check says otherwise, as in our own loads. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 399;
}

/** A kind of failure. */
export function statusKind(status: number): string {
  return `status ${status}`;
}

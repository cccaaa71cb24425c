import type { WireAnswer } from "../wire.ts";
import { AnswerView } from "./answer-view.ts";

/** An answer for a test, all of it kept. */
export function answer(
  status: number,
  body: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): WireAnswer {
  const bytes = body === null ? null : Buffer.from(body);
  return { status, bodyBytes: bytes?.length ?? 0, headers: new Map(Object.entries(headers)), body: bytes };
}

export function view(...args: Parameters<typeof answer>): AnswerView {
  return new AnswerView(answer(...args));
}

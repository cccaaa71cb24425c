import type { TestsStream } from "node:test";

/** What the watch reporter needs of an event of node:test. */
interface WatchedEvent {
  readonly type: string;
  readonly data?: {
    readonly name?: string;
    readonly file?: string;
    readonly counts?: object;
    readonly details?: { readonly type?: string };
  };
}

/** Reporter that leaves one JSON document a line: what started, what ended, and the counts of the whole run. */
export default async function* watch(source: TestsStream | AsyncIterable<WatchedEvent>): AsyncGenerator<string> {
  for await (const { type, data } of source as AsyncIterable<WatchedEvent>) {
    const where = { name: data?.name, file: data?.file };
    if (type === "test:dequeue") yield line({ type: "started", ...where });
    else if (type === "test:complete") yield line({ type: "ended", kind: data?.details?.type, ...where });
    else if (type === "test:summary" && data?.file === undefined) yield line({ type: "counts", ...data?.counts });
  }
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

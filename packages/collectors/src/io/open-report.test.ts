import assert from "node:assert/strict";
import { appendFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { withReport } from "./open-report.ts";

test("a report is open as long as it is used, and closed after", async (context) => {
  const root = scratch(context, { "a.txt": "abc" });
  utimesSync(join(root, "a.txt"), 1_700_000_000, 1_700_000_000.5);
  const handle = await withReport(root, "a.txt", async (report) => {
    assert.deepEqual([report.sizeBytes, report.modifiedAtMs], [3, 1_700_000_000_500]);
    assert.equal((await report.handle.read(Buffer.alloc(9), 0, 9, 0)).bytesRead, 3);
    return report.handle;
  });
  assert.equal(handle.fd, -1);
});

test("a report that is another one after its use is refused, whatever came of the use", async (context) => {
  const root = scratch(context, { "a.txt": "abc", "b.txt": "abc" });
  await assert.rejects(
    withReport(root, "a.txt", async () => appendFileSync(join(root, "a.txt"), "d")),
    { code: "HP-READ-FAILED", message: "the file changed while it was read" },
  );
  await assert.rejects(
    withReport(root, "b.txt", async () => utimesSync(join(root, "b.txt"), 1, 1)),
    { code: "HP-READ-FAILED" },
  );
});

test("what the use throws is thrown as it is, and the file is closed", async (context) => {
  const root = scratch(context, { "a.txt": "abc" });
  const thrown = new RangeError("mine");
  let fd = 0;
  await assert.rejects(
    withReport(root, "a.txt", async ({ handle }) => {
      fd = handle.fd;
      throw thrown;
    }),
    (error) => error === thrown,
  );
  assert.ok(fd > 0);
});

test("an error of the system in its use is one of the file", async (context) => {
  const root = scratch(context, { "a.txt": "abc" });
  await assert.rejects(
    withReport(root, "a.txt", ({ handle }) => handle.write("it is open for reading only")),
    { code: "HP-READ-FAILED", place: { file: "a.txt" } },
  );
});

import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { isHoldpointError, sha256Hex } from "@holdpoint/core";
import { scratch, seededRandom } from "@holdpoint/testkit";
import type { ReadReport, ReadReportOptions } from "./read-coverage-report.ts";
import { readCoverageReport } from "./read-coverage-report.ts";

/** Two hundred sections, some of the same file, some that lie, some in another alphabet. */
function lcovText(seed: number): string {
  const random = seededRandom(seed);
  const below = (bound: number): number => Math.floor(random() * bound);
  const out: string[] = ["TN:"];
  for (let index = 0; index < 200; index += 1) {
    out.push(`SF:src/é${below(150)}.ts`, "FN:1,f", "FN:9,g(int, x)", `FNDA:${below(2)},g(int, x)`, `FNDA:1,f`);
    for (let line = 1; line < below(40); line += 1) out.push(`DA:${line},${below(3)}`);
    out.push(`BRDA:4,0,a > ${below(9)},${below(2)}`, "BRDA:4,1,0,-", `LF:${below(30)}`);
    if (below(20) === 0) out.push("DA:99,99999999999999999999999");
    out.push("end_of_record");
  }
  return `${out.join("\n")}\n`;
}

const report = (...files: readonly string[]) => ({ id: "unit", format: "auto" as const, files });
const { signal } = new AbortController();
const PARALLEL = { signal, threads: 3, parallelFromBytes: 0, partBytes: 2_000, keepHits: true };
const ALONE = { ...PARALLEL, threads: 1 };

async function outcome(root: string, options: ReadReportOptions, ...files: readonly string[]): Promise<unknown> {
  try {
    const { reads, format, seen } = await readCoverageReport(root, report(...files), options);
    return { reads, format, seen: seen.finish() };
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), String(thrown));
    return `${thrown.code} ${thrown.message} ${JSON.stringify(thrown.place)}`;
  }
}

test("threads and parts change nothing of what is read", async (context) => {
  const root = scratch(context, {
    "a.info": lcovText(1),
    "b.info": lcovText(2),
    "c.info": "SF:x\nDA:1,1\nend_of_record\n",
  });
  const alone = (await readCoverageReport(root, report("*.info"), ALONE)) satisfies ReadReport;
  assert.deepEqual(await readCoverageReport(root, report("*.info"), PARALLEL), alone);
  assert.equal(alone.reads.length, 3);
  assert.equal(alone.format, "lcov");
  assert.equal(alone.seen.finish().inputs[0]?.sha256, sha256Hex(readFileSync(join(root, "a.info"))));
  assert.ok((alone.reads[0]?.remarks.length ?? 0) > 10 && (alone.reads[0]?.mismatches.length ?? 0) > 10);
});

test("thousands of files with nothing to cover are remarked alike by one thread and by several", async (context) => {
  const empties = Array.from({ length: 3_000 }, (_, index) => `SF:src/types-${index}.ts\nend_of_record\n`).join("");
  const odd = "SF:src/a.ts\nDA:1,99999999999999999999999\nend_of_record\n";
  const root = scratch(context, { "a.info": empties + odd + empties.replaceAll("types", "more") });
  const alone = await readCoverageReport(root, report("a.info"), ALONE);
  assert.deepEqual((await readCoverageReport(root, report("a.info"), PARALLEL)).reads, alone.reads);
  const remarks = alone.reads[0]?.remarks ?? [];
  assert.deepEqual(
    remarks.filter(({ code }) => code !== "nothing-measured").map(({ code, line }) => `${code} ${line}`),
    ["hits-saturated 6002"],
  );
  assert.match(remarks.at(-1)?.text ?? "", /^6000 places list nothing to cover/);
});

test("the first fault of a report is the same whoever finds it, and at its place in the file", async (context) => {
  const sound = lcovText(3);
  const sections = sound.split("end_of_record\n");
  const harmed = (at: number, text: string): string =>
    [...sections.slice(0, at), text, ...sections.slice(at)].join("end_of_record\n");
  const root = scratch(context, {
    "late.info": harmed(150, "SF:q\nDA:1,undefined\n"),
    "twice.info": harmed(60, "SF:q\nDA:1,-4\n").replace("é149.ts", "\0"),
    "cut.info": sound.slice(0, -20),
    "html.info": `<!DOCTYPE html>\n${sound}`,
    "nothing.info": "\n".repeat(9_000),
    "bom.info": `\ufeff${sound}`,
    "returns.info": sound.replaceAll("\n", "\r\n"),
  });
  for (const file of ["late", "twice", "cut", "html", "nothing", "bom", "returns"]) {
    const alone = await outcome(root, ALONE, `${file}.info`);
    assert.deepEqual(await outcome(root, PARALLEL, `${file}.info`), alone, file);
    assert.equal(typeof alone, file === "bom" || file === "returns" ? "object" : "string", file);
  }
  const late = sections.slice(0, 150).join("end_of_record\n").split("\n").length + 2;
  assert.match(
    String(await outcome(root, PARALLEL, "late.info")),
    new RegExp(`^HP-READ-SYNTAX .*"line":${late},"column":6`),
  );
});

test("files of several formats are no report, and both are named", async (context) => {
  const root = scratch(context, {
    "a.out": "mode: set\nm/a.go:1.1,2.2 1 1\n",
    "b.info": "SF:x\nDA:1,1\nend_of_record\n",
    "c.txt": "hello",
    "d.info": "",
  });
  assert.match(
    String(await outcome(root, ALONE, "a.out", "b.info")),
    /^HP-READ-NOT-THE-FORMAT the report unit has files of several formats: a.out is go, b.info is lcov .*b.info/,
  );
  assert.match(String(await outcome(root, PARALLEL, "c.txt")), /^HP-READ-NOT-THE-FORMAT/);
  assert.match(String(await outcome(root, ALONE, "d.info")), /^HP-READ-EMPTY/);
  assert.match(String(await outcome(root, ALONE, "no/*.info")), /^HP-READ-ABSENT/);
});

test("reading stops when it is told to, with and without other threads", async (context) => {
  const root = scratch(context, { "a.info": lcovText(4) });
  for (const options of [ALONE, PARALLEL]) {
    await assert.rejects(readCoverageReport(root, report("a.info"), { ...options, signal: AbortSignal.abort() }), {
      name: "AbortError",
    });
    const controller = new AbortController();
    const reading = readCoverageReport(root, report("a.info"), { ...options, signal: controller.signal });
    controller.abort();
    await assert.rejects(reading, { name: "AbortError" });
  }
});

test("a report that is written to while it is read is refused", async (context) => {
  const root = scratch(context, { "a.info": lcovText(5).repeat(40) });
  const reading = outcome(root, { ...PARALLEL, threads: 1 }, "a.info");
  const timer = setInterval(() => appendFileSync(join(root, "a.info"), "\n"), 1);
  try {
    assert.match(String(await reading), /^HP-READ-FAILED the file changed while it was read/);
  } finally {
    clearInterval(timer);
  }
});

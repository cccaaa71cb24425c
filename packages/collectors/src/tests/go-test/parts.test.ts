import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import type { JsonObject } from "@holdpoint/core";
import type { GoAction, GoEvent } from "./event.ts";
import { goEvent } from "./event.ts";
import { beginsEvent, looksLikeGoTest } from "./looks-like.ts";
import { brokenPackage, isNoise } from "./noise.ts";
import { PACKAGE_CASE, PackageRun } from "./package-run.ts";

test("an event has an action, a package and perhaps a test", () => {
  const event = goEvent({ Action: "pass", Package: "p", Test: "A", Elapsed: 0.25 }, "f", 1);
  const expected = { action: "pass", package: "p", test: "A", elapsedMs: 250, output: "", failedBuild: null };
  assert.deepEqual(event, expected);
  const build = goEvent({ Action: "build-output", ImportPath: "p [p.test]", Output: "x" }, "f", 1);
  assert.deepEqual([build.package, build.output], ["p [p.test]", "x"]);
});

test("an event that cannot be understood might be a verdict and is refused at its line", () => {
  const events: readonly JsonObject[] = [
    {},
    { Action: "passed", Package: "p" },
    { Action: "toString", Package: "p" },
    { Action: "pass" },
    { Action: "pass", Package: 1 },
    { Action: "pass", Package: "p", Test: {} },
    { Action: "pass", Package: "p", Elapsed: "1s" },
    { Action: "pass", Package: "p", Elapsed: -0.1 },
    { Action: "output", Package: "p", Output: ["x"] },
  ];
  for (const event of events) {
    assert.throws(
      () => goEvent(event, "f", 8),
      (thrown) => isHoldpointError(thrown) && thrown.code === "HP-READ-SYNTAX" && thrown.place.line === 8,
      JSON.stringify(event),
    );
  }
});

test("what the go command and its compiler print is a closed list", () => {
  const noise = [
    "",
    "# example.com/m [example.com/m.test]",
    "go: downloading example.com/x v1.2.3",
    "FAIL",
    "FAIL\texample.com/m [build failed]",
    "FAIL\texample.com/m\t0.002s",
    "exit status 2",
    "nobuild/f.go:2:23: cannot use x",
    "./a_test.go:7: undefined: y",
    "\thave (int)",
    "warning: no packages being tested depend on matches for pattern",
  ];
  for (const line of noise) assert.ok(isNoise(line), line);
  const other = ["PASS", "ok  \tm\t0.1s", "--- FAIL: A (0.00s)", "panic: boom", "hello", "FAILED", "<html>"];
  for (const line of other) assert.ok(!isNoise(line), line);
});

test("a package that was not built is named", () => {
  assert.equal(brokenPackage("FAIL\texample.com/m [build failed]"), "example.com/m");
  assert.equal(brokenPackage("FAIL\texample.com/m [setup failed]"), "example.com/m");
  for (const line of ["FAIL\texample.com/m\t0.1s", "FAIL", "ok\tm [build failed]"])
    assert.equal(brokenPackage(line), null);
});

test("a stream is known by its first event, behind the compiler's lines only", () => {
  const looks = (text: string): boolean => looksLikeGoTest(Buffer.from(text));
  assert.ok(looks('{"Time":"t","Action":"start","Package":"p"}\n'));
  assert.ok(looks('# p\na.go:1: no\n{"Action": "pass","Package":"p"}\n'));
  assert.ok(looks('\ufeff{"ImportPath":"p","Action":"build-output"}\n'));
  for (const text of [
    '{"Time":"t","level":"info"}\n',
    'hello\n{"Action":"pass"}\n',
    '{"type":"test:pass"}\n',
    "",
    "# p\n",
  ]) {
    assert.equal(looks(text), false, text);
  }
  assert.ok(beginsEvent('{ "Package" : "p"'));
  assert.ok(!beginsEvent('{"package":"p"}'));
});

const event = (action: GoAction, name: string | null, output: string = ""): GoEvent => ({
  action,
  package: "p",
  test: name,
  elapsedMs: null,
  output,
  failedBuild: null,
});

/** `status name@line` of a package that got these events. */
function ended(events: readonly GoEvent[], verdict: "pass" | "fail" | "skip", broken: string | null = null): string[] {
  const run = new PackageRun("p");
  for (const [index, one] of events.entries()) run.take(one, index + 1);
  return run.end(verdict, broken, 99).map(({ line, name, status }) => `${status} ${name}@${line}`);
}

test("a test stands on the line of its end, or of its beginning when it has none", () => {
  const events = [event("run", "A"), event("run", "B"), event("pause", "A"), event("cont", "A"), event("pass", "A")];
  assert.deepEqual(ended(events, "fail"), ["passed A@5", "errored B@2"]);
});

test("a package that failed needs a test that did, else it is a case itself", () => {
  assert.deepEqual(ended([event("pass", "A")], "fail"), ["passed A@1", `errored ${PACKAGE_CASE}@99`]);
  assert.deepEqual(ended([event("fail", "A")], "fail"), ["failed A@1"]);
  assert.deepEqual(ended([], "skip"), []);
});

test("the message is what the test printed, without what the runner says, and bounded", () => {
  const run = new PackageRun("p");
  run.take(event("run", "A"), 1);
  run.take(event("output", "A", "=== RUN   A\n"), 2);
  run.take(event("output", "A", "    a_test.go:4: want 3\n"), 3);
  run.take(event("output", "A", "--- FAIL: A (0.00s)\n"), 4);
  run.take(event("fail", "A"), 5);
  assert.equal(run.end("fail", null, 6)[0]?.message, "    a_test.go:4: want 3\n");
  const broken = new PackageRun("p");
  for (let line = 1; line < 5_000; line += 1) broken.take(event("output", null, "more and more\n"), line);
  assert.ok((broken.end("fail", null, 1)[0]?.message?.length ?? 0) < 2_100);
  assert.equal(new PackageRun("p").end("fail", "did not build", 1)[0]?.message, "did not build");
  assert.equal(new PackageRun("p").end("fail", null, 1)[0]?.message, "p failed");
});

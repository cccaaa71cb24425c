import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { EMPTY_SUITE, EXITING, FAILING, HANGING, LEAKING, PASSING, SKIPPED, suiteCopy } from "./plants/suite-copy.ts";

const A_TEST = "packages/a/src/a.test.ts";
const A_PROCESS_TEST = "packages/a/src/a.process.test.ts";

describe("suite runner", () => {
  test("passes where all tests pass, and ends with the line that CI reads", (t) => {
    const end = suiteCopy(t, { [A_TEST]: PASSING, "packages/a/src/b.test.ts": SKIPPED }).run("unit");
    assert.equal(end.exitCode, 0, end.stdout + end.stderr);
    assert.equal(end.stdout.trimEnd().split("\n").at(-1), "1 passed, 0 failed, 1 skipped");
  });

  test("fails where an expected suite has no file", (t) => {
    const end = suiteCopy(t, {}).run("unit");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /suite 'unit' matches no file/);
  });

  test("fails where all tests are skipped", (t) => {
    const end = suiteCopy(t, { [A_TEST]: SKIPPED }).run("unit");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /unit: ran no test/);
  });

  test("fails where one file among others holds no test", (t) => {
    for (const [suite, infix] of [
      ["unit", ""],
      ["process", ".process"],
    ] as const) {
      for (const empty of ["export {};", EMPTY_SUITE]) {
        const files = { [`packages/a/src/a${infix}.test.ts`]: PASSING, [`packages/a/src/b${infix}.test.ts`]: empty };
        const end = suiteCopy(t, files).run(suite);
        assert.equal(end.exitCode, 1, end.stdout);
        assert.match(end.stdout, /packages\/a\/src\/b[.a-z]*test\.ts holds no test/);
      }
    }
  });

  test("fails where one test fails, also among suites that pass", (t) => {
    const end = suiteCopy(t, { [A_TEST]: FAILING, [A_PROCESS_TEST]: PASSING }).run("unit", "process");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /planted/);
    assert.match(end.stdout, /^unit: 1 failed$/m);
    assert.match(end.stdout, /^1 passed, 1 failed, 0 skipped$/m);
  });

  test("fails where a file ends badly although its tests passed", (t) => {
    const end = suiteCopy(t, { [A_PROCESS_TEST]: EXITING }).run("process");
    assert.equal(end.exitCode, 1, end.stdout);
  });

  test("a test that never ends is ended, named and a failure", (t) => {
    for (const [suite, file] of [
      ["unit", A_TEST],
      ["process", A_PROCESS_TEST],
    ] as const) {
      const end = suiteCopy(t, { [file]: HANGING }).run(suite, "--timeout-ms=5000");
      assert.equal(end.exitCode, 1);
      assert.match(end.stdout, /ended after its 5 s; still open:/);
      assert.match(end.stdout, /waits for ever/);
    }
  });

  test("a handle that is left open is a failure, with its kind", (t) => {
    const end = suiteCopy(t, { [A_TEST]: LEAKING }).run("unit", "--timeout-ms=5000");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /ended after its 5 s/);
    assert.match(end.stderr, /still open in process \d+: .*Timeout/);
  });

  test("a test file that no suite would run is a failure", (t) => {
    const end = suiteCopy(t, { [A_TEST]: PASSING, "packages/a/src/a.slow.test.ts": PASSING }).run("unit");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /a\.slow\.test\.ts: no suite runs a file of this name/);
  });

  test("usage errors end with 2", (t) => {
    const copy = suiteCopy(t, { [A_TEST]: PASSING });
    for (const args of [[], ["unti"], ["unit", "unti"], ["unit", "--timeout-ms=soon"]]) {
      assert.equal(copy.run(...args).exitCode, 2, args.join(" "));
    }
  });
});

describe("suite reports", () => {
  test("a run leaves JUnit, with coverage LCOV, and nothing half-written", (t) => {
    const copy = suiteCopy(t, { [A_TEST]: PASSING });
    assert.equal(copy.run("unit", "--coverage").exitCode, 1, "there is no source to cover");
    writeSource(copy.folder, "packages/a/src/a.ts", "export const a: number = 1;\n");
    writeSource(copy.folder, A_TEST, `import "./a.ts"; ${PASSING}`);
    const end = copy.run("unit", "--coverage");
    assert.equal(end.exitCode, 0, end.stdout + end.stderr);
    assert.deepEqual(readdirSync(join(copy.folder, "reports/junit")), ["unit.xml"]);
    assert.deepEqual(readdirSync(join(copy.folder, "reports/coverage")), ["unit.lcov"]);
    assert.deepEqual(readdirSync(join(copy.folder, "reports/suites")), []);
    assert.match(readFileSync(join(copy.folder, "reports/junit/unit.xml"), "utf8"), /<testcase name="holds"/);
  });

  test("coverage counts child processes, leaves tests out and lists what no test loaded", (t) => {
    const copy = suiteCopy(t, {
      "packages/a/src/child.ts": "export const a: number = 1;\nconsole.log(a);\n",
      "packages/a/src/never.ts": "export function never(): number {\n  return 1;\n}\n",
      "packages/a/src/types.ts": "/** One. */\nexport interface One {\n  readonly a: 1;\n}\n",
      [A_PROCESS_TEST]: `import { execFileSync } from "node:child_process"; import { test } from "node:test";
        test("starts", () => { execFileSync(process.execPath, ["packages/a/src/child.ts"]); });`,
    });
    const end = copy.run("process", "--coverage");
    assert.equal(end.exitCode, 0, end.stdout + end.stderr);
    const lcov = readFileSync(join(copy.folder, "reports/coverage/process.lcov"), "utf8");
    const recordOf = (name: string): string | undefined =>
      lcov.split("end_of_record").find((record) => record.includes(name));
    assert.match(recordOf("packages/a/src/child.ts") ?? "", /DA:2,1/);
    assert.match(recordOf("packages/a/src/never.ts") ?? "", /DA:1,0\nDA:2,0\nDA:3,0\nLH:0\nLF:3/);
    assert.match(recordOf("packages/a/src/types.ts") ?? "", /LH:0\nLF:0/);
    assert.equal(recordOf(".test.ts"), undefined);
  });

  test("a report of an earlier run does not outlive a run that left none", (t) => {
    const copy = suiteCopy(t, { [A_TEST]: PASSING });
    assert.equal(copy.run("unit").exitCode, 0);
    writeSource(copy.folder, A_TEST, `process.kill(process.pid, "SIGKILL");`);
    const end = copy.run("unit");
    assert.equal(end.exitCode, 1);
    assert.match(end.stdout, /before it had counted its tests/);
    assert.equal(existsSync(join(copy.folder, "reports/junit/unit.xml")), false);
  });
});

function writeSource(folder: string, path: string, content: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
}

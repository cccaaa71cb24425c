import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scratch, writeFiles } from "@holdpoint/testkit";
import { GATES } from "./registry.ts";
import { checkSkeleton } from "./skeleton.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const CHECK = "packages/gates/src/checks/tests/none-slow";

/** A folder that looks like the repository to a check: shared modules and packages are linked in. */
function repository(t: Parameters<typeof scratch>[0], files: Readonly<Record<string, string>>): string {
  const folder = scratch(t, files);
  mkdirSync(join(folder, "packages/gates/src/evidence"), { recursive: true });
  for (const module of ["bodies.ts", "conclude.ts", "testing.ts", "scenes", "evidence/required-rules.ts"]) {
    symlinkSync(join(ROOT, "packages/gates/src", module), join(folder, "packages/gates/src", module));
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFiles(folder, {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({
      extends: join(ROOT, "tsconfig.base.json"),
      compilerOptions: { noEmit: true },
      include: ["packages"],
    }),
  });
  return folder;
}

function run(folder: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  // A test runner inside a test runner reports to its parent unless it is told that it has none.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status, output: stdout + stderr };
}

const typeCheck = (folder: string): ReturnType<typeof run> =>
  run(folder, join(ROOT, "node_modules/typescript/bin/tsc"));
const runTest = (folder: string): ReturnType<typeof run> =>
  run(folder, "--conditions=holdpoint-source", "--test", `${CHECK}/check.test.ts`);

test("the skeleton of every gate type checks", (t) => {
  const files = GATES.flatMap((gate) =>
    Object.entries(checkSkeleton({ gate: gate.id, id: "brand-new", title: "Brand new" })),
  );
  assert.ok(files.length >= 4);
  const { status, output } = typeCheck(repository(t, Object.fromEntries(files)));
  assert.equal(status, 0, output);
});

test("the skeleton is formatted as the house wants it", (t) => {
  const folder = scratch(t, checkSkeleton({ gate: "automation-coverage", id: "brand-new", title: "Brand new" }));
  const config = join(ROOT, ".oxfmtrc.json");
  const { status, output } = run(
    folder,
    join(ROOT, "node_modules/oxfmt/bin/oxfmt"),
    "--check",
    `--config=${config}`,
    "packages",
  );
  assert.equal(status, 0, output);
  assert.match(output, /on 4 files/);
});

test("its test fails as it comes, and passes once the check is written", (t) => {
  const folder = repository(t, checkSkeleton({ gate: "tests", id: "none-slow", title: "No test is slow" }));
  const asItComes = runTest(folder);
  assert.equal(asItComes.status, 1, asItComes.output);
  for (const name of ["has a complete definition", "plants every reason", "catches every plant"]) {
    assert.match(asItComes.output, new RegExp(`✖ ${name}`));
  }
  fillIn(folder);
  assert.equal(typeCheck(folder).output, "");
  const written = runTest(folder);
  assert.equal(written.status, 0, written.output);
});

/** What a contributor would do: say what it is about, judge, make a sound scene and plant a violation. */
function fillIn(folder: string): void {
  edit(join(folder, CHECK, "definition.ts"), [
    ['question: ""', 'question: "Did every test take less than a minute?"'],
    ['motivation: ""', 'motivation: "Slow tests are not run."'],
    ['remediation: ""', 'remediation: "Make it faster."'],
    ['violated: ""', 'violated: "A test took a minute or more."'],
  ]);
  edit(join(folder, CHECK, "check.ts"), [
    ["body === null", "body.cases.some((one) => (one.durationMs ?? 0) >= 60_000)"],
    ['text: ""', 'text: "a test took a minute"'],
    ['reason: ""', 'reason: "every test was quick"'],
  ]);
  edit(join(folder, CHECK, "plants.ts"), [
    ["[];\n  return", "[testResults()];\n  return"],
    ["import { KIND }", 'import { testCase, testResults } from "../../../scenes/test-results.ts";\nimport { KIND }'],
    [
      "readonly Plant[] = [];",
      `readonly Plant[] = [{
      id: "slow", harm: "a test takes two minutes", expect: { outcome: "fail", code: "violated" },
      plant: () => {
        const slow = testCase("a", { durationMs: 120_000 });
        return { bodies: { [KIND.testResults]: [testResults({ cases: [slow] })] } };
      },
    }];`,
    ],
  ]);
}

function edit(file: string, replacements: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, "utf8");
  for (const [from, to] of replacements) {
    assert.ok(text.includes(from), `${file}: ${from}`);
    text = text.replace(from, to);
  }
  writeFileSync(file, text);
}

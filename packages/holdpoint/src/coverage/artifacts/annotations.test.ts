import assert from "node:assert/strict";
import { test } from "node:test";
import type { PatchCoverage } from "@holdpoint/core";
import { HOSTILE } from "../../reporters/fixture/hostile.ts";
import { githubAnnotations, gitlabCodeQuality } from "./annotations.ts";

function patchOf(path: string, ...uncovered: number[]): PatchCoverage {
  const file = { path, state: "measured" as const, covered: new Uint32Array(), uncovered: Uint32Array.from(uncovered) };
  return { files: [file], lines: { covered: 1, total: uncovered.length + 1 } };
}

test("each run of lines is one annotation", () => {
  assert.equal(
    githubAnnotations(patchOf("src/a, b:50%.ts", 3, 4, 9)),
    `::notice title=Coverage of changed lines::3 of 4 changed lines not covered
::warning file=src/a%2C b%3A50%25.ts,line=3,endLine=4,title=Not covered::No test runs lines 3 to 4, which were changed
::warning file=src/a%2C b%3A50%25.ts,line=9,endLine=9,title=Not covered::No test runs line 9, which was changed
`,
  );
});

test("GitLab gets the same places, each with a fingerprint of its own", () => {
  const issues = JSON.parse(gitlabCodeQuality(patchOf("src/a.ts", 3, 4, 9))) as {
    fingerprint: string;
    location: unknown;
  }[];
  assert.deepEqual(
    issues.map(({ location }) => location),
    [
      { path: "src/a.ts", lines: { begin: 3, end: 4 } },
      { path: "src/a.ts", lines: { begin: 9, end: 9 } },
    ],
  );
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 2);
});

test("nothing to compare with annotates nothing", () => {
  assert.equal(githubAnnotations(null), "");
  assert.equal(gitlabCodeQuality(null), "[]\n");
});

test("hostile paths make no further command, and paths that lead out are left out", () => {
  for (const text of HOSTILE) {
    const commands = githubAnnotations(patchOf(`src/${text}`, 1))
      .trimEnd()
      .split("\n");
    assert.ok(commands.length <= 2);
    for (const one of commands) assert.match(one, /^::(?:notice|warning) [^\r\n]*$/);
    assert.equal(githubAnnotations(patchOf(`../${text}`, 1)).match(/::warning/g), null);
  }
});

test("annotations are bounded and say so", () => {
  const odd = Array.from({ length: 1_500 }, (_, at) => at * 2 + 1);
  const text = githubAnnotations(patchOf("src/a.ts", ...odd));
  assert.equal(text.match(/^::warning/gm)?.length, 1_000);
  assert.match(text, /^::notice [^\n]*the first 1000 of 1500 places follow$/m);
});

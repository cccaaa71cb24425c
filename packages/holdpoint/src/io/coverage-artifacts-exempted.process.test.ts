import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commitAll, gitRepository, scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = `version: 1
service: trial
coverage:
  reports: [{ id: all, files: [lcov.info] }]
  source: ["src/*.js"]
  register: exceptions.md
  components:
    - { id: src, paths: ["src/**"], lines: 90 }
    - { id: vital, paths: ["src/**"], lines: 90, critical: true }
profiles:
  release: { gates: { coverage: { checks: { whole-floor: { linesPercent: 90 } } } } }
`;

test("a floor is missed, excepted only for a component that may have exceptions, once two people have signed", async (t) => {
  const root = gitRepository(t, {
    "holdpoint.yaml": CONFIG,
    "src/a.js": "one();\ntwo();\n",
    "lcov.info": "SF:src/a.js\nDA:1,1\nDA:2,0\nend_of_record\n",
    ".gitignore": "reports/\n.holdpoint/\n",
  });
  const keys = scratch(t);
  const holdpoint = async (...args: string[]): Promise<string> => {
    const { exit, stdout, stderr } = await ran(fakeHost(root), ...args, "--json");
    assert.equal(exit, 0, stdout + stderr);
    return stdout;
  };
  const standings = async (): Promise<string[]> => {
    const { rows } = JSON.parse(await holdpoint("coverage", "artifacts", "--dry-run")) as {
      rows: { standing: string }[];
    };
    return rows.map(({ standing }) => standing);
  };
  for (const name of ["Ada", "Bo"]) await holdpoint("waiver", "enrol", name, "--key", join(keys, name));
  commitAll(root, "keys");
  assert.deepEqual(await standings(), ["missed", "missed", "missed"]);

  const wish = { type: "platform", owner: "Ada", approver: "Bo", rationale: "runs elsewhere", mitigation: "by hand" };
  const flags = Object.entries({ ...wish, expires: "90d", "next-review": "30d", key: join(keys, "Ada") });
  const typed = flags.flatMap(([name, value]) => [`--${name}`, value]);
  const added = await holdpoint("coverage", "exceptions", "add", "src/a.js", ...typed);
  const { id } = (JSON.parse(added) as { exception: { id: string } }).exception;
  await holdpoint("coverage", "exceptions", "approve", id, "--key", join(keys, "Bo"));
  commitAll(root, "exception");
  assert.deepEqual(await standings(), ["missed", "missed", "missed"], "a candidate brings no exception for itself");
  writeFileSync(join(root, "README.md"), "x");
  commitAll(root, "next");
  assert.deepEqual(await standings(), ["missed", "missed, excepted", "missed"]);
});

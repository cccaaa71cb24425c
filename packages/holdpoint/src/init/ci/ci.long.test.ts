import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, git, gitRepository, scratch } from "@holdpoint/testkit";
import { parse } from "yaml";

const BIN = join(import.meta.dirname, "..", "..", "..", "bin", "holdpoint.js");

const CONFIG = `version: 1
service: shop
suites:
  - { id: api-tests, run: [node, make.cjs, api], shard: api, results: [reports/api.xml], writes: [reports/api.info] }
  - id: auth-tests
    run: [node, make.cjs, auth]
    shard: auth
    results: [reports/auth.xml]
    writes: [reports/auth.info]
coverage:
  reports:
    - { id: api, format: lcov, files: [reports/api.info], shard: api }
    - { id: auth, format: lcov, files: [reports/auth.info], shard: auth }
  source: ["src/**"]
  components:
    - { id: unit-api, paths: ["src/api.js"], lines: 80, shards: [api] }
    - { id: unit-auth, paths: ["src/auth.js"], lines: 80, branches: 80, shards: [auth], critical: true }
alerts: { mailFile: out/alert.eml }
repository: { versionFiles: [package.json], changelog: CHANGELOG.md }
profiles:
  release:
    gates:
      candidate: {}
      tests: {}
      coverage: { checks: { whole-floor: { linesPercent: 80 } } }
      coverage-regression: {}
      ledger: {}
    requireGates: [candidate, tests, coverage, coverage-regression, ledger]
    firstRelease: allow
`;

/** Leaves results and coverage; UNTESTED in the source is a line that no test reaches. */
const MAKE = `const fs = require("node:fs");
const [, , name] = process.argv;
fs.mkdirSync("reports", { recursive: true });
const lines = fs.readFileSync("src/" + name + ".js", "utf8").trimEnd().split("\\n");
const one = '<testcase classname="' + name + '" name="works" time="0.01"></testcase>';
const counts = ' tests="1" failures="0" errors="0" skipped="0" time="0.01"';
const suite = '<testsuite name="' + name + '"' + counts + ">" + one + "</testsuite>";
fs.writeFileSync("reports/" + name + ".xml", "<testsuites>" + suite + "</testsuites>");
const da = lines.map((line, at) => "DA:" + (at + 1) + "," + (line.includes("UNTESTED") ? 0 : 1)).join("\\n");
const head = ["TN:", "SF:src/" + name + ".js", "FN:1,f", "FNDA:1,f", "BRDA:1,0,0,1", "BRDA:1,0,1,1"];
fs.writeFileSync("reports/" + name + ".info", [...head, da, "end_of_record", ""].join("\\n"));
`;

const FILES: Readonly<Record<string, string>> = {
  "holdpoint.yaml": CONFIG,
  "make.cjs": MAKE,
  "package.json": '{ "name": "shop", "version": "1.0.0", "devDependencies": { "holdpoint": "0.1.0" } }\n',
  "package-lock.json": "{}\n",
  "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- It sells.\n",
  "src/api.js": "1;\n".repeat(18),
  "src/auth.js": "1;\n".repeat(18),
  ".gitignore": "reports/\n.holdpoint/\nout/\nholdpoint-shards/\n",
};

interface Step {
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly strategy?: object }>>;
}

/** One machine of a CI system: a clone of its own, and a PATH where `npx --no-install holdpoint` is this command. */
class Machine {
  readonly folder: string;
  readonly #tools: string;

  constructor(t: Ending, from: string) {
    this.folder = join(scratch(t), "clone");
    git(from, "clone", "--quiet", from, this.folder);
    this.#tools = scratch(t, {});
    const shim = `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${BIN}" "$@"\n`;
    writeFileSync(join(this.#tools, "npx"), shim, { mode: 0o755 });
  }

  run(script: string, env: Readonly<Record<string, string>>): { readonly exit: number | null; readonly said: string } {
    const base = { PATH: `${this.#tools}:${process.env["PATH"]}`, HOME: this.#tools, CI: "true" };
    const { status, stdout, stderr } = spawnSync("sh", ["-e", "-c", script], {
      cwd: this.folder,
      env: { ...base, ...env },
      encoding: "utf8",
      timeout: 120_000,
    });
    return { exit: status, said: stdout + stderr };
  }
}

function initialised(t: Ending, system: string): string {
  const root = gitRepository(t, FILES);
  const machine = new Machine(t, root);
  const { exit, said } = machine.run(`npx --no-install holdpoint init --ci ${system}`, {});
  assert.equal(exit, 0, said);
  for (const file of git(machine.folder, "ls-files", "--others", "--exclude-standard").trim().split("\n")) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(join(machine.folder, file), join(root, file));
  }
  commitAll(root, "ci");
  return root;
}

/** What `openssl genpkey -algorithm ed25519` prints. */
function key(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

describe("the lines that init --ci github writes do what they say", { timeout: 300_000 }, () => {
  test("two shards, joined, promoted; the ledger goes on with the key; a regression holds and is told", (t) => {
    const root = initialised(t, "github");
    const pem = key();
    const kept = scratch(t);
    const step = (job: string, name: string, file = "holdpoint.yml"): string => {
      const { jobs } = parse(readFileSync(join(root, ".github", "workflows", file), "utf8")) as Workflow;
      const found = jobs[job]?.steps.find((one) => one.name === name)?.run;
      assert.ok(found !== undefined, `${job}: ${name}`);
      return found;
    };
    const release = () => {
      const out = scratch(t);
      for (const SHARD of ["api", "auth"]) {
        const ran = new Machine(t, root).run(step("shard", "Run the suites of the shard"), { SHARD, OUT: out });
        assert.equal(ran.exit, 0, ran.said);
      }
      const machine = new Machine(t, root);
      if (existsSync(join(kept, "ledger.db"))) cpSync(kept, join(machine.folder, ".holdpoint"), { recursive: true });
      const joined = machine.run(step("promote", "Join them"), { OUT: out });
      assert.equal(joined.exit, 0, joined.said);
      const env = {
        HOLDPOINT_KEY: pem,
        KEYS: join(out, "keys"),
        BASE: "",
        GITHUB_STEP_SUMMARY: join(out, "summary.md"),
      };
      const judged = machine.run(step("promote", "Judge"), env);
      const shown = machine.run(step("promote", "Coverage as files and as summary of the job"), env);
      assert.equal(shown.exit, 0, shown.said);
      assert.match(readFileSync(join(out, "summary.md"), "utf8"), /unit-auth/);
      rmSync(kept, { recursive: true });
      mkdirSync(kept);
      for (const name of ["ledger.db", "checkpoints"])
        cpSync(join(machine.folder, ".holdpoint", name), join(kept, name), { recursive: true });
      return { ...judged, machine };
    };

    const first = release();
    assert.equal(first.exit, 0, first.said);
    assert.match(first.said, /^::notice title=Holdpoint%3A PROMOTE::/m);
    assert.ok(!existsSync(join(first.machine.folder, "out", "alert.eml")), "a PROMOTE alarms nobody");

    appendFileSync(join(root, "src", "auth.js"), "UNTESTED;\n".repeat(3));
    commitAll(root, "untested");
    const second = release();
    assert.equal(second.exit, 1, second.said);
    assert.match(second.said, /^::notice title=Holdpoint%3A HOLD::/m);
    const mail = readFileSync(join(second.machine.folder, "out", "alert.eml"), "utf8");
    const body = Buffer.from(mail.split("\r\n\r\n")[2]?.split("\r\n--")[0] ?? "", "base64").toString();
    assert.match(body, /^HOLD of shop: coverage-regression is FAIL[^]*total-not-fallen/);

    const machine = new Machine(t, root);
    cpSync(kept, join(machine.folder, ".holdpoint"), { recursive: true });
    const out = scratch(t);
    const env = { OUT: out, GITHUB_STEP_SUMMARY: join(out, "summary.md") };
    const told = machine.run(step("digest", "Write the digest", "holdpoint-digest.yml"), env);
    assert.equal(told.exit, 0, told.said);
    assert.match(readFileSync(join(out, "summary.md"), "utf8"), /^2 whole runs: 1 PROMOTE, 1 HOLD; 0 partial runs\.$/m);
    assert.deepEqual(readdirSync(out).sort(), [
      "coverage-weekly.html",
      "coverage-weekly.json",
      "coverage-weekly.md",
      "memo.md",
      "summary.md",
    ]);
  });
});

describe("the lines that init --ci gitlab writes do what they say", { timeout: 300_000 }, () => {
  test("two shards, joined and judged, with coverage where GitLab looks for it", (t) => {
    const root = initialised(t, "gitlab");
    const jobs = parse(readFileSync(join(root, ".gitlab-ci.holdpoint.yml"), "utf8")) as Record<
      string,
      { readonly script: readonly string[]; readonly after_script: readonly string[] }
    >;
    const lines = (job: string, part: "script" | "after_script" = "script") => jobs[job]?.[part].join("\n") ?? "exit 9";
    const machine = new Machine(t, root);
    const OUT = join(machine.folder, "holdpoint-shards");
    for (const SHARD of ["api", "auth"]) {
      const job = new Machine(t, root);
      const ran = job.run(lines("holdpoint:shard"), { SHARD, OUT: join(job.folder, "holdpoint-shards") });
      assert.equal(ran.exit, 0, ran.said);
      cpSync(join(job.folder, "holdpoint-shards"), OUT, { recursive: true });
    }
    const env = { OUT, KEYS: join(scratch(t), "keys"), HOLDPOINT_KEY: "", BASE: "" };
    const judged = machine.run(lines("holdpoint:promote"), env);
    assert.equal(judged.exit, 0, judged.said);
    const after = machine.run(lines("holdpoint:promote", "after_script"), env);
    assert.equal(after.exit, 0, after.said);
    for (const name of ["cobertura.xml", "sonar.xml", "codequality.json"])
      assert.ok(existsSync(join(machine.folder, "reports", "coverage", name)), name);
    const digest = machine.run(lines("holdpoint:digest"), { OUT: join(scratch(t), "digest") });
    assert.equal(digest.exit, 0, digest.said);
  });
});

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import { commitAll, git, gitRepository, scratch } from "@holdpoint/testkit";
import type { Ran } from "./testing.ts";
import { fakeHost, ran, verbPaths } from "./testing.ts";

const SUM = "export const sum = (a, b) => a + b;\n";
const TEST = `import assert from "node:assert";
import { test } from "node:test";
import { sum } from "./sum.js";
test("adds", () => assert.equal(sum(1, 2), 3));
`;

/** A small project that nothing speaks against, with the configuration that init writes for it. */
async function project(t: Ending): Promise<string> {
  const root = gitRepository(t, {
    "package.json": JSON.stringify({
      name: "trial",
      version: "1.0.0",
      type: "module",
      scripts: { test: "node --test" },
    }),
    "CHANGELOG.md": "# Changelog\n\n## 1.0.0\n\n- The first release of it.\n",
    "src/sum.js": SUM,
    "src/sum.test.js": TEST,
  });
  const { exit, stderr } = await holdpoint(root, "init");
  assert.deepEqual([exit, stderr], [0, ""]);
  commitAll(root, "hold");
  return root;
}

function holdpoint(cwd: string, ...args: string[]): Promise<Ran> {
  // A runner that is started by a runner would report to it instead of writing its reports.
  const { NODE_TEST_CONTEXT: _, NODE_V8_COVERAGE: __, ...env } = process.env;
  return ran(fakeHost(cwd, { env }), ...args);
}

/** Thin clients of a gateway, with as many arguments as they need. */
const CLIENT_VERBS: readonly (readonly string[])[] = [
  ["actions", "submit", "echo", "echo"],
  ["actions", "list"],
  ...["get", "approve", "deny", "cancel", "reconcile"].map((verb) => ["actions", verb, "act_1"]),
  ["dead-letters", "list"],
  ["dead-letters", "plan"],
  ...["show", "replay", "status", "abort"].map((verb) => ["dead-letters", verb, "x"]),
];

/** A target that always measures the same. */
const SOAK = `version: 1
id: trial
target: { run: [node, -e, "require('fs').writeFileSync(process.env.SUMMARY_FILE, JSON.stringify({ ms: 1 }))"] }
phases: { warmUp: 0 }
kpis: [{ id: ms, select: { summary: ms }, strict: "<= 2" }]
`;

const NOBODY = "http://127.0.0.1:1";
const DEAD: readonly string[] = ["--duration=500ms", "--rate=10", "--out"];

/** What a record really says is tried in `verbs/coverage-exceptions.process.test.ts`. */
const EXCEPTION: readonly string[] = [
  "--type=platform",
  "--approver=Bo",
  "--rationale=another system",
  "--mitigation=by hand",
  "--expires=90d",
];

async function json(
  root: string,
  ...args: string[]
): Promise<{ readonly exit: number; readonly document: Record<string, unknown> }> {
  const { exit, stdout, stderr } = await holdpoint(root, ...args, "--json");
  assert.equal(stderr, "", args.join(" "));
  return { exit, document: JSON.parse(stdout) as Record<string, unknown> };
}

test("every verb ends as documented, with exactly one JSON document", { timeout: 240_000 }, async (t) => {
  const root = await project(t);
  const keys = scratch(t, { "soak.yaml": SOAK });
  const person = (name: string): string => join(keys, `${name}.pem`);
  const waiver = (): string => `governance/waivers/${readdirSync(join(root, "governance", "waivers"))[0]}`;
  const wish = [
    "--code",
    "test-failed",
    "--reason",
    "known",
    "--owner",
    "Ada",
    "--approver",
    "Bo",
    "--expires",
    "7d",
    "--key",
    person("ada"),
  ];
  const steps: readonly (readonly [readonly string[], readonly number[], readonly string[]])[] = [
    [["init", "--dry-run"], [0], ["schema", "yaml", "written"]],
    [["doctor"], [0], ["healthy", "probes"]],
    [["plan"], [0], ["gates", "suites", "evidence"]],
    [
      ["promote"],
      [0],
      ["schema", "verdict", "profile", "candidate", "run", "gates", "sections", "holdReasons", "evidence"],
    ],
    [
      ["check", "tests"],
      [0, 1],
      ["letsThrough", "gates"],
    ],
    [["explain"], [0], ["gates"]],
    [["explain", "tests"], [0], ["gate", "checks"]],
    [["explain", "tests/none-failed"], [0], ["definition", "result"]],
    [["audit"], [0], ["sections"]],
    [["tests", "report", "package.json"], [3], ["suites", "tests", "passed", "durationMs", "findings"]],
    [["selftest", "ledger"], [0], ["planted", "caught", "missed"]],
    [["replay"], [0], ["same", "differences"]],
    [["verify", ".holdpoint/runs/latest"], [0], ["valid", "size", "anchoredUpTo", "problems"]],
    [["verify", "."], [3], ["code", "type"]],
    [["ledger", "log"], [0], ["records"]],
    [["ledger", "show", "1"], [0], ["record", "leafHash"]],
    [["ledger", "verify"], [0], ["valid"]],
    [["ledger", "export"], [0], ["records", "size"]],
    [["ledger", "rotate-key"], [0], ["previous", "current"]],
    [["ledger", "publish"], [0], ["written"]],
    [["digest"], [0], ["schema", "runs", "components", "coverageVerdict"]],
    [["coverage", "digest"], [0], ["schema", "runs", "components", "coverageVerdict"]],
    [["waiver", "enrol", "Ada", "--key", person("ada")], [0], ["fingerprint"]],
    [["waiver", "enrol", "Bo", "--key", person("bo")], [0], ["fingerprint"]],
    [["waiver", "add", "tests/none-failed", ...wish], [0], ["file", "waiver"]],
    [["waiver", "list"], [1], ["waivers", "problems"]],
    [["waiver", "approve", "<waiver>", "--key", person("bo")], [0], ["counts"]],
    [["waiver", "list"], [0], ["waivers"]],
    [["dependencies", "record"], [0, 2, 3], []],
    [["coverage", "exceptions", "list"], [0], ["exceptions", "problems"]],
    [["coverage", "exceptions", "sync"], [0, 2, 3], []],
    [["coverage", "exceptions", "add", "src/sum.js", ...EXCEPTION, "--key", person("ada")], [2, 3], ["code"]],
    [["coverage", "exceptions", "approve", "cov-x", "--key", person("bo")], [3], ["code"]],
    [
      ["coverage", "exceptions", "review", "cov-x", "--next", "1d", "--note", "n", "--key", person("bo")],
      [2],
      ["code"],
    ],
    [["coverage", "exceptions", "resolve", "cov-x", "--key", person("bo")], [2, 3], ["code"]],
    // What shards and merges do is tried in `verbs/shards.process.test.ts`; this project names none.
    [["shard", "unit"], [2], ["code"]],
    [["merge", "src"], [3], ["code"]],
    [["coverage", "report", "package.json"], [3], ["files", "lines", "findings"]],
    [["coverage", "bands"], [0], ["bands", "critical", "notMeasured"]],
    [["coverage", "diff", "--base", "HEAD"], [0], ["lines", "base", "failUnder"]],
    [
      ["coverage", "gate"],
      [0, 1],
      ["letsThrough", "gates"],
    ],
    [["coverage", "artifacts", "--dry-run"], [0], ["folder", "rows", "manifestSha256"]],
    [["coverage", "mapping"], [0], ["summary", "modules", "looseTests"]],
    [["coverage", "ratchet"], [0], ["proposals", "diff", "written"]],
    // What a load measures is tried in `verbs/load.process.test.ts`; here nobody listens.
    [["load", "run", ...DEAD, join(keys, "load"), "--url", NOBODY], [3], ["validity", "target", "response", "slo"]],
    [["load", "report", "gone.jsonl"], [3], ["code"]],
    [["load", "import", "package.json"], [3], ["code"]],
    [["load", "compare", "gone.jsonl", "gone.jsonl"], [3], ["code"]],
    [["load", "canary", "gone.jsonl", "gone.jsonl"], [3], ["code"]],
    [["load", "trend"], [3], []],
    [
      ["load", "ab", ...DEAD, join(keys, "load"), "--baseline-url", NOBODY, "--candidate-url", NOBODY],
      [3],
      ["outcome", "figures", "runs"],
    ],
    // What a soak does is tried in `verbs/soak.long.test.ts`.
    [["soak", "run", "--iterations", "3", join(keys, "soak.yaml")], [0], ["outcome", "soak", "folder"]],
    [["soak", "verify", "--strict", "trial"], [3], ["deltas", "outcome"]],
    [["soak", "report", "trial"], [0], ["files"]],
    [["soak", "compare", "trial", "trial"], [3], ["kpis", "differences"]],
    [["metrics", "--path", "trial"], [0], ["text"]],
    [["gateway", "start", "--gateway", "gone.yaml"], [2], ["code"]],
    [["gateway", "probe"], [0], ["announced", "rules"]],
    [["gateway", "token", "add", "ada", "--data", join(keys, "gateway")], [0], ["token"]],
    [["gateway", "token", "list", "--data", join(keys, "gateway")], [0], ["tokens"]],
    [["gateway", "token", "remove", "tok_000000000000", "--data", join(keys, "gateway")], [2], ["code"]],
    // What a gateway answers them is tried where one runs: `verbs/actions.process.test.ts`.
    ...CLIENT_VERBS.map((verb) => [[...verb, "--token-file", "gone"], [2], ["code"]] as const),
  ];
  for (const [given, exits, members] of steps) {
    const args = given.map((arg) => (arg === "<waiver>" ? waiver() : arg));
    const { exit, document } = await json(root, ...args);
    assert.ok(exits.includes(exit), `${args.join(" ")}: exit ${exit} ${JSON.stringify(document).slice(0, 500)}`);
    for (const member of members)
      assert.ok(member in document, `${args.join(" ")}: ${member} in ${Object.keys(document).join()}`);
  }
  await checkingAllIsNoPromotion(root);
  await reportGoesWhereAskedFor(root, join(keys, "new", "verdict.md"));
  const reached = steps.map(([args]) => args);
  for (const verb of verbPaths()) {
    assert.ok(
      reached.some((args) => verb.every((word, index) => args[index] === word)),
      `${verb.join(" ")} is tried here`,
    );
  }
});

/** On the project above, whose ledger holds a selftest already. */
async function checkingAllIsNoPromotion(root: string): Promise<void> {
  await json(root, "check", "--evidence", "fresh");
  const judgement = readFileSync(join(root, ".holdpoint", "runs", "latest", "judgement.json"), "utf8");
  const { verdict, partial } = JSON.parse(judgement) as { verdict: string; partial: boolean };
  assert.deepEqual([verdict, partial], ["HOLD", true]);
}

/** The tree is dirty by now, so the verdict is HOLD. */
async function reportGoesWhereAskedFor(root: string, output: string): Promise<void> {
  const { exit, stdout } = await holdpoint(root, "promote", "--reporter", "markdown", "--output", output);
  assert.equal(exit, 1);
  assert.match(readFileSync(output, "utf8"), /^#/);
  assert.ok(!stdout.startsWith("#"), "stdout is for the person");
}

describe("init in a real work tree", () => {
  test("writes once, and over it only when forced", async (t) => {
    const root = gitRepository(t, { "go.mod": "module a.b/tool\n", ".gitignore": "*.log" });
    assert.equal((await holdpoint(root, "init")).exit, 0);
    assert.equal(readFileSync(join(root, ".gitignore"), "utf8"), "*.log\n.holdpoint/\nreports/\n");
    const again = await holdpoint(root, "init");
    assert.equal(again.exit, 2);
    assert.match(again.stderr, /HP-CONFIG-EXISTS/);
    writeFileSync(join(root, "holdpoint.yaml"), "mine");
    assert.equal((await holdpoint(root, "init", "--force")).exit, 0);
    assert.match(readFileSync(join(root, "holdpoint.yaml"), "utf8"), /service: tool/);
  });

  test("a dry run prints and writes nothing", async (t) => {
    const root = gitRepository(t, { "Cargo.toml": "" });
    const { exit, stdout } = await holdpoint(root, "init", "--dry-run");
    assert.equal(exit, 0);
    assert.match(stdout, /^# What holds a release/);
    assert.deepEqual(readdirSync(root).sort(), [".git", "Cargo.toml"]);
  });

  test("works below the root, for the root", async (t) => {
    const root = gitRepository(t, { "deep/er/x.txt": "" });
    assert.equal((await holdpoint(join(root, "deep", "er"), "init")).exit, 0);
    assert.ok(existsSync(join(root, "holdpoint.yaml")));
  });
});

describe("what stands in the way is said", () => {
  test("no configuration", async (t) => {
    const root = gitRepository(t, { "a.txt": "" });
    for (const verb of ["promote", "check", "plan"]) {
      const { exit, stdout, stderr } = await holdpoint(root, verb);
      assert.deepEqual([exit, stdout], [2, ""], verb);
      assert.match(stderr, /^holdpoint: holdpoint\.yaml: .*\[HP-CONFIG-ABSENT\]\n {2}`holdpoint init`/, verb);
    }
  });

  test("no run and no ledger", async (t) => {
    const root = gitRepository(t, { "a.txt": "" });
    for (const args of [["audit"], ["replay"], ["ledger", "log"], ["ledger", "rotate-key"], ["replay", "../../etc"]]) {
      const { exit, stderr } = await holdpoint(root, ...args);
      assert.equal(exit, 2, args.join(" "));
      assert.match(stderr, /HP-RUN-UNKNOWN|HP-USAGE-NAME/, args.join(" "));
    }
    assert.ok(!existsSync(join(root, ".holdpoint")), "looking leaves nothing behind");
  });

  test("a profile, a reporter and gates that do not exist", async (t) => {
    const root = await project(t);
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [["promote", "--profile", "relase"], /no profile "relase"; did you mean "release"\?.*HP-CONFIG-REFERENCE/],
      [["promote", "--reporter", "jsn"], /no reporter "jsn"; did you mean "json"\?.*HP-USAGE/],
      [["check", "test"], /no gate "test".*HP-RUN-UNKNOWN/],
      [["selftest", "test"], /no gate called "test"; did you mean "tests"\?/],
      [["explain", "tests/nope-nope"], /no check of the gate "tests" called "nope-nope"/],
      [["ledger", "show", "one"], /whole number/],
      [["ledger", "log", "--limit", "0"], /HP-USAGE/],
    ];
    for (const [args, says] of cases) {
      const { exit, stderr } = await holdpoint(root, ...args);
      assert.equal(exit, 2, args.join(" "));
      assert.match(stderr, says, args.join(" "));
    }
    assert.ok(!existsSync(join(root, ".holdpoint", "runs")), "nothing has run");
  });

  test("a configuration elsewhere is read from there", async (t) => {
    const root = await project(t);
    const folder = scratch(t, {
      "other.yaml": "version: 1\nservice: so wrong\nprofiles: { release: { gates: { tests: } } }\n",
    });
    const { exit, stderr } = await holdpoint(root, "plan", "--config", join(folder, "other.yaml"));
    assert.equal(exit, 2);
    assert.match(stderr, /other\.yaml:2:10: service is not of the right form/);
  });
});

test("a report that cannot be written is said before anything runs", async (t) => {
  const root = await project(t);
  for (const output of [join(root, "package.json", "x"), root]) {
    const { exit, stdout, stderr } = await holdpoint(root, "promote", "--output", output);
    assert.deepEqual([exit, stdout], [2, ""]);
    assert.match(stderr, /cannot be written/);
  }
  assert.ok(!existsSync(join(root, ".holdpoint", "runs")), "nothing has run");
});

test("an interrupted run has no verdict", async (t) => {
  const root = await project(t);
  rmSync(join(root, "src", "sum.test.js"));
  writeFileSync(join(root, "src", "slow.test.js"), "setTimeout(() => undefined, 60_000);\n");
  commitAll(root, "slow");
  assert.equal(git(root, "status", "--porcelain"), "");
  const controller = new AbortController();
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const host = fakeHost(root, { env, signal: controller.signal });
  setTimeout(() => controller.abort(), 700).unref();
  const { exit, stderr } = await ran(host, "promote");
  assert.equal(exit, 3);
  assert.match(stderr, /HP-RUN-INTERRUPTED/);
});

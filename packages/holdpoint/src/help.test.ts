import assert from "node:assert/strict";
import { test } from "node:test";
import { fakeHost, ran, verbPaths } from "./testing.ts";

async function help(...verb: string[]): Promise<string> {
  const { exit, stdout, stderr } = await ran(fakeHost("/"), ...verb, "--help");
  assert.deepEqual([exit, stderr], [0, ""]);
  return stdout;
}

test("the first page lists the verbs with a line each", async () => {
  assert.equal(
    await help(),
    `USAGE
  holdpoint init
  holdpoint promote
  holdpoint check <gate>...
  holdpoint coverage report|diff|gate|artifacts|exceptions|bands|mapping|ratchet|digest ...
  holdpoint tests report ...
  holdpoint plan
  holdpoint explain
  holdpoint audit
  holdpoint selftest <gate>...
  holdpoint verify <path>
  holdpoint replay
  holdpoint ledger log|show|verify|export|publish|rotate-key ...
  holdpoint digest
  holdpoint waiver enrol|add|approve|list ...
  holdpoint shard <name>
  holdpoint merge <folder>...
  holdpoint load run|report|compare|ab|canary|trend|import ...
  holdpoint soak run|verify|report|compare ...
  holdpoint metrics
  holdpoint gateway start|probe|token ...
  holdpoint actions submit|get|list|approve|deny|cancel|reconcile ...
  holdpoint dead-letters list|show|plan|replay|status|abort ...
  holdpoint doctor
  holdpoint dependencies record ...
  holdpoint --help
  holdpoint --version

No evidence, no promotion.

FLAGS
  -h --help     Print help information and exit
  -v --version  Print version information and exit
     --         All subsequent inputs should be interpreted as arguments

COMMANDS
  init          Look at the repository, whatever its language, and write a holdpoint.yaml that runs
  promote       Gather, judge, decide, record: the whole way to a signed verdict
  check         Judge some gates; can never promote
  coverage      Coverage reports: read, compared, judged
  tests         Test results, read and added up
  plan          Say what would run, which evidence is missing or stale, and why; run nothing
  explain       Say what a gate or check asks, what the latest run saw, and what would flip it
  audit         Show the audit sections A to Y: covered and uncovered in the latest run
  selftest      Plant every violation; each must be caught for its reason
  verify        Verify a verdict, a run's folder or a ledger, offline
  replay        Judge a run's stored evidence again: the same bytes, or where they differ
  ledger        The append-only record of everything that was judged
  digest        Say what happened in a time, from the ledger and nothing else: runs, coverage, what held, what is due
  waiver        Signed decisions that one failing check may pass for a while
  shard         Run the suites of one job of a CI matrix and leave what they wrote in a folder
  merge         Join the shards of a CI matrix, so that promote judges what they left
  load          Load tests whose figures cannot flatter: open model, two clocks, objectives judged on samples
  soak          Long runs with KPIs and guarded tuning
  metrics       Write a stored soak as Prometheus text or OpenMetrics
  gateway       The action hold point: durable, governed side effects with receipts
  actions       Ask a gateway: submit actions, look at them, decide about them
  dead-letters  Ask a gateway about actions that ended DEAD, and replay them
  doctor        Say what this machine and this clone can do, and what is in the way
  dependencies  What is installed
`,
  );
});

test("promote says its flags and its exit codes", async () => {
  const text = await help("promote");
  for (const part of [
    "[--profile]",
    "[--reporter]",
    "[--output]",
    "[--key]",
    "the whole way to a signed verdict.",
    "text, json, html, markdown, junit, sarif, github, gitlab, prometheus or svg",
    "[default = release]",
    "0 for PROMOTE, 1 for HOLD, 2 for a wrong command line or configuration, 3 when no verdict was possible",
  ]) {
    assert.ok(text.includes(part), `${part}\n${text}`);
  }
});

test("check says its choices", async () => {
  const text = await help("check");
  assert.match(text, /\[--evidence\] .*\[fresh\|existing, default = existing\]/);
  assert.match(text, /can never promote\.\nEnds with 0/);
});

test("groups list what is in them", async () => {
  const ledger = await help("ledger");
  for (const verb of ["log", "show", "verify", "export", "publish", "rotate-key"])
    assert.match(ledger, new RegExp(`^  ${verb} `, "m"));
  const waiver = await help("waiver");
  for (const verb of ["enrol", "add", "approve", "list"]) assert.match(waiver, new RegExp(`^  ${verb} `, "m"));
});

test("coverage and its exceptions list what is in them, and what each ends with is said", async () => {
  const coverage = await help("coverage");
  for (const verb of ["report", "diff", "gate", "artifacts", "exceptions", "bands", "mapping", "ratchet", "digest"])
    assert.match(coverage, new RegExp(`^  ${verb} `, "m"));
  const exceptions = await help("coverage", "exceptions");
  for (const verb of ["add", "list", "sync", "approve", "review", "resolve"])
    assert.match(exceptions, new RegExp(`^  ${verb} `, "m"));
  for (const [verb, ends] of [
    [["coverage", "report"], /Ends with 0/],
    [["coverage", "diff"], /Ends with 0, with 1 below --fail-under, with 3 when/],
    [["coverage", "gate"], /can never promote/],
    [["coverage", "ratchet"], /never on a CI platform/],
    [
      ["tests", "report"],
      /Ends with 0, with 1 for failed tests or findings that are errors, with 3 when no file could be/,
    ],
    [["shard"], /Ends with 0 when every suite of the shard ended well, else with 1/],
    [["merge"], /Ends with 0 when every declared shard is there, with 1 while some are missing/],
  ] as const)
    assert.match(await help(...verb), ends, verb.join(" "));
});

test("every page names the verb, a sentence about it, and fits a wide terminal", async () => {
  const verbs = verbPaths();
  assert.ok(verbs.length >= 50, `${verbs.length} verbs`);
  for (const verb of verbs) {
    const text = await help(...verb);
    assert.ok(text.startsWith(`USAGE\n  holdpoint ${verb.join(" ")}`), text);
    for (const line of text.split("\n")) assert.ok(line.length <= 160, `${verb.join(" ")}: ${line}`);
  }
});

test("help is the same in a terminal, without colour codes", async () => {
  const { stdout } = await ran(fakeHost("/", { terminal: true, env: { FORCE_COLOR: "1" } }), "--help");
  assert.ok(!stdout.includes("\u001b"));
});

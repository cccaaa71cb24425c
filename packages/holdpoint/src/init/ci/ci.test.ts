import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { repositoryOf } from "../fixture.ts";
import type { CiSystem } from "./ci-terms.ts";
import { ciTerms } from "./ci-terms.ts";
import { ciFiles } from "./files.ts";

const PACKAGE = JSON.stringify({ devDependencies: { holdpoint: "0.1.0" } });
const NODE = repositoryOf({ "package.json": PACKAGE, "package-lock.json": "{}" });
const OTHERS = repositoryOf({ "go.mod": "", "pom.xml": "", "requirements.txt": "" });

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
}
interface Job {
  readonly needs?: string;
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly shard: readonly string[] } };
  readonly "timeout-minutes": number;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const files = (system: CiSystem, repository = NODE, shards: readonly string[] = ["api", "auth"]) =>
  new Map(ciFiles(system, ciTerms(repository, shards, "1.2.3")));

const workflow = (name: string, ...given: Parameters<typeof files> extends [CiSystem, ...infer Rest] ? Rest : never) =>
  parse(files("github", ...given).get(`.github/workflows/${name}.yml`) ?? "") as Workflow;

test("what a project needs is told by its files", () => {
  assert.deepEqual(ciTerms(NODE, [], "1.2.3"), {
    shards: [],
    prepare: ["npm ci"],
    languages: ["node"],
    soak: null,
    holdpoint: "npx --no-install holdpoint",
  });
  const others = ciTerms(OTHERS, [], "1.2.3");
  assert.deepEqual(others.languages, ["node", "python", "go", "java"]);
  assert.deepEqual(others.prepare, [
    "npm install --global holdpoint@1.2.3",
    "python -m pip install --requirement requirements.txt",
  ]);
  assert.equal(others.holdpoint, "holdpoint");
  assert.deepEqual(
    ciTerms(repositoryOf({ "pyproject.toml": "" }), [], "1").prepare.at(-1),
    "python -m pip install --editable .",
  );
  const unlocked = repositoryOf({ "package.json": PACKAGE });
  assert.equal(ciTerms(unlocked, [], "1").holdpoint, "holdpoint", "without a lockfile nothing brings it");
});

test("with shards a matrix gathers and one job judges; without, one job does both", () => {
  const { jobs, permissions } = workflow("holdpoint");
  assert.deepEqual(Object.keys(jobs), ["shard", "promote"]);
  assert.deepEqual(jobs["shard"]?.strategy?.matrix.shard, ["api", "auth"]);
  assert.equal(jobs["promote"]?.needs, "shard");
  assert.deepEqual(permissions, { contents: "read" });
  const single = workflow("holdpoint", NODE, []).jobs;
  assert.deepEqual(Object.keys(single), ["promote"]);
  assert.ok(!single["promote"]?.steps.some(({ run }) => run?.includes("merge") ?? false));
});

test("every action is named by version, every job has a bound, and nothing from outside is text of a command", () => {
  for (const name of ["holdpoint", "holdpoint-digest"]) {
    for (const repository of [NODE, OTHERS]) {
      for (const [id, job] of Object.entries(workflow(name, repository).jobs)) {
        assert.ok(job["timeout-minutes"] > 0, id);
        for (const { uses, run } of job.steps) {
          if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w/-]+@v\d+$/);
          assert.doesNotMatch(run ?? "", /\$\{\{/);
          assert.ok((uses === undefined) !== (run === undefined));
        }
      }
    }
  }
});

test("the private key is written for its owner alone, is never cached and not in the environment of what is run", () => {
  const text = [...files("github").values(), ...files("gitlab").values()].join("\n");
  assert.doesNotMatch(text, /\.holdpoint\/keys/);
  for (const { run } of workflow("holdpoint").jobs["promote"]?.steps ?? []) {
    if (!(run?.includes("--key") ?? false)) continue;
    assert.match(run ?? "", /umask 077[^]*unset HOLDPOINT_KEY\n[^]*holdpoint/);
  }
  const names = workflow("holdpoint").jobs["promote"]?.steps.map(({ name }) => name);
  assert.ok((names?.indexOf("Ledger of earlier runs") ?? -1) < (names?.indexOf("Judge") ?? -1));
});

test("the digest is written weekly, to the summary and as files, and says where its ledger comes from", () => {
  const text = files("github").get(".github/workflows/holdpoint-digest.yml") ?? "";
  assert.match(text, /cron: "17 6 \* \* 1"/);
  assert.match(text, /cache, which GitHub drops after a week/);
  const runs =
    workflow("holdpoint-digest")
      .jobs["digest"]?.steps.flatMap(({ run }) => run ?? [])
      .join("\n") ?? "";
  for (const part of ["--since 1w", "--memo", "GITHUB_STEP_SUMMARY", "digest --since 1w --send"])
    assert.ok(runs.includes(part), part);
});

test("GitLab gets a matrix, reports and a rule for the schedule", () => {
  const jobs = parse(files("gitlab").get(".gitlab-ci.holdpoint.yml") ?? "") as Record<string, Record<string, unknown>>;
  assert.deepEqual(Object.keys(jobs), [".holdpoint", "holdpoint:shard", "holdpoint:promote", "holdpoint:digest"]);
  assert.deepEqual(jobs["holdpoint:shard"]?.["parallel"], { matrix: [{ SHARD: ["api", "auth"] }] });
  const { reports } = (jobs["holdpoint:promote"]?.["artifacts"] ?? {}) as { reports?: object };
  assert.deepEqual(Object.keys(reports ?? {}), ["coverage_report", "codequality"]);
  assert.deepEqual(jobs["holdpoint:digest"]?.["rules"], [
    { if: '$CI_PIPELINE_SOURCE == "schedule" && $HOLDPOINT_DIGEST == "1"' },
  ]);
  const single = parse(files("gitlab", OTHERS, []).get(".gitlab-ci.holdpoint.yml") ?? "") as object;
  assert.deepEqual(Object.keys(single), [".holdpoint", "holdpoint:promote", "holdpoint:digest"]);
});

test("a repository with a soak.yaml gets a job that soaks, verifies and keeps what was found, failed or not", () => {
  const soaking = repositoryOf({ "package.json": PACKAGE, "package-lock.json": "{}", "soak.yaml": "" });
  const { jobs } = workflow("holdpoint", soaking, []);
  assert.deepEqual(Object.keys(jobs), ["promote", "soak"]);
  const steps = jobs["soak"]?.steps ?? [];
  const run = steps.map((step) => step.run ?? "").join("\n");
  assert.match(run, /soak run --iterations 8 --auto-tune --json soak\.yaml/);
  assert.match(run, /soak verify --strict --json/);
  assert.match(run, /soak report --output[^]*exit "\$code"/);
  assert.equal(steps.find(({ uses }) => uses?.startsWith("actions/upload-artifact"))?.if, "${{ !cancelled() }}");
  const gitlab = parse(files("gitlab", soaking, []).get(".gitlab-ci.holdpoint.yml") ?? "") as Record<string, object>;
  assert.deepEqual(Object.keys(gitlab), [".holdpoint", "holdpoint:promote", "holdpoint:soak", "holdpoint:digest"]);
  assert.equal((gitlab["holdpoint:soak"] as { artifacts: { when: string } }).artifacts.when, "always");
  assert.ok(!Object.keys(workflow("holdpoint").jobs).includes("soak"), "without a soak.yaml there is none");
});

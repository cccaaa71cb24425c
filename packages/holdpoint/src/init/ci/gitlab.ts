import type { CiFile, CiTerms } from "./ci-terms.ts";
import { inset } from "./lines.ts";
import { artifactsScript, digestScript, mergeScript, promoteScript, shardScript, soakScript } from "./scripts.ts";

const FILE = ".gitlab-ci.holdpoint.yml";

/** Jobs of GitLab CI, to be included by `.gitlab-ci.yml`. */
export function gitlabFiles(terms: CiTerms): CiFile[] {
  return [[FILE, `${jobs(terms).join("\n")}\n`]];
}

function jobs(terms: CiTerms): string[] {
  return [
    "# Evidence, verdict, coverage, weekly digest. Written by `holdpoint init --ci gitlab`; yours to change.",
    "# Put this into .gitlab-ci.yml:  include: { local: .gitlab-ci.holdpoint.yml }",
    "# Images are named by version. To pin one, write its digest behind it (`node:24@sha256:DIGEST`).",
    "# Variables (Settings, CI/CD): HOLDPOINT_KEY, masked and protected: an Ed25519 key in PEM",
    "# (openssl genpkey -algorithm ed25519); without it each run signs with a key of its own.",
    "",
    ".holdpoint:",
    ...inset(base(terms), 2),
    "",
    ...(terms.shards.length === 0 ? [] : [...shardJob(terms), ""]),
    ...promoteJob(terms),
    "",
    ...(terms.soak === null ? [] : [...soakJob(terms, terms.soak), ""]),
    ...digestJob(terms),
  ];
}

function base({ languages, prepare }: CiTerms): string[] {
  const others = languages.filter((language) => language !== "node");
  return [
    ...(others.length === 0 ? [] : [`# Take an image of your own that has Node 24 and ${others.join(" and ")}.`]),
    "image: node:24",
    "interruptible: true",
    "timeout: 30 minutes",
    "variables:",
    "  # What changed is counted from the last promotion, so the history has to be there.",
    '  GIT_DEPTH: "0"',
    "before_script:",
    "  # Add here whatever else your suites need.",
    ...inset(block(prepare), 2),
  ];
}

/** A script as one item, so that it is one shell with its options and variables. */
function block(lines: readonly string[]): string[] {
  return ["- |", ...inset(lines, 2)];
}

const NOT_SCHEDULED = [
  "rules:",
  '  - if: $CI_PIPELINE_SOURCE == "schedule"',
  "    when: never",
  "  - when: on_success",
];

function shardJob({ shards, holdpoint }: CiTerms): string[] {
  return [
    "holdpoint:shard:",
    "  extends: .holdpoint",
    "  stage: test",
    ...inset(NOT_SCHEDULED, 2),
    "  parallel:",
    "    matrix:",
    `      - SHARD: [${shards.join(", ")}]`,
    "  variables:",
    "    OUT: $CI_PROJECT_DIR/holdpoint-shards",
    "  script:",
    ...inset(block(shardScript(holdpoint)), 4),
    "  artifacts:",
    "    when: always",
    "    expire_in: 14 days",
    "    paths: [holdpoint-shards/]",
  ];
}

function promoteJob({ shards, holdpoint }: CiTerms): string[] {
  const sharded = shards.length > 0;
  const rules = sharded ? [...NOT_SCHEDULED.slice(0, -1), "  - when: always"] : NOT_SCHEDULED;
  return [
    "holdpoint:promote:",
    "  extends: .holdpoint",
    "  # The stage after the one of the shards, which `needs` cannot wait for when one of them failed.",
    `  stage: ${sharded ? "deploy" : "test"}`,
    "  # It writes the ledger, so it is never cut off, and never two at a time.",
    "  interruptible: false",
    "  resource_group: holdpoint",
    ...inset(rules, 2),
    "  variables:",
    "    OUT: $CI_PROJECT_DIR/holdpoint-shards",
    "    KEYS: $CI_BUILDS_DIR/holdpoint-keys-$CI_JOB_ID",
    "    BASE: $CI_MERGE_REQUEST_DIFF_BASE_SHA",
    ...inset(ledgerCache("pull-push"), 2),
    "  script:",
    ...(sharded
      ? [
          "    # The shards are outside of the work tree by now, which has to be as it was committed.",
          ...inset(block(['mv "$OUT" "$KEYS-shards"', 'OUT="$KEYS-shards"', ...mergeScript(holdpoint)]), 4),
        ]
      : []),
    ...inset(block(promoteScript(holdpoint, "gitlab")), 4),
    "  after_script:",
    ...inset(block([...artifactsScript(holdpoint, false), ...FIXED_PLACES]), 4),
    "  artifacts:",
    "    when: always",
    "    expire_in: 90 days",
    "    paths: [.holdpoint/runs/, reports/coverage/]",
    "    reports:",
    "      coverage_report:",
    "        coverage_format: cobertura",
    "        path: reports/coverage/cobertura.xml",
    "      codequality: reports/coverage/codequality.json",
    "  # SonarQube: sonar.coverageReportPaths=reports/coverage/sonar.xml",
  ];
}

/** Runs beside the verdict: it says something of its own. */
function soakJob({ holdpoint }: CiTerms, file: string): string[] {
  return [
    "holdpoint:soak:",
    "  extends: .holdpoint",
    "  stage: test",
    "  timeout: 1 hour",
    ...inset(NOT_SCHEDULED, 2),
    "  variables:",
    "    OUT: $CI_PROJECT_DIR/holdpoint-soak",
    "  script:",
    ...inset(block(soakScript(holdpoint, file)), 4),
    "  artifacts:",
    "    # Also when it failed: that is when somebody wants to see it.",
    "    when: always",
    "    expire_in: 30 days",
    "    paths: [holdpoint-soak/, .holdpoint/soak/]",
  ];
}

/** GitLab, SonarQube and their likes want paths that do not change. */
const FIXED_PLACES = [
  "cp reports/coverage/artifacts/*/_whole/coverage.xml reports/coverage/cobertura.xml",
  "cp reports/coverage/artifacts/*/_whole/sonar.xml reports/coverage/sonar.xml",
  "cp reports/coverage/artifacts/*/gitlab-codequality.json reports/coverage/codequality.json",
];

/** Private keys are never in it. */
function ledgerCache(policy: "pull" | "pull-push"): string[] {
  return [
    "cache:",
    "  key: holdpoint-ledger",
    `  policy: ${policy}`,
    "  paths: [.holdpoint/ledger.db, .holdpoint/checkpoints/]",
  ];
}

function digestJob({ holdpoint }: CiTerms): string[] {
  return [
    "# Make a schedule (Build, Pipeline schedules), weekly, with the variable HOLDPOINT_DIGEST = 1. The digest is made of",
    "# the cached ledger and of nothing else; what was promoted stays in governance/ also when the cache is gone.",
    "holdpoint:digest:",
    "  extends: .holdpoint",
    "  stage: test",
    "  timeout: 10 minutes",
    "  rules:",
    '    - if: $CI_PIPELINE_SOURCE == "schedule" && $HOLDPOINT_DIGEST == "1"',
    ...inset(ledgerCache("pull"), 2),
    "  variables:",
    "    OUT: $CI_PROJECT_DIR/holdpoint-digest",
    "  script:",
    ...inset(block(digestScript(holdpoint)), 4),
    "  artifacts:",
    "    expire_in: 90 days",
    "    paths: [holdpoint-digest/]",
  ];
}

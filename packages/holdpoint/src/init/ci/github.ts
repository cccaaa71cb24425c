import type { CiFile, CiTerms } from "./ci-terms.ts";
import { inset, scriptBlock } from "./lines.ts";
import { artifactsScript, digestScript, mergeScript, promoteScript, shardScript, soakScript } from "./scripts.ts";

const WORKFLOW = ".github/workflows/holdpoint.yml";
const DIGEST_WORKFLOW = ".github/workflows/holdpoint-digest.yml";

const PINNING = [
  "# Actions are named by major version. To pin one, replace it by the commit of the release that you have looked at,",
  "# with the version behind it (`uses: actions/checkout@COMMIT # v4.2.2`), and let Dependabot or Renovate move it.",
];

/** Workflows of GitHub Actions: one judges every push and pull request, one writes the weekly digest. */
export function githubFiles(terms: CiTerms): CiFile[] {
  return [
    [WORKFLOW, text(workflow(terms))],
    [DIGEST_WORKFLOW, text(digestWorkflow(terms))],
  ];
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

function workflow(terms: CiTerms): string[] {
  return [
    "# Evidence, verdict, coverage. Written by `holdpoint init --ci github`; yours to change.",
    ...PINNING,
    "name: holdpoint",
    "on:",
    "  push:",
    "    branches: [main, master]",
    "  pull_request:",
    "permissions:",
    "  contents: read",
    "concurrency:",
    "  group: holdpoint-${{ github.ref }}",
    "  # A run on the main branch writes the ledger, so it is never cut off.",
    "  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
    "jobs:",
    ...inset(terms.shards.length === 0 ? [] : [...shardJob(terms), ""], 2),
    ...inset(promoteJob(terms), 2),
    ...inset(terms.soak === null ? [] : ["", ...soakJob(terms, terms.soak)], 2),
  ];
}

function shardJob(terms: CiTerms): string[] {
  return [
    "shard:",
    "  name: evidence of ${{ matrix.shard }}",
    "  runs-on: ubuntu-latest",
    "  timeout-minutes: 30",
    "  strategy:",
    "    # Every shard tells what it saw, also when another one failed.",
    "    fail-fast: false",
    "    matrix:",
    `      shard: [${terms.shards.join(", ")}]`,
    "  steps:",
    ...inset(checkout(), 4),
    ...inset(setup(terms), 4),
    "    - name: Run the suites of the shard",
    "      env:",
    "        SHARD: ${{ matrix.shard }}",
    "        OUT: ${{ runner.temp }}/shards",
    ...inset(scriptBlock("run", shardScript(terms.holdpoint)), 6),
    "    - name: Keep what the shard saw",
    "      if: ${{ !cancelled() }}",
    "      uses: actions/upload-artifact@v4",
    "      with:",
    "        name: holdpoint-shard-${{ matrix.shard }}",
    "        path: ${{ runner.temp }}/shards",
    "        include-hidden-files: true",
    "        if-no-files-found: error",
    "        retention-days: 14",
  ];
}

function promoteJob(terms: CiTerms): string[] {
  const sharded = terms.shards.length > 0;
  return [
    "promote:",
    "  name: verdict",
    ...(sharded ? ["  needs: shard", "  if: ${{ !cancelled() }}"] : []),
    "  runs-on: ubuntu-latest",
    "  timeout-minutes: 30",
    "  steps:",
    ...inset(checkout(), 4),
    ...inset(setup(terms), 4),
    ...inset(ledgerCache("actions/cache/restore@v4", "github.event_name == 'push'"), 4),
    ...inset(sharded ? mergeSteps(terms) : [], 4),
    "    - name: Judge",
    "      env:",
    "        # An Ed25519 key (openssl genpkey -algorithm ed25519); without it each run signs with a key of its own.",
    "        HOLDPOINT_KEY: ${{ secrets.HOLDPOINT_KEY }}",
    "        KEYS: ${{ runner.temp }}/holdpoint-keys",
    "        BASE: ${{ github.event.pull_request.base.sha }}",
    ...inset(scriptBlock("run", promoteScript(terms.holdpoint, "github")), 6),
    "    - name: Coverage as files and as summary of the job",
    "      if: ${{ !cancelled() }}",
    "      continue-on-error: true",
    "      env:",
    "        HOLDPOINT_KEY: ${{ secrets.HOLDPOINT_KEY }}",
    "        KEYS: ${{ runner.temp }}/holdpoint-keys",
    ...inset(scriptBlock("run", artifactsScript(terms.holdpoint, true)), 6),
    ...inset(keepSteps(), 4),
    ...inset(optionalSteps(), 4),
  ];
}

/** Runs whatever the verdict is: it says something of its own. */
function soakJob(terms: CiTerms, file: string): string[] {
  return [
    "soak:",
    "  name: soak and what it found",
    "  needs: promote",
    "  if: ${{ !cancelled() }}",
    "  runs-on: ubuntu-latest",
    "  timeout-minutes: 60",
    "  steps:",
    ...inset(checkout(), 4),
    ...inset(setup(terms), 4),
    "    - name: Soak, verify, report",
    "      env:",
    "        OUT: ${{ runner.temp }}/soak",
    ...inset(scriptBlock("run", soakScript(terms.holdpoint, file)), 6),
    "    - name: Keep what the soak found, also when it failed",
    "      if: ${{ !cancelled() }}",
    "      uses: actions/upload-artifact@v4",
    "      with:",
    "        name: holdpoint-soak",
    "        path: |",
    "          ${{ runner.temp }}/soak",
    "          .holdpoint/soak/",
    "        include-hidden-files: true",
    "        if-no-files-found: error",
    "        retention-days: 30",
  ];
}

function mergeSteps(terms: CiTerms): string[] {
  return [
    "- name: Fetch what the shards saw",
    "  uses: actions/download-artifact@v4",
    "  with:",
    "    pattern: holdpoint-shard-*",
    "    path: ${{ runner.temp }}/shards",
    "    merge-multiple: true",
    "- name: Join them",
    "  env:",
    "    OUT: ${{ runner.temp }}/shards",
    ...inset(scriptBlock("run", mergeScript(terms.holdpoint)), 2),
  ];
}

function checkout(): string[] {
  return [
    "- uses: actions/checkout@v4",
    "  with:",
    "    # What changed is counted from the last promotion, so the history has to be there.",
    "    fetch-depth: 0",
    "    persist-credentials: false",
  ];
}

function setup({ languages, prepare }: CiTerms): string[] {
  const cache = prepare.includes("npm ci") ? ["    cache: npm"] : [];
  const steps = {
    node: ["- uses: actions/setup-node@v4", "  with:", '    node-version: "24"', ...cache],
    python: ["- uses: actions/setup-python@v5", "  with:", '    python-version: "3.x"'],
    go: ["- uses: actions/setup-go@v5", "  with:", "    go-version-file: go.mod"],
    java: ["- uses: actions/setup-java@v4", "  with:", "    distribution: temurin", '    java-version: "21"'],
  };
  return [
    ...languages.flatMap((language) => steps[language]),
    "# Add here whatever else your suites need.",
    "- name: Install",
    ...inset(scriptBlock("run", prepare), 2),
  ];
}

/** The ledger goes from run to run; private keys are never in a cache, which pull requests can read. */
function ledgerCache(action: string, condition: string): string[] {
  return [
    "- name: Ledger of earlier runs",
    `  if: \${{ ${condition} }}`,
    `  uses: ${action}`,
    "  with:",
    "    path: |",
    "      .holdpoint/ledger.db",
    "      .holdpoint/checkpoints",
    "    key: holdpoint-ledger-${{ github.run_id }}-${{ github.run_attempt }}",
    "    restore-keys: holdpoint-ledger-",
  ];
}

function keepSteps(): string[] {
  return [
    "- name: Keep verdict, evidence and coverage",
    "  if: ${{ !cancelled() }}",
    "  uses: actions/upload-artifact@v4",
    "  with:",
    "    name: holdpoint-verdict",
    "    path: |",
    "      .holdpoint/runs/latest/",
    "      reports/coverage/artifacts/",
    "    include-hidden-files: true",
    "    retention-days: 90",
    "- name: Keep the ledger for the next run",
    "  # Only with a key that lasts: nobody could go on with a ledger that a lost key signed.",
    "  if: ${{ !cancelled() && github.event_name == 'push' && env.KEEP_LEDGER == 'true' }}",
    "  env:",
    "    KEEP_LEDGER: ${{ secrets.HOLDPOINT_KEY != '' }}",
    "  uses: actions/cache/save@v4",
    "  with:",
    "    path: |",
    "      .holdpoint/ledger.db",
    "      .holdpoint/checkpoints",
    "    key: holdpoint-ledger-${{ github.run_id }}-${{ github.run_attempt }}",
  ];
}

function optionalSteps(): string[] {
  return [
    "# Codecov, when the variable HOLDPOINT_CODECOV of the repository is `true`.",
    "- name: Send coverage to Codecov",
    "  if: ${{ !cancelled() && vars.HOLDPOINT_CODECOV == 'true' }}",
    "  uses: codecov/codecov-action@v5",
    "  with:",
    "    token: ${{ secrets.CODECOV_TOKEN }}",
    "    directory: reports/coverage/artifacts",
    "# SonarQube: sonar.coverageReportPaths=sonar.xml, which lies in the folder `_whole` of what was written.",
  ];
}

function digestWorkflow(terms: CiTerms): string[] {
  return [
    "# The weekly digest. Written by `holdpoint init --ci github`; yours to change.",
    ...PINNING,
    "#",
    "# The digest is made of the ledger and of nothing else. The ledger is what the workflow `holdpoint` put into the",
    "# cache, which GitHub drops after a week without use: a week without a run may be a week without a ledger. What was",
    "# promoted stays in governance/ all the same. For longer, keep .holdpoint/ledger.db where you keep records.",
    "name: holdpoint-digest",
    "on:",
    "  schedule:",
    '    - cron: "17 6 * * 1"',
    "  workflow_dispatch:",
    "permissions:",
    "  contents: read",
    "jobs:",
    "  digest:",
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 10",
    "    steps:",
    ...inset(checkout(), 6),
    ...inset(setup(terms), 6),
    ...inset(ledgerCache("actions/cache/restore@v4", "always()"), 6),
    "      - name: Write the digest",
    "        env:",
    "          OUT: ${{ runner.temp }}/digest",
    ...inset(
      scriptBlock("run", [...digestScript(terms.holdpoint), 'cat "$OUT/coverage-weekly.md" >> "$GITHUB_STEP_SUMMARY"']),
      8,
    ),
    "      - name: Tell people",
    "        # Needs `alerts` in holdpoint.yaml; webhook addresses come from secrets, by the names that you gave there.",
    "        if: ${{ vars.HOLDPOINT_SEND == 'true' }}",
    "        env:",
    "          HOLDPOINT_WEBHOOK_URL: ${{ secrets.HOLDPOINT_WEBHOOK_URL }}",
    `        run: ${terms.holdpoint} digest --since 1w --send --format text`,
    "      - name: Keep the digest",
    "        uses: actions/upload-artifact@v4",
    "        with:",
    "          name: holdpoint-digest",
    "          path: ${{ runner.temp }}/digest",
    "          if-no-files-found: error",
    "          retention-days: 90",
  ];
}

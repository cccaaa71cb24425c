/**
 * Lines of POSIX shell that the files of every CI system run. What the platform knows comes in as variables, never as
 * text inside of a line, so that no branch name can become a command.
 */

/** Variables: SHARD, OUT (folder of all shards). */
export function shardScript(holdpoint: string): string[] {
  return [`${holdpoint} shard "$SHARD" --out "$OUT/$SHARD"`];
}

/** Variables: OUT. */
export function mergeScript(holdpoint: string): string[] {
  return [`${holdpoint} merge "$OUT"`];
}

/** Variables: HOLDPOINT_KEY (PEM, may be empty), BASE (commit, may be empty), KEYS (private folder). */
export function promoteScript(holdpoint: string, reporter: string): string[] {
  return [
    ...keyLines(),
    'if [ -n "$BASE" ]; then set -- "$@" --base "$BASE"; fi',
    `${holdpoint} promote --reporter ${reporter} "$@"`,
  ];
}

/** Variables: HOLDPOINT_KEY, KEYS. Exports nothing of the key to what is run. */
export function artifactsScript(holdpoint: string, summary: boolean): string[] {
  return [...keyLines(), `${holdpoint} coverage artifacts${summary ? " --summary" : ""} "$@"`];
}

/** Variables: OUT. */
export function digestScript(holdpoint: string): string[] {
  return [
    'mkdir -p "$OUT"',
    `${holdpoint} digest --since 1w --output "$OUT/coverage-weekly.md"`,
    `${holdpoint} digest --since 1w --format html --output "$OUT/coverage-weekly.html"`,
    `${holdpoint} digest --since 1w --format json --output "$OUT/coverage-weekly.json"`,
    `${holdpoint} digest --since 1w --memo --output "$OUT/memo.md"`,
  ];
}

/**
 * Variables: OUT. What each step found is kept also when it ends with another code than 0; the first such code is the
 * job's. The bounds stand in soak.yaml: for instance p95 at most 340 ms, guarded at 330 (soft) and 360 (hard).
 */
export function soakScript(holdpoint: string, file: string): string[] {
  return [
    'mkdir -p "$OUT"',
    "code=0",
    `${holdpoint} soak run --iterations 8 --auto-tune --json ${file} > "$OUT/soak.json" || code=$?`,
    `${holdpoint} soak verify --strict --json > "$OUT/DELTA_VERIFY_REPORT.json" || code=$((code == 0 ? $? : code))`,
    `${holdpoint} soak report --output "$OUT/reports" || code=$((code == 0 ? $? : code))`,
    `${holdpoint} metrics --output "$OUT/metrics.prom" || code=$((code == 0 ? $? : code))`,
    'cat "$OUT/reports/SNAPSHOT.md" || true',
    'exit "$code"',
  ];
}

function keyLines(): string[] {
  return [
    "set --",
    'if [ -n "$HOLDPOINT_KEY" ]; then',
    '  (umask 077 && mkdir -p "$KEYS" && printf "%s\\n" "$HOLDPOINT_KEY" > "$KEYS/holdpoint.pem")',
    '  set -- --key "$KEYS/holdpoint.pem"',
    "fi",
    "unset HOLDPOINT_KEY",
  ];
}

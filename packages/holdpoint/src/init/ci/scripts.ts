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

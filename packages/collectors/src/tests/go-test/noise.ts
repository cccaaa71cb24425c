/** A package that could not be built or set up, which older versions of Go say in plain text only. */
export function brokenPackage(line: string): string | null {
  return /^FAIL\t(\S+) \[(?:build|setup) failed\]$/.exec(line)?.[1] ?? null;
}

/**
 * What the go command and its compiler print between the events when both outputs go to one file. A closed list: a line
 * that is not on it might be a verdict that was broken.
 */
export function isNoise(line: string): boolean {
  return NOISE.some((pattern) => pattern.test(line));
}

const NOISE: readonly RegExp[] = [
  /^\s*$/,
  /^# \S/,
  /^go: /,
  /^warning: /,
  /^FAIL$/,
  /^FAIL\t\S+/,
  /^exit status [0-9]+$/,
  /^\S+\.(?:go|s|c|h|mod):[0-9]+(?::[0-9]+)?: /,
  /^\t/,
  /^(?:package|imports) \S+/,
  /^(?:too many errors|note: module requires Go .*)$/,
];

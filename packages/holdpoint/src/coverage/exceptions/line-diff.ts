/** Beyond this many lines on a side the changed part is shown as taken out and put in whole. */
const COMPARED_LINES_MAX = 2_000;

/**
 * What changes between two texts, line by line: `-` goes, `+` comes; what stays is left out.
 *
 * @example
 * lineDiff("a\nb\n", "a\nc\n"); // ["-b", "+c"]
 */
export function lineDiff(before: string, after: string): string[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  return changed(old.slice(start, old.length - end), now.slice(start, now.length - end));
}

function changed(old: readonly string[], now: readonly string[]): string[] {
  const [gone, come] = [old.map((line) => `-${line}`), now.map((line) => `+${line}`)];
  if (Math.max(old.length, now.length) > COMPARED_LINES_MAX) return [...gone, ...come];
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  const at = (left: number, right: number): number => common[left * width + right] ?? 0;
  for (let left = old.length - 1; left >= 0; left -= 1) {
    for (let right = now.length - 1; right >= 0; right -= 1) {
      common[left * width + right] =
        old[left] === now[right] ? at(left + 1, right + 1) + 1 : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  const lines: string[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    if (left < old.length && right < now.length && old[left] === now[right]) {
      left += 1;
      right += 1;
    } else if (left < old.length && (right >= now.length || at(left + 1, right) >= at(left, right + 1))) {
      lines.push(gone[left] ?? "");
      left += 1;
    } else {
      lines.push(come[right] ?? "");
      right += 1;
    }
  }
  return lines;
}

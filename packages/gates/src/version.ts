const VERSION = /^v?(\d+(?:\.\d+)*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * Precedence of two versions (SemVer 2.0.0 section 11, any number of numeric parts): below 0 when `a` comes first, 0
 * when they are equal, null when one of them is of another scheme.
 *
 * @example
 * compareVersions("1.2.0-rc.1", "1.2.0"); // below 0
 */
export function compareVersions(a: string, b: string): number | null {
  const left = VERSION.exec(a);
  const right = VERSION.exec(b);
  if (left === null || right === null) return null;
  const numeric = compareParts(left[1]?.split(".") ?? [], right[1]?.split(".") ?? [], "0");
  if (numeric !== 0) return numeric;
  if (left[2] === undefined || right[2] === undefined) {
    return Number(left[2] === undefined) - Number(right[2] === undefined);
  }
  return compareParts(left[2].split("."), right[2].split("."), undefined);
}

function compareParts(a: readonly string[], b: readonly string[], filler: string | undefined): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const order = compareIdentifiers(a[index] ?? filler, b[index] ?? filler);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers before words, fewer identifiers before more. */
function compareIdentifiers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const isNumber = (part: string): boolean => /^\d+$/.test(part);
  if (isNumber(a) && isNumber(b)) {
    const difference = BigInt(a) - BigInt(b);
    return difference < 0n ? -1 : Number(difference > 0n);
  }
  if (isNumber(a) !== isNumber(b)) return isNumber(a) ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}

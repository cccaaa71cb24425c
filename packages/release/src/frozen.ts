/**
 * A copy of plain data that nobody can change, so that no collector, check or renderer can change what is judged.
 *
 * @example
 * const candidate = frozen({ dirty: true });
 * candidate.dirty = false; // throws TypeError
 */
export function frozen<T>(value: T): T {
  return freeze(structuredClone(value));
}

function freeze<T>(value: T): T {
  const pending: unknown[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== "object" || next === null) continue;
    Object.freeze(next);
    for (const member of Object.values(next)) if (typeof member === "object" && member !== null) pending.push(member);
  }
  return value;
}

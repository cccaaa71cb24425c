/** Up to here comparing a key with those before it is quicker than a set. */
const COMPARED_MAX = 12;

/** The keys of the objects that are open, so that one that stands twice is seen. */
export class KeySets {
  readonly #keys: string[] = [];
  readonly #begins: number[] = [];
  readonly #sets: (Set<string> | null)[] = [];

  open(): void {
    this.#begins.push(this.#keys.length);
    this.#sets.push(null);
  }

  /** False when the innermost open object has the key already. */
  add(key: string): boolean {
    const top = this.#begins.length - 1;
    const set = this.#sets[top] ?? null;
    if (set !== null) return set.size < set.add(key).size;
    const begin = this.#begins[top] ?? 0;
    for (let at = begin; at < this.#keys.length; at += 1) if (this.#keys[at] === key) return false;
    this.#keys.push(key);
    if (this.#keys.length - begin > COMPARED_MAX) this.#sets[top] = new Set(this.#keys.slice(begin));
    return true;
  }

  close(): void {
    this.#keys.length = this.#begins.pop() ?? 0;
    this.#sets.pop();
  }
}

/** Up to here comparing a key with those before it is quicker than a set. */
const COMPARED_MAX = 12;

/** The keys of the objects that are open, so that one that stands twice is seen. */
export class KeySets {
  /** Of all open objects, one behind the other; what is behind the last is left over from objects before. */
  readonly #keys: string[] = [];
  #size = 0;
  readonly #begins: number[] = [];
  readonly #sets: (Set<string> | null)[] = [];
  #open = 0;

  open(): void {
    this.#begins[this.#open] = this.#size;
    this.#sets[this.#open] = null;
    this.#open += 1;
  }

  /** False when the innermost open object has the key already. */
  add(key: string): boolean {
    const top = this.#open - 1;
    const set = this.#sets[top] ?? null;
    if (set !== null) return set.size < set.add(key).size;
    const begin = this.#begins[top] ?? 0;
    for (let at = begin; at < this.#size; at += 1) if (this.#keys[at] === key) return false;
    this.#keys[this.#size] = key;
    this.#size += 1;
    if (this.#size - begin > COMPARED_MAX) this.#sets[top] = new Set(this.#keys.slice(begin, this.#size));
    return true;
  }

  close(): void {
    this.#open -= 1;
    this.#size = this.#begins[this.#open] ?? 0;
    this.#sets[this.#open] = null;
  }

  /** No object is open. */
  clear(): void {
    this.#open = 0;
    this.#size = 0;
  }
}

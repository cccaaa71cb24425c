/** What can stand in one list at a time. */
export interface Linked<Node> {
  before: Node | null;
  after: Node | null;
}

/** A list that something can leave from its middle at once; allocates nothing. First in, first out. */
export class LinkedList<Node extends Linked<Node>> {
  #first: Node | null = null;
  #last: Node | null = null;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): Node | null {
    return this.#first;
  }

  push(node: Node): void {
    node.before = this.#last;
    node.after = null;
    if (this.#last === null) this.#first = node;
    else this.#last.after = node;
    this.#last = node;
    this.#size += 1;
  }

  /** It must stand in this very list. */
  remove(node: Node): void {
    if (node.before === null) this.#first = node.after;
    else node.before.after = node.after;
    if (node.after === null) this.#last = node.before;
    else node.after.before = node.before;
    node.before = null;
    node.after = null;
    this.#size -= 1;
  }

  shift(): Node | null {
    const first = this.#first;
    if (first !== null) this.remove(first);
    return first;
  }
}

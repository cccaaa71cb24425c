/** Callers that wait for what they submitted, by an id that is known before anything is submitted. */
export class Waiting {
  readonly #callers = new Map<string, () => void>();
  #next = 0;

  /** An id and a promise of its end. */
  begin(): { id: string; done: Promise<void> } {
    const id = `job-${process.pid}-${(this.#next += 1)}`;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#callers.set(id, resolve);
    return { id, done: promise };
  }

  /** Throws on an id that nobody waits for: then something was handled twice. */
  end(id: string): void {
    const resolve = this.#callers.get(id);
    if (resolve === undefined) throw new Error(`nobody waits for '${id}'`);
    this.#callers.delete(id);
    resolve();
  }
}

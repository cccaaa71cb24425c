import { lookup } from "node:dns/promises";

/** Addresses of a host, asked for once and again after a failure; several who ask at once share one question. */
export class Addresses {
  readonly #host: string;
  #known: Promise<readonly string[]> | null = null;

  /** @param host a name or an address; IPv6 without brackets */
  constructor(host: string) {
    this.#host = host;
  }

  /** In the order of the system. Rejects when the name leads nowhere. */
  all(): Promise<readonly string[]> {
    this.#known ??= this.#ask();
    return this.#known;
  }

  /** This one answered: it comes first from now on. */
  prefer(address: string): void {
    this.#known = this.all().then((all) => [address, ...all.filter((each) => each !== address)]);
  }

  forget(): void {
    this.#known = null;
  }

  async #ask(): Promise<readonly string[]> {
    try {
      const found = await lookup(this.#host, { all: true, verbatim: true });
      return found.map(({ address }) => address);
    } catch (error) {
      this.#known = null;
      throw error;
    }
  }
}

import type { Exposition } from "@holdpoint/core";
import { readExposition, sampleValue } from "@holdpoint/core";
import type { FetchedPage } from "../io/under-load/fetch-page.ts";
import type { TreeReading } from "../io/under-load/process-tree.ts";
import { ResourceLog } from "./resource-log.ts";

export interface WatchTerms {
  /** Null: it has no metrics that are to be looked at. */
  readonly fetchPage: (() => Promise<FetchedPage>) | null;
  /** Null: nothing is known of its process. */
  readonly readTree: (() => TreeReading) | null;
  readonly nowMs: () => number;
}

/** Pages that are kept whole; the others only give figures. */
const PAGES_MAX = 12;

/** Looks at a program while it is under load: what it holds, and what its metrics say. */
export class Watch {
  readonly #terms: WatchTerms;
  readonly #startedMs: number;
  readonly #log = new ResourceLog();
  #spaced: Exposition[] = [];
  #last: Exposition | null = null;
  #problem: unknown = null;
  #every = 1;
  #seen = 0;

  constructor(terms: WatchTerms) {
    this.#terms = terms;
    this.#startedMs = terms.nowMs();
  }

  /** One look. A page that cannot be had is told by `pages`, after the load; figures of it are missing meanwhile. */
  async look(): Promise<void> {
    const page = await this.#page();
    const tree = this.#terms.readTree?.() ?? null;
    if (tree === null) return;
    this.#log.add(this.#terms.nowMs() - this.#startedMs, {
      rss: tree.residentBytes,
      descriptors: tree.descriptors,
      heap: page === null ? null : sampleValue(page, "nodejs_heap_size_used_bytes", {}),
      handles: page === null ? null : sampleValue(page, "nodejs_active_resources", {}),
    });
  }

  get startedMs(): number {
    return this.#startedMs;
  }

  get resources(): ResourceLog {
    return this.#log;
  }

  /** @throws whatever kept a page from being read: what was not seen is not left out in silence */
  get pages(): readonly Exposition[] {
    if (this.#problem !== null) throw this.#problem;
    return this.#last === null || this.#spaced.includes(this.#last) ? this.#spaced : [...this.#spaced, this.#last];
  }

  async #page(): Promise<Exposition | null> {
    if (this.#terms.fetchPage === null) return null;
    try {
      const { bytes, atMs, contentType } = await this.#terms.fetchPage();
      const page = readExposition(bytes, { atMs, contentType });
      this.#keep(page);
      return page;
    } catch (thrown) {
      this.#problem ??= thrown;
      return null;
    }
  }

  /** First and last always, and evenly between them: when there are too many, every second one goes. */
  #keep(page: Exposition): void {
    this.#last = page;
    if (this.#seen % this.#every === 0) this.#spaced.push(page);
    this.#seen += 1;
    if (this.#spaced.length < PAGES_MAX) return;
    this.#every *= 2;
    this.#spaced = this.#spaced.filter((_, index) => index % 2 === 0);
  }
}

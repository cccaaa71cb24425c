import type { LoadSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import type { RunFigures } from "./run-figures.ts";
import { figuresOf } from "./run-figures.ts";

const BLOCKS_MAX = 20;

/** Cuts a run into blocks of even length and says what each comes to; the drain belongs to none. */
export class RunBlocks {
  readonly #sizeS: number;
  readonly #count: number;
  readonly #figures: RunFigures[] = [];
  readonly #response = new LogHistogram();
  readonly #service = new LogHistogram();
  #counts = { completed: 0, failed: 0, dropped: 0 };

  /** @param durationMs what the plan says */
  constructor(durationMs: number) {
    const seconds = Math.floor(durationMs / 1000);
    this.#sizeS = Math.max(1, Math.ceil(seconds / BLOCKS_MAX));
    this.#count = Math.floor(seconds / this.#sizeS);
  }

  get sizeS(): number {
    return this.#sizeS;
  }

  get figures(): readonly RunFigures[] {
    return this.#figures;
  }

  /** The run's next second. */
  take({ second, completed, failed, dropped, response, service }: LoadSecond): void {
    if (this.#figures.length === this.#count) return;
    if (response !== null) this.#response.add(response);
    if (service !== null) this.#service.add(service);
    this.#counts.completed += completed;
    this.#counts.failed += failed;
    this.#counts.dropped += dropped;
    if ((second + 1) % this.#sizeS === 0) this.#close();
  }

  #close(): void {
    const durationMs = this.#sizeS * 1000;
    const [response, service] = [this.#response.summary(), this.#service.summary()];
    this.#figures.push(figuresOf({ response, service, ...this.#counts, durationMs }));
    this.#response.clear();
    this.#service.clear();
    this.#counts = { completed: 0, failed: 0, dropped: 0 };
  }
}

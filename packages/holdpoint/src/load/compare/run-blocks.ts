import type { LoadSecond } from "@holdpoint/core";
import { LogHistogram } from "@holdpoint/core";
import type { RunFigures } from "./run-figures.ts";
import { figuresOf, SAMPLES_WANTED } from "./run-figures.ts";

const BLOCKS_MAX = 20;
/** Fewer pairs decide nothing. */
const BLOCKS_MIN = 5;

interface Block {
  readonly response: LogHistogram;
  readonly service: LogHistogram;
  completed: number;
  failed: number;
  dropped: number;
}

/** Cuts a run into blocks of even length and says what each comes to; the drain belongs to none. */
export class RunBlocks {
  readonly #sizeS: number;
  readonly #count: number;
  readonly #blocks: Block[] = [];
  #open = emptyBlock();

  /** @param durationMs what the plan says */
  constructor(durationMs: number) {
    const seconds = Math.floor(durationMs / 1000);
    this.#sizeS = Math.max(1, Math.ceil(seconds / BLOCKS_MAX));
    this.#count = Math.floor(seconds / this.#sizeS);
  }

  get sizeS(): number {
    return this.#sizeS;
  }

  get count(): number {
    return this.#blocks.length;
  }

  /** The run's next second. */
  take({ second, completed, failed, dropped, response, service }: LoadSecond): void {
    if (this.#blocks.length === this.#count) return;
    if (response !== null) this.#open.response.add(response);
    if (service !== null) this.#open.service.add(service);
    this.#open.completed += completed;
    this.#open.failed += failed;
    this.#open.dropped += dropped;
    if ((second + 1) % this.#sizeS !== 0) return;
    this.#blocks.push(this.#open);
    this.#open = emptyBlock();
  }

  /** Of so many larger blocks; their lengths differ by one of the smaller ones at most. */
  figures(count: number = this.count): readonly RunFigures[] {
    return this.#merged(count).map(({ blocks, response, service, completed, failed, dropped }) =>
      figuresOf({
        response: response.summary(),
        service: service.summary(),
        completed,
        failed,
        dropped,
        durationMs: blocks * this.#sizeS * 1000,
      }),
    );
  }

  /** Whether each of so many blocks has requests enough for every figure. */
  isEnough(count: number): boolean {
    return this.#merged(count).every(({ response, service }) => {
      return Math.min(response.count, service.count) >= SAMPLES_WANTED.p99;
    });
  }

  #merged(count: number): readonly (Block & { readonly blocks: number })[] {
    return Array.from({ length: count }, (_, at) => {
      const [from, to] = [at, at + 1].map((edge) => Math.floor((edge * this.count) / count));
      const parts = this.#blocks.slice(from, to);
      const whole = emptyBlock();
      for (const { response, service, completed, failed, dropped } of parts) {
        whole.response.add(response);
        whole.service.add(service);
        whole.completed += completed;
        whole.failed += failed;
        whole.dropped += dropped;
      }
      return { ...whole, blocks: parts.length };
    });
  }
}

/**
 * Into how many blocks runs of one plan are cut: the most in which each has requests enough, at least five; where no
 * number helps, as many as there are.
 */
export function blocksFor(runs: readonly RunBlocks[]): number {
  const most = runs.length === 0 ? 0 : Math.min(...runs.map(({ count }) => count));
  for (let count = most; count >= BLOCKS_MIN; count -= 1) {
    if (runs.every((run) => run.isEnough(count))) return count;
  }
  return most;
}

function emptyBlock(): Block {
  return { response: new LogHistogram(), service: new LogHistogram(), completed: 0, failed: 0, dropped: 0 };
}

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Breaker } from "./breaker.ts";
import type { BreakerOptions } from "./options.ts";
import type { BreakerState, BreakerToken } from "./view.ts";

/** Of the suite, as every property's; a file that is run alone has none. */
const SEED: number = fc.readConfigureGlobal().seed ?? 1;
const RUNS = { seed: SEED, numRuns: 1000 };

interface Ended {
  readonly at: number;
  readonly ok: boolean;
  readonly slow: boolean;
}

/** What the breaker should be, said once more as plainly as possible: everything is kept, nothing is counted ahead. */
class Model {
  readonly options: BreakerOptions;
  state: BreakerState = "closed";
  at = 0;
  generation = 0;
  ended: Ended[] = [];
  openUntil = 0;
  waits: number[] = [];
  probes = new Map<number, number>();
  succeeded = 0;

  constructor(options: BreakerOptions) {
    this.options = options;
  }

  pass(ms: number): void {
    this.at += ms;
    if (this.state === "open" && this.at >= this.openUntil) this.move("half-open");
    if (this.state === "half-open" && [...this.probes.values()].some((limit) => this.at >= limit)) this.open();
  }

  move(state: BreakerState): void {
    this.state = state;
    this.generation += 1;
    this.probes.clear();
    this.succeeded = 0;
  }

  open(): void {
    const { openMs, openGrowthPercent = 100, openMsMax = openMs * 10 } = this.options;
    const last = this.waits.at(-1);
    const wait = last === undefined ? openMs : Math.min(openMsMax, Math.floor((last * openGrowthPercent) / 100));
    this.waits.push(wait);
    this.openUntil = this.at + wait;
    this.move("open");
  }

  close(): void {
    this.ended = [];
    this.waits = [];
    this.move("closed");
  }

  admits(): boolean {
    if (this.state === "half-open") return this.probes.size + this.succeeded < (this.options.probes ?? 1);
    return this.state === "closed";
  }

  seen(): Ended[] {
    const { window } = this.options;
    if (window.kind === "count") return this.ended.slice(-window.calls);
    const part = (at: number): number => Math.floor(at / Math.ceil(window.windowMs / 10));
    return this.ended.filter(({ at }) => part(this.at) - part(at) < 10);
  }

  end(token: number, ok: boolean, slow: boolean): void {
    if (this.probes.delete(token)) {
      if (!ok || slow) this.open();
      else if ((this.succeeded += 1) === (this.options.probes ?? 1)) this.close();
      return;
    }
    this.ended.push({ at: this.at, ok, slow });
    const seen = this.seen();
    const share = (some: (one: Ended) => boolean): number => (100 * seen.filter(some).length) / seen.length;
    if (seen.length < this.options.minimumCalls) return;
    const failing = share((one) => !one.ok) >= this.options.failureRatePercent;
    if (failing || share((one) => one.slow) >= this.options.slowCallRatePercent) this.open();
  }
}

const options: fc.Arbitrary<BreakerOptions> = fc
  .record({
    window: fc.oneof(
      fc.record({ kind: fc.constant("count" as const), calls: fc.integer({ min: 4, max: 9 }) }),
      fc.record({ kind: fc.constant("time" as const), windowMs: fc.integer({ min: 100, max: 400 }) }),
    ),
    minimumCalls: fc.integer({ min: 1, max: 4 }),
    failureRatePercent: fc.constantFrom(25, 50, 75, 100),
    slowCallMs: fc.constant(10),
    slowCallRatePercent: fc.constantFrom(50, 100),
    openMs: fc.integer({ min: 1, max: 100 }),
    openGrowthPercent: fc.constantFrom(100, 150, 200),
    probes: fc.integer({ min: 1, max: 3 }),
    probeTimeoutMs: fc.integer({ min: 1, max: 60 }),
  })
  .map((one) => ({ ...one, openMsMax: one.openMs * 4 }));

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("admit" as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("record" as const), pick: fc.nat(), ok: fc.boolean(), slow: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("release" as const), pick: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 80 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const), ms: fc.integer({ min: 0, max: 80 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("set-back" as const), ms: fc.integer({ min: 1001, max: 1e6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reset" as const) }) },
);

const seenStates = new Map<string, number>();

test(`the breaker does as its model, whatever happens in whatever order (seed ${SEED})`, () => {
  fc.assert(
    fc.property(options, fc.array(step, { maxLength: 80, size: "max" }), (options, steps) => {
      const model = new Model(options);
      let breaker = new Breaker(options);
      let nowMs = 1_800_000_000_000;
      breaker.view(nowMs);
      const tokens: {
        readonly token: BreakerToken;
        readonly id: number;
        standing: "running" | "ended";
        generation: number;
      }[] = [];
      for (const one of steps) {
        switch (one.do) {
          case "admit": {
            const admission = breaker.admit(nowMs);
            assert.equal(admission.admitted, model.admits());
            if (!admission.admitted) {
              assert.ok(admission.retryAfterMs > 0 && admission.retryAfterMs <= 400);
              break;
            }
            assert.equal(admission.token.probe, model.state === "half-open");
            const id = tokens.length;
            if (admission.token.probe) model.probes.set(id, model.at + options.probeTimeoutMs);
            tokens.push({ token: admission.token, id, standing: "running", generation: model.generation });
            break;
          }
          case "record":
          case "release": {
            const picked = tokens[one.pick % Math.max(1, tokens.length)];
            if (picked === undefined) break;
            const late = picked.generation === model.generation ? "counted" : "late";
            const expected = picked.standing === "ended" ? "ended" : late;
            picked.standing = "ended";
            if (one.do === "release") {
              assert.equal(breaker.release(picked.token), expected);
              if (expected === "counted") model.probes.delete(picked.id);
              break;
            }
            const outcome = { ok: one.ok, durationMs: one.slow ? 10 : 9 };
            assert.equal(breaker.record(picked.token, outcome, nowMs), expected);
            if (expected === "counted") model.end(picked.id, one.ok, one.slow);
            break;
          }
          case "wait":
            nowMs += one.ms;
            model.pass(one.ms);
            break;
          case "restart": {
            const saved: unknown = JSON.parse(JSON.stringify(breaker.snapshot(nowMs)));
            nowMs += one.ms;
            const again = Breaker.restore(saved, options, nowMs);
            assert.ok(again.restored);
            breaker = again.breaker;
            model.probes.clear();
            model.succeeded = 0;
            model.generation += 1;
            model.pass(one.ms);
            for (const token of tokens) token.standing = "ended";
            break;
          }
          case "set-back":
            nowMs -= one.ms;
            break;
          case "reset":
            breaker.reset(nowMs);
            model.close();
        }
        const view = breaker.view(nowMs);
        const seen = model.seen();
        assert.equal(view.state, model.state);
        assert.equal(view.calls, seen.length);
        assert.equal(view.failures, seen.filter((call) => !call.ok).length);
        assert.equal(view.slow, seen.filter((call) => call.slow).length);
        assert.equal(view.probes_running, model.probes.size);
        if (model.state === "open") assert.equal(view.retry_after_ms, model.openUntil - model.at);
        const step = `${one.do} ${view.state}`;
        seenStates.set(step, (seenStates.get(step) ?? 0) + 1);
      }
      // However it stands, it lets somebody try again once every wait is over.
      nowMs += 400 + 60;
      breaker.view(nowMs);
      assert.ok(breaker.admit(nowMs + 400).admitted);
    }),
    RUNS,
  );
  // reset always closes; every other step was seen in every state.
  assert.equal(seenStates.size, 6 * 3 + 1, JSON.stringify([...seenStates]));
});

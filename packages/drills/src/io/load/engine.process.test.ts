import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { FakeExchange, fakeRun } from "../../load/engine/testing-transport.ts";
import type { EngineEnd, EngineTerms, StepExchange } from "../../load/engine/terms.ts";
import { runEngine } from "./engine.ts";
import { http1Transport } from "./http1-transport.ts";
import { clockUs, NO_TLS, requestOf } from "./testing-asking.ts";
import type { Listening } from "./testing-servers.ts";
import { rawServer } from "./testing-servers.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const SECOND_US = 1_000_000;

let server: Listening;
before(async () => {
  server = await rawServer((path, socket) => {
    if (path === "/ok") socket.write(OK);
  });
});
after(() => server.close());

class Get extends FakeExchange {
  override readonly request;

  constructor(intendedUs: number, index: number, path: string) {
    super(intendedUs, index);
    this.request = requestOf({ path });
  }
}

interface Run {
  readonly end: EngineEnd;
  readonly exchanges: readonly FakeExchange[];
  readonly lags: readonly number[];
  readonly startUs: number;
}

/** Runs against the server: so many arrivals a second for so long. */
async function run(
  ratePerS: number,
  seconds: number,
  terms: Partial<EngineTerms> & { path?: string } = {},
): Promise<Run> {
  const url = `http://127.0.0.1:${server.port}`;
  const transport = http1Transport<StepExchange>({ url, tls: NO_TLS, timeoutMs: 5000, clockUs });
  const count = Math.round(ratePerS * seconds);
  const offsets = Array.from({ length: count }, (_, index) => (index * SECOND_US) / ratePerS);
  const exchanges: FakeExchange[] = [];
  const fake = fakeRun(0, offsets);
  const startUs = clockUs() + 20_000;
  try {
    assert.deepEqual(await transport.connect(10), []);
    const end = await runEngine({
      ...fake.terms,
      transport,
      clockUs,
      startUs,
      makeExchange: (intendedUs, index) => {
        const exchange = new Get(intendedUs, index, terms.path ?? "/ok");
        exchanges.push(exchange);
        return exchange;
      },
      ...terms,
    });
    return { end, exchanges, lags: fake.told.lags, startUs };
  } finally {
    await transport.close();
  }
}

function share(values: readonly number[], quantile: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * quantile)] ?? Number.NaN;
}

describe("an open model over real connections", () => {
  for (const pacing of ["economical", "precise"] as const) {
    test(`${pacing}: every arrival goes out, none early, the rate is the one that was asked for`, async () => {
      const { end, exchanges, lags, startUs } = await run(1000, 2, { pacing });
      assert.deepEqual([end.due, end.unsent, end.unfinished, end.aborted], [2000, 0, 0, false]);
      assert.ok(exchanges.every(({ told }) => told.join() === "sent,answered 200"));
      assert.ok(lags.every((lagUs) => lagUs >= 0));
      // A machine that stands still for half a second makes a quarter of them late, never half.
      assert.ok(share(lags, 0.5) < 20_000, `${share(lags, 0.5)} µs`);
      assert.ok(end.endedUs - startUs >= 1_999_000 && end.endedUs - startUs < 10 * SECOND_US);
      assert.deepEqual(
        exchanges.map(({ intendedUs }) => Math.round(intendedUs - startUs)),
        Array.from({ length: 2000 }, (_, index) => index * 1000),
      );
    });
  }

  test("a generator that was held up makes it up at once and says how late it was", async () => {
    let held = false;
    const { end, lags } = await run(1000, 0.4, {
      makeExchange: (intendedUs, index) => {
        if (index === 100 && !held) {
          held = true;
          const untilUs = clockUs() + 100_000;
          while (clockUs() < untilUs);
        }
        return new Get(intendedUs, index, "/ok");
      },
    });
    assert.equal(end.due, 400);
    assert.ok(lags.filter((lagUs) => lagUs > 50_000).length >= 30, "the ones that were due meanwhile");
  });

  test("steps follow their arrival on the same clock", async () => {
    const steps: FakeExchange[] = [];
    const { end } = await run(200, 0.2, {
      makeExchange: (intendedUs, index) => {
        const first = new Get(intendedUs, index, "/ok");
        first.following = (atUs) => {
          const second = new Get(atUs, index, "/ok");
          steps.push(second);
          return second;
        };
        return first;
      },
    });
    assert.deepEqual([end.due, steps.length], [40, 40]);
    assert.ok(
      steps.every(({ told, sentUs, intendedUs }) => told.at(-1) === "answered 200" && (sentUs ?? 0) >= intendedUs),
    );
  });
});

describe("a closed model over real connections", () => {
  test("each user sends as soon as it was answered", async () => {
    const { end, exchanges } = await run(0, 0, { closed: [{ fromUs: 0, untilUs: SECOND_US, users: 3 }] });
    assert.ok(end.due > 2 * 3 && end.due === exchanges.length, `${end.due}`);
    assert.ok(exchanges.every(({ told }) => told.join() === "sent,answered 200"));
    const open = exchanges.filter(({ sentUs }) => (sentUs ?? 0) < (exchanges[2]?.endedUs ?? 0));
    assert.ok(open.length >= 3);
  });
});

describe("the end of a run", () => {
  test("what has no answer is waited for as long as was said, then cut off", async () => {
    const { end, exchanges } = await run(100, 0.2, { path: "/silence", drainMs: 150 });
    assert.deepEqual([end.due, end.unfinished, end.unsent], [20, 10, 10]);
    const ends = exchanges.map(({ told }) => told.at(-1));
    assert.equal(ends.filter((each) => each === "failed unfinished").length, 10);
    assert.equal(ends.filter((each) => each === "unsent").length, 10);
    assert.ok(exchanges.every(({ intendedUs, endedUs }) => (endedUs ?? 0) - intendedUs >= 140_000));
  });

  test("an abort ends it soon, with what there is", async () => {
    const abort = new AbortController();
    const { end, startUs } = await run(100, 60, {
      signal: abort.signal,
      makeExchange: (intendedUs, index) => {
        if (index === 10) setTimeout(() => abort.abort(), 20);
        return new Get(intendedUs, index, "/ok");
      },
    });
    assert.equal(end.aborted, true);
    assert.ok(end.due > 10 && end.due < 3000, `${end.due}`);
    assert.ok(end.endedUs - startUs < 30 * SECOND_US);
  });

  test("one that was aborted before sends nothing", async () => {
    const { end } = await run(100, 60, { signal: AbortSignal.abort() });
    assert.deepEqual([end.aborted, end.due], [true, 0]);
  });

  test("a schedule that breaks ends the run with its error", async () => {
    const broken: Partial<EngineTerms> = {
      makeExchange: () => {
        throw new RangeError("planted");
      },
    };
    await assert.rejects(run(1000, 1, broken), /planted/);
  });

  test("nothing to do is done at once", async () => {
    const { terms } = fakeRun(1, []);
    assert.equal((await runEngine({ ...terms, clockUs })).due, 0);
  });
});

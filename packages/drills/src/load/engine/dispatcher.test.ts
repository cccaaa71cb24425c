import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Dispatcher } from "./dispatcher.ts";
import { FakeExchange, endOf, fakeRun } from "./testing-transport.ts";

describe("arrivals", () => {
  test("go out when they are due, with the lag of the hand-over, on the schedule's own clock", () => {
    const { terms, transport, exchanges, told } = fakeRun(4, [0, 100, 250], { startUs: 1000 });
    const dispatcher = new Dispatcher(terms);
    assert.equal(dispatcher.nextAtUs(0), 1000);
    for (const [nowUs, sent, next] of [
      [999, 0, 1000],
      [1000, 1, 1100],
      [1260, 3, Number.POSITIVE_INFINITY],
    ] as const) {
      transport.nowUs = nowUs;
      assert.equal(dispatcher.dispatch(nowUs), true);
      assert.deepEqual([exchanges.length, dispatcher.nextAtUs(nowUs)], [sent, next]);
    }
    assert.deepEqual(told.due, [1000, 1100, 1250]);
    assert.deepEqual(told.lags, [0, 160, 10]);
    assert.deepEqual(
      exchanges.map(({ intendedUs, index, sentUs }) => [intendedUs, index, sentUs]),
      [
        [1000, 0, 1000],
        [1100, 1, 1260],
        [1250, 2, 1260],
      ],
    );
    assert.equal(dispatcher.exhausted(1260), true);
    assert.equal(dispatcher.quiet, false);
    for (let answer = 0; answer < 3; answer += 1) transport.end();
    assert.equal(dispatcher.quiet, true);
    assert.deepEqual(dispatcher.finish(false), endOf({ due: 3, endedUs: 1260 }));
  });

  test("what is due goes out with an answer too, before the timer looks", () => {
    const { terms, transport, exchanges } = fakeRun(2, [0, 500]);
    new Dispatcher(terms).dispatch(0);
    transport.nowUs = 600;
    transport.end();
    assert.deepEqual(
      exchanges.map(({ sentUs }) => sentUs),
      [0, 600],
    );
  });

  test("more than a turn takes is left for the next one, none is lost", () => {
    const { terms, transport, told } = fakeRun(
      1000,
      Array.from({ length: 700 }, () => 5),
    );
    const dispatcher = new Dispatcher(terms);
    transport.nowUs = 5;
    assert.deepEqual([dispatcher.dispatch(5), dispatcher.dispatch(5), dispatcher.dispatch(5)], [false, false, true]);
    assert.equal(told.due.length, 700);
  });
});

describe("no connection is free", () => {
  test("queue: they wait in order, up to the bound; one more is told", () => {
    const { terms, transport, exchanges, told } = fakeRun(1, [0, 1, 2, 3], { queueMax: 2 });
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(3);
    assert.deepEqual([told.overflowed, told.depths, exchanges.length], [[3], [1, 2], 1]);
    transport.nowUs = 50;
    transport.end();
    transport.nowUs = 70;
    transport.end();
    assert.deepEqual(
      exchanges.map(({ intendedUs, sentUs }) => [intendedUs, sentUs]),
      [
        [0, 0],
        [1, 50],
        [2, 70],
      ],
    );
    transport.end();
    const end = endOf({ due: 4, overflowed: 1, waited: 2, queueMaxSeen: 2, endedUs: 70 });
    assert.deepEqual(dispatcher.finish(false), end);
  });

  test("drop: they are counted and forgotten", () => {
    const { terms, exchanges, told } = fakeRun(1, [0, 1, 2], { poolFull: "drop" });
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(2);
    assert.deepEqual([told.dropped, told.due.length, exchanges.length], [[1, 2], 3, 1]);
    assert.equal(dispatcher.finish(false).dropped, 2);
  });

  test("open-more: one connection each, up to the bound; they wait until it is there", () => {
    const { terms, transport, exchanges } = fakeRun(1, [0, 1, 2, 3], { poolFull: "open-more", connectionsMax: 3 });
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(3);
    assert.deepEqual([transport.open, exchanges.length], [3, 1]);
    transport.nowUs = 9;
    transport.opened();
    transport.opened();
    assert.deepEqual([exchanges.length, transport.idle], [3, 0]);
    transport.end();
    assert.equal(exchanges.length, 4);
    assert.equal(dispatcher.finish(false).opened, 2);
  });
});

describe("flows", () => {
  test("the next step is intended when the one before was answered, and goes first if nothing is older", () => {
    const { terms, transport, exchanges } = fakeRun(1, [0]);
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(0);
    const second = new FakeExchange(40, 0);
    if (exchanges[0] !== undefined) exchanges[0].following = () => second;
    transport.nowUs = 40;
    transport.end();
    assert.deepEqual([second.told, second.sentUs, dispatcher.quiet], [["sent"], 40, false]);
    transport.end();
    assert.equal(dispatcher.quiet, true);
    assert.equal(dispatcher.finish(false).due, 1, "a step is not an arrival");
  });

  test("an older arrival that waits goes before a step", () => {
    const { terms, transport, exchanges } = fakeRun(1, [0, 10]);
    new Dispatcher(terms).dispatch(10);
    const step = new FakeExchange(40, 0);
    if (exchanges[0] !== undefined) exchanges[0].following = () => step;
    transport.nowUs = 40;
    transport.end();
    assert.deepEqual([exchanges[1]?.sentUs, step.sentUs], [40, null]);
    transport.nowUs = 55;
    transport.end();
    assert.equal(step.sentUs, 55);
  });
});

describe("the closed model", () => {
  test("so many users, each sends again when it was answered or has failed, until the span ends", () => {
    const closed = [{ fromUs: 100, untilUs: 1000, users: 2 }];
    const { terms, transport, exchanges, told } = fakeRun(4, [], { closed });
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(0);
    assert.deepEqual([exchanges.length, dispatcher.nextAtUs(0), dispatcher.exhausted(0)], [0, 100, false]);
    for (const [nowUs, failure, sent] of [
      [300, null, 3],
      [400, "timeout", 4],
      [999, null, 5],
      [1000, null, 5],
    ] as const) {
      if (nowUs === 300) {
        transport.nowUs = 120;
        dispatcher.dispatch(120);
        assert.deepEqual([exchanges.length, dispatcher.nextAtUs(120)], [2, Number.POSITIVE_INFINITY]);
      }
      transport.nowUs = nowUs;
      transport.end(failure);
      assert.equal(exchanges.length, sent, String(nowUs));
    }
    assert.deepEqual(told.due, [120, 120, 300, 400, 999]);
    assert.equal(dispatcher.exhausted(1000), true);
  });

  test("a user is busy until its flow is over", () => {
    const { terms, transport, exchanges } = fakeRun(2, [], { closed: [{ fromUs: 0, untilUs: 1000, users: 1 }] });
    new Dispatcher(terms).dispatch(0);
    const second = new FakeExchange(10, 0);
    if (exchanges[0] !== undefined) exchanges[0].following = () => second;
    transport.nowUs = 10;
    transport.end();
    assert.deepEqual([exchanges.length, second.sentUs], [1, 10]);
    transport.nowUs = 20;
    transport.end();
    assert.deepEqual([exchanges.length, exchanges[1]?.intendedUs], [2, 20]);
  });

  test("more users than connections wait, whatever an arrival would do", () => {
    const closed = [{ fromUs: 0, untilUs: 1000, users: 3 }];
    const { terms, transport, told } = fakeRun(1, [], { closed, poolFull: "drop" });
    new Dispatcher(terms).dispatch(0);
    assert.deepEqual([transport.onTheirWay.length, told.depths, told.dropped], [1, [1, 2], []]);
  });
});

describe("the end", () => {
  test("cuts off what is on its way and tells what never went out", () => {
    const { terms, transport, exchanges } = fakeRun(1, [0, 1, 2]);
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(2);
    transport.nowUs = 500;
    const end = endOf({ aborted: true, due: 3, waited: 2, queueMaxSeen: 2, unsent: 2, unfinished: 1, endedUs: 500 });
    assert.deepEqual(dispatcher.finish(true), end);
    assert.deepEqual(
      exchanges.map(({ told, endedUs }) => [told.at(-1), endedUs]),
      [
        ["failed unfinished", 500],
        ["unsent", 500],
        ["unsent", 500],
      ],
    );
  });

  test("after a stop nothing falls due, but steps go on", () => {
    const closed = [{ fromUs: 0, untilUs: 1000, users: 1 }];
    const { terms, transport, exchanges } = fakeRun(2, [0, 10], { closed });
    const dispatcher = new Dispatcher(terms);
    dispatcher.dispatch(0);
    dispatcher.stop();
    const step = new FakeExchange(20, 0);
    const last = exchanges.at(-1);
    if (last !== undefined) last.following = () => step;
    transport.nowUs = 20;
    transport.end();
    transport.end();
    assert.deepEqual([exchanges.length, step.sentUs], [2, 20]);
  });
});

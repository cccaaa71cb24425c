import assert from "node:assert/strict";
import { test } from "node:test";
import { apartUs, monotonicClock } from "./clock.ts";

test("clocks made one after the other are one clock", () => {
  const [first, second] = [monotonicClock(), monotonicClock()];
  for (let look = 0; look < 100; look += 1) {
    const [before, between, after] = [first(), second(), first()];
    // Both origins are known to a few microseconds.
    assert.ok(between >= before - 100 && between <= after + 100, `${before} ${between} ${after}`);
  }
});

for (const stopped of [0, 1, 20, 45]) {
  test(`a thread that is stopped at look ${stopped} does not shift its clock`, () => {
    let looks = 0;
    let nowUs = 5_000_000;
    const look = (): number => {
      nowUs += looks === stopped ? 20_000 : 2;
      looks += 1;
      return nowUs;
    };
    const apart = apartUs(look, () => look() - 4_000_000);
    assert.ok(Math.abs(apart - 4_000_000) <= 2, `${apart} us apart`);
  });
}

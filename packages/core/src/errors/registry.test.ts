import assert from "node:assert/strict";
import { test } from "node:test";
import { CONFIG } from "./codes/config.ts";
import { COVERAGE } from "./codes/coverage.ts";
import { DEPENDENCIES } from "./codes/dependencies.ts";
import { GATEWAY } from "./codes/gateway.ts";
import { LEDGER } from "./codes/ledger.ts";
import { LOAD } from "./codes/load.ts";
import { READING } from "./codes/reading.ts";
import { REPOSITORY } from "./codes/repository.ts";
import { RUN } from "./codes/run.ts";
import { SOAK } from "./codes/soak.ts";
import { TUNING } from "./codes/tuning.ts";
import { USAGE } from "./codes/usage.ts";
import { ERRORS } from "./registry.ts";

test("every code is registered once, in its family's file", () => {
  const families = [
    CONFIG,
    COVERAGE,
    DEPENDENCIES,
    GATEWAY,
    LEDGER,
    LOAD,
    READING,
    REPOSITORY,
    RUN,
    SOAK,
    TUNING,
    USAGE,
  ];
  const codes = families.flatMap((family) => Object.keys(family));
  assert.equal(new Set(codes).size, codes.length);
  assert.deepEqual(codes.toSorted(), Object.keys(ERRORS).toSorted());
});

test("every code has its form, and every entry says something to a person", () => {
  for (const [code, { title, status, exit, retryable, hint, outcome }] of Object.entries(ERRORS)) {
    assert.match(code, /^HP(-[A-Z0-9]+)+$/);
    assert.ok(title.length > 10 && !title.endsWith("."), `${code}: ${title}`);
    assert.ok(hint.length > 15 && /[.?]$/.test(hint), `${code}: ${hint}`);
    assert.ok(Number.isInteger(status) && status >= 400 && status <= 599, code);
    assert.ok(exit === 2 || exit === 3, code);
    assert.equal(typeof retryable, "boolean");
    assert.ok(outcome === "error" || outcome === "missing", code);
  }
});

/** Request Timeout, Locked, Too Many Requests: nothing is wrong with the request but its time. */
const TIMELY: ReadonlySet<number> = new Set([408, 423, 429]);

test("only what may go away by itself is retryable", () => {
  for (const [code, { retryable, status }] of Object.entries(ERRORS)) {
    if (retryable) assert.ok(status >= 500 || TIMELY.has(status), `${code}: a wrong input stays wrong`);
  }
});

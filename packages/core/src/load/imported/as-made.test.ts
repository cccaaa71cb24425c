import assert from "node:assert/strict";
import { test } from "node:test";
import type { LoadBody } from "../../evidence/load.ts";
import type { LoadMade } from "../../noun/config.ts";
import { asMade, NOTHING_SAID } from "./as-made.ts";
import { importedLoad } from "./testing-imported.ts";

const SAID: LoadMade = { url: "https://h.example", model: "open", ratePerS: 200 };
const made = (over: Partial<LoadBody>, said: Partial<LoadMade> = SAID): LoadBody =>
  asMade(importedLoad(over), { ...NOTHING_SAID, ...said });
const figures = ({ url, trust, terms, target, validity }: LoadBody): unknown[] => [
  url,
  trust,
  terms.model,
  target,
  validity,
];
const UNKNOWN: Partial<LoadBody> = { trust: "unknown", terms: { ...importedLoad().terms, model: "unknown" } };

test("what the file leaves open is as it is said", () => {
  assert.deepEqual(figures(made(UNKNOWN)), ["https://h.example", "open-service-only", "open", 200, "valid"]);
  assert.deepEqual(figures(made(UNKNOWN, { model: "closed" })), [null, "closed-service-only", "closed", null, "valid"]);
  assert.deepEqual(made(UNKNOWN, {}), importedLoad(UNKNOWN));
});

test("what the file says stays, and another thing said of it makes it invalid", () => {
  const own: Partial<LoadBody> = { url: "https://H.example/a?b", target: 200, trust: "open-both-clocks" };
  assert.deepEqual(figures(made(own)), ["https://H.example/a?b", "open-both-clocks", "open", 200, "valid"]);
  for (const [said, text] of [
    [{ url: "https://other.example" }, "it was made on https://H.example/a?b, wanted is https://other.example"],
    [{ url: "http://h.example" }, "it was made on https://H.example/a?b, wanted is http://h.example"],
    [{ model: "closed" }, "it was made with the model open, wanted is closed"],
    [{ ratePerS: 201 }, "it was made for a rate a second of 200, wanted is 201"],
  ] as const) {
    const { validity, reasons } = made(own, said);
    assert.deepEqual([validity, reasons], ["invalid", [{ code: "made-otherwise", text }]]);
  }
});

test("reasons that there were stay", () => {
  const lag = { code: "lag", text: "late" };
  const body = made({ validity: "invalid", reasons: [lag], target: 5 });
  assert.deepEqual([body.validity, body.reasons.map(({ code }) => code)], ["invalid", ["lag", "made-otherwise"]]);
});

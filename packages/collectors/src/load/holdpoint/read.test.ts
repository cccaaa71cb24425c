import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, fixture, read, READERS, refusal } from "../testing.test.ts";

type Path = readonly (string | number)[];
type Holder = Record<string | number, unknown>;

/** The printed run with some members set; undefined removes one. */
const run = (...changes: readonly (readonly [path: Path, value: unknown])[]): string => {
  const body = JSON.parse(fixture("holdpoint/run.json").toString()) as Holder;
  for (const [path, value] of changes) {
    const holder = path.slice(0, -1).reduce<Holder>((held, key) => held[key] as Holder, body);
    holder[path.at(-1) ?? ""] = value;
  }
  return JSON.stringify(body);
};
const texts = (source: string): readonly string[] => read(source).body.reasons.map(({ text }) => text);

test("every member is refused by its pointer when it is of another kind", () => {
  const cases: readonly (readonly [pointer: string, path: Path, value: unknown])[] = [
    ["/id", ["id"], 1],
    ["/tool", ["tool"], "holdpoint-json"],
    ["/tool/name", ["tool", "name"], null],
    ["/url", ["url"], 5],
    ["/validity", ["validity"], "maybe"],
    ["/reasons/0/code", ["reasons"], [{ text: "late" }]],
    ["/target", ["target"], -1],
    ["/achieved", ["achieved"], "20"],
    ["/due", ["due"], 1.5],
    ["/sent", ["sent"], null],
    ["/dropped", ["dropped"], 2 ** 53],
    ["/durationMs", ["durationMs"], -0.1],
    ["/failures/0/count", ["failures", 0, "count"], "8"],
    ["/checks/0/passed", ["checks", 0, "passed"], undefined],
    ["/response/p999", ["response", "p999"], null],
    ["/service/mean", ["service", "mean"], -1],
    ["/service/p75", ["service", "p75"], 1],
    ["/lag/max", ["lag", "max"], "1"],
    ["/queue/waited", ["queue", "waited"], -1],
    ["/windows", ["windows"], null],
    ["/windows/1/queued", ["windows", 1, "queued"], 0.5],
    ["/windows/3/response/p50", ["windows", 3, "response", "p50"], null],
    ["/series/0/of", ["series", 0, "of"], "scenario"],
    ["/series/0/response/buckets/0", ["series", 0, "response", "buckets", 0], -1],
    ["/series/0/told", ["series", 0, "told"], null],
    ["/series/0/service/sumUs", ["series", 0, "service", "sumUs"], 0.5],
    ["/slo", ["slo"], {}],
    ["/terms/model", ["terms", "model"], "half-open"],
    ["/terms/arrivals/0", ["terms", "arrivals"], [7]],
    ["/terms/connections", ["terms", "connections"], -1],
    ["/terms/cpuS", ["terms", "cpuS"], "1s"],
    ["/terms/cpuS", ["terms", "cpuS"], -1],
    ["/artifact", ["artifact"], null],
    ["/outcome", ["outcome"], 0],
    ["/more~1of~0it", ["more/of~it"], 1],
  ];
  for (const [pointer, path, value] of cases) {
    assert.throws(
      () => read(run([path, value])),
      (thrown: Error & { code?: string; place?: object }) => {
        assert.equal(thrown.code, "HP-READ-SYNTAX", pointer);
        assert.ok(thrown.message.startsWith(`${pointer}: `), `${pointer}: ${thrown.message}`);
        assert.deepEqual(thrown.place, { file: "results" });
        return true;
      },
    );
  }
});

test("what may be null is, and nothing is put in its place", () => {
  for (const path of [["url"], ["target"], ["achieved"], ["due"], ["lag"], ["queue"], ["response"], ["terms", "seed"]])
    assert.equal(refusal(run([path, null])), "accepted", path.join("."));
  const { body } = read(run([["response"], null], [["lag"], null], [["url"], null]));
  assert.deepEqual([body.response, body.lag, body.url, body.validity], [null, null, null, "valid"]);
});

test("a seed and what was observed may be below 0, an interval has two ends", () => {
  assert.equal(refusal(run([["terms", "seed"], -7])), "accepted");
  const objective = (change: object): string => {
    const sound = {
      id: "a",
      text: "p99 < 1 ms",
      kind: "percentile",
      scope: { phase: null, endpoint: null, tag: null },
      outcome: "fail",
      reason: "",
      observed: -1,
      bound: 1,
      interval: [1, 2],
      samples: 80,
      minSamples: 10,
      budget: null,
      windows: null,
    };
    return refusal(run([["slo"], [{ ...sound, ...change }]]));
  };
  assert.equal(objective({}), "accepted");
  for (const change of [{ interval: [1, 2, 3] }, { outcome: "ok" }, { bound: null }, { scope: {} }, { samples: -1 }])
    assert.equal(objective(change), "HP-READ-SYNTAX -:-", JSON.stringify(change));
});

test("lists have an end", () => {
  const one = { kind: "a", count: 0 };
  assert.equal(refusal(run([["failures"], Array.from({ length: 10_000 }, () => one)])), "accepted");
  assert.equal(refusal(run([["failures"], Array.from({ length: 10_001 }, () => one)])), "HP-READ-SYNTAX -:-");
});

test("figures that the histogram does not give are told with both", () => {
  assert.deepEqual(texts(run([["response", "p99"], 1])), ["response p99 is said to be 1, its histogram gives 9.103"]);
  assert.deepEqual(texts(run([["service", "count"], 81])), ["service count is said to be 81, its histogram gives 80"]);
  assert.deepEqual(texts(run([["completed"], 71])), ["it says 71 completed requests, its parts make 72"]);
  assert.deepEqual(texts(run([["failed"], 9])), ["it says 9 failed requests, its parts make 8"]);
  assert.deepEqual(texts(run([["sent"], 71])), ["72 requests completed of 71 that were sent"]);
});

test("a histogram that contradicts itself is told by its series", () => {
  for (const [path, named] of [
    [["series", 0, "response", "count"], /^run : /],
    [["series", 1, "service", "sumUs"], /^\w+ .*: /],
    [["series", 0, "service", "minUs"], /^run : /],
  ] as const) {
    const { body } = read(run([path, 9_000_000]));
    assert.deepEqual(codes(body), ["totals-disagree"], path.join("."));
    assert.match(body.reasons[0]?.text ?? "", named);
  }
});

test("reasons that a run had stay before those that are found", () => {
  const { body } = read(
    run([["reasons"], [{ code: "lag", text: "late" }]], [["validity"], "invalid"], [["response", "max"], 1]),
  );
  assert.deepEqual([body.validity, codes(body)], ["invalid", ["lag", "totals-disagree"]]);
  assert.equal(read(run([["reasons"], [{ code: "lag", text: "late" }]])).body.validity, "invalid");
  const none = [["completed"], 0] as const;
  const known = run(none, [["failed"], 0], [["series"], []], [["reasons"], [{ code: "no-samples", text: "none" }]]);
  assert.deepEqual(codes(read(known).body), ["no-samples"]);
});

test("paths of the machine that ran it are left behind", () => {
  const { body } = read(run([["artifact"], "a/load.jsonl"], [["steadyState"], "held"], [["outcome"], "pass"]));
  for (const name of ["artifact", "steadyState", "outcome"]) assert.ok(!Object.hasOwn(body, name), name);
  assert.equal(body.id, "load");
});

test("another schema, and a run that was cut or says a thing twice, are refused where they are", () => {
  const text = fixture("holdpoint/run.json").toString();
  assert.equal(refusal(run([["schema"], "holdpoint/load/v2"]), "holdpoint-json"), "HP-READ-NOT-THE-FORMAT 1:1");
  assert.equal(refusal(text.slice(0, 300)), "HP-READ-TRUNCATED 1:301");
  assert.equal(
    refusal(text.replace('"sent":80', '"sent":80,"sent":80'), "holdpoint-json"),
    "HP-READ-DUPLICATE-KEY 1:229",
  );
  assert.match(refusal(text.replace('"sent":80', '"sent":NaN')), /^HP-READ-SYNTAX 1:\d+$/);
  assert.equal(refusal("", "holdpoint-json"), "HP-READ-EMPTY 1:1");
});

test("a run is known by its schema, at its beginning", () => {
  const { looksLike } = READERS["holdpoint-json"];
  assert.ok(looksLike('\ufeff { "schema" : "holdpoint/load/v1"'));
  assert.ok(looksLike('{"achieved":20,"schema":"holdpoint/load/v1"'));
  for (const head of ['{"schema":"holdpoint/soak/v1"}', '{"id":"a","schema":"holdpoint/load/v1"}', "holdpoint/load/v1"])
    assert.equal(looksLike(head), false, head);
  const body = read(fixture("holdpoint/run.json")).body;
  assert.deepEqual(read(`\ufeff${fixture("holdpoint/run.json").toString()}\r\n`).body, body);
});

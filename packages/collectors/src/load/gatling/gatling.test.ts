import assert from "node:assert/strict";
import { test } from "node:test";
import { changed, codes, fixture, read, refusal } from "../testing.test.ts";

const LOG = fixture("gatling/simulation-3.9.log").toString();

test("logs of either form tell the same run, with groups in the names", () => {
  const [old, later] = ["3.0", "3.9"].map((version) => read(fixture(`gatling/simulation-${version}.log`)).body);
  assert.deepEqual(old?.series, later?.series);
  assert.deepEqual(
    later?.series.map(({ name }) => name),
    ["", "Checkout / Buy", "Home"],
  );
  assert.deepEqual([old?.tool.version, later?.tool.version], ["3.0.3", "3.9.5"]);
  assert.deepEqual(later?.failures, [{ kind: "status.find.in(200), but actually found 503", count: 2 }]);
});

test("a request that could not be built is a failure without a time", () => {
  const { failed, sent, service, windows } = read(`${LOG}ERROR\tno such attribute\t1717236000900\n`).body;
  assert.deepEqual([failed, sent, service?.count, windows], [3, 31, 30, []]);
});

test("what is no log of one simulation is refused with its line", () => {
  const run = "RUN\ta.B\tb\t1\t \t3.9.5\n";
  const request = (fields: string): string => `${run}REQUEST\t\tHome\t${fields}\n`;
  assert.equal(refusal(`${LOG}${run}`), `HP-READ-SYNTAX ${LOG.split("\n").length}:1`);
  assert.equal(refusal(request("5\t4\tOK\t ")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(request("5\tNaN\tOK\t ")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(request("-5\t4\tOK\t ")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(request("4\t5\tMAYBE\t ")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(request("4\t5")), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal(`${run}ELSE\n`), "HP-READ-SYNTAX 2:1");
  assert.equal(refusal("RUN\ta\n"), "HP-READ-SYNTAX 1:1");
  assert.equal(refusal(run.trimEnd()), "HP-READ-TRUNCATED 1:1");
  assert.deepEqual(codes(read(run).body), ["no-samples"]);
});

test("figures without a rank stay without one, as numbers or as texts", () => {
  const [texts, numbers] = ["gatling/stats.json", "gatling/global_stats.json"].map((name) => read(fixture(name)).body);
  assert.deepEqual(texts?.series[0]?.told, numbers?.series[0]?.told);
  assert.deepEqual(
    texts?.series[0]?.told?.percentiles.map(({ name, q }) => [name, q]),
    [1, 2, 3, 4].map((number) => [`percentiles${number}`, null]),
  );
  assert.deepEqual(
    texts?.series.map(({ name }) => name),
    ["", "Home", "Checkout / Buy"],
  );
});

test("parts that do not make the whole are told or refused", () => {
  assert.deepEqual(codes(changed("gatling/global_stats.json", '"count": 28', '"count": 30')), ["totals-disagree"]);
  assert.deepEqual(
    codes(
      changed("gatling/stats.json", /("total": )"30"(,\s+"ok": )"28"(,\s+"ko": )"2"/, (found) =>
        found.replace('"30"', '"28"').replace('"2"', '"0"'),
      ),
    ).length > 0,
    true,
  );
  const source = fixture("gatling/global_stats.json").toString();
  assert.equal(refusal(source.replace('"ok": 28', '"ok": 30')), "HP-READ-SYNTAX -:-");
  assert.equal(refusal(source.replace('"total": 30', '"total": "many"')), "HP-READ-SYNTAX -:-");
});

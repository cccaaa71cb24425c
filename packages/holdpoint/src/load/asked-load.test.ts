import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { AskedLoad } from "./asked-load.ts";
import { askedLoad, changedLoad } from "./asked-load.ts";
import type { RawLoad } from "./raw-load.ts";

const URL = "http://127.0.0.1:8080";
const FILE: RawLoad = { url: URL, phases: [{ name: "a", rate: 5, duration: "1s" }], objectives: ["p99 < 1s"] };

function asked(flags: Partial<AskedLoad>): AskedLoad {
  return { insecure: false, ...flags };
}

function made(flags: Partial<AskedLoad>): RawLoad {
  return askedLoad(asked({ url: URL, ...flags }), (file) => `text of ${file}`);
}

describe("flags alone", () => {
  test("the URL is enough", () => {
    assert.deepEqual(made({}), {
      url: URL,
      phases: [{ name: "main", rate: 50, duration: "10s" }],
      requests: [{ method: "GET" }],
    });
  });

  test("what is said is in the plan, under the plan's names", () => {
    assert.deepEqual(
      made({
        rate: 500,
        duration: "30s",
        arrival: "poisson",
        method: "put",
        header: ["A: b: c", "Empty:", "Twice: 1", "Twice: 2"],
        body: "x",
        slo: ["p99 < 300ms", "99% ok"],
        connections: 4,
        poolFull: "drop",
        warmUp: "0s",
        timeout: "3s",
        workers: 2,
        pacing: "precise",
        seed: 0,
        insecure: true,
      }),
      {
        url: URL,
        phases: [{ name: "main", rate: 500, duration: "30s", arrival: "poisson" }],
        requests: [{ method: "PUT", headers: { A: "b: c", Empty: "", Twice: ["1", "2"] }, body: "x" }],
        connections: 4,
        poolFull: "drop",
        warmUp: "0s",
        timeout: "3s",
        workers: 2,
        pacing: "precise",
        seed: 0,
        objectives: ["p99 < 300ms", "99% ok"],
        tls: { verify: false },
      },
    );
  });

  test("a body is posted, and may come from a file; users make the model closed", () => {
    assert.deepEqual(made({ body: "@b.json" }).requests, [{ method: "POST", body: "text of b.json" }]);
    assert.deepEqual(made({ users: 3 }).phases, [{ name: "main", users: 3, duration: "10s" }]);
  });

  const WRONG: readonly (readonly [Partial<AskedLoad>, RegExp])[] = [
    [{ rate: 0 }, /^--rate must be > 0: 0$/],
    [{ rate: 2_000_000 }, /^--rate must be <= 1000000/],
    [{ duration: "10" }, /^--duration is not of the right form: "10"; for example 500ms/],
    [{ url: "ftp://h" }, /^--url is not of the right form/],
    [{ url: "http://u:p@h" }, /^--url is not of the right form/],
    [{ users: 1.5 }, /^--users must be integer/],
    [{ users: 2, rate: 5 }, /--users waits for answers, --rate does not/],
    [{ users: 2, arrival: "poisson" }, /--arrival does not/],
    [{ method: "GE T" }, /^--method is not of the right form/],
    [{ header: ["no colon"] }, /--header "no colon" is not "Name: value"/],
    [{ header: [": x"] }, /is not "Name: value"/],
    [{ header: [`A: ${"x".repeat(9000)}`] }, /^--header /],
    [{ slo: ["p99 maybe"] }, /^--slo: .*p99 maybe/],
    [{ warmUp: "soon" }, /^--warm-up is not of the right form/],
    [{ workers: 0 }, /^--workers must be >= 1/],
    [{ seed: 1.5 }, /^--seed must be integer/],
    [{ connections: 99_999 }, /^--connections must be <= 10000/],
  ];
  for (const [flags, told] of WRONG) {
    test(`refused: ${JSON.stringify(flags).slice(0, 60)}`, () => {
      assert.throws(
        () => made(flags),
        (thrown: { code: string; message: string }) => {
          assert.equal(thrown.code, "HP-USAGE");
          assert.match(thrown.message, told);
          return true;
        },
      );
    });
  }

  test("nothing to put under load", () => {
    assert.throws(() => askedLoad(asked({}), String), { code: "HP-USAGE" });
  });
});

describe("a file with changes", () => {
  test("the command line wins; objectives are added, none twice", () => {
    const changed = changedLoad(
      { ...FILE, seed: 4, tls: { serverName: "s" } },
      asked({
        url: "http://other",
        seed: 9,
        insecure: true,
        slo: ["p99 < 1s", "99% ok"],
      }),
    );
    assert.deepEqual(changed, {
      ...FILE,
      url: "http://other",
      seed: 9,
      tls: { serverName: "s", verify: false },
      objectives: ["p99 < 1s", "99% ok"],
    });
    assert.deepEqual(changedLoad(FILE, asked({})), FILE);
  });

  test("what the file is there for is not said beside it, and what is said must be sound", () => {
    for (const flags of [
      { rate: 5 },
      { duration: "1s" },
      { users: 1 },
      { body: "" },
      { header: [] },
      { method: "GET" },
    ]) {
      assert.throws(() => changedLoad(FILE, asked(flags)), { code: "HP-USAGE" });
    }
    assert.throws(() => changedLoad(FILE, asked({ workers: 1000 })), { code: "HP-USAGE" });
    assert.throws(() => changedLoad(FILE, asked({ url: "x" })), { code: "HP-USAGE" });
  });
});

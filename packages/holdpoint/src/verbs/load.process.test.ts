import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { describe, test } from "node:test";
import type { LoadBody } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import type { FakeHost, Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

/** What a busy machine does to the generator must not decide these tests. */
const PATIENT = "version: 1\nvalidity: { lagP99: 5s, achieved: 0.5 }\nwarmUp: 100ms\n";

async function serve(t: TestContext, listener: RequestListener = (_, response) => response.end("ok")): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function load(
  host: FakeHost,
  ...args: string[]
): Promise<Ran & { readonly body: LoadBody & { readonly [key: string]: unknown } }> {
  const done = await ran(host, "load", ...args, "--json");
  return { ...done, body: JSON.parse(done.stdout) };
}

function planOf(url: string, phase: string, rest: string = ""): string {
  return `${PATIENT}url: ${url}\nphases: [{ name: main, ${phase} }]\n${rest}`;
}

function artifactIn(folder: string, out: string): string {
  return join(out, readdirSync(join(folder, out)).find((one) => one.startsWith("load-")) ?? "");
}

function artifactOf(folder: string): string {
  return artifactIn(folder, join(".holdpoint", "load"));
}

describe("load run", () => {
  test("passes with an objective that holds, and leaves artifact, page and histograms", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 300, duration: 1s") });
    const args = ["run", "--slo", "90% ok under 2s with 100 samples", "--html", "a.html", "--hlog", "a.hlog"];
    const { exit, body, stderr } = await load(fakeHost(folder), ...args);
    assert.deepEqual(
      [exit, stderr, body.validity, body["outcome"]],
      [0, "", "valid", "pass"],
      JSON.stringify(body.reasons),
    );
    assert.deepEqual([body.target, body.sent, body.completed], [300, 300, 300]);
    assert.ok(body.response !== null && body.service !== null && body.response.p50 >= body.service.p50);
    assert.ok(existsSync(String(body["artifact"])));
    assert.match(readFileSync(join(folder, "a.html"), "utf8"), /PASS/);
    assert.match(readFileSync(join(folder, "a.hlog"), "utf8"), /^#\[Histogram log format/);
  });

  test("flags alone are enough, and what is sent is what they say", async (t) => {
    const seen = new Set<string>();
    const url = await serve(t, (request, response) => {
      let text = "";
      request.on("data", (chunk: Buffer) => (text += chunk.toString()));
      request.on("end", () => {
        seen.add(`${request.method} ${request.url} ${String(request.headers["x-a"])} ${text}`);
        response.end();
      });
    });
    const folder = scratch(t);
    const sent = ["--method", "put", "--header", "X-A: b", "--body", "hello", "--warm-up", "0s"];
    const done = await ran(
      fakeHost(folder),
      "load",
      "run",
      "--url",
      `${url}/p?q=1`,
      "--rate",
      "50",
      "--duration",
      "500ms",
      ...sent,
    );
    assert.deepEqual([...seen], ["PUT /p?q=1 b hello"]);
    assert.match(done.stdout, /^ (?:VALID|INVALID) .*\/p\?q=1/);
    assert.match(done.stdout, /Written\n {2}every second {2}\.holdpoint\/load\/load-\d+\.jsonl/);
  });

  test("an objective that does not hold fails", async (t) => {
    const url = await serve(t, (_, response) => void setTimeout(() => response.end(), 60));
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 200, duration: 1s") });
    const { exit, body } = await load(fakeHost(folder), "run", "--slo", "p90 < 20ms", "--connections", "50");
    assert.deepEqual([exit, body["outcome"], body.slo[0]?.outcome], [1, "fail", "fail"]);
  });

  test("too few samples for an objective are inconclusive, never a pass", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 20, duration: 500ms") });
    const { exit, body } = await load(fakeHost(folder), "run", "--slo", "p99 < 5s");
    assert.deepEqual([exit, body.validity, body.slo[0]?.outcome], [3, "valid", "inconclusive"]);
  });

  test("callers who wait for a server that stands still never show that it is fast", async (t) => {
    const url = await serve(t);
    const args = ["--url", url, "--users", "2", "--duration", "1s", "--warm-up", "0s", "--slo", "p50 < 9s"];
    const { exit, body } = await load(fakeHost(scratch(t)), "run", ...args, "--slo", "50% ok");
    assert.equal(exit, 3);
    assert.deepEqual(
      body.slo.map(({ outcome }) => outcome),
      ["inconclusive", "pass"],
    );
    assert.match(body.slo[0]?.reason ?? "", /closed model/);
  });

  test("a target that is down, and one where all fails, is invalid with its reason", async (t) => {
    const url = await serve(t, (_, response) => response.writeHead(500).end());
    const folder = scratch(t, {
      "dead.yaml": planOf("http://127.0.0.1:1", "rate: 20, duration: 500ms"),
      "failing.yaml": planOf(url, "rate: 20, duration: 500ms"),
    });
    const dead = await load(fakeHost(folder), "run", "dead.yaml", "--slo", "99% ok");
    assert.deepEqual([dead.exit, dead.body.validity, dead.body.reasons[0]?.code], [3, "invalid", "target-down"]);
    const failing = await load(fakeHost(folder), "run", "failing.yaml");
    assert.deepEqual([failing.exit, failing.body.reasons[0]?.code, failing.body.completed], [3, "all-failed", 0]);
    assert.deepEqual(failing.body.failures, [{ kind: "status 500", count: 10 }]);
  });

  test("somebody ends it: what there is is told, as an invalid run", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 50, duration: 60s") });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const { exit, body } = await load(fakeHost(folder, { signal: stop.signal }), "run");
    assert.deepEqual([exit, body.validity, body.reasons[0]?.code], [3, "invalid", "aborted"]);
    assert.match(body.reasons[0]?.text ?? "", /it was interrupted/);
    assert.ok(body.durationMs < 30_000);
  });

  test("a terminal sees the block, and it is gone at the end", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 50, duration: 1s") });
    const { stderr, stdout } = await ran(fakeHost(folder, { terminal: true, env: { NO_COLOR: "1" } }), "load", "run");
    assert.match(stderr, /connecting and warming up/);
    assert.match(stderr, /response p99/);
    assert.ok(stderr.endsWith("\u001b[J"));
    assert.match(stdout, /^ VALID /);
  });

  test("a command line or plan that is wrong sends nothing and leaves nothing", async (t) => {
    const url = await serve(t, () => assert.fail("something was sent"));
    const folder = scratch(t, { "wrong.yaml": `${PATIENT}url: ${url}\nphases: []\n` });
    for (const [args, code] of [
      [["run"], "HP-USAGE"],
      [["run", "--url", url, "--rate", "0"], "HP-USAGE"],
      [["run", "--url", url, "--rate", "many"], "HP-USAGE"],
      [["run", "--url", url, "--slo", "quick"], "HP-USAGE"],
      [["run", "absent.yaml"], "HP-CONFIG-ABSENT"],
      [["run", "wrong.yaml"], "HP-CONFIG-VALUE"],
      [["run", "wrong.yaml", "--rate", "5"], "HP-CONFIG-VALUE"],
      [["run", "--url", url, "--html", "."], "HP-USAGE"],
    ] as const) {
      const { exit, body } = await load(fakeHost(folder), ...args);
      assert.deepEqual([exit, body["code"]], [2, code], args.join(" "));
    }
    assert.ok(!existsSync(join(folder, ".holdpoint")));
  });
});

describe("stored runs", () => {
  test("a report says what the run said; a part, other percentiles and other objectives too", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 200, duration: 2s") });
    const told = (await load(fakeHost(folder), "run")).body;
    const artifact = artifactOf(folder);
    const again = (await load(fakeHost(folder), "report", artifact, "--percentile", "99.9", "--slo", "90% ok")).body;
    for (const key of ["sent", "completed", "response", "service", "lag", "windows"] as const)
      assert.deepEqual(again[key], told[key], key);
    assert.equal(again.slo[0]?.outcome, "pass");
    const [percentile] = again["percentiles"] as { percentile: number; response: number }[];
    assert.deepEqual([percentile?.percentile, percentile?.response], [99.9, told.response?.p999]);
    const head = (await load(fakeHost(folder), "report", artifact, "--to", "1s")).body;
    const part = (await load(fakeHost(folder), "report", artifact, "--from", "1s")).body;
    assert.deepEqual([part.windows[0]?.startMs, part["fromMs"]], [0, 1000]);
    // A request that is due at the end of one second may go out in the next: the sum alone is certain.
    assert.deepEqual([head.sent + part.sent, head.sent > 0, part.sent > 0], [told.sent, true, true]);
    const { exit, stdout } = await ran(
      fakeHost(folder),
      "load",
      "report",
      artifact,
      "--percentile",
      "99.99",
      "--html",
      "r.html",
    );
    assert.equal(exit, 0);
    assert.match(stdout, /p99\.99 /);
    assert.ok(existsSync(join(folder, "r.html")));
  });

  test("what is no artifact, was cut off or has not what is asked for is refused by its name", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, {
      "load.yaml": planOf(url, "rate: 50, duration: 1s"),
      "no.jsonl": "{}\n",
      "e.jsonl": "",
    });
    await load(fakeHost(folder), "run");
    const artifact = artifactOf(folder);
    const cut = readFileSync(join(folder, artifact), "utf8").slice(0, -20);
    const harmed = scratch(t, { "cut.jsonl": cut });
    for (const [where, args, code, file] of [
      [folder, ["report", "gone.jsonl"], "HP-READ-ABSENT", "gone.jsonl"],
      [folder, ["report", "no.jsonl"], "HP-READ-NOT-THE-FORMAT", "no.jsonl"],
      [folder, ["report", "e.jsonl"], "HP-READ-EMPTY", "e.jsonl"],
      [harmed, ["report", "cut.jsonl"], "HP-READ-TRUNCATED", "cut.jsonl"],
      [harmed, ["compare", "cut.jsonl", "cut.jsonl"], "HP-READ-TRUNCATED", "cut.jsonl"],
      [folder, ["report", artifact, "--from", "90s"], "HP-USAGE", undefined],
      [folder, ["report", artifact, "--percentile", "100"], "HP-USAGE", undefined],
    ] as const) {
      const { exit, body } = await load(fakeHost(where), ...args);
      assert.ok(exit === 2 || exit === 3);
      assert.deepEqual([body["code"], body["file"]], [code, file], args.join(" "));
    }
  });

  test("a run compared with itself is the same; with one of other terms it is not compared", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 200, duration: 6s") });
    await load(fakeHost(folder), "run", "--out", "a");
    await load(fakeHost(folder), "run", "--out", "b", "--connections", "3");
    const [a, b] = [artifactIn(folder, "a"), artifactIn(folder, "b")];
    const same = await load(fakeHost(folder), "compare", a, a);
    assert.deepEqual([same.exit, same.body["outcome"]], [0, "same"], same.stdout);
    const other = await load(fakeHost(folder), "compare", a, b);
    const differences = other.body["differences"] as { term: string }[];
    assert.deepEqual([other.exit, differences.map(({ term }) => term)], [3, ["what is sent"]]);
    assert.match((await ran(fakeHost(folder), "load", "compare", a, b)).stdout, /^These runs cannot be compared/);
  });
});

describe("load import", () => {
  const HEY = `
Summary:
  Total:	0.5000 secs
  Slowest:	0.0100 secs
`;

  test("what another tool wrote is read for what it is worth; what none wrote is refused", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf(url, "rate: 50, duration: 1s"), "hey.txt": HEY });
    const own = await load(fakeHost(folder), "run");
    const stored = scratch(t, { "own.json": own.stdout });
    const { exit, body } = await load(fakeHost(stored), "import", "own.json", "--html", "own.html");
    assert.deepEqual([exit, body["outcome"], body["format"], body.sent], [0, "valid", "holdpoint-json", own.body.sent]);
    assert.ok(existsSync(join(stored, "own.html")));
    assert.match((await ran(fakeHost(stored), "load", "import", "own.json")).stdout, /^ VALID /);
    for (const [file, code] of [
      ["gone.txt", "HP-READ-ABSENT"],
      [".", "HP-READ-FAILED"],
      ["load.yaml", "HP-READ-NOT-THE-FORMAT"],
    ] as const) {
      const refused = await load(fakeHost(folder), "import", file);
      assert.deepEqual([refused.body["code"], refused.body["file"]], [code, file]);
    }
    const cut = await load(fakeHost(folder), "import", "hey.txt");
    assert.equal(cut.exit, 3, cut.stdout);
  });
});

describe("load ab", () => {
  test("a slower candidate is worse, and runs alternate", async (t) => {
    const seen: string[] = [];
    const answer =
      (name: string, ms: number): RequestListener =>
      (_, response) => {
        if (seen.at(-1) !== name) seen.push(name);
        setTimeout(() => response.end(), ms);
      };
    // Slower by more than a busy machine holds up a run of half a second.
    const [baseline, candidate] = [await serve(t, answer("a", 1)), await serve(t, answer("b", 1000))];
    const folder = scratch(t, { "load.yaml": planOf("http://h", "rate: 100, duration: 500ms") });
    const urls = ["--baseline-url", baseline, "--candidate-url", candidate];
    const { exit, body } = await load(fakeHost(folder), "ab", "load.yaml", ...urls, "--connections", "50");
    assert.deepEqual([exit, body["outcome"]], [1, "worse"], JSON.stringify(body));
    assert.deepEqual(seen.join(""), "abababababab".slice(0, seen.length));
    assert.deepEqual((body["runs"] as { side: string }[]).map(({ side }) => side[0]).join(""), "bccbbccbbc");
  });

  test("a side that is down ends the session, and nothing is told from what there is", async (t) => {
    const url = await serve(t);
    const folder = scratch(t, { "load.yaml": planOf("http://h", "rate: 100, duration: 500ms") });
    const urls = ["--baseline-url", url, "--candidate-url", "http://127.0.0.1:1"];
    const { exit, body } = await load(fakeHost(folder), "ab", "load.yaml", ...urls);
    assert.deepEqual([exit, body["outcome"], (body["runs"] as unknown[]).length], [3, "inconclusive", 2]);
    assert.equal((await load(fakeHost(folder), "ab", ...urls, "--pairs", "4")).exit, 2);
    assert.match((body["notes"] as string[])[0] ?? "", /^1 of 5 pairs of runs were made\.$/);
    const wrong = await load(fakeHost(folder), "ab", "--baseline-url", url, "--candidate-url", "ftp://h");
    assert.deepEqual([wrong.exit, wrong.body["code"]], [2, "HP-USAGE"]);
    assert.match(String(wrong.body["detail"]), /^--candidate-url is not of the right form: "ftp:/);
  });
});

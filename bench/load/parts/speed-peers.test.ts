import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { SPEED_PEERS } from "./speed-peers.ts";

/** What each of them prints, as far as it matters. */
const PRINTED: Readonly<Record<string, string>> = {
  autocannon: JSON.stringify({ requests: { total: 3000, average: 1 }, duration: 2 }),
  wrk: "  3000 requests in 2.00s, 493.16KB read\nRequests/sec:   1500.00\nTransfer/sec:    246.58KB\n",
  ab: "Complete requests:      3000\nFailed requests:        0\nRequests per second:    1500.00 [#/sec] (mean)\n",
  h2load: "finished in 2.00s, 1500.00 req/s, 246.58KB/s\nrequests: 3001 total, 3000 done, 3000 succeeded, 0 failed\n",
  hey: "  Requests/sec:\t1500.0000\n\nStatus code distribution:\n  [200]\t3000 responses\n",
};

describe("peers of the speed rows", () => {
  for (const { name, args, read } of SPEED_PEERS) {
    test(`${name}: what it printed is read, silence is not taken for a figure`, () => {
      assert.deepEqual(read(PRINTED[name] ?? ""), { requests: 3000, perSecond: 1500 });
      assert.throws(() => read(name === "autocannon" ? "" : "Requests/sec: 0"));
    });

    test(`${name}: told where, over how many connections, for how long`, () => {
      const told = args("http://127.0.0.1:1/", 17, 5).join(" ");
      assert.match(told, /http:\/\/127\.0\.0\.1:1\//);
      assert.match(told, /17/);
      assert.match(told, /5/);
    });
  }
});

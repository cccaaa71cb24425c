import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createServer2 } from "node:http2";
import type { AddressInfo, Server } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { LoadBody, LoadPlan } from "@holdpoint/core";
import { runLoad } from "@holdpoint/drills";
import { scratch } from "@holdpoint/testkit";
import type { RawLoad } from "./raw-load.ts";
import { readLoad } from "./read-load.ts";
import { memoryGround } from "./testing-load.ts";

const GUIDES = join(import.meta.dirname, "..", "..", "..", "..", "docs", "guides");
const FILES = { "users.csv": 'id,name,password,token\n1,ann,"p ""1"", x",t1\n2,bob,p2,t2\n' };
const SHORT = [
  { name: "day", rate: 40, arrival: "poisson", duration: "1s" },
  { name: "again", rates: [20, 40], step: "300ms" },
] as const;

/** Every plan of a page. */
function plansOf(page: string): readonly string[] {
  const text = readFileSync(join(GUIDES, page), "utf8");
  return [...text.matchAll(/^```yaml\n(.*?)^```/gms)].flatMap(([, yaml = ""]) =>
    /^phases:/m.test(yaml) ? [yaml] : [],
  );
}

function planOf(yaml: string, change: (raw: RawLoad) => RawLoad = (raw) => raw): LoadPlan {
  return readLoad(Buffer.from(yaml), "load.yaml", memoryGround(FILES), change);
}

/** The same plan for a server that is there, made short. */
async function ran(t: TestContext, yaml: string, server: Server, over: Partial<RawLoad> = {}): Promise<LoadBody> {
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const plan = planOf(yaml, ({ abort: _abort, ...raw }) => {
    const url = raw.url.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`);
    return { ...raw, url, phases: SHORT, objectives: ["50% ok"], warmUp: "0s", validity: { lagP99: "5s" }, ...over };
  });
  const { body } = await runLoad(plan, { version: "0", folder: scratch(t), signal: t.signal, nowMs: Date.now });
  return body;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What the guide's plan of a shop expects; 400 for whatever does not fit together. */
function shop({ method, path, headers, body }: Asked): readonly [number, string, Record<string, string>] {
  const json = { "content-type": "application/json" };
  if (path.startsWith("/items?page=")) return [200, "[]", json];
  if (path === "/login") {
    const { user, password } = JSON.parse(body) as { user: string; password: string };
    const isKnown = (user === "ann" && password === 'p "1", x') || (user === "bob" && password === "p2");
    const isFit = method === "POST" && isKnown && /^[0-9a-f-]{36}$/.test(String(headers["x-trace"]));
    return [isFit ? 200 : 400, JSON.stringify({ token: `t-${user}` }), { ...json, "x-session": `s-${user}` }];
  }
  const user = /^Bearer t-(ann|bob)$/.exec(String(headers["authorization"]))?.[1];
  if (path === "/orders/new") {
    const isFit = user !== undefined && headers["x-session"] === `s-${user}`;
    return [isFit ? 200 : 400, `<input name="csrf" value="c-${user}">`, { "content-type": "text/html" }];
  }
  const { count } = JSON.parse(body) as { count: unknown };
  const isFit = path === "/orders" && headers["x-csrf"] === `c-${user}` && typeof count === "number";
  return [isFit ? 201 : 400, JSON.stringify({ state: "open", lines: [{ item: "tea" }], error: null }), json];
}

describe("the guides of load", () => {
  for (const page of ["load.md", "load-plan.md"]) {
    test(`every plan of ${page} is one`, () => {
      const plans = plansOf(page);
      assert.ok(plans.length > 0);
      for (const yaml of plans) assert.ok(planOf(yaml).flows.length > 0, yaml);
    });
  }

  const [, whole = "", feed = ""] = plansOf("load-plan.md");

  for (const protocol of ["http1", "http2"] as const) {
    test(`the long plan does over ${protocol} what the page says`, async (t) => {
      const make = protocol === "http1" ? createServer : createServer2;
      const server = (make as typeof createServer)((request, response) => {
        const parts: Buffer[] = [];
        request.on("data", (part: Buffer) => void parts.push(part));
        request.on("end", () => {
          const { method = "", url: path = "", headers } = request;
          const [status, text, more] = shop({ method, path, headers, body: Buffer.concat(parts).toString() });
          response.writeHead(status, more).end(text);
        });
      });
      const body = await ran(t, whole, server, { protocol });
      assert.deepEqual([body.reasons, body.failures], [[], []]);
      const counts = Object.fromEntries(body.series.map(({ of, name, completed }) => [`${of} ${name}`, completed]));
      const { "endpoint login": login = 0, "endpoint order": order = 0, "endpoint list": list = 0 } = counts;
      assert.ok(login > 10 && login === order && list > 0, JSON.stringify(counts));
      assert.deepEqual([counts["tag write"], counts["tag read"], counts["endpoint form"]], [order, list, login]);
      assert.ok(body.checks.some(({ check, passed }) => check === "order: $.error is null" && passed === order));
    });
  }

  test("the feed is opened and asked as the page says", async (t) => {
    interface Socket {
      on(event: "message", listener: (message: Buffer) => void): void;
      send(text: string): void;
    }
    const opened: string[] = [];
    const { WebSocketServer } = createRequire(import.meta.resolve("@holdpoint/gateway"))("ws") as {
      readonly WebSocketServer: new (options: { readonly server: Server }) => {
        on(event: "connection", listener: (socket: Socket, request: { url: string; headers: object }) => void): void;
      };
    };
    const server = createServer();
    new WebSocketServer({ server }).on("connection", (socket, { url, headers }) => {
      opened.push(`${url} ${String((headers as { authorization?: string }).authorization)}`);
      socket.send('{"hello":1}');
      socket.on("message", (message) => {
        const { id } = JSON.parse(message.toString()) as { id: string };
        // A later question is answered first.
        setTimeout(() => socket.send(JSON.stringify({ id, ok: true })), Number(id) % 2 === 0 ? 20 : 1);
      });
    });
    t.after(() => server.closeAllConnections());
    const body = await ran(t, feed, server);
    assert.deepEqual([body.reasons, body.failures], [[], []]);
    assert.ok(body.completed > 40);
    assert.deepEqual([...new Set(opened)].toSorted(), ["/feed?user=ann Bearer t1", "/feed?user=bob Bearer t2"]);
  });
});

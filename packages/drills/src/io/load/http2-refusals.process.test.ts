import assert from "node:assert/strict";
import type { Http2Server, ServerHttp2Session, ServerHttp2Stream } from "node:http2";
import { constants, createServer } from "node:http2";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { Exchange, Transport } from "../../load/wire.ts";
import { http2Transport } from "./http2-transport.ts";
import type { Ended } from "./testing-asking.ts";
import { ask, clockUs, NO_TLS, until } from "./testing-asking.ts";
import type { Listening } from "./testing-servers.ts";
import { listening } from "./testing-servers.ts";

const { NGHTTP2_ENHANCE_YOUR_CALM, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;

interface Scene {
  readonly server: Listening;
  readonly made: Http2Server;
  readonly transport: Transport;
  /** Paths that the server looked at, in order. */
  readonly seen: string[];
}

interface SceneTerms {
  /** Answers; `session` counts from 1. */
  readonly answer: (stream: ServerHttp2Stream, path: string, session: number) => void;
  readonly greet?: (session: ServerHttp2Session, number: number) => void;
  readonly streamsMax?: number;
  readonly timeoutMs?: number;
  readonly places?: number;
}

async function scene(t: TestContext, terms: SceneTerms): Promise<Scene> {
  const { answer, greet, streamsMax, timeoutMs = 2000, places = 8 } = terms;
  const settings = streamsMax === undefined ? {} : { maxConcurrentStreams: streamsMax };
  const numbers = new Map<object | undefined, number>();
  const seen: string[] = [];
  const made = createServer({ settings });
  made.on("sessionError", () => undefined);
  made.on("session", (session) => {
    numbers.set(
      session.on("error", () => undefined),
      numbers.size + 1,
    );
    greet?.(session, numbers.size);
  });
  made.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    const path = String(headers[":path"]);
    seen.push(path);
    answer(stream, path, numbers.get(stream.session) ?? 0);
  });
  const server = await listening(made);
  const url = `http://127.0.0.1:${server.port}`;
  const transport = http2Transport<Exchange>({ url, tls: NO_TLS, timeoutMs, clockUs, streamsMax: places });
  t.after(async () => {
    await transport.close();
    await server.close();
  });
  assert.deepEqual(await transport.connect(1), []);
  return { server, made, transport, seen };
}

function fine(stream: ServerHttp2Stream, afterMs = 0): void {
  const end = (): void => {
    if (stream.destroyed) return;
    stream.respond({ ":status": 200 });
    stream.pipe(stream);
  };
  if (afterMs === 0) end();
  else setTimeout(end, afterMs);
}

const FIRST_STREAM = 1;
const paths = ["/0", "/1", "/2", "/3", "/4", "/5"];
const outcome = ({ answer, failure }: Ended): string | number => answer?.status ?? failure ?? "";

function askAll(transport: Transport, some: readonly string[] = paths): Promise<Ended[]> {
  return Promise.all(some.map((path) => ask(transport, { path, method: "POST", body: path, keep: "all" })));
}

describe("what the other side has not looked at", () => {
  test("a stream that is refused goes out once more, with its body, and is one exchange", async (t) => {
    let refusals = 0;
    const { transport, seen } = await scene(t, {
      answer: (stream) => {
        refusals += 1;
        if (refusals === 1) stream.close(NGHTTP2_REFUSED_STREAM);
        else fine(stream);
      },
    });
    const { answer } = await ask(transport, { path: "/a", method: "POST", body: "whole", keep: "all" });
    assert.deepEqual([answer?.status, answer?.body?.toString()], [200, "whole"]);
    assert.deepEqual([transport.repeated, seen], [1, ["/a", "/a"]]);
    await until(() => transport.idle === 8);
  });

  test("once: refused again it has failed by that name, and the next one may be taken", async (t) => {
    const { transport, seen } = await scene(t, {
      answer: (stream, path) => (path === "/no" ? stream.close(NGHTTP2_REFUSED_STREAM) : fine(stream)),
    });
    assert.equal((await ask(transport, { path: "/no" })).failure, "refused-stream");
    assert.deepEqual([seen, transport.repeated], [["/no", "/no"], 1]);
    assert.equal((await ask(transport, { path: "/yes" })).answer?.status, 200);
  });

  test("behind a good-bye: what was taken ends where it is, the rest on a new connection, nothing twice", async (t) => {
    let taken = 0;
    const { transport, seen, server } = await scene(t, {
      answer: (stream, _, session) => {
        taken += 1;
        if (session === 1 && taken === 2) stream.session?.goaway(NGHTTP2_NO_ERROR, stream.id);
        if (session === 1 && taken > 2) seen.pop();
        else fine(stream, session === 1 ? 60 : 0);
      },
    });
    const all = await askAll(transport);
    assert.deepEqual(all.map(outcome), [200, 200, 200, 200, 200, 200]);
    assert.deepEqual(
      all.map(({ answer }) => answer?.body?.toString()),
      paths,
    );
    assert.deepEqual([seen.toSorted(), transport.repeated, server.connections()], [paths, 4, 2]);
    await until(() => transport.idle === 8);
  });

  test("a good-bye for a reason: what was taken is reset, only what was not goes out again", async (t) => {
    let taken = 0;
    const { transport } = await scene(t, {
      answer: (stream, _, session) => {
        taken += 1;
        if (session > 1) fine(stream);
        else if (taken === 2) stream.session?.goaway(NGHTTP2_ENHANCE_YOUR_CALM, stream.id);
      },
    });
    assert.deepEqual((await askAll(transport)).map(outcome), ["reset", "reset", 200, 200, 200, 200]);
    assert.equal(transport.repeated, 4);
  });

  test("a connection that breaks says nothing of what was looked at: nothing goes out again", async (t) => {
    const { transport, seen } = await scene(t, {
      answer: (stream, path) => (path === "/break" ? stream.session?.destroy() : fine(stream)),
    });
    assert.equal((await ask(transport, { path: "/break" })).failure, "closed-early");
    assert.deepEqual([seen, transport.repeated], [["/break"], 0]);
    assert.equal((await ask(transport, { path: "/ok" })).answer?.status, 200);
  });

  test("nobody there any more: the failure is that of the new connection", async (t) => {
    const { transport, made } = await scene(t, {
      answer: (stream, path) => {
        if (path === "/first") return fine(stream);
        made.close();
        stream.session?.goaway(NGHTTP2_NO_ERROR, FIRST_STREAM);
      },
    });
    await ask(transport, { path: "/first" });
    assert.equal((await ask(transport, { path: "/" })).failure, "refused");
    assert.equal(transport.repeated, 0, "it never went out again");
  });

  test("a server that always says good-bye is tried a few times and no more", async (t) => {
    const { transport, server } = await scene(t, {
      answer: (stream, path) => (path === "/" ? stream.session?.goaway(NGHTTP2_NO_ERROR, FIRST_STREAM) : fine(stream)),
      greet: (session, number) => void (number > 1 && session.close()),
      places: 1,
    });
    assert.equal((await ask(transport, { path: "/first" })).answer?.status, 200);
    assert.equal((await ask(transport, { path: "/" })).failure, "refused-stream");
    assert.ok(server.connections() <= 4, `${server.connections()} connections`);
  });

  test("the time of an exchange runs on while it goes out again", async (t) => {
    const { transport } = await scene(t, {
      answer: (stream, path) => {
        if (path === "/first") fine(stream);
        else setTimeout(() => stream.session?.goaway(NGHTTP2_NO_ERROR, FIRST_STREAM), 1500);
      },
      timeoutMs: 3000,
    });
    await ask(transport, { path: "/first" });
    const { failure, tookMs } = await ask(transport, { path: "/" });
    assert.equal(failure, "timeout");
    assert.ok(tookMs >= 2990 && tookMs < 4400, `${tookMs} ms, not 1500 ms and then 3000 ms again`);
    assert.equal(transport.repeated, 1);
  });
});

describe("a server that takes few streams at a time", () => {
  test("gets no more, and what waits does so before it is sent", async (t) => {
    let atATime = 0;
    let most = 0;
    const { transport } = await scene(t, {
      answer: (stream) => {
        most = Math.max(most, (atATime += 1));
        stream.on("close", () => (atATime -= 1));
        fine(stream, 40);
      },
      streamsMax: 3,
    });
    assert.deepEqual([transport.idle, transport.open], [3, 1]);
    const all = askAll(transport, ["/0", "/1", "/2"]);
    await until(() => atATime === 3);
    assert.equal(transport.idle, 0, "a fourth one waits outside, where waiting is told apart from service");
    assert.deepEqual((await all).map(outcome), [200, 200, 200]);
    assert.equal(most, 3);
    transport.grow();
    await until(() => transport.idle === 6);
    assert.equal(transport.open, 2);
  });

  test("as many as before after a good-bye", async (t) => {
    const { transport, server } = await scene(t, {
      answer: (stream, path) => {
        if (path === "/bye") stream.session?.close();
        fine(stream);
      },
      streamsMax: 3,
    });
    assert.equal((await ask(transport, { path: "/bye" })).answer?.status, 200);
    await until(() => transport.idle === 3);
    assert.deepEqual((await askAll(transport, ["/0", "/1", "/2"])).map(outcome), [200, 200, 200]);
    assert.equal(server.connections(), 2);
  });
});

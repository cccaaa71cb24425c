import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { HoldpointError } from "@holdpoint/core";
import type { MetricsFormat } from "@holdpoint/kit";
import { METRICS_CONTENT_TYPE, metricsFormatFor, OPENMETRICS_CONTENT_TYPE } from "@holdpoint/kit";

const CONNECTIONS_MAX = 16;
const REQUEST_MS_MAX = 5000;
const HEADER_BYTES_MAX = 8192;
const TYPES = { prometheus: METRICS_CONTENT_TYPE, openmetrics: OPENMETRICS_CONTENT_TYPE } as const;

export interface MetricsServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` as long as a run lasts, on a loopback address, in the format that `Accept` asks for.
 *
 * @param address `127.0.0.1:PORT` or `[::1]:PORT`; port 0 takes a free one
 * @throws HoldpointError `HP-USAGE` for another address, or one that is taken
 */
export async function serveMetrics(address: string, page: (format: MetricsFormat) => string): Promise<MetricsServer> {
  const { host, port } = loopback(address);
  const server = createServer({ maxHeaderSize: HEADER_BYTES_MAX }, (request, response) => {
    const path = request.url?.split("?", 1)[0];
    const isRead = request.method === "GET" || request.method === "HEAD";
    const status = path !== "/metrics" ? 404 : isRead ? 200 : 405;
    const format = metricsFormatFor(request.headers.accept);
    const text = status === 200 ? page(format) : "";
    response.writeHead(status, {
      ...(status === 200 ? { "content-type": TYPES[format], vary: "Accept" } : {}),
      ...(status === 405 ? { allow: "GET, HEAD" } : {}),
      "content-length": Buffer.byteLength(text),
      connection: "close",
    });
    response.end(request.method === "HEAD" ? "" : text);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.requestTimeout = REQUEST_MS_MAX;
  server.headersTimeout = REQUEST_MS_MAX;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(new HoldpointError("HP-USAGE", `metrics cannot be served at ${address}: ${cause.message}`, {}, cause)),
    );
    server.listen({ host, port }, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const ADDRESS = /^(127(?:\.\d{1,3}){3}|localhost|\[::1\]):(\d{1,5})$/;
const PORT_MAX = 65_535;

function loopback(address: string): { readonly host: string; readonly port: number } {
  const [, name = "", digits = ""] = ADDRESS.exec(address) ?? [];
  if (name === "" || Number(digits) > PORT_MAX) {
    const said = `${JSON.stringify(address)} is no address of this machine alone, such as 127.0.0.1:9464`;
    throw new HoldpointError("HP-USAGE", said);
  }
  return { host: name === "localhost" ? "127.0.0.1" : name.replace(/[[\]]/g, ""), port: Number(digits) };
}

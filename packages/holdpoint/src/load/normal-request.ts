import type { CheckPlan, ExtractPlan, FlowPlan, RequestPlan } from "@holdpoint/core";
import type { RawChecks, RawLoad, RawRequest } from "./raw-load.ts";

const SIZE_BYTES_MAX = Number.MAX_SAFE_INTEGER;

/** Flows as they were written, then each request as a flow of one step; without either one GET of the URL. */
export function normalFlows({ flows = [], requests }: Pick<RawLoad, "flows" | "requests">): FlowPlan[] {
  const single = requests ?? (flows.length === 0 ? [{}] : []);
  return [
    ...flows.map(({ name, weight, steps }) => ({ name, weight: weight ?? 1, steps: steps.map(normalRequest) })),
    ...single.map((raw) => {
      const request = normalRequest(raw);
      return { name: request.endpoint, weight: raw.weight ?? 1, steps: [request] };
    }),
  ];
}

function normalRequest(raw: RawRequest): RequestPlan {
  const { method = "GET", path = "", headers = {} } = raw;
  const isJson = raw.json !== undefined;
  const body = isJson ? JSON.stringify(raw.json) : (raw.body ?? null);
  const named = Object.entries(headers).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : value).map((one): readonly [string, string] => [name, one]),
  );
  const typed = named.some(([name]) => name.toLowerCase() === "content-type");
  return {
    endpoint: raw.endpoint ?? `${method} ${path === "" ? "/" : path}`,
    tags: raw.tags ?? [],
    method,
    path,
    headers: isJson && !typed ? [...named, ["content-type", "application/json"]] : named,
    body,
    ...(isJson && body?.includes("${") === true ? { bodyFill: "json" } : {}),
    extract: Object.entries(raw.extract ?? {}).map(([name, from]) => normalExtract(name, from)),
    checks: raw.checks === undefined ? [] : normalChecks(raw.checks),
    ...(raw.correlate === undefined ? {} : { correlate: raw.correlate }),
  };
}

function normalExtract(name: string, from: { header?: string; json?: string; body?: string }): ExtractPlan {
  if (from.header !== undefined) return { name, from: "header", header: from.header.toLowerCase() };
  if (from.json !== undefined) return { name, from: "json", path: from.json };
  return { name, from: "body", pattern: from.body ?? "" };
}

function normalChecks({ status, headers = {}, body, json = {}, size }: RawChecks): CheckPlan[] {
  return [
    ...(status === undefined ? [] : [{ kind: "status", in: status.map(statusRange) } as const]),
    ...Object.entries(headers).map(
      ([header, matches]) => ({ kind: "header", header: header.toLowerCase(), matches }) as const,
    ),
    ...(body === undefined ? [] : [{ kind: "body", matches: body } as const]),
    ...Object.entries(json).map(([path, equals]) => ({ kind: "json", path, equals }) as const),
    ...(size === undefined
      ? []
      : [{ kind: "size", minBytes: size.min ?? 0, maxBytes: size.max ?? SIZE_BYTES_MAX } as const]),
  ];
}

function statusRange(status: number | string): readonly [number, number] {
  const [from = "", to = from] = String(status).split("-");
  return [Number(from), Number(to)];
}

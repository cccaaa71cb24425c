import { HoldpointError, parseInstant } from "@holdpoint/core";

/** Parameters after their schema was checked: each at most once. */
export type Query = Readonly<Record<string, string | undefined>>;

export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 200;

/** @throws HoldpointError `HP-GATEWAY-QUERY` unless it is a whole number from 1 to `max` */
export function readCount(query: Query, name: string, normal: number, max: number): number {
  const text = query[name];
  if (text === undefined) return normal;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= max) return value;
  throw new HoldpointError("HP-GATEWAY-QUERY", `'${name}' must be a whole number from 1 to ${max}`);
}

/** Milliseconds since 1970. @throws HoldpointError `HP-GATEWAY-QUERY` for what is no RFC 3339 instant in UTC */
export function readInstant(query: Query, name: string): number | undefined {
  const value = instantOf(query[name]);
  if (!Number.isNaN(value)) return value;
  throw new HoldpointError("HP-GATEWAY-QUERY", `'${name}' must be an instant in UTC such as 2026-01-02T03:04:05Z`);
}

/** The same for a field of a body. @throws HoldpointError `HP-GATEWAY-BODY` */
export function bodyInstant(field: string, text: string | undefined): number | undefined {
  const value = instantOf(text);
  if (!Number.isNaN(value)) return value;
  throw new HoldpointError("HP-GATEWAY-BODY", `'${field}' must be an instant in UTC such as 2026-01-02T03:04:05Z`);
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseInstant(text);
}

import type { DataPlan, RequestPlan } from "@holdpoint/core";
import type { Keep } from "../keep.ts";
import { mostKept } from "../keep.ts";
import type { WireRequest } from "../wire.ts";
import type { RequestTexts } from "./body-only.ts";
import { bodyOnly } from "./body-only.ts";
import type { AnswerCheck } from "./checks.ts";
import { compileChecks } from "./checks.ts";
import type { Extract } from "./extracts.ts";
import { compileExtract } from "./extracts.ts";
import { requireHeaderName, requireHeaderValue, requireMethod } from "./header-rules.ts";
import { completeHeaders, escapePath, http1Bytes } from "./http1-bytes.ts";
import type { PlaceOf } from "./place.ts";
import type { Target } from "./target.ts";
import { joinPath } from "./target.ts";
import type { Template, Value } from "./template.ts";
import { fill, parseTemplate } from "./template.ts";
import type { ArrivalValues } from "./values.ts";
import { valueOf } from "./values.ts";

/** A check as reports name it: with its endpoint. */
export interface NamedCheck extends AnswerCheck {
  readonly name: string;
}

/** A request that is ready to be sent, or needs no more than an arrival's values to be. */
export interface PreparedRequest {
  readonly endpoint: string;
  readonly tags: readonly string[];
  readonly keep: Keep;
  readonly checks: readonly NamedCheck[];
  readonly extracts: readonly Extract[];
  /** The same object for every arrival when nothing is filled in. */
  request(values: ArrivalValues): WireRequest;
}

export interface RequestTerms {
  readonly target: Target;
  readonly data: readonly DataPlan[];
  /** Names that earlier steps of the flow extract. */
  readonly extracted: readonly string[];
  readonly pointer: string;
  readonly placeOf: PlaceOf;
}

type Text = Template<ArrivalValues>;
type Filled = Value<ArrivalValues>;

/** A quotation mark in a row of data must not end the text that it is filled into. */
function inJson(value: Filled): Filled {
  return (values) => JSON.stringify(value(values)).slice(1, -1);
}

/** @throws HoldpointError `HP-LOAD-REQUEST`, `-PLACEHOLDER`, `-PATTERN` or `-JSON-PATH` with the place in the plan */
export function compileRequest(plan: RequestPlan, terms: RequestTerms): PreparedRequest {
  const { target, data, extracted, pointer, placeOf } = terms;
  const text = (text: string, member: string, fitting: (value: Filled) => Filled = (value) => value): Text => {
    const planned = { text, pointer: `${pointer}.${member}`, placeOf };
    return parseTemplate(planned, (name, index) => fitting(valueOf(name, planned, index, { data, extracted })));
  };
  requireMethod({ text: plan.method, pointer: `${pointer}.method`, placeOf });
  const path = text(plan.path, "path");
  const headers = plan.headers.map(([name, value], index): readonly [string, Text] => {
    requireHeaderName({ text: name, pointer: `${pointer}.headers[${index}]`, placeOf });
    requireHeaderValue({ text: value, pointer: `${pointer}.headers[${index}]`, placeOf });
    requireRows(value, data, `${pointer}.headers[${index}]`, placeOf);
    return [name, text(value, `headers[${index}]`)];
  });
  const body = plan.body === null ? null : text(plan.body, "body", plan.bodyFill === "json" ? inJson : undefined);
  const checks = compileChecks(plan.checks, `${pointer}.checks`, placeOf);
  const extracts = plan.extract.map((one, index) => compileExtract(one, `${pointer}.extract[${index}]`, placeOf));
  const correlate = plan.correlate === undefined ? {} : { correlate: plan.correlate };
  const texts = { path, headers, body };
  const make = bodyOnly(plan.method, target, texts) ?? ((values) => wire(plan.method, target, texts, values));
  const render = (values: ArrivalValues): WireRequest => ({ ...make(values), ...correlate });
  const isStatic = [path, body ?? "", ...headers.map(([, value]) => value)].every((part) => typeof part === "string");
  const ready = isStatic ? render(NO_VALUES) : null;
  return {
    endpoint: plan.endpoint,
    tags: plan.tags,
    keep: mostKept([...checks, ...extracts].map(({ keep }) => keep)),
    checks: checks.map((check) => ({ ...check, name: `${plan.endpoint}: ${check.text}` })),
    extracts,
    request: ready === null ? render : () => ready,
  };
}

const NO_VALUES: ArrivalValues = {
  index: 0,
  draw: () => 0,
  extracted: new Map(),
  rows: new Map(),
};

/** Whatever data a header takes comes from rows that are known now: refused before anything is sent. */
function requireRows(value: string, data: readonly DataPlan[], pointer: string, placeOf: PlaceOf): void {
  for (const { name, rows } of data) {
    for (const column of Object.keys(rows[0] ?? {})) {
      const placeholder = [`\${${name}.${column}}`, `\${data.${column}}`].find((one) => value.includes(one));
      if (placeholder === undefined) continue;
      for (const row of rows) requireHeaderValue({ text: value, pointer, placeOf }, row[column] ?? "");
    }
  }
}

function wire(method: string, target: Target, texts: RequestTexts<ArrivalValues>, values: ArrivalValues): WireRequest {
  const path = escapePath(joinPath(target, fill(texts.path, values)));
  const body = texts.body === null ? null : Buffer.from(fill(texts.body, values), "utf8");
  const planned = texts.headers.map(([name, value]): readonly [string, string] => [name, fill(value, values)]);
  const bodyBytes = body?.length ?? null;
  const headers = completeHeaders(planned, { method, host: target.host, bodyBytes });
  return { method, path, headers, body, http1: http1Bytes({ method, path, headers, body }) };
}

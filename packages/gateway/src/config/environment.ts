import type { Trouble } from "./trouble.ts";

/** Anything that looks like a variable, so that one written wrongly is told and not sent as it stands. */
const VARIABLE = /\$\{env:([^}]*)\}?/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;
/** What RFC 9110 section 5.5 lets a field value hold, without obs-text. */
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;

/** Headers that the gateway sets itself, or that belong to the connection. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "idempotency-key",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "traceparent",
  "tracestate",
  "upgrade",
  "x-correlation-id",
]);

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A header's value with the variables put in; call `headerTroubles` first.
 *
 * @example
 * headerValue("Bearer ${env:TOKEN}", { TOKEN: "secret" }); // "Bearer secret"
 */
export function headerValue(text: string, env: Environment): string {
  return text.replaceAll(VARIABLE, (_, name: string) => variable(name, env));
}

/** Why headers cannot be sent; no text of it holds a variable's value. */
export function headerTroubles(
  headers: Readonly<Record<string, string>>,
  path: readonly string[],
  env: Environment,
): Trouble[] {
  return Object.entries(headers).flatMap(([name, text]): Trouble[] => {
    const at = [...path, name];
    if (OWN_HEADERS.has(name.toLowerCase())) {
      return [{ path: at, at: "key", text: `the header "${name}" is set by the gateway itself` }];
    }
    const objection = variableObjection(text, env);
    if (objection !== null) return [{ path: at, at: "value", text: objection }];
    if (FIELD_VALUE.test(headerValue(text, env))) return [];
    return [{ path: at, at: "value", text: `the header "${name}" would hold a character that no header may hold` }];
  });
}

function variableObjection(text: string, env: Environment): string | null {
  for (const [whole, name = ""] of text.matchAll(VARIABLE)) {
    if (!whole.endsWith("}") || !NAME.test(name)) return `${whole} is not of the form \${env:NAME}`;
    if (variable(name, env) === "") return `the environment variable ${name} is not set`;
  }
  return null;
}

/** Empty for what is not set; names that every object inherits are no variables. */
function variable(name: string, env: Environment): string {
  return Object.hasOwn(env, name) ? (env[name] ?? "") : "";
}

/** Places outside of header values where a variable was written: it would be taken literally there. */
export function strayVariables(value: unknown, path: readonly string[] = []): Trouble[] {
  if (typeof value === "string") {
    if (path.at(-2) === "headers" || !value.includes("${env:")) return [];
    return [{ path, at: "value", text: "variables of the environment are put into header values only" }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => strayVariables(below, [...path, key]));
}

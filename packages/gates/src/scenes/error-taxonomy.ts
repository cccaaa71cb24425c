import type { ErrorProvocation, ErrorSurface, ErrorTaxonomyBody, PlantScene, RegisteredError } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";

const REGISTRY: readonly RegisteredError[] = [
  { code: "HP-GATEWAY-BODY", title: "The body is not what this path takes", status: 400, retryable: false },
  { code: "HP-GATEWAY-BUSY", title: "The gateway has as much work as it takes", status: 503, retryable: true },
  { code: "HP-GATEWAY-STREAM-MESSAGE", title: "The message is not taken", status: 400, retryable: false },
  { code: "HP-GATEWAY-POLICY", title: "The policy file is not a policy", status: 422, retryable: false },
  { code: "HP-GATEWAY-STORAGE", title: "The store does not answer", status: 503, retryable: true },
  { code: "HP-ACTION-TIMEOUT", title: "The other side did not answer in time", status: 504, retryable: true },
];

const FOR_SURFACE: Readonly<Record<ErrorSurface, string>> = {
  http: "HP-GATEWAY-BODY",
  stream: "HP-GATEWAY-STREAM-MESSAGE",
  action: "HP-ACTION-TIMEOUT",
  start: "HP-GATEWAY-POLICY",
};

/** An error that came out as it is registered. */
export function provocation(
  id: string,
  surface: ErrorSurface,
  code: string = FOR_SURFACE[surface],
  changes: Partial<ErrorProvocation> = {},
): ErrorProvocation {
  const entry = REGISTRY.find((one) => one.code === code);
  const { title, status, retryable } = entry ?? { title: "", status: 500, retryable: false };
  const problem = { type: `urn:holdpoint:error:${code}`, title, status, detail: "d", code, retryable, hint: "h" };
  const isHttp = surface === "http";
  return {
    id,
    surface,
    done: `does ${id}`,
    expected: code,
    answered: true,
    code,
    retryable,
    status: isHttp ? status : null,
    contentType: isHttp ? "application/problem+json; charset=utf-8" : null,
    retryAfter: isHttp && status === 503 ? "1" : null,
    problem: isHttp || surface === "start" ? problem : null,
    operation: isHttp ? { method: "POST", path: "/v1/actions" } : null,
    leaks: [],
    ...changes,
  };
}

/** Forty-five errors on four surfaces, each as it is registered and documented. */
export function taxonomy(changes: Partial<ErrorTaxonomyBody> = {}): ErrorTaxonomyBody {
  const surfaces = Object.keys(FOR_SURFACE) as ErrorSurface[];
  const many = surfaces.flatMap((surface) =>
    Array.from({ length: 11 }, (_, at) => provocation(`${surface}-${at}`, surface)),
  );
  return {
    provocations: [...many, provocation("busy", "http", "HP-GATEWAY-BUSY")],
    registry: REGISTRY,
    excused: [{ code: "HP-GATEWAY-STORAGE", reason: "a disk that breaks cannot be had from outside" }],
    documentation: { file: "docs/reference/errors.md", codes: ["HP-READ-EMPTY", ...REGISTRY.map(({ code }) => code)] },
    operations: [{ method: "POST", path: "/v1/actions", responses: ["200", "202", "400", "503"] }],
    after: { live: true, ready: true, honestAction: "SUCCEEDED" },
    ...changes,
  };
}

export function taxonomyScene(changes: Partial<ErrorTaxonomyBody> = {}): PlantScene {
  return { bodies: { [KIND.errorTaxonomy]: [taxonomy(changes)] } };
}

/** Changes the body of a scene, as a plant does. */
export function harmTaxonomy(
  change: (body: ErrorTaxonomyBody) => Partial<ErrorTaxonomyBody>,
): (scene: PlantScene) => PlantScene {
  return (scene) => withBody<ErrorTaxonomyBody>(scene, KIND.errorTaxonomy, (body) => ({ ...body, ...change(body) }));
}

/** Changes one error that was provoked. */
export function harmProvocation(id: string, changes: Partial<ErrorProvocation>): (scene: PlantScene) => PlantScene {
  return harmTaxonomy(({ provocations }) => ({
    provocations: provocations.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  }));
}

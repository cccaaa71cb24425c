import type { ExpositionBody, ExpositionCode, ExpositionFamily, ExpositionProblem, PlantScene } from "@holdpoint/core";
import { KIND, SCENE_NOW_MS, withBody } from "@holdpoint/core";

const START_S = SCENE_NOW_MS / 1000 - 3600;

export function family(name: string, changes: Partial<ExpositionFamily> = {}): ExpositionFamily {
  return { name, type: "gauge", unit: null, help: true, series: 1, ...changes };
}

/** A page of two scrapes, fifteen seconds apart, with nothing wrong. */
export function exposition(changes: Partial<ExpositionBody> = {}): ExpositionBody {
  const scrape = { samples: 20, families: 3, processStartS: START_S };
  return {
    source: "api",
    format: "prometheus",
    contentType: "text/plain; version=0.0.4; charset=utf-8",
    sizeBytes: 2000,
    scrapes: [
      { file: "metrics/1.prom", atMs: SCENE_NOW_MS - 20_000, ...scrape },
      { file: "metrics/2.prom", atMs: SCENE_NOW_MS - 5_000, ...scrape },
    ],
    problems: [],
    problemsLeftOut: 0,
    families: [
      family("http_requests_total", { type: "counter", series: 4 }),
      family("http_request_duration_seconds", { type: "histogram", series: 15 }),
      family("process_start_time_seconds"),
    ],
    familiesLeftOut: 0,
    wanted: [{ family: "http_requests_total", found: true }],
    ...changes,
  };
}

export function expositionScene(changes: Partial<ExpositionBody> = {}): PlantScene {
  return { bodies: { [KIND.metricsExposition]: [exposition(changes)] } };
}

/** A plant's way to harm what was scraped. */
export function harmExposition(
  harm: (body: ExpositionBody) => Partial<ExpositionBody>,
): (scene: PlantScene) => PlantScene {
  return (scene) => withBody<ExpositionBody>(scene, KIND.metricsExposition, (body) => ({ ...body, ...harm(body) }));
}

export function problemOf(code: ExpositionCode, changes: Partial<ExpositionProblem> = {}): ExpositionProblem {
  const place = { scrape: 1, line: 7, column: 1 };
  return { code, severity: "error", text: `planted ${code}`, family: "http_requests_total", ...place, ...changes };
}

/** The same with one problem that the validator told. */
export function harmByProblem(
  code: ExpositionCode,
  changes: Partial<ExpositionProblem> = {},
): (scene: PlantScene) => PlantScene {
  return harmExposition((body) => ({ problems: [...body.problems, problemOf(code, changes)] }));
}

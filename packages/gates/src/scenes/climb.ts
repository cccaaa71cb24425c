import type { Json, LatencySummary, LoadBody, LoadWindow, PlantScene } from "@holdpoint/core";
import { KIND, withBody } from "@holdpoint/core";
import { latencySummary, load, loadTerms } from "./load.ts";

export const CLIMB_LIMITS: Json = { percentile: "p95", maxMs: 1000, maxBadPercent: 1, holdS: 5 };

/** Seconds at each rate on the way up; the target gives way at 700 and comes back at 200. */
const STEP_S = 5;
const RATES = [100, 200, 300, 400, 500, 600] as const;

function climbWindow(at: number, changes: Partial<LoadWindow> & Pick<LoadWindow, "completed">): LoadWindow {
  const counts = { sent: changes.completed, failed: 0, dropped: 0, queued: 0, lagMax: 1.5 };
  const service = latencySummary(changes.completed);
  return { startMs: at * 1000, sizeMs: 1000, ...counts, response: service, service, ...changes };
}

/** 100 to 600 requests a second are held, 700 are not; then 200 for ten seconds, held again from the second on. */
export function climbWindows(): LoadWindow[] {
  const up = RATES.flatMap((rate) => Array.from({ length: STEP_S }, () => ({ completed: rate })));
  const slow = (count: number): LatencySummary | null => latencySummary(count, 20);
  const over = Array.from({ length: STEP_S }, (_, at) => ({
    completed: 620,
    queued: 80 * (at + 1),
    response: slow(620),
  }));
  const down = Array.from({ length: 9 }, () => ({ completed: 200 }));
  return [...up, ...over, { completed: 600, response: slow(600) }, ...down].map((one, at) => climbWindow(at, one));
}

/** A search for the limit of a target that has one, and comes back from it. */
export function climb(changes: Partial<LoadBody> = {}): LoadBody {
  const windows = climbWindows();
  const sum = windows.reduce((total, { completed }) => total + completed, 0);
  return load({
    id: "capacity",
    target: null,
    due: sum,
    sent: sum,
    completed: sum,
    durationMs: windows.length * 1000,
    windows,
    series: [],
    slo: [],
    terms: loadTerms({ arrivals: ["steps"], cpuS: 20 }),
    ...changes,
  });
}

export function withClimb(scene: PlantScene, changes: Partial<LoadBody>): PlantScene {
  return withBody<LoadBody>(scene, KIND.load, (body) => ({ ...body, ...changes }));
}

/** Changes windows of the climb, by the second at which they begin. */
export function withWindows(
  scene: PlantScene,
  change: (window: LoadWindow, at: number) => Partial<LoadWindow>,
): PlantScene {
  return withBody<LoadBody>(scene, KIND.load, (body) => ({
    ...body,
    windows: body.windows.map((window, at) => ({ ...window, ...change(window, at) })),
  }));
}

/** Without the seconds from one on: the climb ends there. */
export function endingAt(scene: PlantScene, second: number): PlantScene {
  return withBody<LoadBody>(scene, KIND.load, (body) => ({
    ...body,
    durationMs: second * 1000,
    windows: body.windows.slice(0, second),
  }));
}

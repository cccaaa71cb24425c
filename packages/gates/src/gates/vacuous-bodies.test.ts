import assert from "node:assert/strict";
import { test } from "node:test";
import type { ExpositionBody, Gate, LoadBody, ResourcesBody, SoakBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { climb, climbWindows } from "../scenes/climb.ts";
import { exposition, family } from "../scenes/exposition.ts";
import { latencySummary, load, loadSeries, loadTerms, loadWindow, sloResult } from "../scenes/load.ts";
import { leakSelfTest, resources, resourceSeries } from "../scenes/resources.ts";
import { soak, soakIteration } from "../scenes/soak.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { capacity } from "./capacity.ts";
import { leak } from "./leak.ts";
import { metricsExposition } from "./metrics-exposition.ts";
import { performance } from "./performance.ts";
import { soakKpi } from "./soak-kpi.ts";

type Table<Body> = readonly (readonly [name: string, ...bodies: readonly Body[]])[];

/** Bodies that break no single rule loudly, and show nothing: no gate may let one through, not even with a warning. */
function refuses<Body>(
  gate: Gate,
  kind: string,
  sound: Body,
  params: Parameters<typeof judgeWhole>[2],
  all: Table<Body>,
): void {
  test(`${gate.id}: what shows nothing never passes`, () => {
    const judged = (bodies: readonly Body[]): ReturnType<typeof judgeWhole> =>
      judgeWhole(gate, { bodies: { [kind]: bodies } }, params);
    assert.equal(judged([sound]).verdict, "PASS", "else nothing below would tell anything");
    for (const [name, ...bodies] of all) {
      for (const list of [bodies, [sound, ...bodies], [...bodies, sound]]) {
        const result = judged(list);
        assert.ok(result.verdict === "FAIL" || result.verdict === "INCONCLUSIVE", `${name} is ${result.verdict}`);
        assert.deepEqual(ending(result, "error"), [], `${name}: judged, not thrown`);
      }
    }
  });
}

const NOTHING = { count: 0, sumUs: 0, minUs: 0, maxUs: 0, buckets: [] };
const other = (changes: Partial<LoadBody>): LoadBody => load({ id: "other", ...changes });
const silent = { response: null, service: null };

const LOADS: Table<LoadBody> = [
  ["nothing was due", other({ due: 0, sent: 0, completed: 0, ...silent, windows: [], series: [], slo: [] })],
  [
    "all failed at once",
    other({ completed: 0, failed: 10_000, windows: [], series: [loadSeries(0, { failed: 10_000 })] }),
  ],
  ["all were dropped", other({ sent: 0, completed: 0, dropped: 10_000, ...silent, windows: [], series: [] })],
  ["one request", other({ due: 1, sent: 1, completed: 1, windows: [], series: [], response: latencySummary(1) })],
  ["one second", other({ durationMs: 1000, windows: [loadWindow(0)] })],
  ["no objective", other({ slo: [] })],
  ["objectives that are undecided", other({ slo: [sloResult({ outcome: "inconclusive" })] })],
  ["objectives of an invalid run called met", other({ validity: "invalid", reasons: [{ code: "lag", text: "late" }] })],
  ["valid with a reason against it", other({ reasons: [{ code: "aborted", text: "cut short" }] })],
  ["invalid without a reason", other({ validity: "invalid" })],
  ["met on nothing", other({ slo: [sloResult({ samples: 0, minSamples: 0 })] })],
  ["met without a figure", other({ slo: [sloResult({ observed: null })] })],
  ["met without an interval", other({ slo: [sloResult({ interval: null })] })],
  ["met in no window", other({ slo: [sloResult({ windows: { judged: 0, missed: 0, inconclusive: 9 } })] })],
  ["empty histograms", other({ series: [loadSeries(10_000, { response: NOTHING, service: NOTHING })] })],
  ["no histogram", other({ series: [] })],
  ["no windows", other({ windows: [] })],
  ["windows of nothing", other({ windows: Array.from({ length: 20 }, (_, at) => loadWindow(at, { completed: 0 })) })],
  ["a tenth of the rate", other({ achieved: 50 })],
  ["a target of nothing", other({ target: 0, achieved: 0 })],
  ["no target", other({ target: null })],
  ["no address", other({ url: "" })],
  ["another tool's word", other({ trust: "unknown" })],
  ["a closed model", other({ trust: "closed-service-only", terms: loadTerms({ model: "closed" }) })],
  ["no plan and no machine", other({ terms: loadTerms({ planSha256: null, testbedSha256: null }) })],
  [
    "response times without their histogram",
    other({ series: [loadSeries(10_000, { response: null, summary: null })] }),
  ],
  [
    "the slowest neither completed nor failed",
    other({
      completed: 5000,
      response: latencySummary(5000),
      service: latencySummary(5000),
      series: [loadSeries(5000)],
      windows: Array.from({ length: 20 }, (_, at) => loadWindow(at, { completed: 250, sent: 500 })),
    }),
  ],
  ["a rate that was only said", other({ target: 5000, achieved: 5000 })],
  ["a second run of one id", other({}), other({ terms: loadTerms({ cpuS: 5 }) })],
  ["every window missed, and met", other({ slo: [sloResult({ windows: { judged: 9, missed: 9, inconclusive: 0 } })] })],
  ["a closed model called open", other({ target: null, terms: loadTerms({ model: "closed" }) })],
];

const CLIMBS: Table<LoadBody> = [
  ["a climb of nothing", climb({ id: "b", due: 0, sent: 0, completed: 0, ...silent, windows: [] })],
  ["a climb without a time", climb({ id: "b", windows: climbWindows().map((one) => ({ ...one, ...silent })) })],
  [
    "a climb that the generator could not make",
    climb({ id: "b", validity: "invalid", reasons: [{ code: "lag", text: "late" }] }),
  ],
  ["a climb without its lag", climb({ id: "b", windows: climbWindows().map((one) => ({ ...one, lagMax: null })) })],
  ["a climb that lost its first seconds", climb({ id: "b", windows: climbWindows().slice(9) })],
  ["a climb by another tool", climb({ id: "b", trust: "closed-service-only" })],
  ["a climb whose generator was at its end", climb({ id: "b", terms: loadTerms({ arrivals: ["steps"], cpuS: 46 }) })],
  [
    "a climb that does not tell its processor time",
    climb({ id: "b", terms: loadTerms({ arrivals: ["steps"], cpuS: null }) }),
  ],
  ["a climb in no processor time", climb({ id: "b", terms: loadTerms({ arrivals: ["steps"], cpuS: 0 }) })],
];

const ten = (one: ResourcesBody["series"][number]): ResourcesBody["series"][number] => ({
  ...one,
  points: one.points.slice(0, 10),
});
const worker = (changes: Partial<ResourcesBody>): ResourcesBody => resources({ subject: "worker", ...changes });

const RESOURCES: Table<ResourcesBody> = [
  ["no series", worker({ series: [] })],
  ["no readings", worker({ series: resources().series.map((one) => ({ ...one, points: [], unreadable: 600 })) })],
  ["ten readings", worker({ series: resources().series.map(ten), steadyFromMs: 0 })],
  ["all of it warm-up", worker({ steadyFromMs: 600_000 })],
  ["warm-up beyond the end", worker({ steadyFromMs: 1e15 })],
  ["all of it faulted", worker({ faulted: [{ fromMs: 0, toMs: 1e12, why: "chaos" }] })],
  [
    "a fault in every window",
    worker({ faulted: Array.from({ length: 30 }, (_, at) => ({ fromMs: at * 2e4, toMs: at * 2e4 + 1, why: "x" })) }),
  ],
  ["nothing was served", worker({ requests: 0 })],
  ["a detector that was not tried", worker({ selfTest: null })],
  ["a detector that was tried on nothing", worker({ selfTest: leakSelfTest({ injectedPerS: 0, detectedPerS: 0 }) })],
  ["a detector that finds everything", worker({ selfTest: leakSelfTest({ soundFound: true }) })],
  [
    "memory under another name",
    worker({ series: resources().series.map((one) => (one.resource === "rss" ? { ...one, resource: "RSS" } : one)) }),
  ],
  [
    "readings all at one instant",
    worker({
      series: resources().series.map((one) => ({
        ...one,
        points: one.points.map(([, value]) => [9e4, value] as const),
      })),
    }),
  ],
  ["readings below nothing", worker({ series: [...resources().series.slice(1), { ...resourceSeries("rss", -9e7) }] })],
  ["every second reading failed", worker({ series: resources().series.map((one) => ({ ...one, unreadable: 600 })) })],
  [
    "memory read for half of it",
    worker({
      series: resources().series.map((one) => ({
        ...one,
        points: one.points.slice(0, one.resource === "rss" ? 300 : 601),
      })),
    }),
  ],
  [
    "a hole of half of it",
    worker({
      series: resources().series.map((one) => ({
        ...one,
        points: one.points.filter(([atMs]) => atMs < 33e4 || atMs > 59e4),
      })),
    }),
  ],
  ["memory told twice", worker({ series: [...resources().series, resourceSeries("rss", 9e7, 1e6)] })],
  [
    "readings of 0",
    worker({
      series: resources().series.map((one) => ({ ...one, points: one.points.map(([atMs]) => [atMs, 0] as const) })),
    }),
  ],
];

const page = (changes: Partial<ExpositionBody>): ExpositionBody => exposition({ source: "worker", ...changes });
const scrapes = (changes: Partial<ExpositionBody["scrapes"][number]>): ExpositionBody["scrapes"] =>
  exposition().scrapes.map((one) => ({ ...one, ...changes }));

const PAGES: Table<ExpositionBody> = [
  ["never scraped", page({ scrapes: [] })],
  ["scraped once", page({ scrapes: exposition().scrapes.slice(0, 1) })],
  ["one scrape told twice", page({ scrapes: scrapes({ atMs: exposition().scrapes[1]?.atMs ?? 0 }) })],
  ["empty scrapes", page({ scrapes: scrapes({ samples: 0, families: 0 }), families: [], wanted: [] })],
  ["families that are not listed", page({ families: [], wanted: [] })],
  [
    "families without a series",
    page({ families: exposition().families.map((one) => ({ ...one, series: 0 })), wanted: [] }),
  ],
  ["problems that are not listed", page({ problemsLeftOut: 1 })],
  ["a word for what was wanted", page({ wanted: [{ family: "gone_total", found: true }] })],
  [
    "comments of what was wanted",
    page({
      families: [...exposition().families, family("gone", { series: 0 })],
      wanted: [{ family: "gone", found: true }],
    }),
  ],
];

const trial = (changes: Partial<SoakBody>): SoakBody => soak({ id: "other", ...changes });
const unread = { summary: null, values: { p95_ms: null, net_bps: null } };

const ABOUT = { kpi: null, rule: null, parameter: null };
const OTHERWISE = { iteration: 2, field: "guards", ...ABOUT, recorded: "1", replayed: "2" } as const;

const SOAKS: Table<SoakBody> = [
  ["no iteration", trial({ iterations: [] })],
  ["no plan", trial({ planned: 0, iterations: [] })],
  ["half of the iterations", trial({ iterations: soak().iterations.slice(0, 4) })],
  ["all of it warm-up", trial({ iterations: soak().iterations.map((one) => ({ ...one, phase: "warm-up" as const })) })],
  ["iterations that say nothing", trial({ iterations: soak().iterations.map((one) => ({ ...one, ...unread })) })],
  [
    "one gap in the window",
    trial({ iterations: soak().iterations.map((one) => (one.iteration === 6 ? soakIteration(6, unread) : one)) }),
  ],
  ["no KPI", trial({ terms: { ...soak().terms, kpis: [] } })],
  ["a KPI without a result", trial({ kpis: { strict: soak().kpis.strict.slice(1), soft: [] } })],
  ["results of nothing", trial({ kpis: { strict: [], soft: [] } })],
  [
    "results that are only said",
    trial({ kpis: { ...soak().kpis, strict: soak().kpis.strict.map((one) => ({ ...one, value: 0 })) } }),
  ],
  ["a simulation", trial({ synthetic: true })],
  ["aborted after its last iteration", trial({ aborted: "by hand" })],
  ["decisions that do not come again", trial({ replay: { agrees: false, iterations: 0, difference: null } })],
  ["a replay of half of it", trial({ replay: { agrees: true, iterations: 4, difference: null } })],
  ["a replay that agrees with a difference", trial({ replay: { ...soak().replay, difference: OTHERWISE } })],
  ["the same iteration eight times", trial({ iterations: Array.from({ length: 8 }, () => soakIteration(5)) })],
  [
    "values that no summary says",
    trial({ iterations: soak().iterations.map((one) => ({ ...one, summary: { p95_ms: 9000, net_bps: -3 } })) }),
  ],
];

refuses(performance, KIND.load, load(), {}, LOADS);
refuses(capacity, KIND.load, climb(), { "rate-held": { requiredPerS: 300 } }, CLIMBS);
refuses(leak, KIND.resources, resources(), {}, RESOURCES);
refuses(metricsExposition, KIND.metricsExposition, exposition(), {}, PAGES);
refuses(soakKpi, KIND.soak, soak(), {}, SOAKS);

import { middle, rowOf } from "../../harness/rounds.ts";
import type { Row } from "../../harness/row.ts";
import type { Figure, Figures, Round } from "./figures.ts";

const ACTIONS = "actions/s";
const REQUESTS = "requests/s";
const P99_MS_ASKED = 25;

/** A number that the issue asks for, and how far we got. */
export interface Target {
  readonly what: string;
  readonly asked: number;
  readonly goal: number;
  readonly reached: number;
}

/** The rows of the rounds; every ratio is of figures of one round. Throws where a figure is absent. */
export function actionRows(rounds: readonly Round[], info: Readonly<Record<string, unknown>>): Row[] {
  const names = Object.keys(rounds[0]?.peers ?? {});
  if (names.length === 0) throw new Error("there is no peer");
  const many = rounds.map(({ gateway }) => gateway.many);
  const one = rounds.map(({ gateway }) => present(gateway.one));
  const half = rounds.map(({ gateway }) => present(gateway.half));
  const empty = rounds.map(({ emptyRoute }) => emptyRoute.many);
  const peersOf = (pick: (figures: Figures) => Figure): Record<string, Figure[]> =>
    Object.fromEntries(names.map((name) => [name, rounds.map(({ peers }) => pick(presentPeer(peers, name)))]));
  const peersMany = peersOf((figures) => figures.many);
  const peersOne = peersOf((figures) => present(figures.one));

  const toEmpty = ratios(many, empty);
  const p99HalfMs = middle(half.map(({ p99Ms }) => p99Ms));
  const targets: Record<string, Target[]> = {
    many: [
      { what: "times the best peer", asked: 5, goal: 8, reached: middle(timesBest(many, peersMany)) },
      { what: "times the empty route", asked: 0.5, goal: 0.7, reached: middle(toEmpty) },
      { what: "p99 at half the peak rate, ms, at most", asked: P99_MS_ASKED, goal: P99_MS_ASKED, reached: p99HalfMs },
    ],
    one: [
      {
        what: "times bullmq-always",
        asked: 1,
        goal: 1.5,
        reached: middle(ratios(one, present(peersOne["bullmq-always"]))),
      },
    ],
  };

  return [
    rowOf(
      "action-http-100",
      ACTIONS,
      rates(many),
      { ...ratiosTo(many, peersMany), "empty-route": toEmpty },
      {
        ...info,
        ...described(many),
        halfPeak: { perSecond: middle(rates(half)), ...described(half) },
        targets: targets["many"],
        peers: peersInfo(peersMany, rounds, true),
      },
    ),
    rowOf("action-http-1", ACTIONS, rates(one), ratiosTo(one, peersOne), {
      ...described(one),
      targets: targets["one"],
      peers: peersInfo(peersOne, rounds, false),
    }),
    tracedRow(rounds, many),
    rowOf("empty-route-100", REQUESTS, rates(empty), {}, described(empty)),
  ];
}

/** Without a figure of every round the row has none, and says why: then the command fails, after it has printed. */
function tracedRow(rounds: readonly Round[], untraced: readonly Figure[]): Row {
  const name = "action-http-traced-100";
  const traced = rounds.flatMap(({ traced }) => (traced === null ? [] : [traced.many]));
  if (traced.length < rounds.length) {
    const reason = rounds.find(({ tracedAbsent }) => tracedAbsent !== undefined)?.tracedAbsent ?? "not said";
    return { name, value: null, unit: ACTIONS, low: null, high: null, ratios: {}, info: { reason } };
  }
  const toUntraced = ratios(traced, untraced);
  const target: Target = { what: "times untraced", asked: 0.5, goal: 0.5, reached: middle(toUntraced) };
  const spansPerAction = middle(traced.map((figure) => figure.spansPerAction ?? Number.NaN));
  const info = { ...described(traced), spansPerAction, targets: [target] };
  return rowOf(name, ACTIONS, rates(traced), { untraced: toUntraced }, info);
}

function rates(figures: readonly Figure[]): number[] {
  return figures.map(({ perSecond }) => perSecond);
}

/** Round by round, how many times more a second the first gave than the second. */
export function ratios(ours: readonly Figure[], theirs: readonly Figure[]): number[] {
  return ours.map(({ perSecond }, round) => perSecond / (theirs[round]?.perSecond ?? Number.NaN));
}

function ratiosTo(
  ours: readonly Figure[],
  peers: Readonly<Record<string, readonly Figure[]>>,
): Record<string, number[]> {
  return Object.fromEntries(Object.entries(peers).map(([name, figures]) => [name, ratios(ours, figures)]));
}

/** Round by round against whichever peer was the best of that round. */
function timesBest(ours: readonly Figure[], peers: Readonly<Record<string, readonly Figure[]>>): number[] {
  return ours.map(({ perSecond }, round) => {
    const best = Math.max(...Object.values(peers).map((figures) => figures[round]?.perSecond ?? Number.NaN));
    return perSecond / best;
  });
}

function described(figures: readonly Figure[]): Record<string, unknown> {
  const cores = figures.flatMap(({ serverCores }) => (typeof serverCores === "number" ? [serverCores] : []));
  const senders = figures.flatMap(({ senderCores }) => (senderCores === undefined ? [] : [senderCores]));
  return {
    p50Ms: middle(figures.map(({ p50Ms }) => p50Ms)),
    p99Ms: middle(figures.map(({ p99Ms }) => p99Ms)),
    ...(cores.length === 0 ? {} : { serverCores: middle(cores) }),
    ...(senders.length === 0 ? {} : { senderCores: middle(senders) }),
  };
}

function peersInfo(
  peers: Readonly<Record<string, readonly Figure[]>>,
  rounds: readonly Round[],
  withHttp: boolean,
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(peers).map(([name, figures]) => [
      name,
      {
        perSecond: middle(rates(figures)),
        low: Math.min(...rates(figures)),
        high: Math.max(...rates(figures)),
        ...described(figures),
        ...(withHttp ? overHttp(rounds, name) : {}),
        configuration: rounds[0]?.peers[name]?.configuration,
      },
    ]),
  );
}

function overHttp(rounds: readonly Round[], name: string): { overHttpPerSecond?: number } {
  const figures = rounds.flatMap(({ peers }) => peers[name]?.overHttp ?? []);
  return figures.length === 0 ? {} : { overHttpPerSecond: middle(rates(figures)) };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("a figure was not measured");
  return value;
}

function presentPeer(peers: Readonly<Record<string, Figures>>, name: string): Figures {
  const figures = peers[name];
  if (figures === undefined) throw new Error(`${name} is missing in a round`);
  return figures;
}

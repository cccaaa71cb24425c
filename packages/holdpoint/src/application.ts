import type { Application, RouteMap } from "@stricli/core";
import { buildApplication, buildRouteMap } from "@stricli/core";
import type { Context } from "./command.ts";
import { actions } from "./commands/actions.ts";
import { audit } from "./commands/audit.ts";
import { check } from "./commands/check.ts";
import { coverage } from "./commands/coverage.ts";
import { deadLetters } from "./commands/dead-letters.ts";
import { dependencies } from "./commands/dependencies.ts";
import { digest } from "./commands/digest.ts";
import { doctor } from "./commands/doctor.ts";
import { explain } from "./commands/explain.ts";
import { gateway } from "./commands/gateway.ts";
import { init } from "./commands/init.ts";
import { ledger } from "./commands/ledger.ts";
import { load } from "./commands/load.ts";
import { metrics } from "./commands/metrics.ts";
import { plan } from "./commands/plan.ts";
import { promote } from "./commands/promote.ts";
import { replay } from "./commands/replay.ts";
import { selftest } from "./commands/selftest.ts";
import { merge, shard } from "./commands/shards.ts";
import { soak } from "./commands/soak.ts";
import { tests } from "./commands/tests.ts";
import { verify } from "./commands/verify.ts";
import { waiver } from "./commands/waiver.ts";

const root: RouteMap<Context> = buildRouteMap({
  docs: { brief: "No evidence, no promotion." },
  routes: {
    init,
    promote,
    check,
    coverage,
    tests,
    plan,
    explain,
    audit,
    selftest,
    verify,
    replay,
    ledger,
    digest,
    waiver,
    shard,
    merge,
    load,
    soak,
    metrics,
    gateway,
    actions,
    "dead-letters": deadLetters,
    doctor,
    dependencies,
  },
});

export const application: Application<Context> = buildApplication(root, {
  name: "holdpoint",
  versionInfo: { getCurrentVersion: async () => (await import("./version.ts")).VERSION },
  scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
  documentation: { caseStyle: "convert-camel-to-kebab", disableAnsiColor: true, onlyRequiredInUsageLine: true },
});

import type { AlertsConfig } from "@holdpoint/core";
import type { RawAlerts } from "./raw-config.ts";

export const MAIL_FROM_DEFAULT = "holdpoint@localhost";

/** The part about alerts with every default filled in. */
export function normalAlerts({ webhooks, mailFile, mailFrom, mailTo }: RawAlerts): AlertsConfig {
  return {
    webhooks: (webhooks ?? []).map(({ id, url, format, on }) => ({
      id,
      url,
      format: format ?? "cloudevents",
      on: on ?? ["digest", "coverage-regression"],
    })),
    mailFile: mailFile ?? null,
    mailFrom: mailFrom ?? MAIL_FROM_DEFAULT,
    mailTo: mailTo ?? [],
  };
}

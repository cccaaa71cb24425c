import type { AlertsConfig } from "@holdpoint/core";
import { MAIL_FROM_DEFAULT } from "../config/normal-alerts.ts";
import type { MailTerms } from "./eml.ts";

export function mailTerms(alerts: AlertsConfig | undefined): MailTerms {
  return { from: alerts?.mailFrom ?? MAIL_FROM_DEFAULT, to: alerts?.mailTo ?? [] };
}

import { resolve } from "node:path";
import type { AlertsConfig } from "@holdpoint/core";
import { emlOf } from "../digest/eml.ts";
import { mailTerms } from "../digest/mail-terms.ts";
import type { Message } from "../digest/message.ts";
import { webhookRequest } from "../digest/webhook-request.ts";
import type { Host } from "../host.ts";
import type { PostTerms } from "./post-webhook.ts";
import { postWebhook } from "./post-webhook.ts";
import { writeWhole } from "./report-file.ts";

/** How one receiver got it. */
export interface Delivery {
  /** `webhook NAME` or `mail file PATH`. */
  readonly to: string;
  readonly delivered: boolean;
  readonly told: string;
}

export interface DeliveryTerms {
  readonly alerts: AlertsConfig | undefined;
  readonly root: string;
  readonly host: Pick<Host, "env" | "signal">;
  readonly post?: Omit<PostTerms, "signal">;
}

/** Tells everybody who wants to hear of it, one after another; never throws, and what failed is said. */
export async function deliver(message: Message, { alerts, root, host, post }: DeliveryTerms): Promise<Delivery[]> {
  const deliveries: Delivery[] = [];
  if (alerts === undefined) return deliveries;
  const { mailFile } = alerts;
  if (mailFile !== null) deliveries.push(mailed(mailFile, resolve(root, mailFile), emlOf(message, mailTerms(alerts))));
  for (const webhook of alerts.webhooks.filter(({ on }) => on.includes(message.event))) {
    const request = webhookRequest(message, webhook, host.env);
    const trouble =
      typeof request === "string" ? request : await postWebhook(request, { ...post, signal: host.signal });
    const delivered = trouble === null;
    deliveries.push({ to: `webhook ${webhook.id}`, delivered, told: trouble ?? "delivered" });
  }
  return deliveries;
}

function mailed(shown: string, path: string, mail: string): Delivery {
  const to = `mail file ${shown}`;
  try {
    writeWhole(path, mail);
    return { to, delivered: true, told: "written" };
  } catch (thrown) {
    return { to, delivered: false, told: (thrown as Error).message };
  }
}

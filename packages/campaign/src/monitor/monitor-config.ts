import type { TestDestination } from "@smsproof/vendor";
import { z } from "zod";
import {
  type CampaignMessage,
  type CampaignPlan,
  destinationSchema,
  invalidAt,
  messageSchema,
} from "../plan/campaign-plan.ts";

/** A route that is tested again and again. */
export interface MonitoredRoute {
  /** Letters, digits, `-` and `_`. */
  readonly name: string;
  /** Names of a vendor and a sender. */
  readonly vendor: string;
  readonly sender: string;
  readonly destinations: readonly TestDestination[];
  readonly message: CampaignMessage;
  /** When, as five fields of cron: `0 8-20 * * 1-5`. */
  readonly cron: string;
  /** Zone of the cron fields, IANA name. Default UTC. */
  readonly timeZone?: string | undefined;
  /** Median seconds above which a network is late and an alert is raised. */
  readonly latencySeconds?: number | undefined;
  readonly timeToLiveSeconds?: number | undefined;
}

/** What a monitor does. */
export interface MonitorConfig {
  readonly routes: readonly MonitoredRoute[];
  /** Where alerts are posted. */
  readonly webhook?:
    | { readonly url: string; readonly headers?: Readonly<Record<string, string>> | undefined }
    | undefined;
}

const schema: z.ZodType<MonitorConfig> = z.strictObject({
  routes: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z0-9_-]{1,60}$/, "has letters, digits, - and _ only"),
        vendor: z.string().min(1),
        sender: z.string().min(1),
        destinations: z.array(destinationSchema).min(1).max(1000),
        message: messageSchema,
        cron: z.string().regex(/^\S+(\s+\S+){4}$/, "needs five fields"),
        timeZone: z.string().optional(),
        latencySeconds: z.number().positive().optional(),
        timeToLiveSeconds: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .max(1000)
    .refine(
      (routes) => new Set(routes.map(({ name }) => name)).size === routes.length,
      "names a route twice",
    ),
  webhook: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      headers: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
});

/** Reads a configuration out of JSON. Throws `CONFIG_INVALID` with the path of what is wrong. */
export function readMonitorConfig(value: unknown): MonitorConfig {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidAt("CONFIG_INVALID", parsed.error);
  return parsed.data;
}

/** One round of a route as a campaign. */
export function planOf(route: MonitoredRoute): CampaignPlan {
  return {
    vendors: [route.vendor],
    senders: [route.sender],
    destinations: route.destinations,
    messages: [route.message],
    budget: route.destinations.length,
    timeToLiveSeconds: route.timeToLiveSeconds,
    lateAfterSeconds: route.latencySeconds,
  };
}

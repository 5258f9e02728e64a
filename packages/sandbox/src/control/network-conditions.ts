import { z } from "zod";
import type { HandsetCondition, NetworkCondition } from "../networks/networks.ts";

const ms = z.number().min(0).max(86_400_000);

const handset: z.ZodType<HandsetCondition> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("answers") }),
  z.strictObject({ kind: z.literal("unavailable"), afterMs: ms, forMs: ms.exactOptional() }),
  z.strictObject({ kind: z.literal("offline"), afterMs: ms }),
  z.strictObject({ kind: z.literal("network-offline"), afterMs: ms }),
  z.strictObject({ kind: z.literal("internal-error"), afterMs: ms }),
]);

/** `POST /_sandbox/networks`: conditions by the networks' keys. */
export const networkConditionsSchema: z.ZodType<Record<string, Partial<NetworkCondition>>> = z.record(
  z.string(),
  z.strictObject({
    availability: z.enum(["always", "flaky", "offline-at-test", "never"]).exactOptional(),
    handset: handset.exactOptional(),
  }),
);

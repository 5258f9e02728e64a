import { readFile } from "node:fs/promises";
import type { RoutingSpec } from "@smsproof/sandbox";
import { UsageError } from "../exit-status.ts";

/** A TCP port by its option; undefined where it was not given. 0 picks a free one. */
export function portOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new UsageError(`--${option} takes a port from 0 to 65535, not "${value}"`);
  return Number(value);
}

/** A seed; undefined where it was not given. */
export function seedOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(Number(value)))
    throw new UsageError(`--seed takes a whole number, not "${value}"`);
  return Number(value);
}

/** The content of a routes file; what it may say is judged by the sandbox. */
export async function routesOf(path: string | undefined): Promise<RoutingSpec | undefined> {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new UsageError(`--routes ${path} cannot be read: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`--routes ${path} is no JSON: ${messageOf(error)}`);
  }
}

/** What an error says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

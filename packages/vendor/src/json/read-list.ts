import type { z } from "zod";
import type { ValidationIssue } from "../errors/vendor-error.ts";
import type { Observer } from "../transport/observer.ts";
import type { Answer } from "../transport/transport.ts";
import { pathText, readJson, toIssues } from "./read-json.ts";

/** An item of a list as it came, and what it reads as. */
export interface ListItem<T> {
  readonly raw: unknown;
  readonly value: T;
}

/** A list, read item by item. */
export interface ReadList<T> {
  readonly items: readonly ListItem<T>[];
  readonly unreadable: readonly { readonly raw: unknown; readonly issues: readonly ValidationIssue[] }[];
}

/** Reads an answer that is a list. Throws a `ValidationError` where it is none. */
export function readList<S extends z.ZodType>(
  answer: Answer,
  list: z.ZodType<readonly unknown[]>,
  schema: S,
): ReadList<z.output<S>> {
  const items: ListItem<z.output<S>>[] = [];
  const unreadable: { raw: unknown; issues: readonly ValidationIssue[] }[] = [];
  for (const [at, raw] of readJson(answer, list).entries()) {
    const read = schema.safeParse(raw);
    if (read.success) items.push({ raw, value: read.data });
    else unreadable.push({ raw, issues: toIssues(read.error).map((issue) => below(at, issue)) });
  }
  return { items, unreadable };
}

/** The readable items; the others are told to the logger, or, with `strict`, thrown as a `ValidationError`. */
export function readableItems<T>(
  list: ReadList<T>,
  answer: Answer,
  {
    strict,
    observer,
    what,
  }: { readonly strict: boolean; readonly observer: Observer; readonly what: string },
): readonly ListItem<T>[] {
  const issues = list.unreadable.flatMap((item) => item.issues);
  if (strict && issues.length > 0) throw answer.contentError(issues);
  if (issues.length > 0)
    observer.warn(`${what}: ${list.unreadable.length} items could not be read.`, { issues });
  return list.items;
}

function below(at: number, { path, message }: ValidationIssue): ValidationIssue {
  return { path: path === "" ? pathText([at]) : `${pathText([at])}.${path}`, message };
}

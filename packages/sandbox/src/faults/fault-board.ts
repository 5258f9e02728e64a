import type { Random } from "../random/random.ts";
import { type ActiveFault, type FaultMatch, type FaultRule, faultRuleSchema } from "./fault-rule.ts";
import { fitsPattern } from "./path-pattern.ts";

/** How many rules there may be. */
export const MAX_FAULTS = 1000;

/** A request as rules see it. */
interface FaultSubject {
  readonly target: "telq" | "testsms" | "callback";
  readonly method: string;
  readonly path: string;
}

/** The rules in force, oldest first. */
export interface FaultBoard {
  /** Puts a rule in force. Throws a ZodError that names what is wrong with it. */
  add(rule: FaultRule): ActiveFault;
  remove(id: string): boolean;
  clear(): void;
  list(): readonly ActiveFault[];
  /** The first rule that strikes this request, or null. Counts as it goes. */
  strike(subject: FaultSubject): FaultRule | null;
}

interface Entry {
  readonly id: string;
  readonly rule: FaultRule;
  matched: number;
  struck: number;
}

/** An empty board. */
export function createFaultBoard(random: Random): FaultBoard {
  let entries: Entry[] = [];
  let count = 0;
  const active = ({ id, rule, matched, struck }: Entry): ActiveFault => ({ id, ...rule, matched, struck });

  return {
    add(rule) {
      const checked = faultRuleSchema.parse(rule);
      if (entries.length >= MAX_FAULTS) throw new RangeError(`there are ${MAX_FAULTS} fault rules already`);
      count += 1;
      const entry: Entry = {
        id: `fault-${count}`,
        rule: checked,
        matched: 0,
        struck: 0,
      };
      entries.push(entry);
      return active(entry);
    },
    remove(id) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear() {
      entries = [];
      count = 0;
    },
    list: () => entries.map(active),
    strike(subject) {
      for (const entry of entries) {
        if (!matches(entry, subject)) continue;
        entry.matched += 1;
        if (strikes(entry, random)) {
          entry.struck += 1;
          return entry.rule;
        }
      }
      return null;
    },
  };
}

function strikes({ rule, matched, struck }: Entry, random: Random): boolean {
  if (matched <= (rule.skip ?? 0)) return false;
  if (rule.times !== undefined && struck >= rule.times) return false;
  return rule.probability === undefined || random.chance(rule.probability);
}

function matches({ rule }: Entry, subject: FaultSubject): boolean {
  const match: FaultMatch = rule.match ?? {};
  // A rule for everything means the vendors' answers; callbacks are only spoilt by name.
  const target = match.target === undefined ? subject.target !== "callback" : match.target === subject.target;
  const method = match.method === undefined || match.method.toUpperCase() === subject.method;
  return target && method && (match.path === undefined || fitsPattern(subject.path, match.path));
}

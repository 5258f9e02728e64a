/** An object of a document that is being read, and what must come next in it. */
export interface ObjectFrame {
  readonly kind: "object";
  readonly path: string;
  state: "first" | "key" | "colon" | "value" | "comma";
  key: string;
}

/** An element without a PDU field. */
export interface WaitingElement {
  readonly text: string;
  readonly line: number;
  readonly path: string;
}

/** An array of a document that is being read, and what must come next in it. */
export interface ArrayFrame {
  readonly kind: "array";
  readonly path: string;
  state: "first" | "value" | "comma";
  index: number;
  /** Whether it is known to be an array of records. */
  ofRecords: boolean;
  /** Elements without a PDU field, as long as that is not known. */
  waiting: WaitingElement[];
  waitingLength: number;
}

export type Frame = ObjectFrame | ArrayFrame;

/** An object that has just been opened. */
export function objectFrame(path: string): ObjectFrame {
  return { kind: "object", path, state: "first", key: "" };
}

/** An array that has just been opened; one that is a whole document is an array of records. */
export function arrayFrame(path: string, ofRecords: boolean): ArrayFrame {
  return { kind: "array", path, state: "first", index: 0, ofRecords, waiting: [], waitingLength: 0 };
}

/** How many elements without a PDU field may wait for one that has it, and how much text they may be. */
const WAITING_ELEMENTS = 1000;
const WAITING_LENGTH = 1024 * 1024;

/** Keeps an element until it is known whether the array is one of records; above the bounds it is let go. */
export function keepWaiting(frame: ArrayFrame, element: WaitingElement): void {
  if (frame.waiting.length >= WAITING_ELEMENTS) return;
  if (frame.waitingLength + element.text.length > WAITING_LENGTH) return;
  frame.waiting.push(element);
  frame.waitingLength += element.text.length;
}

/** The path of what is being read in a frame. */
export function framePath(frame: Frame | undefined): string {
  if (!frame) return "";
  if (frame.kind === "array") return `${frame.path}[${frame.index}]`;
  return frame.path === "" ? frame.key : `${frame.path}.${frame.key}`;
}

/** What must come next, in words. */
export function expectedIn(frame: Frame): string {
  return frame.kind === "array" ? IN_ARRAY[frame.state] : IN_OBJECT[frame.state];
}

const IN_OBJECT: Readonly<Record<ObjectFrame["state"], string>> = {
  first: 'a property or "}"',
  key: "a property",
  colon: '":"',
  value: "a value",
  comma: '"," or "}"',
};

const IN_ARRAY: Readonly<Record<ArrayFrame["state"], string>> = {
  first: 'a value or "]"',
  value: "a value",
  comma: '"," or "]"',
};

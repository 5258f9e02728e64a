import { hexOf, keep, octetsOf } from "./failure.mjs";

const MINUTE = 60_000;
/** All parts are sent at once: only their content tells copies from other messages with the same reference. */
const TIME = "42202221436580";

/**
 * A stream of parts in any order, with copies, gaps, reused references and time going by: nothing is lost, nothing is
 * given twice, and joined text is what it was before it was cut.
 *
 * A step is a part: `letters` (an originator), `reference`, `total`, `sequence`, `bits`, `alphabet`, `content`
 * (septets or octets as hex), `wait` (minutes before it comes).
 *
 * @param {object} api what the package exports
 * @param {{ maxPending: number, timeout: number, steps: readonly object[] }} input `timeout` in minutes
 */
export function checkParts(api, { maxPending, timeout, steps }) {
  let now = 0;
  /** @type {{ part: object, at: number, septets: Uint8Array }[]} */
  const added = [];
  const given = [];
  const reassembler = new api.Reassembler({
    maxPending,
    timeoutMs: timeout * MINUTE,
    clock: () => now,
    onIncomplete: (message) => given.push({ message, at: now }),
  });
  for (const step of steps) {
    now += step.wait * MINUTE;
    const part = api.decodeDeliver(partHex(api, step));
    if (part.concatenation === null) continue;
    added.push({ part, at: now, septets: septetsOf(step) });
    const message = reassembler.add(part);
    if (message !== null) given.push({ message, at: now });
    keep(reassembler.pending <= maxPending, "memory is bounded", () => `${reassembler.pending} pending`);
  }
  const incomplete = given.some(({ message }) => message.type === "incomplete");
  for (const message of reassembler.flush()) given.push({ message, at: now });
  keep(reassembler.pending === 0, "flush leaves nothing", () => `${reassembler.pending} pending`);
  const origins = new Map(added.map(({ part, ...origin }) => [part, origin]));
  for (const { message, at } of given) checkMessage(api, message, at, origins, timeout);
  checkConservation(added, given);
  if (!incomplete) checkCompletion(added, given);
}

/** An SMS-DELIVER made by hand: septets as they are, so that an escape may be the last of them. */
function partHex(api, { letters, reference, total, sequence, bits, alphabet, content }) {
  const octet = (value) => hexOf([value]);
  const concatenation =
    bits === 8
      ? `0003${octet(reference & 255)}${octet(total)}${octet(sequence)}`
      : `0804${octet(reference >> 8)}${octet(reference & 255)}${octet(total)}${octet(sequence)}`;
  const header = `${octet(concatenation.length / 2)}${concatenation}`;
  const originator = `0ED0${hexOf(api.gsm7.pack(api.gsm7.encode(letters.padEnd(8, "x"))))}`;
  if (alphabet !== "gsm7") {
    const coding = alphabet === "ucs2" ? 8 : 4;
    const length = (header.length + content.length) / 2;
    return `0044${originator}00${octet(coding)}${TIME}${octet(length)}${header}${content}`;
  }
  const septets = septetsOf({ content });
  const headerSeptets = Math.ceil((header.length * 4) / 7);
  const packed = api.gsm7.pack(septets, 7 * headerSeptets - header.length * 4);
  return `0044${originator}0000${TIME}${octet(headerSeptets + septets.length)}${header}${hexOf(packed)}`;
}

const septetsOf = ({ content }) => octetsOf(content).map((octet) => octet & 127);

function checkMessage(api, message, at, origins, timeout) {
  const { parts, concatenation } = message;
  const sequences = parts.map((part) => part.concatenation.sequence);
  const { reference, bits, total } = concatenation;
  for (const part of parts)
    keep(
      part.originator.address === message.originator.address &&
        part.concatenation.reference === reference &&
        part.concatenation.bits === bits &&
        part.concatenation.total === total,
      "only parts of one message are joined",
      () => JSON.stringify(part.concatenation),
    );
  keep(
    sequences.every((sequence, index) => index === 0 || sequence > sequences[index - 1]),
    "parts are in order",
    () => `${sequences}`,
  );
  const lacking = Array.from({ length: total }, (_, index) => index + 1).filter(
    (n) => !sequences.includes(n),
  );
  if (message.type === "message") {
    keep(lacking.length === 0, "a message is whole", () => `${lacking} of ${total} are missing`);
    const first = Math.min(...parts.map((part) => origins.get(part).at));
    keep(at - first < timeout * MINUTE, "parts wait no longer than they may", () => `${at - first} ms`);
  } else {
    keep(lacking.length > 0, "an incomplete message lacks something", () => `${sequences} of ${total}`);
    keep(`${message.missing}` === `${lacking}`, "what is missing is named", () => `${message.missing}`);
  }
  const { text, data } = joinedOf(api, parts, origins);
  keep(
    message.text === text || hidesAnEscape(parts),
    "joined text is what it was",
    () => `${JSON.stringify(message.text)} instead of ${JSON.stringify(text)}`,
  );
  keep(message.data === data, "joined data are what they were", () => `${message.data}`);
}

const told = ({ diagnostics }, wanted) => diagnostics.some(({ code }) => code === wanted);

/**
 * Whether behind an escape at the end of a part the next one that is not empty has an escape that an encoder would not
 * write: its text does not tell where, so that joining takes it for the character alone.
 */
function hidesAnEscape(parts) {
  let open = false;
  for (const part of parts) {
    if (open && told(part, "UNUSUAL_CODING")) return true;
    open = told(part, "LONE_ESCAPE") || (open && part.text === "");
  }
  return false;
}

/** The text as if it had never been cut: the septets of neighbouring 7-bit parts are joined, then read. */
function joinedOf(api, parts, origins) {
  let text = null;
  let data = null;
  let run = [];
  let before = null;
  const finish = () => {
    if (run.length > 0) text = (text ?? "") + api.gsm7.decode(Uint8Array.from(run));
    run = [];
  };
  for (const part of parts) {
    const follows = before !== null && before.concatenation.sequence + 1 === part.concatenation.sequence;
    if (part.dataCoding.alphabet !== "gsm7" || !follows) finish();
    if (part.dataCoding.alphabet === "gsm7") {
      run.push(...origins.get(part).septets);
      text ??= "";
    } else if (part.text !== null) text = (text ?? "") + part.text;
    if (part.data !== null) data = (data ?? "") + part.data;
    before = part;
  }
  finish();
  return { text, data };
}

const same = (a, b) => a.timestamp.raw === b.timestamp.raw && a.text === b.text && a.data === b.data;

const keyOf = ({ originator, concatenation: { reference, bits, total } }) =>
  `${originator.address} ${bits} ${reference} ${total}`;

/** Every part comes out once; one that does not is a copy of one that does. */
function checkConservation(added, given) {
  const out = new Map();
  for (const { message } of given)
    for (const part of message.parts) {
      keep(!out.has(part), "no part is given twice", () => JSON.stringify(part.concatenation));
      out.set(part, message);
    }
  for (const { part } of added)
    keep(
      out.has(part) ||
        [...out.keys()].some(
          (other) =>
            keyOf(other) === keyOf(part) &&
            other.concatenation.sequence === part.concatenation.sequence &&
            same(other, part),
        ),
      "no part is lost",
      () => `${keyOf(part)} sequence ${part.concatenation.sequence}`,
    );
}

/** Where nothing was given up and every part came once, every message whose parts all came is given. */
function checkCompletion(added, given) {
  const byKey = new Map();
  for (const { part } of added) byKey.set(keyOf(part), [...(byKey.get(keyOf(part)) ?? []), part]);
  for (const [key, parts] of byKey) {
    const { total } = parts[0].concatenation;
    const sequences = new Set(parts.map((part) => part.concatenation.sequence));
    if (parts.length !== total || sequences.size !== total) continue;
    keep(
      given.some(({ message }) => message.type === "message" && keyOf(message.parts[0]) === key),
      "a message whose parts all came is given",
      key,
    );
  }
}

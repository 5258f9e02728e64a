import { isDeepStrictEqual } from "node:util";
import { hexOf, keep, octetsOf, outcomeOf } from "./failure.mjs";

const INPUT_ERRORS = new Set(["NOT_HEX", "EMPTY", "TOO_LONG"]);

/**
 * Everything that is promised of one PDU, however broken.
 *
 * @param {object} api what the package exports
 * @param {{ hex: string, options: object }} input
 */
export function checkPdu(api, { hex, options }) {
  const outcome = outcomeOf(api.isPduError, "decode", () => api.decode(hex, options));
  const dissection = outcomeOf(api.isPduError, "dissect", () => api.dissect(hex, options));
  keep(
    dissection.error === null || INPUT_ERRORS.has(dissection.error.code),
    "dissect goes as far as it can",
    () => `dissect threw ${dissection.error.code}`,
  );
  if (outcome.error !== null && INPUT_ERRORS.has(outcome.error.code)) {
    keep(
      dissection.error?.code === outcome.error.code,
      "decode and dissect agree",
      () => `${outcome.error.code}, but dissect ${dissection.error?.code ?? "gave a tree"}`,
    );
    return;
  }
  const octets = octetsOf(hex.replaceAll(/\s/g, ""));
  checkPaths(api, hex, octets, options, outcome);
  checkTree(dissection.value, octets, outcome);
  if (outcome.error !== null) {
    checkPlace(outcome.error, octets, "error");
    return;
  }
  checkValue(api, outcome.value, octets);
  checkStrict(api, hex, options, outcome.value);
  checkEncoding(api, outcome.value, octets, options);
  checkElements(api, outcome.value);
}

const sameOutcome = (a, b) =>
  a.error === null
    ? b.error === null && isDeepStrictEqual(a.value, b.value)
    : b.error !== null &&
      a.error.code === b.error.code &&
      a.error.offset === b.error.offset &&
      a.error.message === b.error.message;

/** Octets never take the fast path, hex may: whichever way, the result is the same. */
function checkPaths(api, hex, octets, options, outcome) {
  const same = (what, other) =>
    keep(sameOutcome(outcome, other), "every path gives the same", () => `${what} differs`);
  same(
    "decode of octets",
    outcomeOf(api.isPduError, "decode of octets", () => api.decode(octets, options)),
  );
  same(
    "decode of lower-case hex",
    outcomeOf(api.isPduError, "decode of lower case", () => api.decode(hex.toLowerCase(), options)),
  );
  const fast = outcomeOf(api.isPduError, "decodeDeliver", () => api.decodeDeliver(hex, options));
  const plain = outcomeOf(api.isPduError, "decodeDeliver of octets", () =>
    api.decodeDeliver(octets, options),
  );
  keep(sameOutcome(fast, plain), "every path gives the same", "decodeDeliver differs from its plain path");
}

function checkTree(root, octets, outcome) {
  const name = "leaves cover every octet once";
  let end = 0;
  const diagnostics = [];
  const walk = (node) => {
    diagnostics.push(...node.diagnostics);
    checkBits(node);
    if (node.children.length === 0) {
      keep(node.offset === end, name, () => `${node.name} begins at ${node.offset}, not at ${end}`);
      end += node.length;
      return;
    }
    const [first] = node.children;
    keep(first.offset === node.offset, name, () => `${node.name} begins before its first child`);
    for (const child of node.children) walk(child);
    keep(node.offset + node.length === end, name, () => `${node.name} ends behind its last child`);
  };
  walk(root);
  keep(end === octets.length, name, () => `${end} of ${octets.length} octets`);
  const told = diagnostics.map(({ code, offset }) => `${code} ${offset}`).toSorted();
  if (outcome.error === null) {
    const expected = outcome.value.diagnostics.map(({ code, offset }) => `${code} ${offset}`).toSorted();
    keep(
      isDeepStrictEqual(told, expected),
      "decode and dissect agree",
      () => `dissect says ${told}, decode ${expected}`,
    );
  } else
    keep(
      told.includes(`${outcome.error.code} ${outcome.error.offset}`),
      "decode and dissect agree",
      () => `dissect says ${told}, decode threw ${outcome.error.code} ${outcome.error.offset}`,
    );
}

function checkBits({ name, length, bits = [] }) {
  const taken = new Set();
  for (const { offset, length: width } of bits)
    for (let bit = offset; bit < offset + width; bit++) {
      keep(bit >= 0 && bit < 8 * length, "bits are within their node", () => `${name}: bit ${bit}`);
      keep(!taken.has(bit), "bits are told at most once", () => `${name}: bit ${bit}`);
      taken.add(bit);
    }
}

function checkPlace({ code, offset, field, message, length = 0 }, octets, what) {
  const says = () => `${what} ${code} at ${offset}, ${length} octets`;
  keep(Number.isInteger(offset) && offset >= 0, "diagnostics have a place", says);
  keep(offset + length <= octets.length, "diagnostics have a place", says);
  keep(field.length > 0 && /^\S.*\.$/s.test(message), "diagnostics are sentences", () => message);
}

function checkValue(api, value, octets) {
  for (const diagnostic of value.diagnostics) {
    checkPlace(diagnostic, octets, "diagnostic");
    keep(
      api.DIAGNOSTICS[diagnostic.code] === diagnostic.severity,
      "diagnostics have their severity",
      diagnostic.code,
    );
    if (diagnostic.hex !== undefined)
      keep(
        diagnostic.hex === hexOf(octets.subarray(diagnostic.offset, diagnostic.offset + diagnostic.length)),
        "what is lost is kept",
        diagnostic.code,
      );
  }
  keep(
    isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value),
    "the value is plain data",
    "JSON loses something",
  );
}

function checkStrict(api, hex, options, { diagnostics }) {
  const worst = diagnostics.find(({ severity }) => severity === "error");
  const { error } = outcomeOf(api.isPduError, "decode strictly", () =>
    api.decode(hex, { ...options, strict: true }),
  );
  keep(
    error?.code === worst?.code && error?.offset === worst?.offset,
    "strict throws the first error",
    () => `${error?.code} instead of ${worst?.code}`,
  );
}

/** What was clean goes back to the same octets; what was not is written or refused, and can be read when written. */
function checkEncoding(api, value, octets, { direction }) {
  const written = ["present", "absent"].map((smsc) => ({
    smsc,
    ...outcomeOf(api.isPduError, "encode", () => api.encode(value, { smsc })),
  }));
  if (value.diagnostics.length === 0) {
    const hex = hexOf(octets);
    keep(
      written.some((attempt) => attempt.value !== null && hexOf(attempt.value) === hex),
      "encode gives the octets back",
      () => written.map((attempt) => attempt.error?.message ?? hexOf(attempt.value)).join(" | "),
    );
  }
  for (const { smsc, value: again } of written) {
    if (again === null || again.length > 512) continue;
    const read = outcomeOf(api.isPduError, "decode what was encoded", () =>
      api.decode(again, { direction, smsc, outcome: value.outcome }),
    );
    keep(
      read.value?.type === value.type,
      "what is encoded can be decoded",
      () => `${hexOf(again)}: ${read.error?.message ?? read.value.type}`,
    );
  }
}

/** Elements are read and written back, whatever they hold. */
function checkElements(api, { userDataHeader }) {
  for (const element of userDataHeader?.elements ?? []) {
    const { value, error } = outcomeOf(api.isPduError, "readElement", () => api.readElement(element));
    keep(error === null, "readElement never throws", () => error.message);
    const back = outcomeOf(api.isPduError, "writeElement", () => api.writeElement(value));
    keep(
      isDeepStrictEqual(back.value, element),
      "elements go back to their octets",
      () => `${JSON.stringify(element)} became ${JSON.stringify(back.value)} ${back.error?.message ?? ""}`,
    );
    if (value.kind === "variable-picture" || value.kind.endsWith("picture"))
      outcomeOf(api.isPduError, "pictureRows", () => api.pictureRows(value));
  }
}

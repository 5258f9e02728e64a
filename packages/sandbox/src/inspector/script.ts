/** The inspector's script. Everything it shows is set as text, never as HTML. */
export const INSPECTOR_SCRIPT = `
const GOOD = new Set(["POSITIVE", "delivered", "accepted", "DELIVRD"]);
const BAD = new Set(["NOT_DELIVERED", "NEGATIVE", "dropped", "nobody-there", "refused", "failed", "UNDELIV", "EXPIRED",
  "INTERNAL_ERROR", "NETWORK_OFFLINE", "TEST_NUMBER_OFFLINE", "NUM_OFFLINE"]);
const ODD = new Set(["TEXT_OR_SENDER_REPLACED", "TEST_NUMBER_NOT_AVAILABLE", "NUM_NOT_AVAILABLE", "held", "waiting-for-parts"]);
const VENDORS = { telq: "TelQ", testsms: "TestSMS" };
const byId = (id) => document.getElementById(id);
const time = (iso) => iso.slice(11, 19);

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

const code = (text) => element("code", "", text);
const pill = (text) =>
  element("span", "pill " + (GOOD.has(text) ? "good" : BAD.has(text) ? "bad" : ODD.has(text) ? "odd" : "open"), text);
const small = (text) => element("small", "", text);
const lines = (...parts) => element("div", "lines", ...parts.filter((part) => part !== ""));

async function ask(method, path, body) {
  const response = await fetch("/_sandbox" + path, {
    method,
    headers: { "x-sandbox-page": "1", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(json.error?.message ?? "HTTP " + response.status);
  return json;
}

function act(work) {
  const problem = byId("problem");
  return work().then(refresh).then(() => { problem.hidden = true; }, (error) => {
    problem.textContent = error instanceof TypeError ? "The sandbox does not answer." : error.message;
    problem.hidden = false;
  });
}

function button(label, about, work) {
  const made = element("button", "", label);
  made.type = "button";
  made.ariaLabel = label + " " + about;
  made.addEventListener("click", () => act(work));
  return made;
}

/** A route as words: its names, each with its arguments. */
function routeOf(spec) {
  const one = (step) => {
    if (typeof step === "string") return element("span", "step", step);
    const [[name, value]] = Object.entries(step);
    return element("span", "step", name + " ", code([value].flat().map((part) => JSON.stringify(part)).join(", ")));
  };
  return element("div", "route", ...[spec].flat(9).map(one));
}

function ruleOf({ match, ...rule }) {
  const where = match === undefined ? "every answer" : [match.target, match.method, match.path].filter(Boolean).join(" ");
  const what = Object.entries(rule).map(([key, value]) => key + " " + (typeof value === "object" ? JSON.stringify(value) : value));
  return lines(code(where), small(what.join(", ")));
}

function pdusOf(pdus) {
  if (pdus.length === 0) return "";
  const list = pdus.map((pdu) => code(pdu));
  return element("details", "", element("summary", "", pdus.length === 1 ? "1 PDU" : pdus.length + " PDUs"), ...list);
}

/**
 * Rows by their keys. A row that has not changed is left alone: a selection, the focus and what is open in it stay.
 */
function fill(id, headings, rows, empty) {
  const table = byId(id);
  byId("count-" + id).textContent = rows.length === 0 ? "" : String(rows.length);
  const note = byId("empty-" + id);
  note.textContent = empty;
  note.hidden = rows.length > 0;
  table.hidden = rows.length === 0;
  if (table.tHead === null) {
    const line = table.createTHead().insertRow();
    for (const heading of headings) {
      const cell = element("th", "", heading);
      cell.scope = "col";
      line.append(cell);
    }
    table.createTBody();
  }
  const body = table.tBodies[0];
  const old = new Map([...body.rows].map((row) => [row.dataset.key, row]));
  const kept = rows.map(({ key, about, cells }) => {
    const signature = JSON.stringify(about);
    const before = old.get(key);
    if (before?.dataset.signature === signature) return before;
    const row = element("tr", "");
    row.dataset.key = key;
    row.dataset.signature = signature;
    cells().forEach((cell, index) => {
      const td = element("td", "", cell);
      td.dataset.label = headings[index];
      if (td.textContent === "") td.className = "void";
      row.append(td);
    });
    return row;
  });
  if (kept.length !== body.rows.length || kept.some((row, index) => row !== body.rows[index])) body.replaceChildren(...kept);
}

function figures(pairs) {
  byId("figures").replaceChildren(...pairs.map(([name, value, more]) =>
    element("div", "", element("dt", "", name), element("dd", "", value.toLocaleString("en"), " ", small(more)))));
}

async function refresh() {
  const state = await ask("GET", "/state?limit=100");
  const { telq, testsms } = state.counts;
  byId("now").textContent = state.now.replace("T", " ").slice(0, 19) + " UTC";
  byId("now").dateTime = state.now;
  byId("mode").textContent = (state.realTime ? "real" : "virtual") + " time, seed " + state.seed;
  const tests = ({ open, billed }) => open + " open, " + billed + " billed";
  figures([["TelQ tests", telq.created, tests(telq)], ["TestSMS tests", testsms.created, tests(testsms)],
    ["Messages", state.counts.messages, ""], ["Callback attempts", state.counts.callbackAttempts, ""],
    ["TestSMS credits", testsms.credits, ""]]);
  fill("tests", ["Test", "Status", "Network", "Number", "Test text", "Sender", "Text"],
    state.tests.toReversed().map((test) => ({ key: test.vendor + test.id, about: test, cells: () => [
      lines(VENDORS[test.vendor] + " " + test.id, small(time(test.createdAt))), pill(test.status), code(test.network ?? "external"),
      code(test.msisdn ?? ""), code(test.testText ?? ""), test.sender ?? "",
      lines(element("span", "text", test.text ?? ""), pdusOf(test.pdus))] })),
    "No tests yet. A client creates them at the places named below.");
  fill("messages", ["Message", "State", "From", "To", "Text", "Route", "Receipt"],
    state.messages.toReversed().map((message) => ({ key: message.id, about: message, cells: () => [
      lines(message.id, small(time(message.at) + " " + message.via + (message.supplier === null ? "" : ", " + message.supplier))),
      pill(message.state), message.from, code(message.to), element("span", "text", message.text ?? "octets"),
      message.route === null ? "" : lines(routeOf(message.route), ...message.causes.map(small)),
      message.receipt === null ? "" : pill(message.receipt.state)] })),
    "No messages yet. They come by POST /_sandbox/sms, by SMPP or in code.");
  fill("callbacks", ["Callback", "Outcome", "Test", "Tells", "Attempt", "Answer", "URL", "Again"],
    state.callbacks.map((one, index) => ({ key: String(state.counts.callbackAttempts - state.callbacks.length + index), about: one,
      cells: () => [lines(one.callback, small(time(one.at))), pill(one.outcome), VENDORS[one.vendor] + " " + one.testId, pill(one.status),
        one.kind === "attempt" ? one.attempt + " of " + one.attempts : one.kind, String(one.httpStatus ?? one.error), code(one.url),
        button("Replay", one.callback, () => ask("POST", "/callbacks/" + one.callback + "/replay"))] })).reverse(),
    "No callbacks yet. They go to the URL that a test was created with.");
  fill("faults", ["Fault", "Rule", "Matched", "Struck", "Remove"], state.faults.map(({ id, matched, struck, ...rule }) => ({
    key: id, about: [matched, struck, rule], cells: () => [id, ruleOf(rule), String(matched), String(struck),
      button("Remove", id, () => ask("DELETE", "/faults/" + id))] })),
    "No faults. POST /_sandbox/faults puts one in force.");
}

for (const advance of document.querySelectorAll("[data-advance]")) {
  advance.addEventListener("click", () => act(() => ask("POST", "/advance", { ms: Number(advance.dataset.advance) })));
}
byId("reset").addEventListener("click", () => act(() => ask("POST", "/reset")));
byId("places").append(...["/v2.1/client", "/api", "/_sandbox"].map((path, index) =>
  element("span", "", ["TelQ", "TestSMS", "Control"][index] + " ", code(location.origin + path))));
const watch = () => (document.hidden ? Promise.resolve() : act(async () => {})).then(() => setTimeout(watch, 1000));
watch();
`;

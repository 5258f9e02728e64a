/** The inspector's script. Everything it shows is set as text, never as HTML. */
export const INSPECTOR_SCRIPT = `
const GOOD = new Set(["POSITIVE", "delivered", "accepted", "DELIVRD"]);
const BAD = new Set(["NOT_DELIVERED", "NEGATIVE", "dropped", "nobody-there", "refused", "failed", "UNDELIV", "EXPIRED",
  "INTERNAL_ERROR", "NETWORK_OFFLINE", "TEST_NUMBER_OFFLINE", "NUM_OFFLINE"]);
const byId = (id) => document.getElementById(id);
const time = (iso) => iso === null ? "" : iso.slice(11, 19);

async function ask(method, path, body) {
  const response = await fetch("/_sandbox" + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const json = await response.json();
  if (!response.ok) throw new Error(json.error?.message ?? "HTTP " + response.status);
  return json;
}

function act(work) {
  const problem = byId("problem");
  work().then(refresh).then(() => { problem.hidden = true; }, (error) => {
    problem.textContent = error.message;
    problem.hidden = false;
  });
}

function button(label, work) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", () => act(work));
  return made;
}

function fill(id, headings, rows) {
  const table = byId(id);
  const focused = table.contains(document.activeElement);
  const signature = JSON.stringify(rows.map((row) => row.filter((cell) => typeof cell === "string")));
  // A table that has not changed is left alone: a selection or the focus in it stays.
  if (table.dataset.signature === signature) return;
  if (focused && rows.length === table.tBodies[0]?.rows.length) return;
  table.dataset.signature = signature;
  const head = document.createElement("thead");
  const line = head.insertRow();
  for (const heading of headings) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = heading;
    line.append(cell);
  }
  const body = document.createElement("tbody");
  for (const row of rows) {
    const tr = body.insertRow();
    row.forEach((value, index) => {
      const td = tr.insertCell();
      if (value instanceof Node) td.append(value);
      else {
        td.textContent = value ?? "";
        if (headings[index] === "Text") td.className = "text";
        if (GOOD.has(value)) td.className = "good";
        if (BAD.has(value)) td.className = "bad";
      }
    });
  }
  if (rows.length === 0) {
    const td = body.insertRow().insertCell();
    td.colSpan = headings.length;
    td.className = "none";
    td.textContent = "none";
  }
  table.replaceChildren(head, body);
}

async function refresh() {
  const state = await ask("GET", "/state?limit=100");
  const { telq, testsms } = state.counts;
  byId("now").textContent = state.now.replace("T", " ").slice(0, 19) + " UTC · " +
    (state.realTime ? "real time" : "virtual time") + " · seed " + state.seed + " · TelQ " + telq.created +
    " tests · TestSMS " + testsms.created + " tests · " + testsms.credits + " credits left";
  fill("tests", ["Created", "Vendor", "Id", "Network", "Number", "Test text", "Status", "Sender", "Text"],
    state.tests.toReversed().map((test) => [time(test.createdAt), test.vendor, test.id, test.network ?? "external",
      test.msisdn ?? "none", test.testText ?? "none", test.status, test.sender ?? "", test.text ?? ""]));
  fill("messages", ["At", "Id", "From", "To", "Via", "Route", "State", "Receipt", "Text"],
    state.messages.toReversed().map((message) => [time(message.at), message.id, message.from, message.to,
      message.via + (message.supplier === null ? "" : " " + message.supplier),
      message.route === null ? "" : JSON.stringify(message.route), message.state,
      message.receipt?.state ?? "", message.text ?? "octets"]));
  fill("callbacks", ["At", "Callback", "Test", "Tells", "Attempt", "Outcome", "Answer", "Url", "Again"],
    state.callbacks.toReversed().map((one) => [time(one.at), one.callback, one.vendor + " " + one.testId, one.status,
      one.kind === "attempt" ? one.attempt + " of " + one.attempts : one.kind, one.outcome,
      String(one.httpStatus ?? one.error), one.url,
      button("Replay", () => ask("POST", "/callbacks/" + one.callback + "/replay"))]));
  fill("faults", ["Id", "Rule", "Matched", "Struck", "Remove"], state.faults.map(({ id, matched, struck, ...rule }) =>
    [id, JSON.stringify(rule), String(matched), String(struck),
      button("Remove", () => ask("DELETE", "/faults/" + id))]));
}

for (const advance of document.querySelectorAll("[data-advance]")) {
  advance.addEventListener("click", () => act(() => ask("POST", "/advance", { ms: Number(advance.dataset.advance) })));
}
byId("reset").addEventListener("click", () => act(() => ask("POST", "/reset")));
act(async () => {});
setInterval(() => { if (!document.hidden) act(async () => {}); }, 1000);
`;

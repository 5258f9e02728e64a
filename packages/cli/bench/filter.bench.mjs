// Speed and memory of `smsproof decode` on a generated file of about 100 MB, beside JSON.parse of the same lines.
// Usage: node bench/filter.bench.mjs [megabytes]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, openSync, rmSync, statSync } from "node:fs";
import { cpus, devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const TIME_AND_MEMORY = fileURLToPath(new URL("./report-usage.mjs", import.meta.url));
const size = Number(process.argv[2] ?? 100) * 1e6;

/** A small seeded generator (mulberry32): the same corpus in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const random = seeded(20_380);
const below = (n) => Math.floor(random() * n);
const hex = (octet) => octet.toString(16).padStart(2, "0").toUpperCase();

function septets(text, fill) {
  let bits = 0;
  let held = fill;
  let out = "";
  for (const character of text) {
    bits |= character.charCodeAt(0) << held;
    held += 7;
    while (held >= 8) {
      out += hex(bits & 0xff);
      bits >>= 8;
      held -= 8;
    }
  }
  return held > 0 ? out + hex(bits & 0xff) : out;
}

/** 65 % GSM 7-bit, 20 % UCS2, 15 % concatenated, all with an SMSC. */
function pdu() {
  const kind = random();
  const length = 20 + below(kind < 0.85 && kind >= 0.65 ? 50 : 133);
  let text = "";
  for (let i = 0; i < length; i++) text += "abcdefghijklmnopqrstuvwxyz 0123456789"[below(37)];
  const digits = Array.from({ length: 12 }, () => below(10)).join("");
  const head = `07917283010010F5${kind >= 0.85 ? "44" : "04"}0C91${digits}00`;
  const time = `62${below(9) + 1}0${below(9) + 1}0${below(9)}1${below(9)}1${below(9)}080`;
  if (kind < 0.65) return `${head}00${time}${hex(length)}${septets(text, 0)}`;
  if (kind < 0.85)
    return `${head}08${time}${hex(length * 2)}${[...text].map((c) => `04${hex(c.charCodeAt(0))}`).join("")}`;
  return `${head}00${time}${hex(length + 7)}050003${hex(below(256))}02${hex(1 + below(2))}${septets(text, 1)}`;
}

const record = (i) =>
  JSON.stringify({
    id: 80_000_000 + i,
    testIdText: "irrgprny",
    senderDelivered: "+4944557775544",
    textDelivered: "irrgprny fgsfgsd",
    testCreatedAt: "2026-02-13T17:05:27Z",
    smsReceivedAt: "2026-02-13T17:05:31Z",
    receiptDelay: 4,
    testStatus: "POSITIVE",
    destinationNetworkDetails: {
      mcc: "206",
      mnc: "10",
      portedFromMnc: null,
      countryName: "Belgium",
      providerName: "Orange",
    },
    smscInfo: {
      smscNumber: "33609001390",
      countryName: "France",
      countryCode: "FR",
      mcc: null,
      mnc: null,
      providerName: null,
    },
    pdusDelivered: [pdu()],
  });

async function generate(path, line) {
  const out = createWriteStream(path);
  let written = 0;
  let lines = 0;
  while (written < size) {
    let block = "";
    while (block.length < 65_536) {
      block += `${line(lines)}\n`;
      lines += 1;
    }
    written += block.length;
    if (!out.write(block)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return lines;
}

/** Runs a script in a process of its own, its output thrown away; gives seconds and peak memory in MB. */
async function measure(args) {
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", TIME_AND_MEMORY, ...args], {
    stdio: ["ignore", openSync(devNull, "w"), "pipe"],
  });
  let report = "";
  child.stderr.on("data", (chunk) => {
    report += chunk;
  });
  const [status] = await once(child, "close");
  const usage = report.match(/cpu=([\d.]+) rss=(\d+)/);
  if (status !== 0 || !usage) throw new Error(`${args.join(" ")}: status ${status}\n${report}`);
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: Number(usage[1]),
    rss: Number(usage[2]) / 1000,
  };
}

function print(name, { seconds, cpu, rss }, octets, lines) {
  const cells = [
    name.padEnd(34),
    `${(octets / 1e6 / seconds).toFixed(0).padStart(5)} MB/s`,
    `${Math.round(lines / seconds)
      .toLocaleString("en")
      .padStart(9)} lines/s`,
    `${cpu.toFixed(1).padStart(6)} s CPU`,
    `${rss.toFixed(0).padStart(5)} MB peak`,
  ];
  console.log(cells.join("  "));
}

const folder = mkdtempSync(join(tmpdir(), "smsproof-bench-"));
try {
  console.log(`${cpus()[0]?.model ?? "?"} · Node ${process.versions.node} · files of ${size / 1e6} MB\n`);
  for (const [kind, line, parse] of [
    ["hex lines", pdu, false],
    ["NDJSON", record, true],
  ]) {
    const path = join(folder, kind);
    const lines = await generate(path, line);
    const octets = statSync(path).size;
    const baseline = fileURLToPath(new URL("./baseline.mjs", import.meta.url));
    print(`${kind}: smsproof decode`, await measure([MAIN, "decode", path]), octets, lines);
    print(
      `${kind}: split, decode, stringify`,
      await measure([baseline, "decode", String(parse), path]),
      octets,
      lines,
    );
    if (parse)
      print(
        `${kind}: JSON.parse of each line`,
        await measure([baseline, "parse", "true", path]),
        octets,
        lines,
      );
  }
} finally {
  rmSync(folder, { recursive: true });
}

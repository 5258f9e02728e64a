import { expect, it } from "vitest";
import { UsageError } from "../exit-status.ts";
import { monitorFileOf } from "./monitor-file.ts";

const routes = [
  { name: "otp", vendor: "telq", sender: "main" },
  { name: "sale", vendor: "telq", sender: "cheap" },
];
const surroundings = { folder: "/etc/routes", env: { PASS: "hush", KEY: "k{env:PASS}" }, sandbox: false };

it("fills variables in, finds files beside itself, and names each vendor once", () => {
  const file = {
    routes,
    senders: { main: "smpp://me:{env:PASS}@smsc.example", cheap: "http:gateway.json" },
    webhook: { url: "https://alerts.example", headers: { authorization: "Bearer {env:KEY}" } },
    save: "rounds",
  };
  expect(monitorFileOf(file, surroundings)).toEqual({
    config: {
      routes,
      // What a variable holds is not filled in again.
      webhook: { url: "https://alerts.example", headers: { authorization: "Bearer k{env:PASS}" } },
    },
    senders: { main: "smpp://me:hush@smsc.example", cheap: "http:/etc/routes/gateway.json" },
    save: "/etc/routes/rounds",
    sandbox: undefined,
    vendors: ["telq"],
  });
});

it("leaves the texts of messages as they are, and a database's URL", () => {
  const message = { sender: "ACME", text: "{env:PASS} {testText}" };
  const save = "postgres://me:{env:PASS}@db.example/rounds";
  const file = { routes: [{ ...routes[0], message }], senders: {}, save };
  expect(monitorFileOf(file, surroundings)).toMatchObject({
    config: { routes: [{ message }] },
    save: "postgres://me:hush@db.example/rounds",
  });
});

it("needs no passwords for a sandbox", () => {
  const file = { routes, senders: { main: "smpp://me:{env:NOWHERE}@smsc.example" } };
  expect(() => monitorFileOf(file, surroundings)).toThrow("senders.main: the variable NOWHERE is not set");
  expect(monitorFileOf(file, { ...surroundings, sandbox: true }).senders).toEqual(file.senders);
});

it.each([
  [[], "no JSON object"],
  [{ routes, senders: {}, rotues: [] }, 'has no "rotues"'],
  [{ routes }, "senders: an object is needed"],
  [{ routes, senders: { main: 7 } }, "senders.main: what --via takes is needed"],
  [{ routes, senders: {}, save: 7 }, "save: a folder"],
])("refuses %j", (file, message) => {
  expect(() => monitorFileOf(file, surroundings)).toThrow(UsageError);
  expect(() => monitorFileOf(file, surroundings)).toThrow(message);
});

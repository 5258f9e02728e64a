import { afterEach, describe, expect, it, vi } from "vitest";
import { readCredentials } from "./options.ts";
import { createTelq } from "./telq.ts";

afterEach(() => vi.unstubAllGlobals());

describe("readCredentials", () => {
  it("sends an App ID of digits as a number, since JSON knows no leading zeros", () => {
    expect(() => JSON.parse('{"appId": 000001}')).toThrow();
    expect(readCredentials({ appId: "000001", appKey: "k" })).toEqual({ appId: 1, appKey: "k" });
    expect(readCredentials({ appId: 42, appKey: "k" }).appId).toBe(42);
  });

  it("sends any other App ID as text", () => {
    expect(readCredentials({ appId: "app-7", appKey: "k" }).appId).toBe("app-7");
    expect(readCredentials({ appId: "99999999999999999999", appKey: "k" }).appId).toBe(
      "99999999999999999999",
    );
  });

  it("takes what is not given from TELQ_APP_ID and TELQ_APP_KEY", () => {
    const environment = { TELQ_APP_ID: "7", TELQ_APP_KEY: "from-environment" };
    expect(readCredentials({ environment })).toEqual({ appId: 7, appKey: "from-environment" });
    expect(readCredentials({ environment, appKey: "given" })).toEqual({ appId: 7, appKey: "given" });
  });

  it("names what is missing", () => {
    expect(() => readCredentials({ environment: {} })).toThrow(
      "telq client: appId is missing: give it, or set TELQ_APP_ID.",
    );
    expect(() => readCredentials({ appId: 1, environment: {} })).toThrow("appKey is missing");
  });
});

describe("createTelq", () => {
  it("refuses a page, unless told", () => {
    vi.stubGlobal("window", { document: {} });
    const options = { appId: 1, appKey: "k", environment: {} };
    expect(() => createTelq(options)).toThrow("A page would show the credentials to every visitor.");
    expect(createTelq({ ...options, dangerouslyAllowBrowser: true })).toBeDefined();
  });

  it("refuses a base URL over which the credentials would travel in the clear", () => {
    const options = { appId: 1, appKey: "k" };
    expect(() => createTelq({ ...options, baseUrl: "http://api.telqtele.com/v2.1/client" })).toThrow(
      "baseUrl must be an https: URL",
    );
    expect(() => createTelq({ ...options, environment: { TELQ_BASE_URL: "nonsense" } })).toThrow(
      "baseUrl is not an absolute URL",
    );
    expect(createTelq({ ...options, baseUrl: "http://127.0.0.1:4010/v2.1/client" })).toBeDefined();
  });

  it.each([
    { timeoutMs: 0 },
    { totalTimeoutMs: -1 },
    { maxResponseOctets: Number.NaN },
    { retry: { attempts: 0 } },
  ])("refuses %j", (wrong) => {
    expect(() => createTelq({ appId: 1, appKey: "k", environment: {}, ...wrong })).toThrow(/must be/);
  });
});

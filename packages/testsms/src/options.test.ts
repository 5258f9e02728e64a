import { afterEach, describe, expect, it, vi } from "vitest";
import { readCredentials } from "./options.ts";
import { createTestsms } from "./testsms.ts";

afterEach(() => vi.unstubAllGlobals());

const clientEnvironment = { TESTSMS_CLIENT_ID: "env-id", TESTSMS_CLIENT_SECRET: "env-secret" };
const userEnvironment = { TESTSMS_EMAIL: "env@example.com", TESTSMS_PASSWORD: "env-password" };

describe("readCredentials", () => {
  it("takes a client id with its secret, or an e-mail address with its password", () => {
    expect(readCredentials({ clientId: "a", clientSecret: "b", environment: {} })).toEqual({
      flow: "client",
      clientId: "a",
      clientSecret: "b",
    });
    expect(readCredentials({ email: "a@b.c", password: "d", environment: {} })).toEqual({
      flow: "user",
      email: "a@b.c",
      password: "d",
    });
  });

  it("takes what is not given from the environment, the client flow first", () => {
    const environment = { ...clientEnvironment, ...userEnvironment };
    expect(readCredentials({ environment })).toEqual({
      flow: "client",
      clientId: "env-id",
      clientSecret: "env-secret",
    });
    expect(readCredentials({ environment: userEnvironment })).toEqual({
      flow: "user",
      email: "env@example.com",
      password: "env-password",
    });
  });

  it("puts what is given before the environment", () => {
    expect(readCredentials({ email: "a@b.c", password: "d", environment: clientEnvironment })).toMatchObject({
      flow: "user",
      email: "a@b.c",
    });
    expect(readCredentials({ clientId: "a", environment: clientEnvironment })).toEqual({
      flow: "client",
      clientId: "a",
      clientSecret: "env-secret",
    });
    expect(readCredentials({ email: "a@b.c", environment: userEnvironment })).toMatchObject({
      password: "env-password",
    });
  });

  it("names what is missing", () => {
    expect(() => readCredentials({ environment: {} })).toThrow(
      "testsms client: clientId is missing: give clientId and clientSecret",
    );
    expect(() => readCredentials({ clientId: "a", environment: {} })).toThrow(
      "clientSecret is missing: give it, or set TESTSMS_CLIENT_SECRET.",
    );
    expect(() => readCredentials({ email: "a@b.c", environment: {} })).toThrow("password is missing");
  });
});

describe("createTestsms", () => {
  it("refuses a page, unless told", () => {
    vi.stubGlobal("window", { document: {} });
    const options = { clientId: "a", clientSecret: "b", environment: {} };
    expect(() => createTestsms(options)).toThrow("A page would show the credentials to every visitor.");
    expect(createTestsms({ ...options, dangerouslyAllowBrowser: true })).toBeDefined();
  });

  it("takes its base URL from TESTSMS_BASE_URL", async () => {
    const urls: string[] = [];
    const testsms = createTestsms({
      environment: { ...clientEnvironment, TESTSMS_BASE_URL: "http://127.0.0.1:4010/api/" },
      fetch: (request) => {
        urls.push(request.url);
        return request.url.endsWith("/access-token")
          ? Response.json({ access_token: "token" })
          : Response.json([]);
      },
    });
    await testsms.networks.list();
    expect(urls).toEqual([
      "http://127.0.0.1:4010/api/v1/access-token",
      "http://127.0.0.1:4010/api/v1/mccmnc",
    ]);
  });
});

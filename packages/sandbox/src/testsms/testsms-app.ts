import { type Context, Hono } from "hono";
import { judgeCallbackUrl } from "../callbacks/loopback.ts";
import { parseJson, readBody } from "../http/read-body.ts";
import { createBurstLimit } from "../tokens/burst-limit.ts";
import { TOKEN_LIFETIME_S, type Tokens, tokenOf } from "../tokens/tokens.ts";
import type { World } from "../world.ts";
import { readCreateTestsRequest } from "./create-tests-request.ts";
import { signJwt } from "./jwt.ts";
import { createdTestJson, mccmncJson, smsTestJson } from "./result-json.ts";
import { type TestSmsProblem, testSmsErrorResponse } from "./testsms-error.ts";
import type { TestSmsVendor } from "./testsms-vendor.ts";

/** Where TestSMS's API stands, in the sandbox as at the vendor; its calls begin with `/v1`. */
export const TESTSMS_BASE_PATH = "/api";

const SIGNING_KEY_OCTETS = 64;

/** The five calls of TestSMS's client API v1. */
export function createTestSmsApp(world: World, vendor: TestSmsVendor, tokens: Tokens): Hono {
  const { clock } = world;
  const bursts = createBurstLimit(clock);
  const app = new Hono().basePath(`${TESTSMS_BASE_PATH}/v1`);
  let tokenCount = 0;

  const problem = (what: TestSmsProblem): Response =>
    testSmsErrorResponse(what, world.quirks.current.testsms.errorBody);

  const newToken = async (claims: object): Promise<string> => {
    tokenCount += 1;
    const iat = Math.floor(clock.now() / 1000);
    const key = world.random.fork("testsms signing key").bytes(SIGNING_KEY_OCTETS);
    const token = await signJwt(
      { exp: iat + TOKEN_LIFETIME_S, iat, ...claims, jti: String(tokenCount) },
      key,
    );
    tokens.add(token);
    return token;
  };

  const tooMany = (account: string): Response | null => {
    const wait = bursts.take(account);
    if (wait === null) return null;
    return problem({ status: 429, message: "Too many access token attempts", retryAfter: wait });
  };

  app.post("/token", async (c) => {
    const text = await bodyText(c);
    const login = text === null ? undefined : parseJson(text);
    if (!isLogin(login)) return problem({ status: 400, message: "JSON with email and password is needed" });
    const { email, password } = world.credentials.testsms;
    const limited = tooMany(login.email);
    if (limited !== null) return limited;
    if (login.email !== email || login.password !== password) {
      return problem({ status: 401, message: "Email or password not correct" });
    }
    const token = await newToken({ email });
    const body = world.quirks.current.testsms.token === "text" ? token : JSON.stringify(token);
    return jsonText(body);
  });

  app.post("/access-token", async (c) => {
    const form = new URLSearchParams((await bodyText(c)) ?? "");
    const id = form.get("client_id");
    if (
      id === null ||
      form.get("client_secret") === null ||
      form.get("grant_type") !== "client_credentials"
    ) {
      const message = "client_id, client_secret and grant_type=client_credentials are needed";
      return problem({ status: 400, message });
    }
    const { clientId, clientSecret } = world.credentials.testsms;
    const limited = tooMany(id);
    if (limited !== null) return limited;
    if (id !== clientId || form.get("client_secret") !== clientSecret) {
      return problem({ status: 401, message: "Credentials not correct" });
    }
    return c.json({
      access_token: await newToken({ client_id: clientId }),
      expires_in: TOKEN_LIFETIME_S,
      token_type: "Bearer",
      scope: "write read",
    });
  });

  app.use(async (c, next) => {
    if (tokens.check(tokenOf(c.req.raw)) === "valid") return next();
    return problem({ status: 401, message: "Request Access Token" });
  });

  app.get("/mccmnc", (c) => c.json(world.networks.listed(clock.now()).map(mccmncJson)));

  app.post("/createTest", async (c) => {
    const text = await bodyText(c);
    if (text === null) return problem({ status: 400, message: "The body is too large or not UTF-8" });
    const json = parseJson(text);
    if (json === undefined) return problem({ status: 400, message: "Check if json format is right" });
    const { testsms } = world.quirks.current;
    const read = readCreateTestsRequest(json, testsms.templates);
    if (!read.ok) return problem({ status: 400, message: read.reason });
    const { callbackUrl } = read.request;
    const verdict = callbackUrl === null ? null : judgeCallbackUrl(callbackUrl, world.callbackHosts);
    if (verdict !== null && !verdict.ok)
      return problem({ status: 400, message: `callbackUrl ${verdict.reason}` });
    const tests = vendor.create(read.request);
    if (tests === "no-credits") return problem({ status: 400, message: "Purchase credits in app" });
    if (tests === "full") {
      return problem({ status: 503, message: "The sandbox is full of tests that still wait: reset it" });
    }
    const items = tests.map((test) => (test === null ? "" : createdTestJson(test)));
    const groups = testsms.grouping === "one" ? [items.filter((one) => one !== "").join(",")] : items;
    return jsonText(`[${groups.map((group) => `{"phoneNumbers":[${group}]}`).join(",")}]`);
  });

  app.get("/smsTest/:id", (c) => {
    const id = c.req.param("id");
    if (!/^\d{1,19}$/.test(id)) return problem({ status: 400, message: `"${id}" is no id` });
    const test = vendor.book.get(id);
    if (test !== null) return jsonText(smsTestJson(test, world.quirks.current));
    const { unknownId } = world.quirks.current.testsms;
    if (unknownId === "404") return problem({ status: 404, message: "No such test" });
    return jsonText(unknownId === "200-empty" ? "{}" : "null");
  });

  for (const path of ["/mccmnc", "/createTest", "/smsTest/:id"]) {
    app.all(path, () => problem({ status: 405, message: "Method not allowed" }));
  }
  app.all("*", () => problem({ status: 404, message: "Not found" }));

  return app;
}

async function bodyText(c: Context): Promise<string | null> {
  const body = await readBody(c.req.raw);
  return body.kind === "text" ? body.text : null;
}

const jsonText = (text: string): Response =>
  new Response(text, { headers: { "content-type": "application/json" } });

const isLogin = (value: unknown): value is { email: string; password: string } =>
  typeof value === "object" &&
  value !== null &&
  "email" in value &&
  typeof value.email === "string" &&
  "password" in value &&
  typeof value.password === "string";

import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import type { Sandbox } from "../sandbox.ts";

/** A way in which requests reach a sandbox. */
export interface Carrier {
  readonly name: string;
  open(sandbox: Sandbox): Promise<OpenCarrier>;
}

/** Where a client of each vendor is to send its requests. */
export interface OpenCarrier {
  readonly telq: string;
  readonly testsms: string;
  readonly control: string;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  close(): Promise<void>;
}

const REAL = {
  telq: "https://api.telqtele.com/v2.1/client",
  testsms: "https://my.testsms.com/api",
  control: "http://sandbox.test/_sandbox",
} as const;

/** The sandbox's own fetch, handed to the client. */
const injectedFetch: Carrier = {
  name: "injected fetch",
  open: async (sandbox) => ({ ...REAL, fetch: sandbox.fetch, close: async () => {} }),
};

/** The global fetch, caught by MSW on its way to the real vendors' hosts. */
const mockServiceWorker: Carrier = {
  name: "MSW",
  async open(sandbox) {
    const server = setupServer(
      http.all("*", async ({ request }) => {
        try {
          return await sandbox.fetch(request);
        } catch {
          return HttpResponse.error();
        }
      }),
    );
    server.listen({ onUnhandledRequest: "error" });
    return {
      ...REAL,
      fetch: (input, init) => globalThis.fetch(input, init),
      close: async () => server.close(),
    };
  },
};

/** A real socket on loopback. */
const socket: Carrier = {
  name: "socket",
  async open(sandbox) {
    const { origin, close } = await sandbox.listen();
    return {
      telq: `${origin}/v2.1/client`,
      testsms: `${origin}/api`,
      control: `${origin}/_sandbox`,
      fetch: (input, init) => globalThis.fetch(input, init),
      close,
    };
  },
};

/** All three. */
export const CARRIERS: readonly Carrier[] = [injectedFetch, mockServiceWorker, socket];

import { createTelqCallbackHandler } from "@smsproof/telq";

/** Next's `app/api/telq/route.ts`: a route handler is a function from a web-standard Request to a Response. */
const handleCallback = createTelqCallbackHandler({
  token: process.env["TELQ_CALLBACK_TOKEN"] ?? "",
  onResult: ({ testId, status }) => console.log(`test ${testId} is ${status.name}`),
});

export function POST(request: Request): Promise<Response> {
  return handleCallback(request);
}

import { createTestsmsCallbackHandler } from "@smsproof/testsms";

/**
 * Next's `app/api/testsms/[key]/route.ts`: a route handler is a function from a web-standard Request to a Response. The
 * handler reads the key out of the path by itself.
 */
const handleCallback = createTestsmsCallbackHandler({
  keys: [process.env["TESTSMS_CALLBACK_KEY"] ?? ""],
  onResult: ({ msisdn, status }) => console.log(`the test on ${msisdn} is ${status.name}`),
});

export function POST(request: Request): Promise<Response> {
  return handleCallback(request);
}

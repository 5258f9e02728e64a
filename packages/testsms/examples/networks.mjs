// Prints the networks that TestSMS can test now. Spends nothing. Credentials come from TESTSMS_CLIENT_ID and
// TESTSMS_CLIENT_SECRET, or TESTSMS_EMAIL and TESTSMS_PASSWORD.
import { createTestsms } from "@smsproof/testsms";
import { networkKey } from "@smsproof/vendor";

const vendor = createTestsms().asVendor();
for (const network of await vendor.networks()) {
  console.log(`${networkKey(network)}  ${network.countryName}  ${network.operatorName}`);
}

// Prints the networks that TelQ can test now. Spends nothing. Credentials come from TELQ_APP_ID and TELQ_APP_KEY.
import { createTelq } from "@smsproof/telq";
import { networkKey } from "@smsproof/vendor";

const vendor = createTelq().asVendor();
for (const network of await vendor.networks()) {
  console.log(`${networkKey(network)}  ${network.countryName}  ${network.operatorName}`);
}

import { DecodeTab } from "./decode/decode-tab.ts";
import { SourceField } from "./decode/source-field.ts";
import { MessageList } from "./message/message-list.ts";
import { FieldList } from "./octets/field-list.ts";
import { OctetGrid } from "./octets/octet-grid.ts";
import { PduInspector } from "./octets/pdu-inspector.ts";
import { PageTabs } from "./shell/page-tabs.ts";

// Children before parents: a parent's connectedCallback makes them.
customElements.define("octet-grid", OctetGrid);
customElements.define("field-list", FieldList);
customElements.define("pdu-inspector", PduInspector);
customElements.define("message-list", MessageList);
customElements.define("source-field", SourceField);
customElements.define("decode-tab", DecodeTab);
customElements.define("page-tabs", PageTabs);

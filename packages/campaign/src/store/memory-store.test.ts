import { storeSuite } from "../testing/store-suite.ts";
import { createMemoryStore } from "./memory-store.ts";

storeSuite("memory", async () => createMemoryStore());

// Loaded in front of a script: says at its end how much processor time and memory it took.
import { writeSync } from "node:fs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(2, `cpu=${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} rss=${maxRSS}\n`);
});

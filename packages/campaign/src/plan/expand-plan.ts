import type { TestDestination } from "@smsproof/vendor";
import { type CampaignMessage, type CampaignPlan, TEST_TEXT_PLACEHOLDER } from "./campaign-plan.ts";

/** One test that a plan asks for. */
export interface PlannedTest {
  /** Its place in the campaign, from 0: with the campaign's id its name. */
  readonly index: number;
  readonly vendor: string;
  readonly sender: string;
  readonly destination: TestDestination;
  readonly message: CampaignMessage;
}

/**
 * The tests of a plan, always in the same order: repetitions outermost, so that a campaign that is cut short has seen
 * every combination before it has seen one twice.
 */
export function expandPlan(plan: CampaignPlan): readonly PlannedTest[] {
  const tests: PlannedTest[] = [];
  for (let round = 0; round < (plan.repetitions ?? 1); round++)
    for (const message of plan.messages)
      for (const vendor of plan.vendors)
        for (const sender of plan.senders)
          for (const destination of plan.destinations)
            tests.push({ index: tests.length, vendor, sender, destination, message });
  return tests;
}

/** The text that goes out. The test text is put in as it is, dollar signs and braces included. */
export function textWith(message: CampaignMessage, testText: string): string {
  return message.text.split(TEST_TEXT_PLACEHOLDER).join(testText);
}

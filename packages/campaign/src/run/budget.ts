/** How many tests may be created. */
export interface Budget {
  /** Puts one aside; `false` once all are spent. Waits while what is left may still come back. */
  take(): Promise<boolean>;
  /** One that was put aside is spent. */
  spend(): void;
  /** One that was put aside was not needed: the vendor refused. */
  giveBack(): void;
}

/** A budget of which some is spent already. */
export function createBudget(limit: number, spentAlready: number): Budget {
  let spent = spentAlready;
  let aside = 0;
  const waiting: (() => void)[] = [];

  function settle(): void {
    aside -= 1;
    for (const wake of waiting.splice(0)) wake();
  }

  return {
    async take() {
      while (spent + aside >= limit) {
        if (spent >= limit) return false;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      aside += 1;
      return true;
    },
    spend() {
      spent += 1;
      settle();
    },
    giveBack: settle,
  };
}

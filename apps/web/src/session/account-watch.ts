import type { Sync } from "@todo/contract";

export interface AccountWatchOptions {
  readonly replica: Pick<Sync, "subscribe">;
  /** For another token than the last, for which the session has to be there still. */
  readonly ask: () => Promise<unknown>;
  /** Longer than it takes to delete an account. */
  readonly pause: () => Promise<void>;
}

/**
 * Whether the account may be gone. The feed of one that was deleted begins anew; what a token of before would write makes
 * the account again, for nobody. So the session is asked for at once, and, as it goes last, a second time.
 */
export function watchAccount({ replica, ask, pause }: AccountWatchOptions): () => boolean {
  let isWhole = false;
  let isDoubtful = false;
  const verify = async (): Promise<void> => {
    isDoubtful = true;
    await ask();
    await pause();
    await ask();
    isDoubtful = false;
  };
  replica.subscribe((event) => {
    if (event.type !== "status") return;
    if (event.status === "live" || event.status === "polling") isWhole = true;
    if (event.status !== "loading" || !isWhole) return;
    isWhole = false;
    verify().catch(() => undefined); // then it stays doubtful
  });
  return () => isDoubtful;
}

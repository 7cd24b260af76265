// The tab's own memory. Some browsers refuse it (private windows, policies); then nothing is kept and nothing breaks.

/** What is kept under a key in this tab, if anything. */
export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text under a key until the tab is closed. */
export function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // No room or no permission: the page goes on without.
  }
}

/** Forgets what is kept under a key. */
export function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept where nothing may be kept.
  }
}

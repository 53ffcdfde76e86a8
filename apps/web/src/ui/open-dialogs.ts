const open: HTMLDialogElement[] = [];
const listeners = new Set<() => void>();

/** The modal dialogs that are open, one above the other: all that is outside the last one is out of reach. */
export const openDialogs = {
  top: (): HTMLDialogElement | undefined => open.at(-1),

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  /** Until what is returned is called. */
  add: (dialog: HTMLDialogElement): (() => void) => {
    open.push(dialog);
    tell();
    return () => {
      open.splice(open.indexOf(dialog), 1);
      tell();
    };
  },
};

function tell(): void {
  for (const listener of listeners) listener();
}

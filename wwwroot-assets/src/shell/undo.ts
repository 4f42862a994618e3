/** Ctrl+Z and its kin work on every page of a project, wherever the focus is: they press the buttons of the frame. */

export function watchUndo(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const button = event.defaultPrevented || isTyping(event.target) || page.querySelector('dialog[open]') ? null : wanted(event);
    const found = button === null ? null : page.querySelector<HTMLButtonElement>(`[data-testid="${button}"]:not(:disabled)`);
    if (found) {
      event.preventDefault();
      found.click();
    }
  });
}

/** The button that a key stands for. */
function wanted(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) {
    return null;
  }
  const key = event.key.toLowerCase();
  if (key === 'z') {
    return event.shiftKey ? 'redo' : 'undo';
  }
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** Where text is written, undoing belongs to the text. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

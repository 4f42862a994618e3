/** Puts the keyboard into the panel beside the canvas that shows the selected block. */
export function focusInspector(): void {
  const panel = document.querySelector<HTMLElement>('[data-canvas-inspector]');
  const first = panel?.querySelector<HTMLElement>('input, select, textarea, button, [href], [tabindex]');
  (first ?? panel)?.focus();
}

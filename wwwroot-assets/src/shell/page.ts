/** Small things that only the browser can do. */

/** Opens a dialog over the page, or closes it. The browser keeps the focus inside and gives it back afterwards. */
export function showDialog(dialog: HTMLDialogElement | null, open: boolean): void {
  // The page that asked may be gone by now.
  if (!dialog) return;
  if (open && !dialog.open) {
    dialog.showModal();
    (dialog.querySelector<HTMLElement>('[autofocus]') ?? dialog.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea, button)'))?.focus();
  } else if (!open && dialog.open) {
    dialog.close();
  }
}

/** Puts the focus into a field and marks all that is in it. */
export function select(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** Puts what stands in a field into the clipboard; where the browser allows that to encrypted pages only, the old way. */
export async function copy(field: HTMLInputElement | null): Promise<void> {
  if (!field) return;
  select(field);
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand('copy');
}

/** Fetches a file for the person to keep. */
export function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}

/** Opens a note for writing, as a double click on it does. */
export function openNote(id: string): void {
  document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"] [data-write]`)
    ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
}

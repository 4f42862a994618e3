/** The wire at a place of the screen, by its key; blocks above it do not hide it. */
export function wireAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const edge = element.closest('.react-flow__edge');
    if (edge) {
      return edge.getAttribute('data-id');
    }
  }

  return null;
}

let marked: Element | null = null;

/** Shows which wire a drop would go into. Done on the element itself: a pointer that moves renders nothing. */
export function markWire(key: string | null): void {
  const edge = key === null ? null : document.querySelector(`.react-flow__edge[data-id="${CSS.escape(key)}"]`);
  if (edge !== marked) {
    marked?.classList.remove('cv-drop-target');
    edge?.classList.add('cv-drop-target');
    marked = edge;
  }
}

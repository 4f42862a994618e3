/** Keys of a tree: up, down, home and end move; right and left open, close, and move between levels; Enter and Space press. */

/** Lets the keyboard walk through a tree whose rows come and go. The rows are `role="treeitem"` elements, one after the other. */
export function walk(tree: HTMLElement | null): void {
  if (!tree) {
    return;
  }

  tree.addEventListener('keydown', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('[role="treeitem"]');
    if (row && !event.ctrlKey && !event.metaKey && !event.altKey && press(tree, row, event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  tree.addEventListener('focusin', (event) => makeReachable(tree, (event.target as Element).closest<HTMLElement>('[role="treeitem"]')));
  new MutationObserver(() => makeReachable(tree, null)).observe(tree, { childList: true });
  makeReachable(tree, null);
}

function press(tree: HTMLElement, row: HTMLElement, key: string): boolean {
  const rows = rowsOf(tree);
  const place = rows.indexOf(row);
  switch (key) {
    case 'ArrowDown':
      return focus(rows[place + 1]);
    case 'ArrowUp':
      return focus(rows[place - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows[rows.length - 1]);
    case 'ArrowRight':
      return isExpanded(row) === false ? twist(row) : isExpanded(row) === true && focus(rows[place + 1]);
    case 'ArrowLeft':
      return isExpanded(row) === true ? twist(row) : focus(parentOf(rows, place));
    case 'Enter':
    case ' ':
      row.click();
      return true;
    default:
      return key.length === 1 && focus(startingWith(rows, place, key));
  }
}

const rowsOf = (tree: HTMLElement): HTMLElement[] => [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];

const levelOf = (row: HTMLElement): number => Number(row.getAttribute('aria-level') ?? 1);

function isExpanded(row: HTMLElement): boolean | null {
  const state = row.getAttribute('aria-expanded');
  return state === null ? null : state === 'true';
}

function twist(row: HTMLElement): boolean {
  row.querySelector<HTMLElement>('[data-twist]')?.click();
  return true;
}

function parentOf(rows: readonly HTMLElement[], place: number): HTMLElement | undefined {
  const row = rows[place];
  return row && [...rows.slice(0, place)].reverse().find((other) => levelOf(other) < levelOf(row));
}

function startingWith(rows: readonly HTMLElement[], place: number, key: string): HTMLElement | undefined {
  const wanted = key.toLocaleLowerCase();
  return [...rows.slice(place + 1), ...rows.slice(0, place)].find((row) => row.getAttribute('aria-label')?.toLocaleLowerCase().startsWith(wanted));
}

/** Moves the focus; the key is used up even at the end of the tree. */
function focus(row: HTMLElement | undefined): boolean {
  row?.focus();
  row?.scrollIntoView?.({ block: 'nearest' });
  return true;
}

/** Exactly one row can be reached by Tab: the one that had the focus last, or the first. */
function makeReachable(tree: HTMLElement, wanted: HTMLElement | null): void {
  const rows = rowsOf(tree);
  const current = wanted ?? rows.find((row) => row.tabIndex === 0) ?? rows[0];
  for (const row of rows) {
    const index = row === current ? 0 : -1;
    if (row.tabIndex !== index) {
      row.tabIndex = index;
    }
  }
}

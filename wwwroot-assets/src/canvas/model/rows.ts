import { leastFirstRowGain, leastRowColumns, leastRowGain, rowRoom, seenAcross, seenDown } from './measures';

/** What stands at one distance from the beginning of the flow. */
export interface Column {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a row of columns begins and ends (behind its last). */
export interface Row {
  readonly first: number;
  readonly end: number;
}

/**
 * Breaks a long flow into rows, as words into lines, so that all of it can be seen as large as possible. A row breaks where fewest wires
 * are cut: what belongs together, such as a target and its loss, stays together. The server breaks proposals in the same places (RowBreaks.cs): a
 * golden file is checked from both sides.
 * @param columns The flow.
 * @param gap Room between two columns.
 * @param crossing Number of wires that pass from before a column to it or beyond.
 */
export function rowsOf(columns: readonly Column[], gap: number, crossing: (column: number) => number): Row[] {
  let best: Row[] = [{ first: 0, end: columns.length }];
  let largest = 0;
  for (let most = columns.length; most >= leastRowColumns; most--) {
    const rows = broken(columns.length, most, crossing);
    const zoom = zoomOf(rows, columns, gap);
    // Breaks have to pay, the first one most: wires that jump back are harder to follow than a little smaller letters.
    if (zoom > largest * (best.length === 1 ? leastFirstRowGain : leastRowGain)) {
      [best, largest] = [rows, zoom];
    }
  }

  return best;
}

/** The top and bottom of a row. */
export function rowBounds(row: Row, columns: readonly Column[]): { top: number; bottom: number } {
  const inside = columns.slice(row.first, row.end);
  return { top: Math.min(...inside.map((c) => c.top)), bottom: Math.max(...inside.map((c) => c.bottom)) };
}

function broken(count: number, most: number, crossing: (column: number) => number): Row[] {
  const rows: Row[] = [];
  for (let first = 0; first < count;) {
    let end = Math.min(first + most, count);
    if (end < count) {
      for (let earlier = end - 1; earlier >= first + Math.max(2, most - 2); earlier--) {
        end = crossing(earlier) < crossing(end) ? earlier : end;
      }
    }

    rows.push({ first, end });
    first = end;
  }

  return rows;
}

function zoomOf(rows: readonly Row[], columns: readonly Column[], gap: number): number {
  const width = Math.max(...rows.map((r) => columns.slice(r.first, r.end).reduce((sum, c) => sum + c.width + gap, -gap)));
  const height = rows.reduce((sum, r) => sum + rowBounds(r, columns).bottom - rowBounds(r, columns).top + rowRoom, -rowRoom);
  return Math.min(1, seenAcross / width, seenDown / height);
}

/** An upright line in a chart, with a word. */
export interface Mark {
  at: number;
  label: string;
}

/** Where a mark is drawn, in the pixels of the drawing. */
export interface PlacedMark {
  x: number;
  /** Where its word begins; null where it would lie on another word or outside. */
  word: number | null;
}

const beside = 4;

/**
 * Places marks between two edges: lines outside are left out, and so are words that have no room, first come first served. A word stands at the
 * right of its line, or at the left where there is no room.
 */
export function placed(marks: readonly Mark[], left: number, right: number, placeOf: (at: number) => number, widthOf: (label: string) => number): (PlacedMark & Mark)[] {
  const words: [number, number][] = [];
  return marks.flatMap((mark) => {
    const x = placeOf(mark.at);
    if (x < left || x > right) return [];
    const width = widthOf(mark.label);
    const word = [x + beside, x - beside - width].find((from) => from >= left && from + width <= right && words.every(([a, b]) => from > b + beside || from + width < a - beside));
    if (word !== undefined) words.push([word, word + width]);
    return [{ ...mark, x, word: word ?? null }];
  });
}

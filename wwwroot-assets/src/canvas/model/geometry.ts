import type { Block, Note, Port } from '../protocol/values';
import type { CatalogIndex } from './catalogIndex';
import {
  blockPadding, blockWidth, firstPortY, footerHeight, grid, headerHeight, mostNoteHeight, mostNoteLetters, noteColumns, noteLineHeight, notePadding, parametersHeight,
  portRowHeight,
} from './measures';

/** Where a port is. */
export interface PortPlace {
  readonly port: Port;
  readonly y: number;
}

/** What a block looks like. It follows from kind and ports alone, so that layout, export and hit tests need no DOM. */
export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly inputs: readonly PortPlace[];
  readonly outputs: readonly PortPlace[];
  /** Ports have rows with their names; with a single port on each side its name would say nothing. */
  readonly named: boolean;
  readonly hasFooter: boolean;
}

/** The looks of a block. */
export function geometry(block: Block, catalog: CatalogIndex): Geometry {
  const inputs = catalog.inputs(block);
  const outputs = catalog.outputs(block);
  const named = inputs.length > 1 || outputs.length > 1;
  const hasFooter = outputs.some((p) => p.content === 'Tensor');
  const rows = named ? Math.max(inputs.length, outputs.length) : 0;
  const body = blockPadding + rows * portRowHeight + parametersHeight;
  const place = (port: Port, index: number): PortPlace => ({ port, y: firstPortY + portRowHeight * index });
  return {
    width: blockWidth,
    height: headerHeight + body + (hasFooter ? footerHeight : blockPadding),
    inputs: inputs.map(place),
    outputs: outputs.map(place),
    named,
    hasFooter,
  };
}

/** Height of a note, guessed from its text; a longer one is cut and can be scrolled. */
export function noteHeight(note: Pick<Note, 'text'>): number {
  const lines = note.text.slice(0, mostNoteLetters).split('\n').map(wrappedLines);
  return Math.min(notePadding + lines.reduce((sum, n) => sum + n, 0) * noteLineHeight, mostNoteHeight);
}

/** Lines that a text takes in a note: words stay whole, wide (Chinese) letters count twice and may break anywhere. */
function wrappedLines(text: string): number {
  let lines = 1;
  let used = 0;
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    const length = wideLength(word.trimEnd());
    if (used > 0 && used + length > noteColumns) {
      lines++;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / noteColumns) - 1);
    used += wideLength(word) % noteColumns;
  }

  return lines;
}

/** Number of columns that a text takes. */
export const wideLength = (text: string): number => {
  let length = 0;
  for (const letter of text) {
    length += letter.codePointAt(0)! > 0x2e80 ? 2 : 1;
  }

  return length;
};

/** The nearest place on the grid. */
export const snapped = (value: number): number => Math.round(value / grid) * grid;

import type { Block, Note, Port } from '../protocol/values';
import type { CatalogIndex } from './catalogIndex';

/** Sizes of blocks in canvas units. They follow from kind and ports alone, so that layout, export and hit tests need no DOM. */
export const nodeWidth = 176;
export const headerHeight = 34;
const rowHeight = 20;
const parametersHeight = 20;
const footerHeight = 24;
const padding = 4;

/** How far below a block's top its first ports are: the same for all blocks, so that a row of them has straight wires. */
export const firstPortY = headerHeight + padding + rowHeight / 2;

/** Where a port is. */
export interface PortPlace {
  readonly port: Port;
  readonly y: number;
}

/** What a block looks like. */
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
  const body = padding + (named ? rows * rowHeight : 0) + parametersHeight;
  const place = (port: Port, index: number): PortPlace => ({ port, y: headerHeight + padding + rowHeight * (index + 0.5) });
  return {
    width: nodeWidth,
    height: headerHeight + body + (hasFooter ? footerHeight : padding),
    inputs: inputs.map(place),
    outputs: outputs.map(place),
    named,
    hasFooter,
  };
}

/** Width of a note. */
export const noteWidth = 200;

const noteColumns = 27;
const noteLineHeight = 18;
export const mostNoteHeight = 400;

/** Height of a note, guessed from its text; a longer one is cut and can be scrolled. */
export function noteHeight(note: Pick<Note, 'text'>): number {
  const lines = note.text.slice(0, 2000).split('\n').map(wrappedLines);
  return Math.min(22 + lines.reduce((sum, n) => sum + n, 0) * noteLineHeight, mostNoteHeight);
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

/** Positions lie on this grid. */
export const grid = 8;

/** The nearest place on the grid. */
export const snapped = (value: number): number => Math.round(value / grid) * grid;

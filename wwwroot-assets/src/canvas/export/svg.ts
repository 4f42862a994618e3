import { groupOf, type CatalogIndex, repeatOf } from '../model/catalogIndex';
import { geometry, noteHeight, wideLength } from '../model/geometry';
import { footerHeight, headerHeight, blockPadding, noteWidth } from '../model/measures';
import { placeOf, visibleBlocks, visibleLinks, visibleNotes } from '../model/visible';
import { findWays, type Ways } from '../model/ways';
import { keyParameters, short, wireShape } from '../model/words';
import { type Block, inLanguage, type Link, linkKey } from '../protocol/values';
import { pictureOf } from '../pictures/pictures';
import type { CanvasState } from '../store/state';
import { say } from '../texts';
import { cornerPath, wirePath } from './wirePath';

/** Plain colours for a drawing that must look the same outside the page. */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly line: string;
  readonly wire: string;
  readonly text: string;
  readonly soft: string;
  readonly note: string;
  /** Colour of a family, by its lower-case name. */
  readonly family: (name: string) => string;
}

/** A finished drawing. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const margin = 32;
const font = "'Inter Variable', Inter, 'Noto Sans SC Variable', 'Noto Sans SC', system-ui, sans-serif";

/** Width of a text in units of the drawing, for letters of this size and weight. */
export type Measure = (words: string, size: number, weight: number) => number;

const guessed: Measure = (words, size) => wideLength(words) * size * 0.52;

/** Measures with the fonts in which drawings are written. */
export function measureIn(context: CanvasRenderingContext2D): Measure {
  return (words, size, weight) => {
    context.font = `${weight} ${size}px ${font}`;
    return context.measureText(words).width;
  };
}

/**
 * Draws the open canvas, all of it, as one SVG document that needs nothing else. Labels and notes become text, never markup.
 * @param measure Finds out how much of a text fits.
 * @param fonts A style sheet with the fonts as data.
 */
export function toSvg(state: CanvasState, catalog: CatalogIndex, colors: Palette, measure: Measure = guessed, fonts = ''): Drawing {
  const boxes = [
    ...visibleBlocks(state).map((b) => ({ ...placeOf(state, b.id, b), ...size(b, catalog) })),
    ...visibleNotes(state).map((n) => ({ x: n.x, y: n.y, width: noteWidth, height: noteHeight(n) })),
  ];

  const minX = boxes.length > 0 ? Math.min(...boxes.map((b) => b.x)) : 0;
  const minY = boxes.length > 0 ? Math.min(...boxes.map((b) => b.y)) : 0;
  const width = Math.ceil(Math.max(200, ...boxes.map((b) => b.x + b.width - minX)) + 2 * margin);
  const height = Math.ceil(Math.max(80, ...boxes.map((b) => b.y + b.height - minY)) + 2 * margin);
  const ways = findWays(state, catalog);
  const content = [
    ...visibleLinks(state).map((l) => drawLink(state, catalog, colors, l, ways)),
    ...visibleBlocks(state).map((b) => drawBlock(state, catalog, colors, measure, b)),
    ...visibleNotes(state).map((n) => drawNote(colors, n.text, n.x, n.y, noteHeight(n))),
  ].join('\n');
  return {
    width,
    height,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">\n` +
      `${fonts ? `<style>${fonts}</style>\n` : ''}<rect width="100%" height="100%" fill="${colors.page}"/>\n<g transform="translate(${margin - minX} ${margin - minY})">\n${content}\n</g>\n</svg>\n`,
  };
}

const size = (block: Block, catalog: CatalogIndex) => {
  const { width, height } = geometry(block, catalog);
  return { width, height };
};

function drawLink(state: CanvasState, catalog: CatalogIndex, colors: Palette, link: Link, ways: Ways): string {
  const { from, to } = link;
  const [source, target] = [state.blocks.get(from.block)!, state.blocks.get(to.block)!];
  const [sourceLook, targetLook] = [geometry(source, catalog), geometry(target, catalog)];
  const [a, b] = [placeOf(state, source.id, source), placeOf(state, target.id, target)];
  const outPort = sourceLook.outputs.find((p) => p.port.name === from.port);
  const inPort = targetLook.inputs.find((p) => p.port.name === to.port);
  const way = ways.get(linkKey(link));
  const wire = way ? cornerPath(way) : wirePath(a.x + sourceLook.width, a.y + (outPort?.y ?? headerHeight), b.x, b.y + (inPort?.y ?? headerHeight));
  const shape = state.diagnostics.get(source.id)?.outputs.find((o) => o.port === from.port)?.shape;
  const dash = outPort?.port.content === 'Schedule' ? ' stroke-dasharray="5 4"' : '';
  const label = shape
    ? text(wire.labelX, wire.labelY - 6, wireShape(shape, state.language), colors.soft, 10, ' text-anchor="middle"')
    : '';
  return `<path d="${wire.path}" fill="none" stroke="${colors.wire}" stroke-width="1.6"${dash}/>${label}`;
}

function drawBlock(state: CanvasState, catalog: CatalogIndex, colors: Palette, measure: Measure, block: Block): string {
  const look = geometry(block, catalog);
  const { x, y } = placeOf(state, block.id, block);
  const family = catalog.family(block);
  const color = colors.family(family.toLowerCase());
  const repeat = repeatOf(block);
  const title = catalog.title(block, state.groups, state.language) + (repeat > 1 ? ` ×${repeat}` : '');
  const diagnostics = state.diagnostics.get(block.id);
  const shape = diagnostics?.outputs[0]?.shape ?? '';
  const count = diagnostics && diagnostics.parameters > 0 ? short(diagnostics.parameters) : '';
  const parametersY = look.height - (look.hasFooter ? footerHeight : blockPadding) - 6;
  const parts = [
    groupOf(block) ? `<rect x="4" y="-4" width="${look.width - 8}" height="12" rx="8" fill="${colors.surface}" stroke="${colors.line}"/>` : '',
    `<rect width="${look.width}" height="${look.height}" rx="9" fill="${colors.surface}" stroke="${colors.line}"/>`,
    `<rect x="8" y="7" width="22" height="22" rx="6" fill="${color}" fill-opacity="0.14"/>`,
    `<g transform="translate(11 10) scale(0.667)" fill="none" stroke="${color}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${pictureOf(
      block.kind,
      family,
    )
      .map((s) => `<path d="${s.d}"${s.fill ? ` fill="${color}" stroke="none"` : ''}${s.soft ? ' opacity="0.45"' : ''}/>`)
      .join('')}</g>`,
    text(38, 22, cut(title, look.width - 48, (t) => measure(t, 13, 600)), colors.text, 13, ' font-weight="600"'),
    ...(look.named ? look.inputs.map((p) => text(12, p.y + 4, cut(inLanguage(p.port.title, state.language), look.width - 24, (t) => measure(t, 10.5, 400)), colors.soft, 10.5)) : []),
    text(12, parametersY, cut(keyParameters(block, catalog, state.language), look.width - 24, (t) => measure(t, 11, 400)), colors.soft, 11),
    look.hasFooter ? text(12, look.height - 8, cut(shape, 20, wideLength), colors.soft, 10.5, ' font-family="monospace"') : '',
    look.hasFooter && count ? text(look.width - 12, look.height - 8, count, colors.soft, 10.5, ' text-anchor="end"') : '',
    ...look.inputs.map((p) => port(0, p.y, color, colors)),
    ...look.outputs.map((p) => port(look.width, p.y, color, colors)),
  ];
  const tooltip = block.muted ? say('muted', state.language) : '';
  return `<g transform="translate(${x} ${y})"${block.muted ? ' opacity="0.5"' : ''}>${tooltip ? `<title>${escape(tooltip)}</title>` : ''}${parts.join('')}</g>`;
}

const port = (x: number, y: number, color: string, colors: Palette): string =>
  `<circle cx="${x}" cy="${y}" r="4" fill="${colors.surface}" stroke="${color}" stroke-width="1.6"/>`;

function drawNote(colors: Palette, words: string, x: number, y: number, height: number): string {
  const lines = words.split('\n').flatMap((line) => wrap(line, 28)).slice(0, Math.floor((height - 20) / 18));
  return (
    `<g transform="translate(${x} ${y})"><rect width="${noteWidth}" height="${height}" rx="6" fill="${colors.note}"/>` +
    `${lines.map((line, i) => text(12, 23 + i * 18, line, colors.text, 12)).join('')}</g>`
  );
}

const text = (x: number, y: number, words: string, color: string, fontSize: number, more = ''): string =>
  `<text x="${x}" y="${y}" fill="${color}" font-size="${fontSize}"${more}>${escape(words)}</text>`;

/** As much of a text as has room. */
function cut(words: string, room: number, measure: (words: string) => number): string {
  // What is far too long is not measured letter by letter to its end.
  if (words.length < 1000 && measure(words) <= room) {
    return words;
  }

  let kept = '';
  for (const letter of words) {
    if (measure(`${kept}${letter}…`) > room) {
      break;
    }

    kept += letter;
  }

  return `${kept.trimEnd()}…`;
}

function wrap(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of line.split(/(?<=\s)|(?<=[\u2e80-\uffff])/)) {
    if (current !== '' && wideLength(current + part) > columns) {
      lines.push(current.trimEnd());
      current = '';
    }

    current += part;
  }

  return [...lines, cut(current, columns, wideLength)];
}

/** Text for XML: no markup, and none of the control letters that XML forbids. */
const escape = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

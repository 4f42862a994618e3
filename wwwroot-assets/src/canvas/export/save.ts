import type { CatalogIndex } from '../model/catalogIndex';
import type { CanvasState } from '../store/state';
import { embeddedFonts } from './fonts';
import { measureIn, type Palette, toSvg } from './svg';

/** Reads the design's colours as the page resolves them. */
export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  return {
    page: read('--color-page', '#f6f5f0'),
    surface: read('--color-surface', '#ffffff'),
    line: read('--color-line-strong', '#c9c5b9'),
    wire: read('--color-control-line', '#8f8b80'),
    text: read('--color-text', '#1d2422'),
    soft: read('--color-text-soft', '#535c58'),
    note: read('--color-warning-soft', '#fcf0d9'),
    family: (name) => read(`--color-family-${name}`, '#4b524f'),
  };
}

/** Saves the open canvas as a drawing or a picture. */
export async function savePicture(state: CanvasState, catalog: CatalogIndex, element: HTMLElement, format: 'svg' | 'png'): Promise<void> {
  const [colors, context] = [paletteOf(element), document.createElement('canvas').getContext('2d')];
  const measure = context ? measureIn(context) : undefined;
  // The first drawing says which letters there are.
  const letters = new DOMParser().parseFromString(toSvg(state, catalog, colors, measure).svg, 'image/svg+xml').documentElement.textContent;
  const drawing = toSvg(state, catalog, colors, measure, await embeddedFonts(letters));
  const svg = new Blob([drawing.svg], { type: 'image/svg+xml' });
  const blob = format === 'svg' ? svg : await rasterise(drawing.svg, drawing.width, drawing.height);
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(state.name)}.${format}`;
  link.click();
  // The browser has to have begun to save before the address goes.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Longest side of a picture that browsers can make. */
const longest = 8192;

async function rasterise(svg: string, width: number, height: number): Promise<Blob> {
  const scale = Math.min(2, longest / Math.max(width, height));
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  // Fonts in a picture may come after it is decoded first.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no-picture'))), 'image/png'),
  );
}

const fileName = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim().slice(0, 80) || 'model';

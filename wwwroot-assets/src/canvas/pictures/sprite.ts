import { curveKinds, type Stroke } from './curves';
import { familyNames, ownKinds, pictureOf } from './pictures';

/**
 * All pictures as one SVG document of symbols, for drawings that are made without this script. Lines have the colour of what uses a symbol. A kind's symbol has its id; a family's, for kinds
 * without a picture of their own, has its name after "family-".
 */
export function sprite(): string {
  const symbols = [
    ...familyNames.map((name) => symbol(`family-${name.toLowerCase()}`, pictureOf('', name))),
    ...[...new Set([...ownKinds, ...curveKinds])].sort().map((kind) => symbol(kind, pictureOf(kind, ''))),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

const symbol = (id: string, strokes: readonly Stroke[]): string =>
  `<symbol id="${id}" viewBox="0 0 24 24">${strokes.map(path).join('')}</symbol>`;

const path = ({ d, fill, soft }: Stroke): string =>
  `<path d="${d}"${fill ? ' fill="currentColor" stroke="none"' : ''}${soft ? ' opacity=".45"' : ''}/>`;

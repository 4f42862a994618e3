/** The product's fonts for drawings that are looked at elsewhere: the parts of them whose letters a drawing has, written into the drawing itself. */

/** A part of a font as a style sheet declares it. */
export interface FontPart {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  /** The letters that it has, as in "U+0000-00FF, U+0131". */
  readonly range: string;
  readonly address: string;
}

/** The families of drawings, as on the page. */
const families = ['Inter Variable', 'Noto Sans SC Variable'];

/** The declared parts of the product's fonts that have one of these letters. */
export function neededParts(parts: readonly FontPart[], letters: string): FontPart[] {
  const codes = [...new Set(letters)].map((letter) => letter.codePointAt(0)!);
  // A letter that Inter has is not looked for in the next family.
  const open = new Set(codes);
  return families.flatMap((family) => {
    const own = parts.filter((p) => p.family === family && p.style === 'normal');
    const needed = own.filter((part) => [...open].some((code) => covers(part.range, code)));
    for (const code of [...open].filter((c) => needed.some((part) => covers(part.range, c)))) {
      open.delete(code);
    }

    return needed;
  });
}

/** Whether a letter lies in a range of a style sheet. */
export function covers(range: string, code: number): boolean {
  return range.split(',').some((span) => {
    const match = /^U\+([0-9a-f?]+)(?:-([0-9a-f]+))?$/i.exec(span.trim());
    if (!match) {
      return span.trim() === '';
    }

    const [from, to] = [parseInt(match[1]!.replaceAll('?', '0'), 16), parseInt(match[2] ?? match[1]!.replaceAll('?', 'F'), 16)];
    return code >= from && code <= to;
  });
}

/** All parts of fonts that the page's own style sheets declare. */
export function declaredParts(): FontPart[] {
  return [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet)
      .filter((rule): rule is CSSFontFaceRule => typeof CSSFontFaceRule !== 'undefined' && rule instanceof CSSFontFaceRule)
      .map(({ style }) => ({
        family: unquoted(style.getPropertyValue('font-family')),
        style: style.getPropertyValue('font-style') || 'normal',
        weight: style.getPropertyValue('font-weight') || 'normal',
        range: style.getPropertyValue('unicode-range'),
        address: new URL(/url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1] ?? '', sheet.href ?? document.baseURI).href,
      })),
  );
}

/** A style sheet with the letters of a drawing as data. A part that does not come is left out: the drawing is then read in the viewer's own font. */
export async function embeddedFonts(letters: string, fetcher: (address: string) => Promise<Blob | null> = fetched): Promise<string> {
  const rules = await Promise.all(
    neededParts(declaredParts(), letters).map(async (part) => {
      const file = await fetcher(part.address);
      return file
        ? `@font-face{font-family:'${part.family}';font-style:normal;font-weight:${part.weight};${part.range ? `unicode-range:${part.range};` : ''}src:url(data:font/woff2;base64,${await base64(file)}) format('woff2')}`
        : '';
    }),
  );
  return rules.join('');
}

async function fetched(address: string): Promise<Blob | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}

async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }

  return btoa(text);
}

/** Sheets of other origins do not show their rules. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

const unquoted = (name: string): string => name.trim().replace(/^["']|["']$/g, '');

import { describe, expect, it } from 'vitest';
import { covers, type FontPart, neededParts } from './fonts';

const part = (family: string, range: string, more: Partial<FontPart> = {}): FontPart => ({ family, range, style: 'normal', weight: '100 900', address: range, ...more });
const latin = part('Inter Variable', 'U+0000-00FF, U+0131');
const greek = part('Inter Variable', 'U+0370-03FF');
const chinese = part('Noto Sans SC Variable', 'U+4E00-9FFF');
const chineseLatin = part('Noto Sans SC Variable', 'U+0000-00FF');
const all = [latin, greek, chinese, chineseLatin, part('KaTeX_Main', 'U+0000-FFFF')];

describe('the fonts of a drawing', () => {
  it('are the parts that have its letters, each letter once', () => {
    expect(neededParts(all, 'Linear')).toEqual([latin]);
    expect(neededParts(all, 'Linear 全连接层')).toEqual([latin, chinese]);
    expect(neededParts(all, 'σ')).toEqual([greek]);
  });
  it('know ranges, single letters and question marks', () => {
    expect([covers('U+0131', 0x131), covers('U+0131', 0x132), covers('U+4??', 0x4ff), covers('U+4??', 0x500)]).toEqual([true, false, true, false]);
  });
  it('leave out slanted letters, which drawings have not', () => expect(neededParts([{ ...latin, style: 'italic' }], 'a')).toEqual([]));
});

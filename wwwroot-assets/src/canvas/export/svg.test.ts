import { describe, expect, it } from 'vitest';
import { emptyState } from '../store/state';
import { reduce } from '../store/reduce';
import { block, catalog, link, snapshot } from '../testing/samples';
import { type Palette, toSvg } from './svg';

const colors: Palette = { page: '#fff', surface: '#fff', line: '#ccc', wire: '#888', text: '#000', soft: '#555', note: '#ffd', family: () => '#123456' };
const draw = (...args: Parameters<typeof snapshot>) => toSvg(reduce(emptyState('en', false), snapshot(...args)).state, catalog, colors);
const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

describe('the model as a drawing', () => {
  it('shows every block and wire of the open canvas', () => {
    const { svg, width } = draw([block('a', 'Linear'), block('b', 'ReLU', 300), block('in', 'ReLU', 0, { group: 'g' })], [link('a.output>b.input')], { groups: [{ id: 'g', name: 'G' }] });
    const document = parse(svg);
    expect([...document.querySelectorAll('text')].map((t) => t.textContent)).toEqual(expect.arrayContaining(['Linear', 'ReLU']));
    expect(document.querySelectorAll('path[stroke="#888"]')).toHaveLength(1);
    expect(width).toBe(300 + 176 + 64);
  });
  it('turns markup in names and notes into text', () => {
    const { svg } = draw([block('a', 'Linear', 0, { label: '<script>&"' })], [], { notes: [{ id: 'n', text: '<b>x</b>\u0000\ud800', x: 0, y: 200, group: null }] });
    const document = parse(svg);
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelector('script')).toBeNull();
    expect(document.documentElement.textContent).toContain('<script>&"');
    expect(document.documentElement.textContent).toContain('<b>x</b>');
  });
  it('cuts what is too long for its block', () => {
    const { svg } = draw([block('a', 'Linear', 0, { label: '很'.repeat(5000) })]);
    expect(svg.length).toBeLessThan(5000);
    expect(svg).toContain('…');
  });
  it('of an empty canvas is an empty page', () => expect(parse(draw([]).svg).querySelectorAll('text')).toHaveLength(0));
  it('lies within its frame wherever the blocks are', () => expect(draw([block('a', 'Linear', -5000)]).svg).toContain('translate(5032 32)'));
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mount } from './frame';

const drawing = `<div class="dw"><div class="dw-view" style="--dw-width:1000;--dw-height:400" tabindex="0"><div class="dw-paper"><div class="dw-scale">
  <div class="cv-block" data-change="moved"></div><div class="cv-block" data-change="added"></div></div></div></div></div>`;

let element: HTMLElement;
let answers: Record<string, Response | Error>;

const part = (name: string): HTMLElement => element.querySelector<HTMLElement>(`[data-dw="${name}"]`)!;
const view = (): HTMLElement => element.querySelector<HTMLElement>('.dw-view')!;
const zoom = (): number => Number(view().style.getPropertyValue('--dw-zoom'));
const settled = () => vi.waitFor(() => expect(part('loading').hidden).toBe(true));

function place(): HTMLElement {
  const made = document.createElement('div');
  made.innerHTML = ['next', 'out', 'in', 'fit', 'retry', 'loading', 'failed', 'place'].map((name) => `<div data-dw="${name}"></div>`).join('');
  document.body.append(made);
  return made;
}

beforeEach(() => {
  answers = { '/a': new Response(drawing), '/b': new Response('<div class="dw"></div>'), '/gone': new Response('', { status: 404 }) };
  vi.stubGlobal('fetch', (address: string) => (answers[address] instanceof Error ? Promise.reject(answers[address]) : Promise.resolve((answers[address] as Response).clone())));
  vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} });
  Element.prototype.scrollTo = function (this: Element, left?: number | ScrollToOptions, top?: number) {
    [this.scrollLeft, this.scrollTop] = [left as number, top as number];
  };
  Element.prototype.scrollIntoView = () => {};
  element = place();
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe('a place for a drawing', () => {
  it('shows what the server answers, and then another one', async () => {
    const frame = mount(element, '/a');
    await settled();
    expect(view()).not.toBeNull();
    expect(part('next').hidden).toBe(false);
    frame.show('/b');
    await vi.waitFor(() => expect(view()).toBeNull());
    expect(part('next').hidden).toBe(true);
    frame.dispose();
  });

  it('says so where there is none, and tries again', async () => {
    mount(element, '/gone');
    await vi.waitFor(() => expect(part('failed').hidden).toBe(false));
    answers['/gone'] = new Response(drawing);
    part('retry').click();
    await settled();
    expect(part('failed').hidden).toBe(true);
    expect(view()).not.toBeNull();
  });

  it('is magnified by its buttons and by keys', async () => {
    mount(element, '/a');
    await settled();
    const first = zoom();
    part('in').click();
    expect(zoom()).toBeCloseTo(first * 1.25);
    view().dispatchEvent(new KeyboardEvent('keydown', { key: '-' }));
    expect(zoom()).toBeCloseTo(first);
  });

  it('goes to what is different, not to what was only moved', async () => {
    mount(element, '/a');
    await settled();
    part('next').click();
    expect(element.querySelector('.dw-here')?.getAttribute('data-change')).toBe('added');
  });

  it('follows its neighbour of the same name', async () => {
    element.dataset.group = 'two';
    const frame = mount(element, '/a');
    await settled();
    const left = element;
    element = place();
    element.dataset.group = 'two';
    const other = mount(element, '/a');
    await settled();
    left.querySelector<HTMLElement>('[data-dw="in"]')!.click();
    expect(zoom()).toBe(Number(left.querySelector<HTMLElement>('.dw-view')!.style.getPropertyValue('--dw-zoom')));
    frame.dispose();
    other.dispose();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Asker } from './ask';

const page = (): { form: HTMLFormElement; answer: HTMLElement } => {
  document.body.innerHTML =
    '<form action="/m/flowers" data-failed="Not reached."><input name="f0" value="1"><input type="file" name="f1"></form><div id="answer">old</div>';
  return { form: document.querySelector('form')!, answer: document.getElementById('answer')! };
};
const html = (body: string, status = 200): Response => new Response(body, { status });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('asking a published model', () => {
  it('puts the answer in the place of the one before', async () => {
    const { form, answer } = page();
    const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => html('<p>setosa</p>'));
    vi.stubGlobal('fetch', fetched);
    await new Asker(form, answer, new Map()).ask();
    expect(answer.innerHTML).toBe('<p>setosa</p>');
    expect((fetched.mock.calls[0]?.[1].body as FormData).get('f0')).toBe('1');
    expect(answer.classList.contains('asking')).toBe(false);
  });

  it('asks once when values rest', async () => {
    const { form, answer } = page();
    const fetched = vi.fn(async () => html(''));
    vi.stubGlobal('fetch', fetched);
    const asker = new Asker(form, answer, new Map());
    asker.askSoon();
    asker.askSoon();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('shows only the answer to the latest question', async () => {
    const { form, answer } = page();
    const answers: ((response: Response) => void)[] = [];
    vi.stubGlobal('fetch', () => new Promise<Response>((done) => answers.push(done)));
    const asker = new Asker(form, answer, new Map());
    const first = asker.ask();
    const second = asker.ask();
    answers[1]?.(html('second'));
    await second;
    answers[0]?.(html('first'));
    await first;
    expect(answer.innerHTML).toBe('second');
  });

  it('tells a refusal and a line that is down in words, never as markup', async () => {
    const { form, answer } = page();
    vi.stubGlobal('fetch', async () => html(JSON.stringify({ detail: '<b>Too often.</b>' }), 429));
    const asker = new Asker(form, answer, new Map());
    await asker.ask();
    expect(answer.querySelector('b')).toBeNull();
    expect(answer.textContent).toBe('<b>Too often.</b>');
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed');
    });
    await asker.ask();
    expect(answer.textContent).toBe('Not reached.');
  });

  it('sends what was drawn as a picture', async () => {
    const { form, answer } = page();
    const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => html(''));
    vi.stubGlobal('fetch', fetched);
    await new Asker(form, answer, new Map([['f1', new Blob(['x'], { type: 'image/png' })]])).ask();
    expect(((fetched.mock.calls[0]?.[1].body as FormData).get('f1') as File).name).toBe('drawing.png');
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { send, upload } from './index';

const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });

afterEach(() => vi.unstubAllGlobals());

describe('sending a file', () => {
  it('gives the id under which the server keeps it', async () => {
    const fetched = vi.fn<(url: string) => Promise<Response>>(async () => answer(200, { id: 'abc' }));
    vi.stubGlobal('fetch', fetched);
    const sent = await send(new Blob(['a,b']), '/files?kind=table', 'my table.csv');
    expect(sent.id).toBe('abc');
    expect(fetched.mock.calls[0]?.[0]).toBe('/files?kind=table&name=my%20table.csv');
  });

  it("passes on why a file is refused, in the reader's words", async () => {
    vi.stubGlobal('fetch', async () => answer(422, { detail: 'No picture.' }));
    const sent = await send(new Blob(['x']), '/files', 'x.png');
    expect(sent).toMatchObject({ id: null, detail: 'No picture.', isNone: false });
  });

  it('does not throw when the line is down', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('failed');
    });
    expect(await send(new Blob(['x']), '/files', 'x')).toMatchObject({ id: null, detail: null, isNone: false });
  });

  it('sends nothing where nothing was chosen', async () => {
    const input = document.createElement('input');
    input.type = 'file';
    expect((await upload(input, '/files')).isNone).toBe(true);
    expect((await upload(null, '/files')).isNone).toBe(true);
  });
});

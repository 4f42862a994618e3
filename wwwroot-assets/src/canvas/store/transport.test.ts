// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { circuitLimit, transport } from './transport';

const answer = (status: number, text: string) => vi.fn(() => Promise.resolve(new Response(text, { status })));

describe('the way to the server', () => {
  it('takes the circuit for small messages', async () => {
    const invokeMethodAsync = vi.fn(() => Promise.resolve());
    await transport({ invokeMethodAsync }, '/bulk', () => undefined)('{"a":1}');
    expect(invokeMethodAsync).toHaveBeenCalledWith('Send', '{"a":1}');
  });

  it('takes HTTP for messages that would end the circuit, counted in bytes', async () => {
    const invokeMethodAsync = vi.fn(() => Promise.resolve());
    const fetched = answer(200, '{"type":"acknowledge","commandId":"c","revision":1}');
    vi.stubGlobal('fetch', fetched);
    const received: string[] = [];
    const long = JSON.stringify({ text: '数'.repeat(circuitLimit / 3 + 1) });
    await transport({ invokeMethodAsync }, '/bulk', (json) => received.push(json))(long);
    expect(invokeMethodAsync).not.toHaveBeenCalled();
    expect(fetched).toHaveBeenCalledWith('/bulk', expect.objectContaining({ method: 'POST', body: long }));
    expect(received).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  it('turns a refusal into words instead of trying again', async () => {
    vi.stubGlobal('fetch', answer(413, '{"code":"TooLarge","detail":"Too much at once."}'));
    const received: unknown[] = [];
    const long = JSON.stringify({ commandId: 'c', text: 'x'.repeat(circuitLimit) });
    await transport({ invokeMethodAsync: () => Promise.resolve() }, '/bulk', (json) => received.push(JSON.parse(json)))(long);
    expect(received).toEqual([{ type: 'reject', commandId: 'c', message: 'Too much at once.' }]);
    vi.unstubAllGlobals();
  });

  it('reports a server that is away, so that the message is sent again', async () => {
    vi.stubGlobal('fetch', answer(503, ''));
    const send = transport({ invokeMethodAsync: () => Promise.resolve() }, '/bulk', () => undefined);
    await expect(send('x'.repeat(circuitLimit + 1))).rejects.toThrow('503');
    vi.unstubAllGlobals();
  });
});

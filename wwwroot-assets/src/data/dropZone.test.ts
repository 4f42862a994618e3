import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attach, type DropZoneOwner } from './dropZone';
import { addressOf, type UploadSettings } from './upload';

const settings: UploadSettings = { projectId: 'p1', replace: null, limit: 100, limitWords: '100 B', language: 'en' };

/** Stands in for the browser's request: answers what the test says, after reporting progress. */
class Request {
  static answer: { status: number; text: string } | 'broken' = { status: 201, text: '{"projectId":"p1","dataSet":"d","file":"f.csv"}' };
  static sent: { address: string; headers: Record<string, string>; body: unknown }[] = [];
  upload: { onprogress: ((event: { lengthComputable: boolean; loaded: number; total: number }) => void) | null } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  status = 0;
  responseText = '';
  private address = '';
  private headers: Record<string, string> = {};
  open(_: string, address: string) { this.address = address; }
  setRequestHeader(name: string, value: string) { this.headers[name] = value; }
  abort() { this.onabort?.(); }
  send(body: unknown) {
    Request.sent.push({ address: this.address, headers: this.headers, body });
    this.upload.onprogress?.({ lengthComputable: true, loaded: 5, total: 5 });
    queueMicrotask(() => {
      if (Request.answer === 'broken') return this.onerror?.();
      this.status = Request.answer.status;
      this.responseText = Request.answer.text;
      this.onload?.();
    });
  }
}

function owner() {
  const calls: unknown[][] = [];
  const self: DropZoneOwner = { invokeMethodAsync: (...call) => { calls.push(call); return Promise.resolve(); } };
  return { self, calls, named: (name: string) => calls.filter((c) => c[0] === name) };
}

describe('drop zone', () => {
  beforeEach(() => {
    Request.sent = [];
    Request.answer = { status: 201, text: '{"projectId":"p1","dataSet":"d","file":"f.csv"}' };
    vi.stubGlobal('XMLHttpRequest', Request);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('takes a file that was chosen before the script was there', async () => {
    const { self } = owner();
    const element = document.createElement('div');
    const input = Object.assign(document.createElement('input'), { type: 'file' });
    Object.defineProperty(input, 'files', { value: [new File(['hello'], 'early.csv')] });
    element.append(input);
    attach(element, self, settings);

    await vi.waitFor(() => expect(Request.sent).toHaveLength(1));
    expect(Request.sent[0]?.address).toBe('/api/projects/p1/files?name=early.csv');
  });

  it('sends a file and tells the page what became of it', async () => {
    const { self, named } = owner();
    await attach(document.createElement('div'), self, settings).take([new File(['hello'], 'my data.csv')]);

    expect(Request.sent[0]?.address).toBe('/api/projects/p1/files?name=my+data.csv');
    expect(Request.sent[0]?.headers).toEqual({ 'Content-Type': 'application/octet-stream' });
    expect(named('Progressed')).toEqual([['Progressed', 1]]);
    expect(named('Arrived')).toEqual([['Arrived', { projectId: 'p1', dataSet: 'd', file: 'f.csv' }]]);
  });

  it('refuses a file over the limit before anything is sent', async () => {
    const { self, named } = owner();
    await attach(document.createElement('div'), self, { ...settings, limit: 3 }).take([new File(['hello'], 'a.csv')]);

    expect(Request.sent).toHaveLength(0);
    expect(named('Failed')[0]?.[1]).toContain('100 B');
  });

  it('shows the words of the server when it refuses, and its own when the line breaks', async () => {
    const { self, named } = owner();
    const zone = attach(document.createElement('div'), self, settings);
    Request.answer = { status: 422, text: '{"code":"x","detail":"This is a program."}' };
    await zone.take([new File(['hello'], 'a.csv')]);
    Request.answer = 'broken';
    await zone.take([new File(['hello'], 'a.csv')]);

    expect(named('Failed')[0]).toEqual(['Failed', 'This is a program.']);
    expect(named('Failed')[1]?.[1]).toContain('connection');
  });

  it('sends labels after the pictures and into the project that the pictures made', async () => {
    const { self } = owner();
    const files = [new File(['l'], 'train-labels-idx1-ubyte'), new File(['i'], 'train-images-idx3-ubyte')];
    await attach(document.createElement('div'), self, { ...settings, projectId: null }).take(files);

    expect(Request.sent.map((s) => s.address)).toEqual([
      '/api/projects/from-file?name=train-images-idx3-ubyte',
      '/api/projects/p1/files?name=train-labels-idx1-ubyte',
    ]);
  });

  it('names the data set that a file replaces', () => {
    expect(addressOf({ ...settings, replace: 'my set' }, 'b.csv')).toBe('/api/projects/p1/files?name=b.csv&replace=my+set');
  });
});

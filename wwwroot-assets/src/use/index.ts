import { readProblem } from '../shell/problem';

/** What became of a file that was sent. */
export interface SentFile {
  readonly id: string | null;
  readonly name: string | null;
  /** Why it was refused, in the reader's language; null where nobody said. */
  readonly detail: string | null;
  /** No file was chosen. */
  readonly isNone: boolean;
}

/** Sends the file that a person has chosen, as it is and not through the page's connection. */
export async function upload(input: HTMLInputElement | null, url: string): Promise<SentFile> {
  const file = input?.files?.[0];
  if (!input || !file) return { id: null, name: null, detail: null, isNone: true };
  const sent = await send(file, url, file.name);
  // Choosing the same file again must count as a change.
  input.value = '';
  return sent;
}

/** Sends bytes under a name. Never throws: a line that is down is a file that did not arrive. */
export async function send(content: Blob, url: string, name: string): Promise<SentFile> {
  const failed: SentFile = { id: null, name, detail: null, isNone: false };
  try {
    const address = `${url}${url.includes('?') ? '&' : '?'}name=${encodeURIComponent(name)}`;
    const response = await fetch(address, { method: 'POST', body: content, headers: { 'Content-Type': 'application/octet-stream' } });
    const answer = await response.text();
    if (response.ok) return { ...failed, id: (JSON.parse(answer) as SentFile).id };
    return { ...failed, detail: readProblem(answer).detail ?? null };
  } catch {
    return failed;
  }
}

import { readProblem } from '../shell/problem';

/** Values that have not changed for so long are at rest. */
const rest = 250;

/** Sends the form and shows the answer; of several questions only the latest counts. */
export class Asker {
  private asked: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly answer: HTMLElement,
    private readonly drawings: ReadonlyMap<string, Blob>,
  ) {}

  /** Asks as soon as the values rest. */
  askSoon(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), rest);
  }

  /** Asks now. Never throws: a line that is down is told in the place of the answer. */
  async ask(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.asked?.abort();
    const mine = (this.asked = new AbortController());
    this.answer.classList.add('asking');
    try {
      const response = await fetch(this.form.action, {
        method: 'POST',
        body: this.content(),
        headers: { Accept: 'application/json', 'X-Requested-With': 'visitor' },
        signal: mine.signal,
      });
      const body = await response.text();
      if (mine.signal.aborted) return;
      if (response.status === 401) location.reload();
      else if (response.ok) this.answer.innerHTML = body;
      else this.say(readProblem(body).detail);
    } catch {
      if (!mine.signal.aborted) this.say();
    } finally {
      if (this.asked === mine) this.answer.classList.remove('asking');
    }
  }

  private content(): FormData {
    const content = new FormData(this.form);
    for (const [name, picture] of this.drawings) content.set(name, picture, 'drawing.png');
    return content;
  }

  private say(words: string = this.form.dataset['failed'] ?? ''): void {
    const notice = document.createElement('p');
    notice.className = 'notice warning';
    notice.setAttribute('role', 'alert');
    notice.textContent = words;
    this.answer.replaceChildren(notice);
  }
}

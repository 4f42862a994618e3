/** The page of a published model asks while it is filled in. Without this script its button does the same. */
import { mountPad } from '../drawing/pad';
import { Asker } from './ask';

const form = document.querySelector<HTMLFormElement>('form[data-ask]');
const answer = document.getElementById('answer');
if (form && answer) begin(form, answer);

function begin(form: HTMLFormElement, answer: HTMLElement): void {
  const drawings = new Map<string, Blob>();
  const asker = new Asker(form, answer, drawings);
  for (const slider of form.querySelectorAll<HTMLInputElement>('input[data-moves]')) follow(form, slider);
  for (const pad of form.querySelectorAll<HTMLElement>('[data-pad]')) draw(form, pad, drawings, asker);
  form.addEventListener('input', () => asker.askSoon());
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') {
      drawings.delete(event.target.name);
      show(form, event.target.name, event.target.files?.[0] ?? null);
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void asker.ask();
  });
  // The first answer wakes the model.
  void asker.ask();
}

/** A slider and the field of its number say the same. */
function follow(form: HTMLFormElement, slider: HTMLInputElement): void {
  const field = form.elements.namedItem(slider.dataset['moves'] ?? '');
  if (!(field instanceof HTMLInputElement)) return;
  slider.addEventListener('input', () => (field.value = slider.value));
  field.addEventListener('input', () => {
    const number = Number(field.value);
    if (field.value.trim() && Number.isFinite(number)) slider.value = field.value;
  });
}

function draw(form: HTMLFormElement, pad: HTMLElement, drawings: Map<string, Blob>, asker: Asker): void {
  const canvas = pad.querySelector('canvas');
  const name = pad.dataset['pad'] ?? '';
  if (!canvas) return;
  pad.hidden = false;
  const mounted = mountPad(canvas, async (picture) => {
    if (picture) drawings.set(name, picture);
    else drawings.delete(name);
    const file = form.elements.namedItem(name);
    if (file instanceof HTMLInputElement) file.value = '';
    show(form, name, null);
    await asker.ask();
  });
  pad.querySelector('[data-do=clear]')?.addEventListener('click', () => mounted.clear());
  pad.querySelector('[data-do=undo]')?.addEventListener('click', () => mounted.undo());
}

/** Shows the picture that was chosen. */
function show(form: HTMLFormElement, name: string, file: File | null): void {
  const seen = form.querySelector<HTMLImageElement>(`img[data-seen="${name}"]`);
  if (!seen) return;
  if (seen.src) URL.revokeObjectURL(seen.src);
  seen.hidden = file === null;
  if (file) seen.src = URL.createObjectURL(file);
  else seen.removeAttribute('src');
}

import { loadSettings, saveSettings, type ViewSettings } from './settings';
import { text, type Language } from './texts';

/** The line of controls above the curves. */
export class Controls {
  readonly element = document.createElement('div');
  readonly settings: ViewSettings = loadSettings();
  private readonly smoothing = document.createElement('input');
  private readonly logarithmic = document.createElement('input');
  private readonly whole = document.createElement('button');
  private readonly smoothingText = document.createElement('span');
  private readonly logarithmicText = document.createElement('span');
  private readonly hint = document.createElement('span');

  constructor(changed: () => void, showAll: () => void) {
    this.element.className = 'curves-controls';
    Object.assign(this.smoothing, { type: 'range', min: '0', max: '0.95', step: '0.05', value: String(this.settings.smoothing), className: 'range' });
    Object.assign(this.logarithmic, { type: 'checkbox', className: 'checkbox', checked: this.settings.logarithmic });
    Object.assign(this.whole, { type: 'button', className: 'button quiet small', hidden: true });
    this.hint.className = 'faint small curves-hint';
    this.element.append(label(this.smoothingText, this.smoothing), label(this.logarithmic, this.logarithmicText), this.hint, this.whole);
    this.smoothing.addEventListener('input', () => this.keep(changed));
    this.logarithmic.addEventListener('change', () => this.keep(changed));
    this.whole.addEventListener('click', showAll);
  }

  set zoomed(zoomed: boolean) {
    this.whole.hidden = !zoomed;
  }

  speak(language: Language): void {
    this.smoothingText.textContent = text('smoothing', language);
    this.logarithmicText.textContent = text('logarithmic', language);
    this.whole.textContent = text('wholeView', language);
    this.hint.textContent = text('zoomHint', language);
  }

  /** Notes which score a person wants to see. */
  chooseScore(name: string): void {
    this.settings.score = name;
    saveSettings(this.settings);
  }

  private keep(changed: () => void): void {
    this.settings.smoothing = Number(this.smoothing.value);
    this.settings.logarithmic = this.logarithmic.checked;
    saveSettings(this.settings);
    changed();
  }
}

function label(...parts: HTMLElement[]): HTMLLabelElement {
  const element = document.createElement('label');
  element.append(...parts);
  return element;
}

import { onTheme } from './colors';
import { Controls } from './controls';
import { mainScore, RunCurves } from './curves';
import { figure, unitOf, type Unit } from './format';
import { RunsHub } from './hub';
import { lossLines, scoreLines, type ShownRun } from './lines';
import type { Mark } from './marks';
import { Plot } from './plot';
import { progressPart, progressWords, withoutCurves } from './progress';
import { text, type Language } from './texts';

/** What the page wants to see. */
export interface ViewOptions {
  runId: string;
  language: Language;
  /** Other runs to draw under it. */
  others: { runId: string; name: string }[];
  /** Words for scores, in the page's language. */
  scoreNames: Record<string, string>;
  /** Scores that are shares, told in percent. */
  percents: string[];
}

/** Live curves and progress of one run, straight from the hub. */
export class RunView {
  private readonly controls: Controls;
  private readonly loss: Chart;
  private readonly score: Chart;
  private readonly bar = document.createElement('progress');
  private readonly words = document.createElement('p');
  private readonly note = document.createElement('p');
  private readonly choice = document.createElement('select');
  private readonly runs = new Map<string, RunCurves>();
  private readonly hub: RunsHub;
  private readonly endTheme: () => void;
  private isConnected = true;
  private frame = 0;

  constructor(private readonly element: HTMLElement, private options: ViewOptions) {
    const zoomChanged = (): void => this.zoomChanged();
    this.controls = new Controls(() => this.paintSoon(), () => this.showAll());
    this.loss = new Chart(() => text('epoch', this.options.language), zoomChanged);
    this.score = new Chart(() => text('epoch', this.options.language), zoomChanged);
    this.bar.className = 'progress live';
    this.words.className = 'curves-words number';
    this.note.className = 'curves-note faint';
    this.choice.className = 'select small curves-choice';
    this.choice.addEventListener('change', () => {
      this.controls.chooseScore(this.choice.value);
      this.paintSoon();
    });
    this.score.head.append(this.choice);
    const charts = document.createElement('div');
    charts.className = 'curves-charts';
    charts.append(this.loss.element, this.score.element);
    element.replaceChildren(this.bar, this.words, this.note, charts, this.controls.element);
    element.classList.add('curves');
    this.hub = new RunsHub((connected) => this.connectionChanged(connected));
    this.endTheme = onTheme(() => this.recolor());
    this.update(options);
  }

  update(options: ViewOptions): void {
    this.options = options;
    const wanted = [options.runId, ...options.others.map((o) => o.runId)];
    for (const runId of [...this.runs.keys()].filter((id) => !wanted.includes(id))) {
      this.runs.delete(runId);
      this.hub.unwatch(runId);
    }
    for (const runId of wanted.filter((id) => !this.runs.has(id))) this.follow(runId);
    this.controls.speak(options.language);
    this.paintSoon();
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.endTheme();
    this.loss.plot.dispose();
    this.score.plot.dispose();
    void this.hub.close();
  }

  private follow(runId: string): void {
    const curves = new RunCurves();
    this.runs.set(runId, curves);
    this.hub.watch(runId, (update) => {
      curves.apply(update);
      this.paintSoon();
    });
  }

  private paintSoon(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    this.frame = 0;
    const run = this.runs.get(this.options.runId);
    if (!run) return;
    this.paintProgress(run);
    const shown = this.shown(run);
    const { smoothing, logarithmic } = this.controls.settings;
    const language = this.options.language;
    const words = { training: text('training', language), validation: text('validation', language) };
    this.loss.title(text('loss', language), text('lossHelp', language));
    this.loss.plot.draw(lossLines(shown, words, smoothing), logarithmic, this.marks(run));
    this.paintScore(run, shown);
    this.loss.describe(this.summary(run));
    this.element.dataset['points'] = String(run.points);
    this.element.dataset['state'] = run.status?.state ?? '';
  }

  private paintProgress(run: RunCurves): void {
    const part = progressPart(run);
    if (part === null) this.bar.removeAttribute('value');
    else this.bar.value = part;
    const isLive = run.status?.state === 'running' || run.status?.state === 'preparing' || run.status?.state === 'stopping';
    this.bar.classList.toggle('live', isLive);
    this.bar.setAttribute('aria-label', text('training', this.options.language));
    this.words.textContent = progressWords(run, this.options.language);
    this.note.textContent = this.isConnected ? withoutCurves(run, this.options.language) : text('lost', this.options.language);
    this.note.hidden = this.note.textContent === '';
    this.element.classList.toggle('is-empty', run.points === 0);
  }

  private paintScore(run: RunCurves, shown: ShownRun[]): void {
    const names = run.scoreNames();
    const kept = this.controls.settings.score;
    const chosen = kept !== null && names.includes(kept) ? kept : mainScore(names);
    this.score.element.hidden = chosen === null;
    if (chosen === null) return;
    this.offerScores(names, chosen);
    const label = this.scoreName(chosen);
    this.score.title(text('score', this.options.language), '');
    this.score.plot.draw(scoreLines(shown, chosen, label, this.controls.settings.smoothing), false, this.marks(run), this.unitOf(chosen));
    this.score.describe(text('scoreIs', this.options.language, label, figure(run.lastEpoch?.validation[chosen], this.unitOf(chosen))));
  }

  private offerScores(names: string[], chosen: string): void {
    const shape = names.map((n) => this.scoreName(n)).join('|');
    if (this.choice.dataset['shape'] !== shape) {
      this.choice.dataset['shape'] = shape;
      this.choice.replaceChildren(...names.map((n) => new Option(this.scoreName(n), n)));
    }
    this.choice.value = chosen;
    this.choice.setAttribute('aria-label', text('score', this.options.language));
  }

  private shown(first: RunCurves): ShownRun[] {
    return [
      { name: '', curves: first },
      ...this.options.others.flatMap((o) => {
        const curves = this.runs.get(o.runId);
        return curves ? [{ name: o.name, curves }] : [];
      }),
    ];
  }

  /** Where the learning rate was changed by hand. */
  private marks(run: RunCurves): Mark[] {
    return run.rateChanges.map((change) => ({ at: change.at, label: text('rateChanged', this.options.language, change.from, change.to) }));
  }

  private summary(run: RunCurves): string {
    const last = run.lastEpoch;
    const parts = last ? ([['training', last.train], ['validation', last.validation]] as const) : [];
    const values = parts.flatMap(([part, scores]) => Object.entries(scores).slice(0, 2).map(([name, value]) => text('scoreOf', this.options.language, text(part, this.options.language), this.scoreName(name), figure(value, this.unitOf(name)))));
    const changes = this.marks(run).map((mark) => text('inEpoch', this.options.language, mark.label, Math.floor(mark.at) + 1));
    return [text('summary', this.options.language, text('loss', this.options.language), run.epochsDone, values.join(text('between', this.options.language))), ...changes].join('; ');
  }

  private unitOf(name: string): Unit {
    return unitOf(name, this.options.percents);
  }

  private scoreName(name: string): string {
    return this.options.scoreNames[name] ?? name;
  }

  private showAll(): void {
    this.loss.plot.reset();
    this.score.plot.reset();
  }

  private zoomChanged(): void {
    this.controls.zoomed = this.loss.plot.isZoomed || this.score.plot.isZoomed;
  }

  private recolor(): void {
    this.loss.plot.recolor();
    this.score.plot.recolor();
    this.paintSoon();
  }

  private connectionChanged(connected: boolean): void {
    this.isConnected = connected;
    this.paintSoon();
  }
}

/** A chart with its title. */
class Chart {
  readonly element = document.createElement('figure');
  readonly head = document.createElement('figcaption');
  readonly plot: Plot;
  private readonly name = document.createElement('strong');
  private readonly help = document.createElement('span');
  private readonly place = document.createElement('div');

  constructor(epochLabel: () => string, zoomChanged: () => void) {
    this.element.className = 'curves-chart';
    this.help.className = 'faint small';
    this.place.setAttribute('role', 'img');
    this.head.append(this.name, this.help);
    this.element.append(this.head, this.place);
    this.plot = new Plot(this.place, epochLabel, zoomChanged);
  }

  title(name: string, help: string): void {
    this.name.textContent = name;
    this.help.textContent = help;
  }

  describe(words: string): void {
    this.place.setAttribute('aria-label', words);
  }
}

import { lossMetric, metrics } from '../generated/kinds';
import type { EpochPoint, RatePoint, RunNow, RunPlan, RunStatus, RunUpdate, Scores, StepPoint } from './messages';

/** Points of a line: where, and how much. */
export type Line = [number[], (number | null)[]];

const fewEpochs = 8;
const mostSteps = 4000;

/** All that a viewer knows of one run, put together from its updates. */
export class RunCurves {
  status: RunStatus | null = null;
  plan: RunPlan | null = null;
  now: RunNow | null = null;
  bestEpoch: number | null = null;
  /** Changes of the learning rates by hand, in their order. */
  rateChanges: RatePoint[] = [];
  private epochs: EpochPoint[] = [];
  private steps: StepPoint[] = [];

  apply(update: RunUpdate): void {
    if (update.snapshot) {
      this.epochs = [];
      this.steps = [];
      this.plan = null;
      this.now = null;
      this.bestEpoch = null;
      this.rateChanges = [];
    }
    this.status = update.status ?? this.status;
    this.plan = update.plan ?? this.plan;
    this.now = update.now ?? this.now;
    this.bestEpoch = update.outcome?.bestEpoch ?? this.bestEpoch;
    this.rateChanges = update.rateChanges ?? this.rateChanges;
    this.steps = thin([...this.steps, ...(update.steps ?? [])]);
    for (const epoch of update.epochs ?? []) this.addEpoch(epoch);
  }

  get epochsDone(): number {
    return this.epochs.at(-1)?.epoch ?? 0;
  }

  get lastEpoch(): EpochPoint | null {
    return this.epochs.at(-1) ?? null;
  }

  /** How many points there are to see. */
  get points(): number {
    return this.epochs.length + this.steps.length;
  }

  /** Names of the losses that training makes small. */
  lossNames(): string[] {
    return Object.keys(this.lastEpoch?.train ?? this.steps.at(-1)?.train ?? {});
  }

  /** Names of the scores on validation samples, without the losses. */
  scoreNames(): string[] {
    return Object.keys(this.lastEpoch?.validation ?? {}).filter((name) => !isLoss(name));
  }

  /**
   * A loss on training samples: the mean over the epoch that lies behind each point. Over many epochs only the running one shows what
   * happens within it, over few that is all there is to see.
   */
  trainLine(name: string): Line {
    const planned = this.plan?.epochs ?? this.epochsDone;
    const from = planned <= fewEpochs ? 0 : this.epochsDone;
    const points: [number, number | null][] = [
      ...this.steps.filter((s) => s.at > from && !Number.isInteger(s.at)).map((s): [number, number | null] => [s.at, this.within(s, name)]),
      ...this.epochs.map((e): [number, number | null] => [e.epoch, e.train[name] ?? null]),
    ];
    points.sort((a, b) => a[0] - b[0]);
    return [points.map((p) => p[0]), points.map((p) => p[1])];
  }

  /** A score on validation samples. */
  validationLine(name: string): Line {
    const told = this.epochs.filter((e) => has(e.validation, name));
    return [told.map((e) => e.epoch), told.map((e) => e.validation[name] ?? null)];
  }

  /**
   * What is told within an epoch is the mean since its begin, which starts anew with every epoch and would let the line jump. The part of
   * the epoch before that still lies within reach fills it up: the line leaves the last epoch's mean and ends in its own.
   */
  private within(step: StepPoint, name: string): number | null {
    const own = step.train[name] ?? null;
    const before = this.before(step.at)?.train[name] ?? null;
    const part = step.at - Math.floor(step.at);
    return own === null || before === null ? own : (1 - part) * before + part * own;
  }

  /** The last epoch that was done before; looked for from the end, where it nearly always is. */
  private before(at: number): EpochPoint | null {
    for (let i = this.epochs.length - 1; i >= 0; i--) {
      const epoch = this.epochs[i];
      if (epoch && epoch.epoch <= at) return epoch;
    }
    return null;
  }

  private addEpoch(point: EpochPoint): void {
    while (this.epochsDone >= point.epoch) this.epochs.pop();
    this.epochs.push(point);
  }
}

/** True for the names of losses, of which a model may have several. */
export function isLoss(name: string): boolean {
  return name === lossMetric || name.startsWith(`${lossMetric}.`);
}

/** The score that says most, of those that there are. */
export function mainScore(names: string[]): string | null {
  return metrics.find((name) => names.includes(name)) ?? names[0] ?? null;
}

function has(scores: Scores, name: string): boolean {
  return scores[name] !== undefined && scores[name] !== null;
}

function thin(steps: StepPoint[]): StepPoint[] {
  return steps.length <= mostSteps ? steps : steps.filter((_, index) => index % 2 === 0 || index === steps.length - 1);
}

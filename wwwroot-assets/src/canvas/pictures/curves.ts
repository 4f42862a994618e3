/** One stroke of a picture in a square of 24 units. */
export interface Stroke {
  readonly d: string;
  /** Filled instead of drawn as a line. */
  readonly fill?: boolean;
  /** Paler than the rest: axes, background. */
  readonly soft?: boolean;
}

type Curve = (x: number) => number;

const [low, high] = [3, 21];

/** The graph of a function as a path that fills the square. */
export function curve(f: Curve, from: number, to: number, bottom: number, top: number): string {
  const steps = 24;
  const points: string[] = [];
  for (let i = 0; i <= steps; i++) {
    const x = from + ((to - from) * i) / steps;
    const y = Math.min(top, Math.max(bottom, f(x)));
    const at = [low + ((high - low) * i) / steps, high - ((high - low) * (y - bottom)) / (top - bottom)];
    points.push(at.map((v) => Number(v.toFixed(1))).join(' '));
  }

  return `M${points.join('L')}`;
}

const sigmoid: Curve = (x) => 1 / (1 + Math.exp(-x));
const softplus: Curve = (x) => Math.log1p(Math.exp(x));
const elu = (alpha: number): Curve => (x) => (x > 0 ? x : alpha * Math.expm1(x));

/** Activations by kind; what is named alike looks alike. */
const activations: Readonly<Record<string, Curve>> = {
  ReLU: (x) => Math.max(0, x),
  ReLU6: (x) => Math.min(2, Math.max(0, x)),
  LeakyReLU: (x) => (x > 0 ? x : 0.2 * x),
  PReLU: (x) => (x > 0 ? x : 0.4 * x),
  ELU: elu(1),
  CELU: elu(1),
  SELU: (x) => 1.05 * elu(1.67)(x),
  GELU: (x) => x * sigmoid(1.702 * x),
  SiLU: (x) => x * sigmoid(x),
  Mish: (x) => x * Math.tanh(softplus(x)),
  Hardswish: (x) => (x * Math.min(6, Math.max(0, x + 3))) / 6,
  Softplus: softplus,
  LogSigmoid: (x) => -softplus(-x),
};

/** Activations between two bounds. */
const squashing: Readonly<Record<string, Curve>> = {
  Sigmoid: (x) => 2 * sigmoid(1.6 * x) - 1,
  Hardsigmoid: (x) => Math.min(1, Math.max(-1, x / 2)),
  Tanh: (x) => Math.tanh(x),
  Hardtanh: (x) => Math.min(1, Math.max(-1, x)),
  Softsign: (x) => (1.4 * x) / (1 + Math.abs(x)),
  GLU: (x) => x * sigmoid(3 * x) * 0.5,
};

/** Losses by how wrong a prediction is. */
const losses: Readonly<Record<string, Curve>> = {
  MSELoss: (x) => x * x,
  L1Loss: (x) => Math.abs(x) * 1.6,
  HuberLoss: (x) => (Math.abs(x) < 0.7 ? x * x : 1.4 * Math.abs(x) - 0.49),
  SmoothL1Loss: (x) => (Math.abs(x) < 0.4 ? 2 * x * x : 1.6 * Math.abs(x) - 0.32),
  CrossEntropyLoss: (x) => -Math.log((x + 2.05) / 4) * 0.9,
  NLLLoss: (x) => -Math.log((x + 2.05) / 4) * 0.9,
  BCEWithLogitsLoss: (x) => softplus(-2 * x) * 0.8,
  HingeLoss: (x) => Math.max(0, 0.6 - x) * 1.3,
  MultiMarginLoss: (x) => Math.max(0, 0.2 - x) * 1.5,
  CosineEmbeddingLoss: (x) => 1.6 - 1.6 * Math.cos(x * 0.9),
  KLDivLoss: (x) => 0.5 * x * x * (1 + 0.3 * x),
  GaussianKLLoss: (x) => 3 * Math.exp(-x * x),
};

/** Learning rates over the time of a run. */
const schedules: Readonly<Record<string, Curve>> = {
  ConstantLR: (x) => (x < 0.35 ? 0.35 : 0.9),
  CosineAnnealingLR: (x) => 0.5 + 0.45 * Math.cos(Math.PI * x),
  ExponentialLR: (x) => Math.exp(-3 * x),
  LinearWarmup: (x) => (x < 0.3 ? x / 0.3 : 1 - (x - 0.3) * 0.9),
  OneCycleLR: (x) => (x < 0.4 ? 0.15 + 0.8 * Math.sin((Math.PI / 2) * (x / 0.4)) : 0.95 * Math.cos((Math.PI / 2) * ((x - 0.4) / 0.6))),
  ReduceLROnPlateau: (x) => (x < 0.45 ? 0.9 : x < 0.8 ? 0.45 : 0.2),
  StepLR: (x) => 0.9 * 0.55 ** Math.floor(x * 4),
};

/** Kinds that are known by their curve. */
export const curveKinds: readonly string[] = [activations, squashing, losses, schedules].flatMap(Object.keys);

/** The picture of a kind that is known by its curve; undefined for others. */
export function curvePicture(kind: string): readonly Stroke[] | undefined {
  const axes = (y: number): Stroke => ({ d: `M3 ${y}H21M12 3V21`, soft: true });
  const [activation, squash, loss, schedule] = [activations[kind], squashing[kind], losses[kind], schedules[kind]];
  if (activation) {
    return [axes(15), { d: curve(activation, -3, 3, -1.5, 3) }];
  }

  if (squash) {
    return [axes(12), { d: curve(squash, -3, 3, -1.25, 1.25) }];
  }

  if (loss) {
    return [{ d: 'M3 21H21', soft: true }, { d: curve(loss, -2, 2, 0, 3.4) }];
  }

  return schedule && [{ d: 'M3 3V21H21', soft: true }, { d: curve(schedule, 0, 1, 0, 1.1) }];
}
